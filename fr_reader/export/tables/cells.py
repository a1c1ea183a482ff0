"""Cells of CSV: UTF-8, quoted texts, and nothing a spreadsheet would take for a formula.

Spreadsheets run a cell that begins with = + - @, also behind white space or in full-width form
(OWASP, "CSV Injection"). Articles and memos are not to be trusted with that, so such a text gets an
apostrophe in front, and so does one that begins with a tab, a carriage return or a line feed.
Spreadsheets show the apostrophe; other programs take it off with `^'(?=\\s*[=+\\-@…])`. Control
characters are shown as symbols; ends of lines inside of a cell stay.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from fr_reader.model import visible_text

Cell = str | int
Row = Mapping[str, Cell]

_UNSEEN = "\\s\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\u2400-\u2421␤⍰⍇\ufffd"
_FORMULA = re.compile(f"[{_UNSEEN}]*[=+\\-@＝＋－＠﹦﹢﹣﹫−⁺⁻₊₋⁼₌]|[\t\r\n␉␍␊]")


def guarded(text: str) -> str:
    """`text` as a cell that is shown and never run."""
    text = visible_text(text)
    return f"'{text}" if _FORMULA.match(text) else text


def csv_of(columns: Sequence[str], rows: Iterable[Row], *, bom: bool = False) -> bytes:
    """The table as CSV: a line of heads, texts in quotation marks, numbers bare, CR LF line ends.

    `bom` puts a byte order mark in front, by which Excel knows UTF-8.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        cells = (row[column] for column in columns)
        writer.writerow([cell if isinstance(cell, int) else guarded(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")
