"""Labels: what each coder said of each quotation, sentence or character of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from fr_reader.agreement.rows import Row, Rows
from fr_reader.agreement.unitizing import Unitized, united
from fr_reader.model import Annotation, ParagraphKind, QuotationKind, Reading, Span
from fr_reader.text import sentences

Codes = frozenset[str]
"""The ids of all codes, or speakers, a coder gave to a unit; empty where they gave none."""


class Unit(StrEnum):
    """What is compared one by one."""

    QUOTATION = "quotation"
    SENTENCE = "sentence"
    CHARACTER = "character"


POPULATIONS = {
    Unit.QUOTATION: "all quotations found in the texts, direct and mixed",
    Unit.SENTENCE: "all sentences of the texts, without bylines and captions",
    Unit.CHARACTER: "all characters of the texts",
}
"""What the units are taken from, told beside each figure."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An article as read, what coders accepted in it, and which coders saw it at all.

    Where a coder is not in `seen`, nothing is known of what they would have said; where they are,
    that they tagged nothing is what they said.
    """

    reading: Reading
    annotations: tuple[Annotation, ...]
    seen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One unit with its labels, in the order of the coders. `segments` are spans in text order."""

    article: str
    paragraph: int
    segments: tuple[Span, ...]
    row: Row

    @property
    def weight(self) -> int:
        """How many characters it has."""
        return sum(map(len, self.segments))


def labelled(
    coded: Coded, coders: Sequence[str], unit: Unit, body: Callable[[Annotation], str]
) -> list[Labelled]:
    """Every unit of an article with what each coder said of it.

    `body` gives the id of the code, or of the speaker, that an annotation counts for; empty where
    it counts for none. A quotation or a sentence has the codes of all passages that share a word
    with it, a character those it lies in. Characters come as stretches with the same labels.
    """
    marks = _marks(coded, coders, body)
    if unit is Unit.CHARACTER:
        return list(_stretches(coded, coders, marks))
    text = coded.reading.article.text
    found = []
    for segments in _units(coded.reading, unit):
        row: Row = tuple(
            _said(text, segments, marks[coder]) if coder in coded.seen else None for coder in coders
        )
        paragraph = coded.reading.paragraph_at(segments[0].start)
        found.append(Labelled(coded.reading.article.id, paragraph, segments, row))
    return found


def grouped(units: Iterable[Labelled], unit: Unit, by: str) -> list[Counter[Row]]:
    """The rows of the units, counted by `article` or by `paragraph`, in text order.

    A character counts for itself: a stretch counts as often as it has characters.
    """
    groups: dict[tuple[str, int], Counter[Row]] = {}
    for each in units:
        key = each.article, each.paragraph if by == "paragraph" else 0
        rows = groups.setdefault(key, Counter())
        rows[each.row] += each.weight if unit is Unit.CHARACTER else 1
    return list(groups.values())


def with_code(rows: Rows, code: str) -> Counter[Row]:
    """Rows of sets of codes as rows of whether `code` is among them."""
    found: Counter[Row] = Counter()
    for row, count in rows.items():
        found[tuple(_has(label, code) for label in row)] += count
    return found


def unitized(
    coded: Coded, coders: Sequence[str], body: Callable[[Annotation], str], code: str
) -> Unitized | None:
    """What each coder marked with one code in an article; None where one has not seen it."""
    if not coded.seen.issuperset(coders):
        return None
    marks = _marks(coded, coders, body)
    spans = (united(span for span, of in marks[coder] if of == code) for coder in coders)
    return Unitized(len(coded.reading.article.text), tuple(spans))


def _has(label: object, code: str) -> bool | None:
    return None if label is None else isinstance(label, frozenset) and code in label


_Marks = Mapping[str, Sequence[tuple[Span, str]]]


def _marks(coded: Coded, coders: Sequence[str], body: Callable[[Annotation], str]) -> _Marks:
    """By coder, each stretch they marked and with what, in text order."""
    marks: dict[str, list[tuple[Span, str]]] = {coder: [] for coder in coders}
    for annotation in coded.annotations:
        code = body(annotation)
        if code and annotation.coder in marks:
            marks[annotation.coder] += [(span, code) for span in annotation.segments]
    return {coder: sorted(spans) for coder, spans in marks.items()}


def _units(reading: Reading, unit: Unit) -> Iterator[tuple[Span, ...]]:
    if unit is Unit.QUOTATION:
        for quotation in reading.quotations:
            if quotation.kind is not QuotationKind.INDIRECT:
                yield quotation.segments
        return
    left_out = (ParagraphKind.BYLINE, ParagraphKind.CAPTION)
    for paragraph in reading.paragraphs:
        if paragraph.kind not in left_out:
            for sentence in sentences(reading.article.text, paragraph.span):
                yield (sentence,)


def _said(text: str, segments: Sequence[Span], marks: Sequence[tuple[Span, str]]) -> Codes:
    """The codes of the marks that share a letter or a digit with the segments."""
    return frozenset(
        code
        for span, code in marks
        for segment in segments
        if span.overlaps(segment) and _worded(text, span.meet(segment))
    )


def _worded(text: str, span: Span | None) -> bool:
    return span is not None and any(char.isalnum() for char in span.of(text))


def _stretches(coded: Coded, coders: Sequence[str], marks: _Marks) -> Iterator[Labelled]:
    """The text cut where labels or paragraphs change; together all of its characters."""
    reading = coded.reading
    length = len(reading.article.text)
    changes: dict[int, list[tuple[int, str, int]]] = {}
    for place, coder in enumerate(coders):
        for span, code in marks[coder]:
            changes.setdefault(span.start, []).append((place, code, 1))
            changes.setdefault(span.end, []).append((place, code, -1))
    cuts = {paragraph.span.start for paragraph in reading.paragraphs}
    edges = sorted({0, length, *cuts, *changes})
    open_: list[Counter[str]] = [Counter() for _ in coders]
    for start, end in pairwise(edges):
        for place, code, step in changes.get(start, ()):
            open_[place][code] += step
        row: Row = tuple(
            frozenset(code for code, depth in open_[place].items() if depth > 0)
            if coder in coded.seen
            else None
            for place, coder in enumerate(coders)
        )
        yield Labelled(reading.article.id, reading.paragraph_at(start), (Span(start, end),), row)
