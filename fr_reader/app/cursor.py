"""Where the reader's cursor is: on a paragraph, a quotation, a sentence, a word or a selection.

What the cursor is on is what a tag applies to. Nothing here knows a row or a column: places are
offsets (code points) of the article's text, so they survive every change of layout.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from fr_reader.app.quoted import Quoted
from fr_reader.model import Reading, Span, hull
from fr_reader.text import clauses, graphemes, sentences, whole, words


class Unit(StrEnum):
    """What the cursor is on."""

    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    SENTENCE = "sentence"
    CLAUSE = "clause"
    WORD = "word"
    CHARACTER = "character"
    SELECTION = "selection"


_FINDERS: dict[Unit, Callable[[str, Span], tuple[Span, ...]]] = {
    Unit.SENTENCE: sentences,
    Unit.CLAUSE: clauses,
    Unit.WORD: words,
    Unit.CHARACTER: graphemes,
}


@dataclass(frozen=True, slots=True)
class Focus:
    """The passage under the cursor: a unit and its segments, in text order, never empty."""

    unit: Unit
    segments: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first segment's start to the last one's end."""
        return hull(self.segments)


@dataclass(frozen=True, slots=True)
class Selection:
    """A growing selection: `anchor` is always inside, `point` is the end that moves (an offset).

    `exact` are the segments it was begun with, where they leave out something in between; they
    are forgotten with the first move.
    """

    anchor: Span
    point: int
    exact: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.anchor.start, self.point), max(self.anchor.end, self.point))

    @property
    def edge(self) -> Span:
        """The last code point at the end that moves."""
        return (
            Span(self.point, self.point + 1)
            if self.point < self.anchor.end
            else Span(self.point - 1, self.point)
        )


