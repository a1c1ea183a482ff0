"""Disagreements are opened from their figures and settled on the screen. All is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.screens.overview import OverviewScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.settle import SettleScreen
from fr_reader.model import MACHINE, Status
from fr_reader.store import ProjectStore
from tests.app.overview_project import project
from tests.app.test_codebook_screen import press as pressed
from tests.app.test_codebook_screen import shown
from tests.app.test_overview_screen import on, row


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    return project(tmp_path / "project")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when what the one before asked for is there."""
    for key in keys:
        await pressed(pilot, key)


def theirs(store: ProjectStore) -> list[object]:
    return [each for each in store.annotations() if each.coder in ("me", "you")]


async def test_every_cell_of_a_figure_opens_what_is_behind_it(
    store: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+o", "9")
        overview = on(app, OverviewScreen)
        await press(pilot, "G", "l", "l")
        name = row(app).split()[1]
        await press(pilot, "enter")
        assert overview.state.asked.name == "differences"
        assert f"on {name}" in shown(app)
        assert overview.sheet is not None
        narrowed = len(overview.sheet.rows)
        await press(pilot, "escape")
        assert overview.state.asked.name == "agreement"
        await press(pilot, "0")
        assert narrowed <= len(overview.sheet.rows)
        await press(pilot, "l", "l", "enter")
        screen = on(app, SettleScreen)
        assert "1/9 · 0 of 9 settled" in shown(app)
        await press(pilot, "n")
        assert "2/9" in shown(app)
        await press(pilot, "p", "p")
        assert "9/9" in shown(app)
        assert screen.case is not None
        await press(pilot, "enter")
        assert on(app, ReaderScreen).state.reading.article.id == screen.case.article
        await press(pilot, "q")
        assert app.screen is screen
        await press(pilot, "escape")
        assert on(app, OverviewScreen) is overview


async def test_rulings_are_saved_counted_undone_and_known_again(
    store: ProjectStore, tmp_path: Path
) -> None:
    before = theirs(store)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+o", "0", "enter")
        screen = on(app, SettleScreen)
        first = screen.case
        assert first is not None
        await press(pilot, "m", *"why", "enter")
        assert "reason: why" in shown(app)
        await press(pilot, "a")
        assert "2/9 · 1 of 9 settled" in shown(app)
        assert not screen.reason
        await press(pilot, "b", "e", "x")
        assert "5/9 · 4 of 9 settled" in shown(app)
        await press(pilot, "u")
        assert "4/9 · 3 of 9 settled" in shown(app)
        assert "undone" in shown(app)
        await press(pilot, "p", "p", "p")
        assert "settled by me:adjudicated" in shown(app)
        assert "memo: why" in shown(app)
    assert theirs(store) == before
    again = ProjectStore.open(tmp_path / "project", "me")
    app = FrReader(again, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+o", "0", "enter")
        assert "1/9 · 3 of 9 settled" in shown(app)
        await press(pilot, "u")
        assert "2 of 9 settled" in shown(app)
    again.close()


async def test_what_is_changed_in_the_article_meanwhile_is_looked_at_anew(
    store: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+o", "0", "enter")
        screen = on(app, SettleScreen)
        found, case = screen.settling, screen.case
        assert case is not None
        await press(pilot, "enter")
        state = on(app, ReaderScreen).state
        mine = next(each for each in case.made if each.coder == "me" and each.code)
        state.desk.remove(mine)
        await press(pilot, "q")
        assert on(app, SettleScreen) is screen
        assert screen.settling is not found
        assert screen.case is not None
        assert screen.case.article == case.article
        assert mine not in screen.case.made


async def test_other_sheets_count_what_was_settled(store: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+o", "8")
        overview = on(app, OverviewScreen)
        assert overview.sheet is not None
        before = len(overview.sheet.rows)
        await press(pilot, "0", "enter", "x", "x", "x", "x", "escape", "8")
        assert overview.sheet is not None
        assert 0 < len(overview.sheet.rows) < before


async def test_all_may_be_settled_and_otherwise(store: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o", "0", "enter")
        await press(pilot, "o", *"concern", "enter")
        while not isinstance(app.screen, SettleScreen):
            await press(pilot, "enter")
        assert "1 of 9 settled" in shown(app)
        for _ in range(8):
            await press(pilot, "x")
        assert "everything is settled here" in shown(app)
        assert "9 of 9 settled" in shown(app)
        await press(pilot, "5")
        assert "9 of 9 settled" in shown(app)
    own = [each for each in store.annotations() if each.coder == "me:adjudicated"]
    assert [e.code for e in own if e.status is Status.ACCEPTED] == ["concern"]


async def test_coders_are_compared_with_the_machine(store: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "ctrl+o", "0", "m")
        overview = on(app, OverviewScreen)
        assert overview.sheet is not None
        assert MACHINE in overview.sheet.heads
        assert "with the machine" in shown(app)
        await press(pilot, "enter")
        screen = on(app, SettleScreen)
        assert screen.case is not None
        assert screen.case.coders[-1] == MACHINE
        await press(pilot, "escape", "m")
        assert overview.sheet is not None
        assert MACHINE not in overview.sheet.heads
