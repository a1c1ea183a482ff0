"""Sheets as CSV, JSON Lines and markdown: the words of the screen in each of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from fr_reader.export.markdown import cell as markdown_cell
from fr_reader.export.markdown import field
from fr_reader.model import visible_text
from fr_reader.overview.sheet import Kind, Sheet

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(sheet: Sheet) -> str:
    """Records of CSV (RFC 4180), the heads first; no spreadsheet takes a cell for a formula."""
    text = [column.kind is Kind.TEXT for column in sheet.columns]
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([_guarded(head) for head in sheet.heads])
    for row in sheet.words():
        cells = zip(row, text, strict=True)
        writer.writerow([_guarded(value) if is_text else value for value, is_text in cells])
    return lines.getvalue()


def _guarded(value: str) -> str:
    shown = visible_text(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def records(sheet: Sheet) -> Iterator[dict[str, object]]:
    """One record a row: its values as they are, not rounded, by the heads of their columns.

    The row for all together is the last one. Where two columns have the same head, the later one
    gets a number.
    """
    heads: list[str] = []
    for head in sheet.heads:
        same = heads.count(head)
        heads.append(f"{head} {same + 1}" if same else head)
    for values in sheet.values:
        yield {"report": sheet.name, **dict(zip(heads, values, strict=True))}


def as_markdown(sheet: Sheet) -> str:
    """A heading, the table, and how it is counted."""
    sheet = sheet.shown()
    aligned = ["---" if column.kind is Kind.TEXT else "---:" for column in sheet.columns]
    lines = [f"## {field(sheet.title)}", "", _row(sheet.heads), f"| {' | '.join(aligned)} |"]
    lines += [_row(row) for row in sheet.words()]
    lines += ["", field(sheet.note)] if sheet.note else []
    return "\n".join(lines) + "\n"


def _row(values: Sequence[str]) -> str:
    return f"| {' | '.join(markdown_cell(value) for value in values)} |"
