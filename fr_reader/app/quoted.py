"""Which quotations stand where, and which one a passage touches, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from fr_reader.model import Quotation, Reading, Span


class Quoted:
    """The segments of the quotations of one reading in text order.

    Finding those that meet a span costs their number there, not how many there are.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        parts = ((s, at) for at, q in enumerate(reading.quotations) for s in q.segments)
        self._parts = sorted(parts)
        self._starts = [span.start for span, _ in self._parts]
        self._longest = max((len(span) for span, _ in self._parts), default=0)

    def overlapping(self, span: Span) -> list[tuple[Span, int]]:
        """The segments that share a code point with `span`, in text order, each with the index of
        its quotation in `reading.quotations`."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [part for part in self._parts[first:last] if part[0].overlaps(span)]

    def segments_in(self, paragraph: int) -> tuple[Span, ...]:
        """The segments that begin in a paragraph, in text order."""
        whole = self.reading.paragraphs[paragraph].span
        return tuple(span for span, _ in self.overlapping(whole) if whole.holds(span.start))

    def touching(self, segments: Iterable[Span]) -> int | None:
        """The index of the first quotation that shares a code point with a passage, or None."""
        for span in segments:
            met = self.overlapping(span)
            if met:
                return min(index for _, index in met)
        return None

    def exactly(self, segments: tuple[Span, ...]) -> Quotation | None:
        """The quotation with just these segments, or None."""
        near = self.overlapping(segments[0]) if segments else []
        found = (self.reading.quotations[index] for _, index in near)
        return next((q for q in found if q.segments == segments), None)

    def holding(self, offset: int) -> int | None:
        """The index of the first quotation that holds the code point at `offset`, or None."""
        return self.touching([Span(offset, offset + 1)])