class Moves:
    """The ways through one reading. Units of a paragraph are found when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._found: dict[tuple[Unit, int], tuple[Span, ...]] = {}
        self.quoted = Quoted(reading)
        self._starts = [quotation.span.start for quotation in reading.quotations]

    def first(self) -> Focus | None:
        """The first paragraph; None in an article without any."""
        return self.paragraph(0) if self.reading.paragraphs else None

    def paragraph(self, index: int) -> Focus:
        """The paragraph at `index`, clamped to those there are."""
        index = max(0, min(index, len(self.reading.paragraphs) - 1))
        return Focus(Unit.PARAGRAPH, (self.reading.paragraphs[index].span,))

    def quotation(self, index: int) -> Focus:
        """The quotation at `index`."""
        return Focus(Unit.QUOTATION, self.reading.quotations[index].segments)

    def selection(self, span: Span) -> Focus | None:
        """A selected span, widened to whole characters, as segments, one a paragraph; None when
        it holds nothing but gaps."""
        span = whole(self.reading.article.text, span)
        first = self.reading.paragraph_at(span.start)
        last = self.reading.paragraph_at(max(span.start, span.end - 1))
        paragraphs = self.reading.paragraphs[first : last + 1]
        met = tuple(part for p in paragraphs if (part := span.meet(p.span)))
        return Focus(Unit.SELECTION, met) if met else None

    def step(self, focus: Focus, unit: Unit, by: int) -> Focus | None:
        """The next (`by` 1) or previous (`by` -1) unit seen from `focus`; None at the edge.

        Coming from another unit, the first step forward may land inside what was under the
        cursor: from a paragraph, the next quotation is the one that begins in it.
        """
        if unit is Unit.PARAGRAPH:
            here = self.reading.paragraph_at(focus.span.start)
            there = here + by
            inside = 0 <= there < len(self.reading.paragraphs)
            return self.paragraph(there) if inside else None
        if unit is Unit.QUOTATION:
            return self._step_quotation(focus, by)
        return self._step_within(focus, unit, by)

    def _step_quotation(self, focus: Focus, by: int) -> Focus | None:
        start, same = focus.span.start, focus.unit is Unit.QUOTATION
        if by > 0:
            index = (bisect_right if same else bisect_left)(self._starts, start)
        else:
            index = bisect_left(self._starts, start) - 1
        return self.quotation(index) if 0 <= index < len(self._starts) else None

    def _step_within(self, focus: Focus, unit: Unit, by: int) -> Focus | None:
        start, same = focus.span.start, focus.unit is unit
        if by > 0:
            found = self._forward(unit, start, lambda s: s.start > start if same else s.end > start)
        else:
            found = self._backward(unit, start, lambda s: s.start < start)
        return Focus(unit, (found,)) if found else None

    def unit_at(self, unit: Unit, offset: int) -> Span | None:
        """The unit of its paragraph that holds `offset`, else the next one, else the last one."""
        found = self.units(unit, self.reading.paragraph_at(offset))
        at = bisect_right(found, offset, key=_end_of)
        return found[min(at, len(found) - 1)] if found else None

    def begin(self, focus: Focus) -> Selection:
        """A selection of the first word under the cursor."""
        span = focus.span
        word = self._forward(Unit.WORD, span.start, lambda s: s.end > span.start)
        end = word.end if word and word.start < span.end else span.end
        return Selection(Span(span.start, end), end)

    def extend(self, selection: Selection, unit: Unit, by: int) -> Selection:
        """Move the selection's free end to the next edge of `unit`; at the text's edge it stays."""
        anchor, point = selection.anchor, selection.point
        if by > 0:
            point = self._extend_forward(anchor, point, unit)
        else:
            point = self._extend_backward(anchor, point, unit)
        return Selection(anchor, point)

    def _extend_forward(self, anchor: Span, point: int, unit: Unit) -> int:
        if point <= anchor.start:
            found = self._forward(unit, point, lambda s: s.start > point)
            return found.start if found and found.start < anchor.start else anchor.end
        found = self._forward(unit, point, lambda s: s.end > point)
        return found.end if found else point

    def _extend_backward(self, anchor: Span, point: int, unit: Unit) -> int:
        if point > anchor.end:
            found = self._backward(unit, point, lambda s: s.end < point)
            return max(found.end, anchor.end) if found else anchor.end
        edge = min(point, anchor.start)
        found = self._backward(unit, edge, lambda s: s.start < edge)
        return found.start if found else edge

    def units(self, unit: Unit, paragraph: int) -> tuple[Span, ...]:
        """The units of one paragraph, by its index."""
        span = self.reading.paragraphs[paragraph].span
        if unit is Unit.PARAGRAPH:
            return (span,)
        if unit is Unit.QUOTATION:
            return self.quoted.segments_in(paragraph)
        key = unit, paragraph
        if key not in self._found:
            self._found[key] = _FINDERS[unit](self.reading.article.text, span)
        return self._found[key]

    def _forward(self, unit: Unit, start: int, test: Callable[[Span], bool]) -> Span | None:
        paragraphs = range(self.reading.paragraph_at(start), len(self.reading.paragraphs))
        return next(filter(test, self._walk(unit, paragraphs, start)), None)

    def _backward(self, unit: Unit, start: int, test: Callable[[Span], bool]) -> Span | None:
        paragraphs = range(self.reading.paragraph_at(start), -1, -1)
        return next(filter(test, self._walk(unit, paragraphs, start)), None)

    def _walk(self, unit: Unit, paragraphs: range, start: int) -> Iterator[Span]:
        """The units of `paragraphs`, in the first of them from those about `start` on."""
        for index in paragraphs:
            found = self.units(unit, index)
            here = bisect_right(found, start, key=_start_of)
            if paragraphs.step > 0:
                first = 0 if unit is Unit.QUOTATION else max(0, here - 1)  # quotations may nest
                yield from islice(found, first if index == paragraphs[0] else 0, None)
            else:
                last = min(here, len(found) - 1) if index == paragraphs[0] else len(found) - 1
                yield from (found[at] for at in range(last, -1, -1))


def _end_of(span: Span) -> int:
    return span.end


def _start_of(span: Span) -> int:
    return span.start
