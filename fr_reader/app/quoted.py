"""Which quotations stand in a paragraph, and which one a passage touches."""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.model import Quotation, Reading, Span


class Quoted:
    """The quotations of one reading by paragraph; indices are those of `reading.quotations`."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._in: dict[int, list[int]] = {}
        for index, quotation in enumerate(reading.quotations):
            for paragraph in sorted({reading.paragraph_at(s.start) for s in quotation.segments}):
                self._in.setdefault(paragraph, []).append(index)

    def in_paragraph(self, paragraph: int) -> list[int]:
        """The indices of the quotations with a segment in this paragraph, in text order."""
        return self._in.get(paragraph, [])

    def segments_in(self, paragraph: int) -> tuple[Span, ...]:
        """Their segments there, in text order."""
        whole = self.reading.paragraphs[paragraph].span
        found = (s for at in self.in_paragraph(paragraph) for s in self._segments(at))
        return tuple(sorted(s for s in found if whole.holds(s.start)))

    def touching(self, segments: Iterable[Span]) -> int | None:
        """The index of the first quotation that shares a code point with a passage, or None."""
        spans = tuple(segments)
        for span in spans:
            first = self.reading.paragraph_at(span.start)
            last = self.reading.paragraph_at(max(span.start, span.end - 1))
            for paragraph in range(first, last + 1):
                for at in self.in_paragraph(paragraph):
                    if any(s.overlaps(part) for s in self._segments(at) for part in spans):
                        return at
        return None

    def exactly(self, segments: tuple[Span, ...]) -> Quotation | None:
        """The quotation with just these segments, or None."""
        near = self.in_paragraph(self.reading.paragraph_at(segments[0].start)) if segments else ()
        found = (self.reading.quotations[at] for at in near)
        return next((q for q in found if q.segments == segments), None)

    def holding(self, offset: int) -> int | None:
        """The index of the first quotation that holds the code point at `offset`, or None."""
        return self.touching([Span(offset, offset + 1)])

    def _segments(self, index: int) -> tuple[Span, ...]:
        return self.reading.quotations[index].segments
