"""What goes to the terminal: sentences, tables and JSON Lines, and never a raw control character.

Tables and sentences show control characters as symbols. JSON Lines stay exact: there such a
character is written as its JSON escape, which any JSON reader turns back.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Literal

from fr_reader.cli.json_line import json_line
from fr_reader.model import visible

_WIDTH_WITHOUT_TERMINAL = 120


def say(sentence: str) -> None:
    """One message for people, on one line of stderr."""
    print(f"fr-reader: {visible(sentence)}", file=sys.stderr)


def show(line: str) -> None:
    """One line for people, on stdout."""
    print(visible(line))


def jsonl(record: dict[str, object]) -> None:
    """`record` as one line of JSON on stdout."""
    print(json_line(record))


def columns(widths: Mapping[str, int], row: Sequence[str]) -> str:
    """One line of a list that is told as it is found, in columns of `widths` cells.

    What does not fit ends in an ellipsis; empty cells at the end are left out.
    """
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415 - JSON Lines need none of it

    cells = []
    for width, value in zip(widths.values(), row, strict=True):
        text = visible(value)
        fits = cell_len(text) <= width
        cells.append(set_cell_size(text, width) if fits else set_cell_size(text, width - 1) + "…")
    return "  ".join(cells).rstrip()


def table(
    heads: Sequence[str], rows: Iterable[Sequence[str | int]], right: Container[int] = ()
) -> int:
    """A table on stdout unless there are no rows; how many there are.

    Numbers are aligned to the right, and so are the columns in `right`, by their places from 0;
    text is never taken for markup.
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - 60 ms that JSON Lines need not pay
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(
        width=None if known else _WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        markup=False,
        emoji=False,
    )
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False)
    for place, head in enumerate(heads):
        side: Literal["left", "right"] = "right" if place in right else "left"
        drawn.add_column(Text(head), overflow="fold", justify=side)
    for row in rows:
        drawn.add_row(
            *(
                Text(
                    visible(str(value)),
                    justify="right" if isinstance(value, int) or place in right else "left",
                )
                for place, value in enumerate(row)
            )
        )
    if drawn.row_count:
        console.print(drawn)
    return drawn.row_count
