"""What there is to say of the passage under the cursor, and of the article's speakers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fr_reader.app.cursor import Focus, Unit
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


def quotation_under(reading: Reading, focus: Focus) -> int | None:
    """The index of the quotation a speaker would be given to: the first one the focus touches."""
    for index, quotation in enumerate(reading.quotations):
        if any(quotation.overlaps(span) for span in focus.segments):
            return index
    return None


def speaker_segments(reading: Reading, focus: Focus) -> tuple[Span, ...]:
    """What a speaker is given to: the quotation under the cursor, or the passage as it is.

    A selection is taken as it is, so that words no rule has found can be given a speaker too.
    """
    index = None if focus.unit is Unit.SELECTION else quotation_under(reading, focus)
    return focus.segments if index is None else reading.quotations[index].segments


def look(
    reading: Reading, annotations: Annotations, focus: Focus, coder: str, chosen_id: str
) -> Here:
    """All about the passage under the cursor.

    Only the annotations of `coder` can be chosen; `chosen_id` stays chosen while it is there.
    """
    index = quotation_under(reading, focus)
    quotation = reading.quotations[index] if index is not None else None
    accepted = annotations.accepted()
    spoken = accepted.spoken()
    given = spoken.exactly(speaker_segments(reading, focus)).items
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


def voices(
    reading: Reading,
    annotations: Annotations,
    speakers: Speakers,
    count_words: Callable[[Span], int],
) -> list[Voice]:
    """The speakers of the article, accepted or found, the most words first."""
    tally: dict[str, tuple[int, int, bool]] = {}

    def count(name: str, segments: Sequence[Span], accepted: bool) -> None:
        quotations, said, settled = tally.get(name, (0, 0, True))
        more = sum(map(count_words, segments))
        tally[name] = (quotations + 1, said + more, settled and accepted)

    given = {a.segments: a for a in annotations.accepted().spoken()}
    for segments, annotation in given.items():
        speaker = speakers.get(annotation.speaker)
        count(speaker.name if speaker else "?", segments, True)
    for quotation in reading.quotations:
        if quotation.segments not in given and quotation.who:
            known = speakers.named(quotation.who)
            count(known.name if known else quotation.who, quotation.segments, False)
    found = [Voice(name, *figures) for name, figures in tally.items()]
    return sorted(found, key=lambda v: (-v.words, v.name))
