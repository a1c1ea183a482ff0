"""Lines on pages: where they stand and how large they are printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one baseline: left and right edge, baseline from the page's foot, size of print.

    Lengths are PDF points (1/72 inch). `first` is how wide its first word is.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its height and the pieces of lines on it, in the order they were written."""

    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below one another, in reading order; `kind` tells columns of one width apart."""

    kind: str
    lines: tuple[Line, ...]


def merged(lines: list[Line]) -> list[Line]:
    """Pieces on one baseline as whole lines, top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and abs(rows[-1][0].base - line.base) < 0.4 * max(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_one(sorted(row, key=lambda line: line.left)) for row in rows]


def _one(row: list[Line]) -> Line:
    size = max(row, key=lambda line: len(line.text)).size
    base = max(row, key=lambda line: len(line.text)).base
    text = " ".join(line.text for line in row)
    right = max(line.right for line in row)
    return Line(text, row[0].left, right, base, size, row[0].first)
