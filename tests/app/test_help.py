"""Help: every key of a place, searchable, and Enter runs what it names."""

from __future__ import annotations

import pytest

from fr_reader.app.commands import Command, Keymap, commands_of
from fr_reader.app.screens.help import HelpScreen
from tests.app.stage import OPEN, Stage

COMMANDS = (
    Command("here.down", ("j", "down"), "Next thing", "Moves on.", "Move"),
    Command("here.tag", ("c",), "Tag a claim", "Tags what is here.", "Mark"),
    Command("here.up", ("k",), "Previous thing", "Moves back.", "Move"),
    Command("here.undo", ("ctrl+r",), "Redo", "Does it again.", "Mark"),
)


CASES = {
    "enter": "here.down",
    "j enter": "here.up",
    "j down enter": "here.tag",
    "G enter": "here.undo",
    "G k up enter": "here.up",
    "G g enter": "here.down",
    "k enter": "here.down",
    "slash ~claim enter": "here.tag",
    "slash ~thing down enter": "here.up",
    "slash ~again enter": "here.undo",
    "slash j q escape escape": None,
    "slash ~qqq enter": OPEN,
    "slash ~qqq escape enter": "here.down",
    "escape": None,
    "q": None,
    "question_mark": None,
}


async def test_keys_lead_to() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        got = {keys: await app.outcome(pilot, HelpScreen("Keys", COMMANDS), keys) for keys in CASES}
    assert got == CASES


async def test_commands_stand_under_their_groups_with_all_keys_and_a_sentence() -> None:
    app = Stage(HelpScreen("Keys", COMMANDS, Keymap({"here.tag": ("x", "ctrl+x")})))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = app.shown()
        order = ("Move", "j ↓", "k ", "Mark", "x ^x", "^r", "Moves on.")
        places = [shown.index(words) for words in order]
        assert places == sorted(places)
        await pilot.press("j", "j")
        assert "Tags what is here." in app.shown()


@pytest.mark.parametrize(
    ("place", "size"), [("reader", (40, 12)), ("library", (80, 24)), ("library", (120, 40))]
)
async def test_every_command_can_be_reached(place: str, size: tuple[int, int]) -> None:
    commands = commands_of(place)
    app = Stage(HelpScreen("Keys", commands))
    seen = set()
    async with app.run_test(size=size) as pilot:
        for _ in commands:
            shown = app.shown()
            cursor = next(line for line in shown.splitlines() if "▸" in line)
            seen |= {command.id for command in commands if command.title[:12] in cursor}
            await pilot.press("j")
    assert seen == {command.id for command in commands}
