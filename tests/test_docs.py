"""The docs say what is so: their tables are those of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.commands.key_table import preset_table
from fr_reader.config.document import settings_table

PAGE = Path(__file__).parent.parent / "docs" / "configuration.md"


@pytest.mark.parametrize(
    ("name", "table"), [("settings", settings_table()), ("presets", preset_table())]
)
def test_the_tables_of_the_page_are_made_from_those_of_the_program(name: str, table: str) -> None:
    text = PAGE.read_text("utf-8")
    shown = text.partition(f"<!-- {name} -->\n")[2].partition(f"<!-- /{name} -->")[0]
    assert shown == table, f"paste the table of {name} here"
