"""One column or two: where the gutter of a page is, and the order in which its lines are read."""

from __future__ import annotations

from fr_reader.ingest.pdf.lines import Column, Line, Sheet, merged

_FEWEST = 4
"""So many lines on either side make a gutter."""


def columns(sheet: Sheet) -> list[Column]:
    """The columns of a page in reading order; what spans both parts them."""
    gutter = _gutter(sheet.lines)
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
    for place in sorted({round(line.left) - 2.0 for line in lines})[:400]:
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
