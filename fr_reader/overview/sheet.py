"""Sheets: a table with heads, rows and what each cell opens, however it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from fr_reader.overview.query import Differing, Query


class Kind(StrEnum):
    """What the cells of a column hold: names, whole numbers, shares from 0 to 1, or figures."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    FIGURE = "figure"


Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its head and what its cells hold.

    Text is cut to `longest` code points where people read it, unless that is 0; a column that is
    for machines alone (`bare`) is left out there.
    """

    head: str
    kind: Kind = Kind.COUNT
    longest: int = 0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One value, and what it was counted from: a query for facts, or what coders differ on; None
    opens nothing."""

    value: Value
    opens: Query | Differing | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. `total` is a last row for all together, or empty; `note` says how it is counted."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    note: str = ""

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return tuple(column.head for column in self.columns)

    @property
    def values(self) -> tuple[tuple[Value, ...], ...]:
        """The values of the rows, and of the row for all together at the end."""
        rows = (*self.rows, self.total) if self.total else self.rows
        return tuple(tuple(cell.value for cell in row) for row in rows)

    def shown(self) -> Sheet:
        """The sheet as people read it: CSV and JSON Lines have the whole of it."""
        kept = [at for at, column in enumerate(self.columns) if not column.bare]
        longest = [self.columns[at].longest for at in kept]
        cut = [
            tuple(_cut(row[at], most) for at, most in zip(kept, longest, strict=True))
            for row in self.rows
        ]
        total = tuple(self.total[at] for at in kept) if self.total else ()
        columns = tuple(self.columns[at] for at in kept)
        return replace(self, columns=columns, rows=tuple(cut), total=total)

    def words(self) -> list[list[str]]:
        """The values as they are read: on the screen, in a table and in CSV alike."""
        kinds = [column.kind for column in self.columns]
        return [
            [worded(value, kind) for value, kind in zip(row, kinds, strict=True)]
            for row in self.values
        ]


def _cut(cell: Cell, longest: int) -> Cell:
    value = cell.value
    if not longest or not isinstance(value, str) or len(value) <= longest:
        return cell
    return replace(cell, value=value[: longest - 1].rstrip() + "…")


def worded(value: Value, kind: Kind) -> str:
    """A value as it is read: shares in percent with one decimal, figures with three."""
    if value is None:
        return "–" if kind in (Kind.SHARE, Kind.FIGURE) else ""
    if kind is Kind.SHARE:
        return f"{100 * float(value):.1f} %"
    if kind is Kind.FIGURE:
        return f"{float(value):.3f}"
    return str(value)


def largest(sheet: Sheet, columns: Sequence[int]) -> float:
    """The largest value in these columns, without the row for all together: what a bar or a heat
    is measured by; 0 where there is none."""
    numbers = (row[place].value for row in sheet.rows for place in columns)
    return max((float(n) for n in numbers if isinstance(n, int | float)), default=0.0)
