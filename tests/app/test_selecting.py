"""Selecting with the keys, in the running app. The articles are made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fr_reader.app.clipboard import Receipt
from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.reader_keys import Mode
from fr_reader.app.take_away import TakeAway
from fr_reader.model import Annotation, Article, Span
from fr_reader.store import MemoryStore
from fr_reader.text import graphemes, words

TEXT = (
    "Made up: “We fear the flood, which will come again,” said Ann Rivers. Nobody listened.\n"
    "“It was 12 metres high in 1953,” said Bo Waters. The dam is old; it leaks, he added.\n"
)
SCRIPTS = "👩‍👩‍👧 क्षत्रि नमस्ते مَرْحَبًا 漢字 e\u0301x\tか\u3099 🇫🇷🇩🇪 👍🏽 end"


def app_on(text: str, folder: Path) -> FrReader:
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", text))
    return FrReader(store, folder, entry.id)


async def press(pilot: Pilot[None], keys: str) -> None:
    for key in keys.split():
        await pilot.press(key)
        await pilot.pause()


async def ready(pilot: Pilot[None]) -> ReaderScreen:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def passage(screen: ReaderScreen) -> str:
    assert screen.state.passage is not None
    text = screen.state.reading.article.text
    return "|".join(span.of(text) for span in screen.state.passage.segments)


CASES = {
    "right_square_bracket i q": "We fear the flood, which will come again,",
    "right_square_bracket v a q": "“We fear the flood, which will come again,”",
    "j I s": "“It was 12 metres high in 1953,” said Bo Waters.",
    "v i s I s": "Made up: “We fear the flood, which will come again,” said Ann Rivers."
    " Nobody listened.",
    "j i s": "“It was 12 metres high in 1953,” said Bo Waters.",
    "j right_parenthesis right_parenthesis i c": "The dam is old",
    "j right_parenthesis right_parenthesis semicolon c": "The dam is old",
    "i p": TEXT.splitlines()[0],
    "w i w i w": "Made up",
    "w w v w w": "up: “We fear",
    "w w w v w w O b": "up: “We fear the",
    "w w v e h": "up: “W",
    "w w v w l": "up: “We ",
    "slash f l o o d enter": "flood",
    "slash f l o o d enter v N": "flood",
    "slash l e a k s enter i c": "it leaks",
    "j slash w e enter n": "We",
}


@pytest.mark.parametrize(("keys", "selected"), CASES.items())
async def test_keys_select(tmp_path: Path, keys: str, selected: str) -> None:
    app = app_on(TEXT, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await press(pilot, keys)
        if "semicolon c" in keys:
            await app.workers.wait_for_complete()
        assert passage(screen) == selected


async def go_to(
    pilot: Pilot[None], screen: ReaderScreen, words_: str, capital: bool = False
) -> None:
    """Type the label that stands on these words, as it is drawn, or its last letter capital."""
    assert screen.labels is not None
    label = screen.labels.shown[TEXT.index(words_)]
    rows = [screen.view.render_line(y).text for y in range(10)]
    assert any(label in row for row in rows)
    await press(pilot, f"{label[0]} {label[1].upper() if capital else label[1]}")


async def test_from_word_to_word(tmp_path: Path) -> None:
    app = app_on(TEXT, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await press(pilot, "V")
        await go_to(pilot, screen, "come again")
        await go_to(pilot, screen, "the flood")
        assert passage(screen) == "the flood, which will come"
        await press(pilot, "c V")
        await go_to(pilot, screen, "fear")
        await press(pilot, "escape")
        assert screen.mode is Mode.READER
        assert [a.anchors[0].exact for a in screen.state.desk.annotations] == [
            "the flood, which will come"
        ]


async def test_a_capital_letter_takes_the_marks_along(tmp_path: Path) -> None:
    app = app_on(TEXT, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        for first, last, selected in (
            ("We fear", "again", "“We fear the flood, which will come again,”"),
            ("again", "We fear", "“We fear the flood, which will come again,”"),
            ("dam", "leaks", "dam is old; it leaks,"),
        ):
            await press(pilot, "V")
            await go_to(pilot, screen, first, capital=True)
            await go_to(pilot, screen, last, capital=True)
            assert passage(screen) == selected
            await press(pilot, "escape")


async def test_a_label_leads_to_a_quotation_a_word_or_up_to_it(tmp_path: Path) -> None:
    app = app_on(TEXT, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        for keys, words_, then in (
            ("f", "“It was", "“It was 12 metres high in 1953,”"),
            ("F", "which", "which"),
            ("v F", "again", "which will come again"),
        ):
            await press(pilot, keys)
            await go_to(pilot, screen, words_)
            assert screen.labels is None
            assert passage(screen) == then
        assert screen.mode is Mode.SELECTION


async def test_what_waits_for_a_key_can_be_left(tmp_path: Path) -> None:
    app = app_on(TEXT, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        before = passage(screen)
        for keys in ("f", "F", "i", "F 1", "i x", "slash"):
            await press(pilot, f"{keys} escape")
        for keys in (
            "f escape",
            "F escape",
            "i escape",
            "F 1 escape",
            "i x escape",
            "slash escape",
        ):
            await press(pilot, keys)
            assert (screen.mode, passage(screen)) == (Mode.READER, before), keys
        assert len(screen.state.desk.annotations) == 0
        assert app.screen is screen


async def test_a_tag_is_repeated_and_its_edges_are_nudged(tmp_path: Path) -> None:
    app = app_on(TEXT, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)

        def tags() -> list[str]:
            return [a.anchors[0].exact for a in screen.state.desk.annotations.coded("concern")]

        await press(pilot, "full_stop")
        assert screen.said == "nothing to repeat yet"
        await press(pilot, "slash f l o o d enter o j i s full_stop")
        assert tags() == ["flood", "“It was 12 metres high in 1953,” said Bo Waters."]
        await press(pilot, "slash f l o o d enter greater_than_sign O less_than_sign")
        assert tags()[0] == "the flood, which"
        await press(pilot, "u u")
        assert tags()[0] == "flood"


async def test_every_character_of_every_script_can_be_tagged_and_copied(tmp_path: Path) -> None:
    app = app_on(SCRIPTS, tmp_path)
    copied: list[str] = []

    def take(text: str) -> Receipt:
        copied.append(text)
        return Receipt("register", True, "copied")

    async with app.run_test(size=(60, 24)) as pilot:
        screen = await ready(pilot)
        screen.take_away = TakeAway(take, tmp_path)
        wanted = graphemes(SCRIPTS, Span(0, len(SCRIPTS)))
        for span in wanted:
            await press(pilot, "l")
            assert passage(screen) == span.of(SCRIPTS)
            if not span.of(SCRIPTS).isspace():
                await press(pilot, "c Y")
                assert copied[-1] == span.of(SCRIPTS)
        tagged: list[Annotation] = [*screen.state.desk.annotations.coded("claim")]
        assert [a.span for a in tagged] == [s for s in wanted if not s.of(SCRIPTS).isspace()]
        await press(pilot, "g w")
        for span in words(SCRIPTS, Span(0, len(SCRIPTS))):
            assert passage(screen) == span.of(SCRIPTS)
            await press(pilot, "w")
