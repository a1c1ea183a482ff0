"""Lines to paragraphs: told from gaps, indents, short last lines and the size of print."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from fr_reader.ingest.pdf.hyphens import seam, vocabulary
from fr_reader.ingest.pdf.lines import Column, Line

_LARGER = 1.08
"""Print larger or smaller by so much is another paragraph."""
_GAP = 1.25
"""A gap between lines larger than the usual one by so much parts paragraphs."""
_JUSTIFIED = 0.6
"""Where so many of the lines end at the right edge, the text is justified."""
_FINAL = ".!?…:”’\"')"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with what its column says of it: its indent, and the room left at its end."""

    line: Line
    indent: float
    room: float
    first: bool


def paragraphs(columns: list[Column]) -> list[str]:
    """The paragraphs in the columns of all pages, those that run over a column joined."""
    words = vocabulary(line.text for column in columns for line in column.lines)
    spacing = _spacing(columns)
    placed = _placed(columns)
    even = sum(line.room < 1 for line in placed) > _JUSTIFIED * len(placed)
    found: list[list[str]] = []
    above: _Placed | None = None
    for line in placed:
        if above is None or _parts(above, line, spacing, even):
            found.append([line.line.text])
        else:
            found[-1][-1], between = seam(found[-1][-1], line.line.text, words)
            found[-1] += [between, line.line.text]
        above = line
    return ["".join(parts) for parts in found]


def _placed(columns: list[Column]) -> list[_Placed]:
    widths: dict[str, float] = {}
    for column in columns:
        wide = max(x.right for x in column.lines) - min(x.left for x in column.lines)
        kind = "half" if column.kind in ("left", "right") else column.kind
        widths[kind] = max(widths.get(kind, 0.0), wide)
    placed: list[_Placed] = []
    for column in columns:
        left = min(line.left for line in column.lines)
        width = widths["half" if column.kind in ("left", "right") else column.kind]
        placed.extend(
            _Placed(line, line.left - left, left + width - line.right, number == 0)
            for number, line in enumerate(column.lines)
        )
    return placed


def _spacing(columns: list[Column]) -> dict[float, float]:
    """The usual distance of baselines for each size of print."""
    gaps: dict[float, list[float]] = {}
    for column in columns:
        for above, below in pairwise(column.lines):
            if round(above.size, 1) == round(below.size, 1):
                gaps.setdefault(round(below.size, 1), []).append(above.base - below.base)
    return {size: _usual(found) for size, found in gaps.items()}


def _usual(gaps: list[float]) -> float:
    """The most frequent distance, to half a point; the middle one where none is frequent."""
    value, times = Counter(round(gap * 2) / 2 for gap in gaps).most_common(1)[0]
    return value if times > len(gaps) / 4 else median(gaps)


def _parts(above: _Placed, below: _Placed, spacing: dict[float, float], even: bool) -> bool:
    """Whether a paragraph ends between two lines that are read one after the other.

    `even`: the lines are justified, so that one a little short is the last of its paragraph.
    """
    one, other = above.line, below.line
    size = other.size or 1.0
    if not 1 / _LARGER < one.size / size < _LARGER:
        return True
    if not below.first:
        usual = spacing.get(round(other.size, 1), size * 1.2)
        if one.base - other.base > max(_GAP * usual, usual + 1.5):
            return True
    if below.indent > above.indent + 0.6 * size and below.indent < 6 * size:
        return True
    broken = one.text.endswith(("-", "‐"))
    final = one.text[-1] in _FINAL
    if even and final and above.room > 2 and not other.text[0].islower():
        return True
    fits = above.room > other.first + 0.45 * size
    return fits and not broken and (final or not other.text[0].islower())
