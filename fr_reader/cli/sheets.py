"""Printing a sheet in the form that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from fr_reader.cli.output import jsonl, show, table
from fr_reader.overview.forms import as_csv, as_markdown, records
from fr_reader.overview.sheet import Kind, Sheet

Function = TypeVar("Function", bound=Callable[..., Any])


def sheet_format_option(function: Function) -> Function:
    """`--format`, for commands that print sheets."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "csv", "jsonl", "md"]),
        default="table",
        show_default=True,
        help="A table for people, CSV, one JSON object a line, or markdown.",
    )(function)


def print_sheets(sheets: Iterable[Sheet], form: str) -> None:
    """Print sheets one after the other; CSV and tables with an empty line between them."""
    for number, sheet in enumerate(sheets):
        if number and form != "jsonl":
            sys.stdout.write("\r\n" if form == "csv" else "\n")
        _PRINT[form](sheet)


def _table(sheet: Sheet) -> None:
    sheet = sheet.shown()
    right = [at for at, column in enumerate(sheet.columns) if column.kind is not Kind.TEXT]
    show(sheet.title)
    show(sheet.note if table(sheet.heads, sheet.words(), right) else "nothing yet")


def _jsonl(sheet: Sheet) -> None:
    for record in records(sheet):
        jsonl(record)


_PRINT: dict[str, Callable[[Sheet], object]] = {
    "table": _table,
    "csv": lambda sheet: sys.stdout.write(as_csv(sheet)),
    "jsonl": _jsonl,
    "md": lambda sheet: sys.stdout.write(as_markdown(sheet)),
}
