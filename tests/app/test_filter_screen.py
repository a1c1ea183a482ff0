"""Filtering the overview by fields. All articles, people and papers are made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fr_reader.app.screens.filtering import FilterScreen

from fr_reader.app.main import FrReader
from fr_reader.app.screens.overview import OverviewScreen
from fr_reader.app.screens.passages import PassagesScreen
from fr_reader.app.screens.rows import Rows
from fr_reader.model import CLAIM
from fr_reader.overview import saved
from fr_reader.overview.project import overview
from fr_reader.overview.query import Query
from fr_reader.store import ProjectStore
from tests.app.overview_project import hostile, project
from tests.app.test_codebook_screen import press, shown, told
from tests.app.test_overview_screen import lines, on
from tests.overview.test_copies import made


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[ProjectStore]:
    store = project(tmp_path / "project")
    yield store
    store.close()


def speaker(store: ProjectStore, name: str) -> str:
    found = store.speakers().named(name)
    assert found is not None
    return found.id


def left(app: FrReader) -> str:
    return next(
        line
        for line in lines(app)
        if " passages left" in line or "no filter:" in line or " passage left" in line
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_fields_are_completed_counted_and_applied(
    kept: ProjectStore, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = FrReader(kept, tmp_path)
    wanted = Query(speakers=(speaker(kept, "Ann Other"),), codes=(CLAIM.id,), since="2026-02")
    found = overview(kept, wanted)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+o f")
        assert "no filter:" in left(app)
        await press(pilot, "~ann tab tab ~claim tab")
        on(app, FilterScreen).query_one("#since").focus()
        await press(pilot, "~2026-02")
        many = len({fact.passage for fact in found.facts})
        assert many
        assert f"{many} passage" in left(app)
        await press(pilot, "enter")
        screen = on(app, OverviewScreen)
        assert screen.state.asked.filter == wanted
        assert screen.sheet == found.sheet("speakers")
        assert "only speaker Ann Other; code claim" in shown(app)
        await press(pilot, "3 enter")
        assert app.screen.query_one(Rows).count == many
        assert on(app, PassagesScreen)
        await press(pilot, "escape f")
        assert on(app, FilterScreen).typed()["speakers"] == "Ann Other", "it may be changed"
        await press(pilot, "escape")
        assert on(app, OverviewScreen).state.asked.filter == wanted, "backing out changes nothing"
        await press(pilot, "F 1")
        assert on(app, OverviewScreen).sheet == overview(kept).sheet("speakers")
        assert "only" not in lines(app)[2]


async def test_what_means_nothing_is_told_and_not_applied(
    kept: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o f ~Zz enter")
        assert "speaker: nothing here is called 'Zz'" in shown(app)
        assert on(app, FilterScreen)
        await press(pilot, "ctrl+r")
        on(app, FilterScreen).query_one("#until").focus()
        await press(pilot, "~march enter")
        assert "to: write 2026, 2026-01 or 2026-01-02" in shown(app)
        assert on(app, FilterScreen)


async def test_filters_are_saved_and_applied_as_the_command_line_does(
    kept: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o f")
        on(app, FilterScreen).query_one("#articles").focus()
        await press(pilot, "~number_1 tab ~; ~number_2 tab ctrl+s ~pair enter")
        query = saved.load(kept.folder, "pair", kept.speakers(), kept.codebook())
        assert query == Query(articles=("vote-1", "vote-2"))
        await press(pilot, "ctrl+r")
        assert "no filter:" in left(app)
        await press(pilot, "ctrl+l ~pair enter enter")
        assert on(app, OverviewScreen).state.asked.filter == query
        await press(pilot, "f ctrl+s ~pair enter")
        assert "there is a query 'pair' already" in told(app)


async def test_copies_count_once_or_each(tmp_path: Path) -> None:
    store, _ = made()
    once, each = overview(store), overview(store, copies=True)
    assert len(once.facts) < len(each.facts)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+o 7")
        assert on(app, OverviewScreen).sheet == once.sheet("claims")
        assert "left out" in " ".join(lines(app))
        await press(pilot, "p")
        assert on(app, OverviewScreen).sheet == each.sheet("claims")
        assert "every print in copies counts" in lines(app)
        await press(pilot, "f")
        assert left(app).count("no filter: 3 passages")
        await press(pilot, "~no_speaker tab")
        assert "3 passages left" in left(app)
        await press(pilot, "escape p f")
        assert "no filter: 2 passages" in left(app)


async def test_hostile_names_are_words(tmp_path: Path) -> None:
    app = FrReader(hostile(tmp_path / "project"), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+o f ~[b] tab")
        assert "[b]x[/b]" in on(app, FilterScreen).typed()["speakers"]
        await press(pilot, "enter")
        assert on(app, OverviewScreen).state.asked.filter.speakers
        assert "[b]x[/b] [/]" in shown(app)
        assert not set("\x1b\x07\x9b\u202e") & set(shown(app))
