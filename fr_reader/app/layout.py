"""How text falls into rows, and how high each paragraph is before anyone has wrapped it.

Wrapping works on whole grapheme clusters and terminal cells; offsets are code points. Heights are
kept in a Fenwick tree (P. M. Fenwick, "A new data structure for cumulative frequency tables",
1994), so that the row of a paragraph, the paragraph at a row and a corrected height all cost
O(log n), however long the article is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len, split_graphemes

from fr_reader.model import visible


def line_face(text: str) -> str:
    """`text` as one line of a screen, code point for code point: line ends and tabs are spaces,
    and what could command a terminal is a symbol."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def wrap(face: str, width: int) -> list[tuple[int, int]]:
    """Break a line into rows of at most `width` cells: half-open ranges of code points.

    Rows break after spaces, and inside a word only where it is longer than a row. Spaces that
    reach over the edge hang there: they belong to the row and are not drawn. `face` comes from
    `line_face`; an empty one is one empty row. A width below 2 counts as 2, the widest cluster.
    """
    width = max(2, width)
    measure = len if face.isascii() else cell_len
    rows: list[tuple[int, int]] = []
    start, used, here = 0, 0, 0
    while here < len(face):
        end = face.find(" ", here)
        end = len(face) if end < 0 else end
        size = measure(face[here:end])
        if used + size > width and here > start:
            rows.append((start, here))
            start, used = here, 0
        if size > width:
            *broken, start = _break_word(face, here, end, width)
            rows += pairwise([here, *broken, start]) if broken or start > here else ()
            size = measure(face[start:end])
        spaces = end
        while spaces < len(face) and face[spaces] == " ":
            spaces += 1
        used += size + spaces - end
        here = spaces
    rows.append((start, len(face)))
    return rows


def _break_word(face: str, start: int, end: int, width: int) -> list[int]:
    """Where the rows after the first begin in a word longer than a row."""
    if face.isascii():
        return list(range(start + width, end, width))
    breaks, used = [], 0
    for first, _last, size in split_graphemes(face[start:end])[0]:
        if used and used + size > width:
            breaks.append(start + first)
            used = 0
        used += size
    return breaks or [start]


def cells_before(face: str, start: int, index: int) -> int:
    """How many cells lie between two code points of a line."""
    return cell_len(face[start:index])


def index_at(face: str, start: int, end: int, cell: int) -> int:
    """The code point that begins the cluster drawn at `cell` of the row `[start, end)`.

    Beyond the row's end it is `end`.
    """
    clusters, _ = split_graphemes(face[start:end])
    used = 0
    for first, _last, size in clusters:
        used += size
        if cell < used:
            return start + first
    return end


class Heights:
    """The heights of many paragraphs, in rows."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        for i in range(1, len(self._tree)):
            parent = i + (i & -i)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[i]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    @property
    def total(self) -> int:
        """All rows together."""
        return self.top(len(self._heights))

    def top(self, index: int) -> int:
        """The row at which paragraph `index` begins."""
        rows = 0
        while index > 0:
            rows += self._tree[index]
            index -= index & -index
        return rows

    def set(self, index: int, height: int) -> int:
        """Correct a height; returns by how much it changed."""
        change = height - self._heights[index]
        self._heights[index] = height
        i = index + 1
        while change and i < len(self._tree):
            self._tree[i] += change
            i += i & -i
        return change

    def at(self, row: int) -> tuple[int, int]:
        """The paragraph shown at `row`, and which of its rows that is; clamped to the text."""
        row = max(0, min(row, self.total - 1))
        index, step = 0, 1 << len(self._tree).bit_length()
        while step:
            reach = index + step
            if reach < len(self._tree) and self._tree[reach] <= row:
                index, row = reach, row - self._tree[reach]
            step >>= 1
        return index, row
