"""Writing results to stdout as they come: text as it is, rows as a table drawn page by page."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Protocol

from fr_reader.cli.output import show
from fr_reader.cli.quote_forms import CSV_HEAD, TABLE_HEAD, Row, csv_records
from fr_reader.cli.quote_work import Result
from fr_reader.model import visible

if TYPE_CHECKING:
    from rich.console import Console

_PAGE = 200
_WIDTH_WITHOUT_TERMINAL = 120
_LARGEST_SHARE = 6
_LEAST_TEXT = 8
_GAP = 2


class Output(Protocol):
    """Where results go."""

    def add(self, result: Result) -> None:
        """Take one more result that is no problem."""

    def close(self) -> None:
        """There are no more; at least one was taken."""


def output(form: str) -> Output:
    """What writes this form."""
    if form == "csv":
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(newline="")  # its lines end in CR LF on every system
        return Texts(csv_records([CSV_HEAD]))
    return Pages() if form == "table" else Texts()


class Texts:
    """Texts one after the other, under a head if there is one."""

    def __init__(self, head: str = "") -> None:
        self._head = head

    def add(self, result: Result) -> None:
        """Write it, and let a program that reads along have it now."""
        sys.stdout.write(self._head + result.text)
        sys.stdout.flush()
        self._head = ""

    def close(self) -> None:
        """Everything is written already."""


class Pages:
    """A table in pages, so that memory stays bounded; the first page decides on the widths."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._widths: list[int] = []
        self._console: Console | None = None

    def add(self, result: Result) -> None:
        """Keep the rows until a page is full."""
        self._rows += result.rows
        while len(self._rows) >= _PAGE:
            page, self._rows = self._rows[:_PAGE], self._rows[_PAGE:]
            self._draw(page)

    def close(self) -> None:
        """Draw the last page, or say that there was nothing to draw."""
        if self._rows:
            self._draw(self._rows)
        elif not self._widths:
            show("no quotations found")

    def _draw(self, page: Sequence[Row]) -> None:
        from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - 60 ms that the other forms save
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        first = self._console is None
        console = self._console = self._console or _console()
        self._widths = self._widths or _widths(console.width, [TABLE_HEAD, *page])
        drawn = Table(box=SIMPLE_HEAD, show_edge=False, show_header=first, pad_edge=False)
        drawn.padding = (0, 1, 0, 0)
        for name, width in zip(TABLE_HEAD, self._widths, strict=True):
            drawn.add_column(Text(name), overflow="fold", width=width)
        for row in page:
            drawn.add_row(
                *(
                    Text(visible(str(value)), justify="right" if isinstance(value, int) else "left")
                    for value in row
                )
            )
        console.print(drawn)


def _console() -> Console:
    """The terminal, or where there is none, a page of a width that does not depend on it."""
    from rich.console import Console  # noqa: PLC0415

    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    width = None if known else _WIDTH_WITHOUT_TERMINAL
    return Console(width=width, highlight=False, markup=False, emoji=False)


def _widths(whole: int, rows: Iterable[Row | Sequence[str]]) -> list[int]:
    """How many cells each column gets: what it needs within limits, the last one the rest."""
    from rich.cells import cell_len  # noqa: PLC0415

    columns = zip(*([cell_len(visible(str(value))) for value in row] for row in rows), strict=True)
    widest = max(4, whole // _LARGEST_SHARE)
    needed = [min(widest, max(column)) for column in columns]
    needed[1] = max(needed[1], 3)  # numbers grow further down
    rest = whole - sum(needed[:-1]) - _GAP * (len(needed) - 1)
    if rest >= _LEAST_TEXT:
        return [*needed[:-1], rest]
    share = max(1, (whole - _GAP * len(needed)) // len(needed))
    return [share] * len(needed)
