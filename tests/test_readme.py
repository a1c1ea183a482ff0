"""The README says what is so."""

from __future__ import annotations

from pathlib import Path

from fr_reader.app.commands.key_table import key_table

README = Path(__file__).parent.parent / "README.md"


def test_the_table_of_keys_is_that_of_the_app() -> None:
    text = README.read_text("utf-8")
    shown = text.partition("<!-- keys -->\n")[2].partition("<!-- /keys -->")[0]
    assert shown == key_table(), (
        "paste the output of fr_reader.app.commands.key_table.key_table() here"
    )


def test_what_it_points_to_is_there() -> None:
    for name in ("docs/reader.png", "seeds/README.md", "themes/README.md", "LICENSE", "Makefile"):
        assert name in README.read_text("utf-8") or name == "Makefile"
        assert (README.parent / name).is_file(), name
