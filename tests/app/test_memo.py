"""The memo: closing keeps the words."""

from __future__ import annotations

from textual.events import Paste

from fr_reader.app.screens.memo import MemoEditor
from tests.app.stage import HOSTILE, OPEN, Stage

CASES: dict[tuple[str, str], str | None] = {
    ("", "~new escape"): "new",
    ("old", "~er escape"): "older",
    ("old", "enter x escape"): "old\nx",
    ("old", "~er ctrl+s"): "older",
    ("old", "escape"): None,
    ("", "escape"): None,
    ("old", "x backspace escape"): None,
    ("old", "backspace backspace backspace escape"): "",
    ("old", "~xyz ctrl+z escape"): None,
    ("", "space a enter escape"): "a",
    ("", "q question_mark j escape"): "q?j",
    ("old", "x"): OPEN,
}


async def test_keys_lead_to() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        got = {
            (memo, keys): await app.outcome(pilot, MemoEditor(memo, excerpt="“Words.”"), keys)
            for memo, keys in CASES
        }
    assert got == CASES


async def test_a_memo_with_control_characters_is_shown_as_symbols_and_kept_if_untouched() -> None:
    app = Stage(MemoEditor(HOSTILE, title="[b]t[/b]", excerpt=HOSTILE))
    async with app.run_test(size=(120, 24)) as pilot:
        shown = app.shown()
        assert shown.count("[b]x[/b] [/] [@click=app.quit]q[/] “[He] said” ␛]52;c;eA==␇") == 2
        assert "[b]t[/b]" in shown
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
        await pilot.press("escape")
    assert app.results == [None]


async def test_pasted_control_characters_come_in_as_symbols() -> None:
    app = Stage(MemoEditor())
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(Paste("a\x1b[31m\r\nb\rc\n\td\u202e"))
        await pilot.pause()
        await pilot.press("escape")
    assert app.results == ["a␛[31m\nb\nc\n\td⍇"]


async def test_a_long_passage_leaves_room_to_write() -> None:
    app = Stage(MemoEditor("memo", excerpt="made up " * 5000))
    async with app.run_test(size=(40, 12)) as pilot:
        assert "memo" in app.shown()
        assert "keep and close" in app.shown()
        await pilot.press("escape")
