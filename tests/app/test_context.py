"""The status line names the keys that are useful next, and empty places say what to press."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from fr_reader.app.commands import Keymap
from fr_reader.app.commands.choosing import choose
from fr_reader.app.context import context
from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import Article
from fr_reader.store import MemoryStore

MADE_UP = (
    "A made-up article about trees\n\n"
    "“We fear the drought,” said Ann Example. She is made up.\n\n"
    "Nobody says anything in this paragraph.\n"
)
OWN = {
    "reader.select": ("f5",),
    "reader.find": ("f6",),
    "reader.export": ("f7",),
    "library.close": ("f8",),
    "reader.accept": ("f9",),
    "reader.remove": (),
}


def opened(folder: Path, text: str | None, keymap: Keymap | None = None) -> FrReader:
    store = MemoryStore("me")
    first = None if text is None else store.add(Article("made-up", text))[0].id
    return FrReader(store, folder, first, keymap)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def line(app: FrReader, name: str = "#status") -> str:
    return str(app.screen.query_one(name, Static).render())


def here(app: FrReader) -> str:
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    return context(screen.state, screen.state.here(), screen.places)


async def test_the_line_goes_with_what_is_under_the_cursor(tmp_path: Path) -> None:
    app = opened(tmp_path, MADE_UP)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert (here(app), line(app)[:9]) == ("reader", "] quote  ")
        assert "space review" in line(app)
        await press(pilot, "]")
        assert (here(app), line(app)[:8]) == ("suggestion", "a accept")
        await press(pilot, "x")
        state = app.screen.state  # type: ignore[attr-defined]
        while state.pending:
            await press(pilot, "x")
        await press(pilot, "g")
        assert (here(app), line(app)[:7]) == ("done", "E expor")
        await press(pilot, "]")
        assert (here(app), line(app)[:5]) == ("quotation", "s who")
        await press(pilot, "c")
        assert here(app) == "tagged"
        assert line(app).startswith("m memo  d remove")
        await press(pilot, "o")
        assert (here(app), line(app)[:12]) == ("tags", "tab next tag")
        await press(pilot, "v")
        assert line(app).startswith("w more  b less")
        await press(pilot, "escape", "g", "/", *"says", "enter")
        assert (here(app), line(app)[:6]) == ("found", "n next")
        await press(pilot, "escape")
        assert "next  N" not in line(app)


async def test_it_names_the_users_own_keys_and_none_where_there_is_none(tmp_path: Path) -> None:
    app = opened(tmp_path, MADE_UP, choose("default", OWN).keymap)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "]")
        assert line(app).startswith("f9 accept")
        await press(pilot, "c")
        assert "remove" not in line(app)


@pytest.mark.parametrize("own", [{}, OWN])
async def test_empty_places_say_what_to_press(
    tmp_path: Path, own: dict[str, tuple[str, ...]]
) -> None:
    keymap = choose("default", own).keymap
    app = opened(tmp_path, None, keymap)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert keymap.say("{library.close} quits to the command line.") in line(app, "#empty")
        assert "open" not in line(app)
        assert keymap.say("{library.close} quit") in line(app)
    app = opened(tmp_path, "There are many trees here.\n", keymap)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert here(app) == "plain"
        assert keymap.say("no quotations found: {reader.select} selects words") in line(
            app, "TitleLine"
        )
        await press(pilot, "n")
        assert keymap.say("nothing to find yet: {reader.find}") in line(app, "TitleLine")
        await press(pilot, keymap.face("reader.find").replace("/", "slash"), *"zebra")
        assert "not found: esc goes back" in line(app, "TitleLine")
        await press(pilot, "enter")
        assert keymap.say("not found: {reader.find} looks") in line(app, "TitleLine")


async def test_an_article_without_text_says_so_and_how_to_leave(tmp_path: Path) -> None:
    app = opened(tmp_path, " \n")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "this article has no text" in line(app, "TitleLine")
        assert here(app) == "blank"
        assert line(app).startswith("q close")
