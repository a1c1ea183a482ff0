"""One column or two: where the gutter of a page is, and the order in which its lines are read."""

from __future__ import annotations

from collections import Counter

from fr_reader.ingest.pdf.lines import Column, Line, Sheet, merged

_FEWEST = 4
"""So many lines on either side make a gutter."""
_MOST_EDGES = 24
"""A column begins at one of the left edges that so many others do not surpass in lines."""


def columns(sheets: list[Sheet]) -> list[Column]:
    """The columns of all pages in reading order.

    A page with too few lines to show a gutter, as the last one may be, has that of the others.
    """
    gutters = [_gutter(sheet.lines) for sheet in sheets]
    known = sorted(gutter for gutter in gutters if gutter is not None)
    usual = known[len(known) // 2] if known else None
    found: list[Column] = []
    for sheet, own in zip(sheets, gutters, strict=True):
        lent = own is None and usual is not None and _may_part(usual, sheet.lines)
        found.extend(_of_page(sheet, usual if lent else own))
    return found


def _may_part(gutter: float, lines: tuple[Line, ...]) -> bool:
    """Whether there are lines on both sides of a gutter, and more than run across it."""
    left = sum(line.right <= gutter for line in lines)
    right = sum(line.left >= gutter for line in lines)
    return min(left, right) > 0 and len(lines) - left - right < min(left, right)


def _of_page(sheet: Sheet, gutter: float | None) -> list[Column]:
    """The columns of a page; what spans both parts what is above it from what is below."""
    if gutter is None:
        return [Column("one", tuple(merged(list(sheet.lines))))] if sheet.lines else []
    left = merged([line for line in sheet.lines if line.right <= gutter])
    right = merged([line for line in sheet.lines if line.left >= gutter])
    spanning = merged([line for line in sheet.lines if line.left < gutter < line.right])
    found: list[Column] = []
    for number, edge in enumerate([*(line.base for line in spanning), float("-inf")]):
        for kind, side in (("left", left), ("right", right)):
            band = [line for line in side if line.base >= edge]
            del side[: len(band)]
            if band:
                found.append(Column(kind, tuple(band)))
        if number < len(spanning):
            _span(found, spanning[number])
    return found


def _span(found: list[Column], line: Line) -> None:
    if found and found[-1].kind == "both":
        found[-1] = Column("both", (*found[-1].lines, line))
    else:
        found.append(Column("both", (line,)))


def _gutter(lines: tuple[Line, ...]) -> float | None:
    """The place no more lines cross than must, with lines on both sides of it at one height."""
    best: tuple[int, float] = (0, 0.0)
    edges = Counter(round(line.left) for line in lines)
    for place in sorted(edge - 2.0 for edge, _ in edges.most_common(_MOST_EDGES)):
        left = [line for line in lines if line.right <= place]
        right = [line for line in lines if line.left >= place]
        crossing = len(lines) - len(left) - len(right)
        fewer = min(len(left), len(right))
        if fewer < _FEWEST or crossing > fewer or not _side_by_side(left, right):
            continue
        score = fewer * 2 - crossing * 3
        if score > best[0]:
            best = (score, place)
    return best[1] if best[0] > 0 else None


def _side_by_side(left: list[Line], right: list[Line]) -> bool:
    """Whether the two sides are columns of writing: at one height, and wide enough for words."""
    top = min(max(line.base for line in left), max(line.base for line in right))
    foot = max(min(line.base for line in left), min(line.base for line in right))
    size = max(line.size for line in left)
    wide = all(
        max(s.right for s in side) - min(s.left for s in side) > 6 * size for side in (left, right)
    )
    return wide and top - foot > 2 * size
