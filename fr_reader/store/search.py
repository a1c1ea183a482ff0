"""Searching a whole project: titles, texts, quotations, speakers, codes and memos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fr_reader.model import Annotation, Annotations, Codebook, Span, Speakers, StoreError
from fr_reader.store.protocol import Entry, Store
from fr_reader.text.finding import find

MOST = 20
"""Places in the text of one article that are told; a word in every line tells nothing more."""
_AROUND = 60


class Where(StrEnum):
    """What was found to hold the words."""

    TITLE = "title"
    TEXT = "text"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    CODE = "code"
    MEMO = "memo"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that holds what was looked for.

    `span` is the passage to open, empty at the beginning for a title. `words` are what is shown
    of it, the place itself at `place` of them; `label` says whose or what it is: a speaker, a
    code, or the title.
    """

    where: Where
    article: str
    span: Span
    words: str
    place: Span
    label: str


def search(store: Store, wanted: str) -> Iterator[Hit]:
    """The places that hold `wanted`, article by article in the order added.

    Words are found as in one article: case counts where `wanted` has a capital, straight marks
    find typographic ones. An article whose text cannot be read is left out.
    """
    if not wanted.strip():
        return
    codebook, speakers = store.codebook(), store.speakers()
    for entry in store.entries():
        yield from _title(entry, wanted)
        try:
            text = store.article(entry.id).text
            annotations = store.annotations(entry.id)
        except StoreError:
            continue
        yield from _annotations(text, annotations, (codebook, speakers), wanted)
        yield from _text(entry.id, text, annotations, speakers, wanted)


def _title(entry: Entry, wanted: str) -> Iterator[Hit]:
    title = entry.metadata.title or entry.id
    found = find(title, wanted)
    if found:
        yield Hit(Where.TITLE, entry.id, Span(0, 0), title, found[0], "")


def _annotations(
    text: str, annotations: Annotations, known: tuple[Codebook, Speakers], wanted: str
) -> Iterator[Hit]:
    codebook, speakers = known
    for annotation in annotations.accepted():
        passage = text[annotation.span.start : annotation.span.start + _AROUND]
        for where, label in _labels(annotation, codebook, speakers):
            found = find(label, wanted)
            if found:
                words = label if where is Where.MEMO else passage
                place = found[0] if where is Where.MEMO else Span(0, 0)
                shown = "" if where is Where.MEMO else label
                yield Hit(where, annotation.article, annotation.span, words, place, shown)


def _labels(
    annotation: Annotation, codebook: Codebook, speakers: Speakers
) -> Iterator[tuple[Where, str]]:
    code, speaker = codebook.get(annotation.code), speakers.get(annotation.speaker)
    if annotation.code and code is not None:
        yield Where.CODE, code.name
    if annotation.speaker and speaker is not None:
        yield Where.SPEAKER, speaker.name
    if annotation.memo:
        yield Where.MEMO, annotation.memo


def _text(
    article: str, text: str, annotations: Annotations, speakers: Speakers, wanted: str
) -> Iterator[Hit]:
    spoken = [a for a in annotations.accepted() if a.speaker]
    for span in find(text, wanted)[:MOST]:
        said = next((a for a in spoken if any(s.covers(span) for s in a.segments)), None)
        speaker = speakers.get(said.speaker) if said is not None else None
        low = max(0, span.start - _AROUND // 3)
        start = text.find(" ", low, span.start) + 1 if low else 0  # from a whole word on
        start = start or low
        words = text[start : span.end + _AROUND]
        place = Span(span.start - start, span.end - start)
        where = Where.QUOTATION if said is not None else Where.TEXT
        yield Hit(where, article, span, words, place, speaker.name if speaker else "")
