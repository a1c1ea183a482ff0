"""The stance of the chosen claim or concern: set by a key, shown beside it, taken back. All texts
are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.widgets.panels import Lines
from fr_reader.model import Article, Stance
from fr_reader.store import MemoryStore

TEXT = (
    "Ann Example denied that the council had lost 400 letters.\n\n"
    "“So it is,” said Bo Sample.\n\nNobody else spoke at all."
)


def opened(folder: Path) -> FrReader:
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", TEXT))
    return FrReader(store, folder, entry.id)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_key_turns_the_stance_of_the_chosen_tag(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        place = "#here" if size[0] > 112 else "#about"
        seen = []
        for key in ("j", "j", "equals_sign", "c", *["equals_sign"] * 4, "u", "o", "equals_sign"):
            await pilot.press(key)
            await pilot.pause()
            shown = str(screen.query_one(place, Lines).render())
            seen.append((screen.said, "denies" in shown, "dismisses" in shown))
        stances = [annotation.stance for annotation in screen.state.desk.annotations]
    assert seen[2:] == [
        ("no tag here that could have a stance", False, False),
        ("claim · saved", False, False),
        ("denies · saved", True, False),
        ("hedges · saved", False, False),
        ("reports · saved", False, False),
        ("asserts · saved", False, False),
        ("undone: stance asserts", False, False),
        ("concern · saved", False, False),
        ("dismisses · saved", False, True),
    ]
    assert stances == [Stance.REPORTS, Stance.DISMISSES]


async def test_the_stance_is_that_of_one_passage_and_not_repeated(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        for key in ("c", "equals_sign", "j", "full_stop"):
            await pilot.press(key)
            await pilot.pause()
        assert [a.stance for a in screen.state.desk.annotations] == ["denies", ""]


async def test_what_is_suggested_is_shown_with_its_stance_and_accepted_with_it(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("space")
        await pilot.press("space")
        await pilot.pause()
        assert "claim · denies?" in str(screen.query_one("#here", Lines).render())
        await pilot.press("a")
        await pilot.pause()
        assert [a.stance for a in screen.state.desk.annotations.coded()] == ["denies"]


async def test_another_code_has_no_stance(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        state = screen.state
        state.tag(state.desk.new_code("made up"))
        await pilot.press("equals_sign")
        await pilot.pause()
        assert screen.said == "only a claim or a concern has a stance"
        assert [a.stance for a in state.desk.annotations] == [""]
