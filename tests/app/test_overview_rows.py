"""Rows of sheets at any width: bars, shades, and which columns are in sight."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from fr_reader.app.overview_rows import BAR, Table, bar, shade, sheet_names
from fr_reader.app.overview_state import NAMES, OverviewState
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet


def test_bars_grow_by_eighths_of_a_cell() -> None:
    assert bar(0, 1) == " " * BAR
    assert bar(0.001, 1) == "▏" + " " * (BAR - 1), "what there is at all is seen"
    assert bar(0.5, 1) == "████    "
    assert bar(1 / 16 + 1 / 64, 1) == "▋" + " " * (BAR - 1)
    assert bar(0.3, 0.3) == bar(2, 1) == "█" * BAR


@pytest.mark.parametrize(
    ("value", "face"), [(0, " "), (1, "░"), (25, "░"), (26, "▒"), (50, "▒"), (75, "▓"), (76, "█")]
)
def test_shades_are_quarters_of_the_most(value: int, face: str) -> None:
    assert shade(value, 100) == face


def test_a_shade_of_nothing_at_all() -> None:
    assert shade(0, 0) == shade(3, 0) == " "


def made_up(columns: int, name: str = "matrix") -> Sheet:
    """A sheet of made-up counts."""
    heads = (Column("speaker", Kind.TEXT), *(Column(f"code {at}") for at in range(columns)))
    row = (Cell("Mary Sample"), *(Cell(at) for at in range(columns)))
    return Sheet(name, "Made up", heads, (row,) * 3, (Cell("all"), *row[1:]))


@pytest.mark.parametrize("width", [10, 20, 36, 76, 116, 400])
@pytest.mark.parametrize("columns", [0, 1, 5, 30])
def test_the_chosen_column_is_in_sight_and_lines_stay_in_their_width(
    width: int, columns: int
) -> None:
    table = Table(made_up(columns), width)
    for chosen in range(columns + 1):
        shown = table.shown(chosen)
        assert shown[0] == 0
        assert chosen in shown
        assert shown[1:] == tuple(range(shown[1], shown[-1] + 1)) if columns else True
        before, behind = table.hidden(chosen)
        assert before + behind + len(shown) == columns + 1
        heads = table.heading(chosen).cell_length
        assert {table.row(row, chosen, True).cell_length for row in range(4)} == {heads}
        if len(shown) > 2:
            assert heads <= width


@pytest.mark.parametrize("width", [10, 38, 78, 118])
def test_the_name_of_the_sheet_shown_is_in_sight(width: int) -> None:
    for name in NAMES:
        line = sheet_names(name, width)
        assert line.cell_length <= width
        if width > 14:
            assert name in line.plain


def test_wide_letters_and_commands_keep_the_columns_apart() -> None:
    heads = (Column("speaker", Kind.TEXT), Column("share", Kind.SHARE))
    names = ("王小明", "e\u0301va", "\x1b[31mred", "[b]Ann[/b]", "x" * 300)
    rows = tuple((Cell(name), Cell(0.25)) for name in names)
    table = Table(Sheet("speakers", "Made up", heads, rows), 60)
    lines = [table.row(at, 0, False) for at in range(len(names))]
    assert {cell_len(line.plain) for line in lines} == {60}
    assert all(line.plain.endswith("25.0 % ████████") for line in lines)
    assert "\x1b" not in "".join(line.plain for line in lines)
    assert "[b]Ann[/b]" in lines[3].plain


def test_each_sheet_keeps_its_chosen_cell() -> None:
    state = OverviewState()
    state.place = (3, 2)
    state.ask(name=state.beside(-1))
    assert state.asked.name == NAMES[-1]
    assert state.place == (0, 0)
    state.ask(name=state.beside(1))
    assert state.place == (3, 2)
