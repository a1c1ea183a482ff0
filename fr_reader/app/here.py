"""What there is to say of the passage under the cursor, and of the article's speakers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fr_reader.app.cursor import Focus, Unit
from fr_reader.app.quoted import Quoted
from fr_reader.model import (
    Annotation,
    Annotations,
    Quotation,
    Reading,
    Span,
    Speakers,
    Status,
)


@dataclass(frozen=True, slots=True)
class Here:
    """The passage under the cursor.

    `paragraphs` are its first and last ¶ number, `number` that of its quotation, from 1, or 0.
    `speaker` is the accepted one's name or empty; `tags` are the accepted annotations on it but
    for that one, and the conflicts, in text order. `own` are those of the coder at work, the
    speaker first; `chosen` is the one of them that removing and memos go to.
    """

    paragraphs: tuple[int, int]
    quotation: Quotation | None
    number: int
    speaker: Annotation | None
    tags: Annotations
    own: tuple[Annotation, ...]
    chosen: Annotation | None


def speaker_segments(quoted: Quoted, focus: Focus) -> tuple[Span, ...]:
    """What a speaker is given to: the quotation under the cursor, or the passage as it is.

    A selection is taken as it is, so that words no rule has found can be given a speaker too.
    """
    index = None if focus.unit is Unit.SELECTION else quoted.touching(focus.segments)
    return focus.segments if index is None else quoted.reading.quotations[index].segments


def look(
    quoted: Quoted, annotations: Annotations, focus: Focus, coder: str, chosen_id: str
) -> Here:
    """All about the passage under the cursor.

    Only the annotations of `coder` can be chosen; `chosen_id` stays chosen while it is there.
    """
    reading, index = quoted.reading, quoted.touching(focus.segments)
    quotation = reading.quotations[index] if index is not None else None
    accepted = annotations.accepted()
    spoken = accepted.spoken()
    given = spoken.exactly(speaker_segments(quoted, focus)).items
    if not given and quotation is not None:
        given = spoken.exactly(quotation.segments).items
    speaker = given[0] if given else None
    shown = annotations.where(lambda a: a.status in (Status.ACCEPTED, Status.CONFLICT))
    touching = shown.where(lambda a: any(a.overlaps(span) for span in focus.segments))
    tags = touching.where(lambda a: speaker is None or a.id != speaker.id)
    own = [a for a in (speaker, *tags) if a is not None and a.coder == coder]
    return Here(
        reading.paragraph_numbers(focus.span),
        quotation,
        0 if index is None else index + 1,
        speaker,
        tags,
        tuple(own),
        _choose(own, focus, chosen_id),
    )


def _choose(own: list[Annotation], focus: Focus, chosen_id: str) -> Annotation | None:
    """The one chosen before, else the newest on exactly the passage, else the newest there is.

    A code is preferred to a speaker.
    """
    kept = next((a for a in own if a.id == chosen_id), None)
    ranked = sorted(
        own,
        key=lambda a: (a.segments == focus.segments, not a.speaker, a.modified, a.id),
    )
    return kept or (ranked[-1] if ranked else None)


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of the article: how many quotations, how many words, whether all accepted."""

    name: str
    quotations: int
    words: int
    accepted: bool


class Found:
    """What each speaker was found to say in one reading, counted once.

    `count_words` says how many words a span has.
    """

    def __init__(self, reading: Reading, count_words: Callable[[Span], int]) -> None:
        self.count_words = count_words
        self.said: dict[str, tuple[int, int]] = {}
        self.whose: dict[tuple[Span, ...], tuple[str, int]] = {}
        for quotation in reading.quotations:
            if quotation.who and quotation.segments not in self.whose:
                words = sum(map(count_words, quotation.segments))
                quotations, all_words = self.said.get(quotation.who, (0, 0))
                self.said[quotation.who] = quotations + 1, all_words + words
                self.whose[quotation.segments] = quotation.who, words


def voices(found: Found, annotations: Annotations, speakers: Speakers) -> list[Voice]:
    """The speakers of the article, accepted or found, the most words first.

    What a coder has given a speaker counts for that one, and no more for who was found.
    """
    left = dict(found.said)
    tally: dict[str, tuple[int, int, bool]] = {}

    def count(name: str, quotations: int, words: int, accepted: bool) -> None:
        many, said, settled = tally.get(name, (0, 0, True))
        tally[name] = many + quotations, said + words, settled and accepted

    for segments, annotation in {a.segments: a for a in annotations.accepted().spoken()}.items():
        who, words = found.whose.get(segments, ("", 0))
        if who:
            left[who] = left[who][0] - 1, left[who][1] - words
        speaker = speakers.get(annotation.speaker)
        said = words or sum(map(found.count_words, segments))
        count(speaker.name if speaker else "?", 1, said, True)
    for who, (quotations, words) in left.items():
        if quotations:
            known = speakers.named(who)
            count(known.name if known else who, quotations, words, False)
    return sorted((Voice(name, *row) for name, row in tally.items()), key=_most_words_first)


def _most_words_first(voice: Voice) -> tuple[int, str]:
    return -voice.words, voice.name
