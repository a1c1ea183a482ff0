"""Who a document says is speaking, and who it is by the project."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from fr_reader.model import Annotation, Quotation, Span, Speaker, Speakers
from fr_reader.text import quotations
from fr_reader.text.grammar import word_set
from fr_reader.verify.blocks import blocks
from fr_reader.verify.finding import Cited

SURE = 0.9
"""The confidence from which a suggestion of the machine is held against a document."""

_STATED = 0.7
_LONGEST_READ = 500_000
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NO_NAME = word_set("the a an mr mrs ms miss dr sir dame lord lady prof professor of for and")
_PRONOUNS = word_set("he she they it we i you who")


def stated(document: str, found: Sequence[Cited]) -> list[Cited]:
    """The quotations with the speakers running text names, as the rules for articles read it.

    A document of more than half a million characters is not read for speakers.
    """
    if len(document) > _LONGEST_READ or all(cited.block for cited in found):
        return list(found)
    text, origin = "", []
    for block in blocks(document):
        if not block.depth:
            text += block.words.text + "\n\n"
            origin += [*block.words.origin, -1, -1]
    said = [each for each in quotations(text) if each.who and each.confidence >= _STATED]
    places = _places(said, origin)
    starts = [start for start, _, _ in places]
    named = []
    for cited in found:
        number = bisect_right(starts, cited.offset) - 1
        inside = not cited.block and number >= 0 and cited.offset <= places[number][1]
        named.append(replace(cited, speaker=places[number][2]) if inside else cited)
    return named


def _places(said: Iterable[Quotation], origin: Sequence[int]) -> list[tuple[int, int, str]]:
    """Where in the document each segment is, and who says it."""
    found = []
    for quotation in said:
        for segment in quotation.segments:
            start, end = origin[segment.start], origin[segment.end - 1]
            if start >= 0 and end >= start:
                found.append((start, end, quotation.who or ""))
    return sorted(found)


def accepted(
    annotations: Iterable[Annotation], speakers: Speakers, segments: Sequence[Span]
) -> list[Speaker]:
    """The speakers of accepted annotations on the words of `segments`, merged ones as one."""
    found: dict[str, Speaker] = {}
    for annotation in annotations:
        on = any(annotation.overlaps(segment) for segment in segments)
        speaker = speakers.get(annotation.speaker) if annotation.speaker and on else None
        if speaker is not None and annotation.status == "accepted":
            found[speaker.id] = speaker
    return list(found.values())


def suggested(said: Iterable[Quotation], segments: Sequence[Span]) -> list[str]:
    """Whom the rules are sure of for the words of `segments`, all of them or nobody."""
    on = [each for each in said if any(each.overlaps(segment) for segment in segments)]
    if not on or any(not each.who or each.confidence < SURE for each in on):
        return []
    return list(dict.fromkeys(each.who or "" for each in on))


def answers(speaker: Speaker, name: str) -> bool:
    """Whether `name` may mean this speaker: a name, an alias, a surname, or the role."""
    about = _folded(f"{speaker.role} {speaker.affiliation}")
    wanted = _folded(name)
    return any(alike(own, name) for own in speaker.names) or (bool(wanted) and wanted <= about)


def alike(one: str, other: str) -> bool:
    """Whether one name has all words of the other, titles apart; a pronoun is like any name."""
    left, right = _folded(one), _folded(other)
    return not left or not right or left <= right or right <= left


def _folded(name: str) -> frozenset[str]:
    words = (re.sub("['’]s?$", "", word.casefold()) for word in _WORD.findall(name))
    return frozenset(word for word in words if word not in _NO_NAME and word not in _PRONOUNS)
