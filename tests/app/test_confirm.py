"""The question: no unless yes is said."""

from __future__ import annotations

from fr_reader.app.screens.confirm import Confirm
from tests.app.stage import HOSTILE, OPEN, Stage

CASES = {
    ("y", False): True,
    ("n", True): False,
    ("escape", True): False,
    ("enter", False): False,
    ("enter", True): True,
    ("left enter", False): True,
    ("tab tab enter", False): False,
    ("x", False): OPEN,
}


async def test_keys_lead_to() -> None:
    app = Stage()
    async with app.run_test(size=(40, 12)) as pilot:
        got = {
            (keys, default): await app.outcome(pilot, Confirm("Sure?", default=default), keys)
            for keys, default in CASES
        }
    assert got == CASES


async def test_a_click_answers() -> None:
    app = Stage(Confirm("Overwrite it?"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#yes")
    assert app.results == [True]


async def test_the_answer_enter_takes_is_marked_by_more_than_colour() -> None:
    app = Stage(Confirm("Overwrite it?", yes="Overwrite", no="Keep"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "▸ Keep" in app.shown()
        await pilot.press("left")
        assert "▸ Overwrite" in app.shown()
        assert "▸ Keep" not in app.shown()


async def test_the_question_is_shown_verbatim() -> None:
    app = Stage(Confirm(HOSTILE, HOSTILE))
    async with app.run_test(size=(120, 24)):
        shown = app.shown()
    assert shown.count("[b]x[/b] [/] [@click=app.quit]q[/]") == 2
    assert "\x1b" not in shown
