"""Sources: whose words a cue reports."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.phrases import Range, verb_like
from fr_reader.text.stream import Stream
from fr_reader.text.subjects import subject_before, subject_of

_TRAILING = frozenset(("and", "but", "adv", "that", "have", "be", "when", "as", ":"))
_LEADING = frozenset(("and", "but", "when", "as", "if", "that", ",", ":", "-", "so"))
_ASIDE = frozenset(("in", "for", "from", "on", "with", "ing", "like", "as", "to", "at", "adv"))
_NOMINAL = frozenset(("w", "s", "Cap", "the", "a", "of", "his", "this", "num", "ed", "for"))
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_LOOSE = frozenset((",", "and", "but", "Q", "D", "Time", "time", "-", "or"))


def source_of(
    stream: Stream,
    classes: list[str],
    sentence: Sentence,
    at: int,
    cue: Range,
    earlier: Range | None,
) -> Range | None:
    """The source of the cue at `at`; `earlier` is the one of the attribution before it."""
    if cue[0] == sentence.first and form_of(stream.low[at]) == "ing":
        return _opened(stream, classes, sentence, at)
    owner = _owner(stream, classes, sentence, at)
    if owner is not None:
        return owner
    after = stream.low[at + 1] if at + 1 < sentence.last else ""
    if after == "by" or (after == "from" and form_of(stream.low[at]) not in ("ing", "ed")):
        named = phrase_starting(stream, at + 2, sentence.last)
        if named is not None:
            return named
    before = classes[cue[0] - 1] if cue[0] > sentence.first else ","
    if earlier is not None and earlier[1] <= cue[0] and before in _LOOSE:
        if form_of(stream.low[at]) == "ing" or before in ("and", "but", "or"):
            return earlier
        if before in (",", "-") and classes[cue[0] - 2] in ("Time", "w", "s", "Cap"):
            near = subject_before(stream, cue[0], sentence.first)
            return _trimmed(classes, near) if near else earlier
    found = subject_of(stream, cue[0] if cue[0] < at and before != "to" else at, sentence.first)[0]
    if found is None and cue[0] < at:
        found = subject_of(stream, at, sentence.first)[0]
    if found is None:
        return earlier
    if found[1] == cue[0]:
        found = _whole(stream, classes, sentence, found)
    return _trimmed(classes, found)


def _opened(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Range | None:
    """The subject behind the comma: "Fearing rain, X stayed"."""
    for comma in range(at + 2, min(sentence.last, at + 40)):
        if classes[comma] == ",":
            return phrase_starting(stream, comma + 1, sentence.last)
    return None


def _whole(stream: Stream, classes: list[str], sentence: Sentence, found: Range) -> Range:
    """The whole of a subject that opens the sentence: "nurses and doctors", "those who left"."""
    first, last = found
    start = sentence.first
    if first <= start or first - start > 20:
        return found
    at = start
    while at < first and (classes[at] in _NOMINAL or classes[at] in ("and", ",")):
        if classes[at] in ("w", "s", "ed") and verb_like(stream, at):
            return found
        at += 1
    coordinated = at == first and classes[first - 1] == "and" and classes[start] != "and"
    relative = (
        start < at < first and classes[at] in ("who", "that") and "," not in classes[start:first]
    )
    return (start, last) if coordinated or relative else found


def _owner(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Range | None:
    """The X of "X's claim", "his repeated warnings", told by a possessive before a noun."""
    for back in range(at - 1, max(sentence.first, at - 4) - 1, -1):
        low = stream.low[back]
        if classes[back] == "his" or (classes[back] == "her" and form_of(stream.low[at]) == "b"):
            return back, back + 1
        if low.endswith(_POSSESSIVE) and len(low) > 3 and low not in ("let's", "that's", "it's"):
            found = subject_before(stream, back + 1, sentence.first)
            return found if found else (back, back + 1)
        if classes[back] not in ("w", "adv", "ed", "ing"):
            return None
    return None


def _trimmed(classes: list[str], found: Range) -> Range | None:
    """A subject without asides and conjunctions at its ends."""
    first, last = found
    while first < last and classes[first] in _LEADING:
        first += 1
    if first < last and classes[first] in ("who", "which"):
        return first, first + 1
    for at in range(first + 1, last - 1):
        if classes[at] == "," and classes[at + 1] in _ASIDE:
            last = at
            break
    while last > first and classes[last - 1] in _TRAILING and last - first > 1:
        last -= 1
    return (first, last) if last > first else None
