"""How the rows of an article are divided, and how wide the screen is beside it."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.app.manner import LONGEST_LINE
from fr_reader.model import Reading

WIDE = 112
"""Cells from which the panels stand beside the text."""
SIDE = 42
"""Cells the panels take there."""
MAPPED = 60
"""Cells from which a column of one cell beside the text stands for the whole article; it takes
the place of the scroll bar."""


def view_width(width: int) -> int:
    """The cells there are for an article’s rows on a screen of `width`, without what stands beside
    them: panels, and one cell for the scroll bar or the column in its place."""
    return width - (SIDE if width >= WIDE else 0) - 1


@dataclass(frozen=True, slots=True)
class Geometry:
    """How a row is divided, in cells: `left` blank ones, the margin's columns, `text` ones."""

    left: int
    number: int
    signs: int
    text: int

    @property
    def margin(self) -> int:
        """Cells before the text, without `left`: cursor, number, signs and bar."""
        return 2 + (self.number + 1 if self.number else 0) + self.signs + 2

    @property
    def text_at(self) -> int:
        """The cell at which the text begins."""
        return self.left + self.margin

    @classmethod
    def for_reading(cls, width: int, reading: Reading, longest: int = LONGEST_LINE) -> Geometry:
        """The division for a reading, with room for the numbers of those paragraphs that are still
        to come where only the first are there."""
        known = len(reading.paragraphs)
        end = reading.paragraphs[-1].span.end if known else 1
        many = known * len(reading.article.text) // max(1, end)
        return cls.for_width(width, many, longest)

    @classmethod
    def for_width(cls, width: int, paragraphs: int, longest: int = LONGEST_LINE) -> Geometry:
        """The division of a row of `width` cells, `longest` of them text at the most; narrow ones
        give up the paragraph numbers."""
        roomy = width >= 60
        number = max(2, len(str(paragraphs))) if roomy else 0
        margin = cls(0, number, 3 if roomy else 2, 0).margin
        text = max(2, min(longest, width - margin - (2 if roomy else 0)))
        left = max(0, (width - margin - text) // 2)
        return cls(left, number, 3 if roomy else 2, text)
