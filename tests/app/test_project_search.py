"""Searching the project from the app opens the place. The articles are made up."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from fr_reader.app.main import FrReader
from fr_reader.app.screens.project_search import ProjectSearch
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.rows import Rows
from fr_reader.model import Article
from fr_reader.store import MemoryStore

ONE = "A made-up text.\n" + "Made-up words fill the page.\n" * 40 + "A heron stood there.\n"
TWO = "Another made-up text.\nThe heron had gone, said Ann Example.\n"
LONG = "Made up.\n" + "Words are made up here too.\n" * 9_000 + "The last heron.\n"


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def passage(app: FrReader) -> tuple[str, str]:
    assert isinstance(app.screen, ReaderScreen)
    state = app.screen.state
    assert state.passage is not None
    shown = app.screen.view.span_shown()
    assert shown.holds(state.passage.span.start)
    article = state.reading.article
    return article.id, state.passage.span.of(article.text)


async def test_from_the_library_to_the_place_and_on_to_the_next_article(tmp_path: Path) -> None:
    store = MemoryStore("me")
    ids = [store.add(Article(name, text))[0].id for name, text in (("a", ONE), ("b", TWO))]
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+f", *"heron")
        assert isinstance(app.screen, ProjectSearch)
        assert app.screen.query_one(Rows).count == 2
        await press(pilot, "enter")
        assert passage(app) == (ids[0], "heron")
        await press(pilot, "ctrl+f")
        assert app.screen.query_one(Rows).count == 2, "what was looked for is there again"
        await press(pilot, "down", "enter")
        assert passage(app) == (ids[1], "heron")
        await press(pilot, "ctrl+f", "ctrl+f", "escape", "escape", "escape")
        assert getattr(app.screen, "PLACE", "") == "reader"


async def test_a_place_far_down_a_long_article_is_reached(tmp_path: Path) -> None:
    store = MemoryStore("me")
    store.add(Article("a", LONG))
    store.add(Article("b", TWO))
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+f", *"last", "space", *"heron")
        await press(pilot, "enter")
        await settled(pilot)
        assert passage(app)[1] == "last heron"


async def test_nothing_found_is_said(tmp_path: Path) -> None:
    store = MemoryStore("me")
    store.add(Article("a", TWO))
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+f")
        nothing = app.screen.query_one("#nothing", Static)
        assert "Type what" in str(nothing.visual)
        await press(pilot, *"zebra")
        assert "Nothing found" in str(nothing.visual)
        await press(pilot, "enter")
        assert isinstance(app.screen, ProjectSearch)
