"""The page about formats names every format and every column."""

from __future__ import annotations

import re
from pathlib import Path

from fr_reader.cli.exporting import EXPORTS
from fr_reader.export.tables import annotations as marked
from fr_reader.export.tables import quotations

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def test_every_format_has_a_row() -> None:
    rows = set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE))
    assert {"json-lines", "web-annotation", "brat", "csv", "report", "graphml"} <= rows
    assert rows <= set(EXPORTS)


def test_every_column_is_named_in_order() -> None:
    for table, columns in (
        ("annotations", marked.COLUMNS),
        ("quotations", quotations.COLUMNS),
    ):
        told = PAGE.partition(f"`--table {table}`")[2].partition("\n\n")[0]
        named = [name for name in re.findall(r"`([a-z_]+)`", told) if name != "end"]
        own = columns if table == "annotations" else columns[columns.index("kind") :]
        assert named == [name for name in own if name != "end"]
