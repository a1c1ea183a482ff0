"""The prompt: one line, checked before it is taken."""

from __future__ import annotations

from fr_reader.app.screens.prompt import Prompt
from tests.app.stage import Stage

CASES = {
    "enter": "notes.md",
    "x space enter": "notes.mdx",
    "ctrl+u a enter": "a",
    "ctrl+u enter": "",
    "x escape": None,
}


async def test_keys_lead_to() -> None:
    app = Stage()
    async with app.run_test(size=(40, 12)) as pilot:
        got = {
            keys: await app.outcome(pilot, Prompt("Write to", "notes.md"), keys) for keys in CASES
        }
    assert got == CASES


async def test_what_is_wrong_is_said_verbatim_until_it_is_mended() -> None:
    def check(value: str) -> str:
        return "" if value.endswith("!") else f"[b]{value}[/b] is not \x1b[31mloud."

    app = Stage(Prompt("Say", "hey", validate=check))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert "[b]hey[/b] is not ␛[31mloud." in app.shown()
        assert app.results == []
        await pilot.press("!")
        await pilot.pause()
        assert "loud" not in app.shown()
        await pilot.press("enter")
    assert app.results == ["hey!"]


async def test_a_value_with_control_characters_comes_as_symbols() -> None:
    app = Stage(Prompt("[b]Name[/b]", "a\x1bb"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "[b]Name[/b]" in app.shown()
        await pilot.press("enter")
    assert app.results == ["a␛b"]
