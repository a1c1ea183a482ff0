"""The picker: what typing finds, and what Enter returns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from fr_reader.app.screens.matching import best, fold
from fr_reader.app.screens.picker import Picked, Picker, PickerOption
from fr_reader.app.screens.rows import Rows
from tests.app.stage import HOSTILE, OPEN, Stage

NAMES = ("Zoë Garbett", "Lindsey Chiswick", "Sadiq Khan", "Garbo Example", "Anna Lindt")
OPTIONS = [
    PickerOption("mayor", "spokesperson, Mayor of London", "2 here", ("City Hall",)),
    *(PickerOption(fold(name).replace(" ", "-"), name) for name in NAMES),
]


CASES: dict[str, Picked | None] = {
    "enter": Picked(id="mayor"),
    "down enter": Picked(id="zoe-garbett"),
    "ctrl+n ctrl+n ctrl+p enter": Picked(id="zoe-garbett"),
    "up enter": Picked(id="anna-lindt"),
    "pagedown enter": Picked(id="anna-lindt"),
    "pagedown pageup enter": Picked(id="mayor"),
    "~zoe enter": Picked(id="zoe-garbett"),
    "~GARB enter": Picked(id="garbo-example"),
    "~garb down enter": Picked(id="zoe-garbett"),
    "~hall enter": Picked(id="mayor"),
    "~skhn enter": Picked(id="sadiq-khan"),
    "~Nobody enter": Picked(created="Nobody"),
    "~zoe down enter": Picked(created="zoe"),
    "~zoe up enter": Picked(created="zoe"),
    "~_sadiq_khan_ up enter": Picked(id="sadiq-khan"),
    "~zoe escape": None,
}


async def test_keys_lead_to() -> None:
    app = Stage()
    async with app.run_test(size=(40, 12)) as pilot:
        got = {
            keys: await app.outcome(pilot, Picker("Who?", OPTIONS, "New speaker"), keys)
            for keys in CASES
        }
    assert got == CASES


async def test_without_a_way_to_create_enter_on_nothing_does_nothing() -> None:
    app = Stage()
    async with app.run_test() as pilot:
        assert await app.outcome(pilot, Picker("Who?", OPTIONS), "~qqq enter") == OPEN
        assert await app.outcome(pilot, Picker("Who?", OPTIONS), "~qqq enter escape") is None


async def test_a_click_takes_the_row() -> None:
    app = Stage(Picker("Who?", OPTIONS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Rows, offset=(5, 2))
        await pilot.pause()
    assert app.results == [Picked(id="lindsey-chiswick")]


async def test_labels_are_shown_verbatim() -> None:
    app = Stage(Picker("[b]Who[/b]?", [PickerOption("x", HOSTILE, "[i]d[/i]"), *OPTIONS]))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("b")
        shown = app.shown()
    for words in (
        "[b]Who[/b]?",
        "[b]x[/b] [/] [@click=app.quit]q[/] “[He] said” ␛]52",
        "[i]d[/i]",
    ):
        assert words in shown
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


async def test_pasted_control_characters_come_in_as_symbols() -> None:
    app = Stage(Picker("Who?", [], "New speaker"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(Paste("a\x1b[31m\u202eb\nsecond line"))
        await pilot.pause()
        assert "\x1b" not in app.shown()
        await pilot.press("enter")
    assert app.results == [Picked(created="a␛[31m⍇b")]


async def test_five_thousand_options_are_all_there() -> None:
    options = [PickerOption(str(n), f"Made-up speaker {n:04}") for n in range(5000)]
    app = Stage(Picker("Who?", options))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "5,000" in app.shown()
        await pilot.press("up")
        assert "Made-up speaker 4999" in app.shown()
        await pilot.press(*"33")
        assert "of 5,000" in app.shown()
        await pilot.press("3", "3", "enter")
    assert app.results == [Picked(id="3333")]


def test_the_better_fit_comes_first_and_equal_ones_in_the_order_given() -> None:
    labels = ["a mark", "remark", "mXaXrXk", "markus", "mark", "nothing"]
    assert best("MÄRK", [(label,) for label in labels]) == [3, 4, 0, 1, 2]


def test_words_of_a_label_that_needs_no_folding_are_found_as_they_are() -> None:
    assert best(" [ ", [("a [b]",), ("b",)]) == [0]
    assert best("", [("a",), ("b",)]) == [0, 1]


@given(st.lists(st.text(max_size=8), max_size=8), st.text(max_size=4))
def test_what_is_found_holds_the_letters_and_each_comes_once(labels: list[str], query: str) -> None:
    found = best(query, [(fold(label),) for label in labels])
    assert len(found) == len(set(found))
    letters = set(fold(query.strip())) - {" "}
    assert all(letters <= set(fold(labels[index])) for index in found)
    prefixed = {n for n, label in enumerate(labels) if fold(label).startswith(fold(query.strip()))}
    assert set(found[: len(prefixed)]) == prefixed


async def test_a_definition_is_shown_in_full_below_the_list_and_nothing_jumps() -> None:
    long = " ".join(f"word{number}" for number in range(120)) + " ENDING"
    options = [PickerOption("a", "one", about="Short."), PickerOption("b", "two", about=long)]
    for size in ((40, 12), (80, 24)):
        app = Stage(Picker("Tag with", options))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            frame = app.screen.query_one("#frame").region
            assert "Short." in app.shown()
            await pilot.press("down")
            await pilot.pause()
            assert "Short." not in app.shown()
            assert "word0" in app.shown()
            assert app.screen.query_one("#frame").region == frame
            await pilot.press(*["ctrl+down"] * 40)
            await pilot.pause()
            assert "ENDING" in app.shown()
            await pilot.press("up")
            await pilot.pause()
            assert "Short." in app.shown()


async def test_words_of_options_are_only_words() -> None:
    options = [PickerOption("a", HOSTILE, HOSTILE, (), HOSTILE), PickerOption("b", "b")]
    app = Stage(Picker(HOSTILE, options))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[@click=app.quit]q[/]" in app.shown()
        assert "\x1b" not in app.shown()
