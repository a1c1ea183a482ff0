"""Which row shows which offset: the rows of an article at one width, wrapped when first needed."""

from __future__ import annotations

from fr_reader.app.layout import Heights, index_at, line_face, wrap
from fr_reader.model import Reading, Span


class Places:
    """Rows of a reading wrapped at `width` cells; after each paragraph comes one empty row.

    Heights are estimated from lengths and become right as paragraphs are measured, so nothing
    here costs more than what has been looked at.
    """

    def __init__(self, reading: Reading, width: int) -> None:
        self.reading = reading
        self.width = width
        self._rows: dict[int, list[tuple[int, int]]] = {}
        self._heights = Heights([len(p.span) // width + 2 for p in reading.paragraphs])

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """All rows together, as far as is known."""
        return self._heights.total

    def rows(self, index: int) -> list[tuple[int, int]]:
        """The rows of a paragraph, as offsets inside it; its height is right from then on."""
        rows = self._rows.get(index)
        if rows is None:
            span = self.reading.paragraphs[index].span
            rows = wrap(line_face(span.of(self.reading.article.text)), self.width)
            self._rows[index] = rows
            self._heights.set(index, len(rows) + 1)
        return rows

    def at(self, row: int) -> tuple[int, int]:
        """The paragraph shown at `row`, and which of its rows that is; clamped to the text."""
        return self._heights.at(row)

    def top(self, index: int) -> int:
        """The row at which a paragraph begins."""
        return self._heights.top(index)

    def row_of(self, offset: int) -> int:
        """The row that shows `offset`."""
        index = self.reading.paragraph_at(offset)
        rows = self.rows(index)
        inside = offset - self.reading.paragraphs[index].span.start
        low, high = 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            if rows[middle][0] <= inside:
                low = middle + 1
            else:
                high = middle
        return self.top(index) + max(0, low - 1)

    def rows_of(self, span: Span) -> tuple[int, int]:
        """The first and the last row that show `span`."""
        last = self.row_of(max(span.start, span.end - 1))
        first = self.row_of(span.start)
        return first, max(first, self.row_of(max(span.start, span.end - 1)), last)

    def offset_of(self, row: int) -> int:
        """The offset that begins the row; of an empty row, that before it."""
        index, line = self.at(row)
        rows = self.rows(index)
        return self.reading.paragraphs[index].span.start + rows[min(line, len(rows) - 1)][0]

    def end_of(self, row: int) -> int:
        """The offset behind the last code point of the row."""
        index, line = self.at(row)
        rows = self.rows(index)
        return self.reading.paragraphs[index].span.start + rows[min(line, len(rows) - 1)][1]

    def offset_at(self, row: int, cell: int) -> int:
        """The offset of the code point drawn at a cell of a row; the nearest where none is."""
        index, line = self.at(row)
        span = self.reading.paragraphs[index].span
        rows = self.rows(index)
        start, end = rows[min(line, len(rows) - 1)]
        face = line_face(span.of(self.reading.article.text)[start:end])
        there = start + index_at(face, 0, len(face), cell)
        return span.start + min(there, max(start, end - 1))

    def measure_down(self, row: int, height: int) -> None:
        """Measure what the `height` rows from `row` on show."""
        index, _ = self.at(row)
        while index < len(self) and self.top(index) < row + height:
            self.rows(index)
            index += 1

    def measure_up(self, index: int, height: int) -> None:
        """Measure a paragraph and those in the `height` rows before it."""
        while index >= 0 and height > 0:
            self.rows(index)
            height -= self._heights[index]
            index -= 1

    def shift_above(self, row: int, end: int, height: int) -> int:
        """Measure what is shown from `row` up to row `end`; by how many rows that moves `end`."""
        first, _ = self.at(row)
        below, _ = self.at(end)
        before = self.top(below)
        for index in range(first, min(below, first + height)):
            self.rows(index)
        return self.top(below) - before
