"""Rows: what each coder said of one unit, and how many units have the same row.

Counting equal rows instead of listing units keeps a measure over the characters of a whole project
as cheap as one over its quotations, and every coefficient here needs the counts alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

Label = Hashable
"""What a coder said of a unit; None is kept for a unit the coder did not see."""
Row = tuple[Label | None, ...]
"""One label a coder, in the order of the coders."""
Rows = Mapping[Row, int]
"""Each row that occurs, with the number of units that have it."""


def counted(rows: Iterable[Row]) -> Counter[Row]:
    """The rows of single units, counted."""
    return Counter(rows)


def together(groups: Iterable[Rows]) -> Counter[Row]:
    """The rows of several groups of units as one."""
    total: Counter[Row] = Counter()
    for group in groups:
        total.update(group)
    return total


def whole(rows: Rows) -> dict[Row, int]:
    """The rows that every coder has a label in."""
    return {row: count for row, count in rows.items() if None not in row}


def of_pair(rows: Rows, first: int, second: int) -> Counter[Row]:
    """What two of the coders said, of the units both saw; the coders by their places in a row."""
    pairs: Counter[Row] = Counter()
    for row, count in rows.items():
        if row[first] is not None and row[second] is not None:
            pairs[row[first], row[second]] += count
    return pairs


def units(rows: Rows) -> int:
    """How many units at least two coders have a label of: what agreement can be measured on."""
    return sum(count for row, count in rows.items() if _labels(row) > 1)


def _labels(row: Row) -> int:
    return sum(label is not None for label in row)
