"""Every command of the table is reached by each of its keys, from the palette and from help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from fr_reader.app.commands import COMMANDS, Command, Keymap, helped
from fr_reader.app.commands.choosing import choose
from fr_reader.app.commands.key_names import real_keys
from fr_reader.app.commands.presets import PRESETS
from fr_reader.app.cursor import Unit
from fr_reader.app.main import FrReader
from fr_reader.app.palette import CommandProvider, Palette
from fr_reader.app.screens.help import HelpScreen
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.store import MemoryStore

OWN = {
    "reader.claim": ("q", "ctrl+t"),
    "reader.close": ("f3",),
    "selection.around": ("w",),
    "object.word": ("j",),
    "app.help": ("f1",),
    "reader.next-tag": ("f2",),
    "library.open": ("tab",),
}
KEYMAPS = {name: choose(name).keymap for name in PRESETS} | {"own": choose("default", OWN).keymap}
BY_ID = {command.id: command for command in COMMANDS}
MODES = ("selection", "object")


def opened(folder: Path, keymap: Keymap) -> FrReader:
    store = MemoryStore("me")
    entries = [store.add(article)[0] for article in seeds()]
    return FrReader(store, folder, entries[0].id, keymap)


class Recorder:
    """Puts a note in the place of every action, and lets the app decide which one a key means."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[str] = []
        for command in COMMANDS:
            name = command.run.removeprefix("app.").partition("(")[0]
            for owner in (FrReader, LibraryScreen, ReaderScreen):
                if hasattr(owner, f"action_{name}"):
                    monkeypatch.setattr(owner, f"action_{name}", self._note(name))

    def _note(self, name: str) -> Any:
        def action(owner: object, *arguments: object) -> None:
            given = f"({', '.join(map(repr, arguments))})" if arguments else ""
            self.seen.append(name + given)

        return action


def screen_of(app: App[Any], place: str) -> Screen[Any]:
    """The screen of a place, in the mode that is meant."""
    if place == "library":
        assert isinstance(app.screen, LibraryScreen)
        return app.screen
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    screen.around = False if place == "object" else None
    if (screen.state.selection is None) == (place == "selection"):
        screen.state.select()
    assert str(screen.mode) == (place if place in MODES else "reader")
    return screen


def commands() -> Iterator[Command]:
    """Those of the reader and of everywhere, and then, one screen further back, the library's."""
    for place in ("app", "reader", *MODES, "library"):
        yield from (c for c in COMMANDS if c.place == place)


@pytest.mark.parametrize("name", KEYMAPS)
async def test_every_key_runs_its_command(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keymap = KEYMAPS[name]
    app = opened(tmp_path, keymap)
    wrong: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        recorder = Recorder(monkeypatch)
        for command in commands():
            if command.place == "library" and isinstance(app.screen, ReaderScreen):
                app.screen.dismiss()
                await pilot.pause()
            for key in (real for own in keymap.keys(command) for real in real_keys(own)):
                screen_of(app, command.place)
                recorder.seen.clear()
                await pilot.press(key)
                if recorder.seen != [command.run.removeprefix("app.")]:
                    wrong.append(f"{command.id}: {key} ran {recorder.seen}")
    assert wrong == []


@pytest.mark.parametrize("place", ["review", "overview", "passages", "settle"])
def test_every_key_of_a_place_is_bound_to_its_command(place: str) -> None:
    for keymap in KEYMAPS.values():
        bound = keymap.by_key(place)
        for command in COMMANDS:
            if command.place == place:
                reals = [real for key in keymap.keys(command) for real in real_keys(key)]
                assert reals
                assert all(bound[real] is command for real in reals)


def test_help_and_palette_list_every_command_somewhere() -> None:
    places = {c.place for c in COMMANDS} - set(MODES)
    listed = {c.id for place in places for c in helped(place)}
    assert listed == {c.id for c in COMMANDS}


@pytest.mark.parametrize("name", KEYMAPS)
async def test_footer_help_and_palette_name_the_keys_in_use(name: str, tmp_path: Path) -> None:
    keymap = KEYMAPS[name]
    app = opened(tmp_path, keymap)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for place in ("reader", "library"):
            if place == "library":
                app.screen.dismiss()
                await pilot.pause()
                await pilot.pause()
            provider = CommandProvider(app.screen)
            entries = [hit.text async for hit in await _hits(provider)]
            assert len(entries) == len(helped(place)) - 1
            for command in helped(place):
                face = keymap.face(command.id)
                if command.id != "app.palette":
                    assert f"{command.title}  ({face})" in entries
            screen = HelpScreen("Keys", helped(place), keymap)
            assert [screen._keys[c.id] for c in helped(place)] == [
                keymap.faces(c) for c in helped(place)
            ]


async def _hits(provider: CommandProvider) -> Any:
    return provider.discover()


async def test_the_status_line_names_the_keys_in_use(tmp_path: Path) -> None:
    app = opened(tmp_path, choose("default", {"reader.next-quotation": ("f9",)}).keymap)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        line = str(app.screen.query_one("#status").render())
        assert "f9 quote" in line


async def test_a_mode_ends_and_its_keys_are_the_readers_again(tmp_path: Path) -> None:
    app = opened(tmp_path, KEYMAPS["own"])
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        modes = []
        for key in ("v", "w", "j", "escape"):
            await pilot.press(key)
            modes.append(str(screen.mode))
        assert modes == ["selection", "object", "selection", "reader"]
        at = screen.state.passage
        await pilot.press("j")
        assert screen.state.passage != at


@pytest.mark.parametrize("name", KEYMAPS)
async def test_the_palette_runs_what_it_lists_and_ctrl_g_leaves_it(
    name: str, tmp_path: Path
) -> None:
    app = opened(tmp_path, KEYMAPS[name])
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        opens = real_keys(KEYMAPS[name].keys(BY_ID["app.palette"])[0])[0]
        await pilot.press(opens)
        assert isinstance(app.screen, Palette)
        await pilot.press("ctrl+g")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press(opens, *"next quotation".replace(" ", ""))
        await pilot.pause(0.3)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        passage = app.screen.state.passage
        assert passage is not None
        assert passage.unit is Unit.QUOTATION
