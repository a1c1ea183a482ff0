"""Running heads, running feet and page numbers: what stands at the same height page after page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from fr_reader.ingest.pdf.lines import Line, Sheet, merged

_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?:page |seite |p\. ?)?[-–— ]*(?:\d{1,4}|[ivxl]{1,6})[-–— ]*"
    r"(?: ?(?:of|/|von) ?\d{1,4})?$",
    re.IGNORECASE,
)
_OUTER = 3
"""How many lines at the top and at the foot of a page may be running ones."""
_MARGIN = 0.1
"""A number alone in so much of the page's height at either end is a page number."""


def without_running(sheets: list[Sheet]) -> list[Sheet]:
    """The pages without running heads and feet (digits may vary) and without page numbers."""
    seen = Counter(key for sheet in sheets for key in {_key(line) for line in _outer(sheet)})
    least = max(2, len(sheets) // 4)
    running = {key for key, times in seen.items() if times >= least}
    return [_cleared(sheet, running) for sheet in sheets]


def _outer(sheet: Sheet) -> list[Line]:
    rows = merged(list(sheet.lines))
    return rows[:_OUTER] + rows[max(_OUTER, len(rows) - _OUTER) :]


def _key(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text), round(line.base / 4)


def _cleared(sheet: Sheet, running: set[tuple[str, int]]) -> Sheet:
    gone = [
        row
        for row in _outer(sheet)
        if any((_key(row)[0], _key(row)[1] + near) in running for near in (-1, 0, 1))
        or (_PAGE.match(row.text) and _in_margin(row, sheet.height))
    ]
    if not gone:
        return sheet
    kept = tuple(
        line
        for line in sheet.lines
        if not any(abs(line.base - row.base) < 0.4 * row.size for row in gone)
    )
    return replace(sheet, lines=kept)


def _in_margin(line: Line, height: float) -> bool:
    return line.base < _MARGIN * height or line.base > (1 - _MARGIN) * height
