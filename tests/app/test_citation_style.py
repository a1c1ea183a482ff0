"""Choosing a style to cite in: the preview, what is copied, and that the choice is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Static

from fr_reader.app.clipboard import Receipt
from fr_reader.app.main import FrReader
from fr_reader.app.manner import Manner
from fr_reader.app.preferences import (
    remember_style,
    remember_theme,
    remembered_style,
    remembered_theme,
)
from fr_reader.app.screens.citation import CitationDialog
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.take_away import TakeAway
from fr_reader.export.citations.styles import STYLES, attributed
from fr_reader.model import Article, Metadata
from fr_reader.store import MemoryStore, data_folder
from tests.app.stage import HOSTILE, Stage

TEXT = "Trees for all\n\n“We need [trees],” said Ann Example.\n"
KNOWN = Metadata("Trees for all", ("Bo van Sample",), "The Example", "2026-01-02")


def opened(folder: Path, style: str = "fr-reader") -> tuple[FrReader, list[str]]:
    store = MemoryStore("me")
    store.add(Article("first", "Another made-up text.", KNOWN))
    entry, _ = store.add(Article("trees", TEXT, KNOWN))
    app = FrReader(store, folder, entry.id, None, Manner(style=style))
    copied: list[str] = []

    def take(text: str) -> Receipt:
        copied.append(text)
        return Receipt("register", True, "copied")

    app.take_away = TakeAway(take, folder, style)
    return app, copied


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("FR_READER_DATA", str(tmp_path / "data"))
    yield tmp_path / "data"


async def test_the_same_key_goes_round_and_enter_copies(tmp_path: Path, home: Path) -> None:
    app, copied = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("right_square_bracket", "S")
        await pilot.pause()
        assert isinstance(app.screen_stack[-1], CitationDialog)
        seen = []
        for _ in STYLES:
            seen.append(str(app.screen.query_one("#style", Static).content).split("   ")[0])
            await pilot.press("S")
        assert seen == [style.title for style in STYLES.values()]
        await pilot.press("S")
        shown = str(app.screen.query_one("#cited", Static).content)
        assert shown == (
            "— (van Sample, 2026, para. 2)\n\n"
            "van Sample, B. (2026, January 2). Trees for all. *The Example*."
        )
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(app.screen_stack) == 2
        assert remembered_style(home) == "apa"
        await pilot.press("y")
        await pilot.pause()
    below = "\n>\n> ".join(shown.split("\n\n"))
    assert copied == [f"> “We need \\[trees],”\n>\n> {below}".replace("\\[", "[")] * 2


async def test_escape_leaves_the_style(tmp_path: Path, home: Path) -> None:
    app, copied = opened(tmp_path, "pandoc")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("right_square_bracket", "S", "S", "tab", "left", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("y")
        await pilot.pause()
    assert remembered_style(home, "pandoc") == ""
    assert [text.rpartition("\n")[2] for text in copied] == ["> — [@vansample2026treesa, ¶ 2]"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_hostile_words_are_shown_as_they_are(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        result = await app.outcome(pilot, CitationDialog(lambda _: HOSTILE, "mla"), "tab enter")
        assert result == "chicago"
        await app.push_screen(CitationDialog(lambda _: HOSTILE, "mla"))
        await pilot.pause()
        shown = "".join(app.shown().split())
        assert "[b]x[/b]" in shown
        assert not {"\x1b", "\x9b", "\u202e"} & set(app.shown())


async def test_a_long_citation_scrolls() -> None:
    app = Stage()
    async with app.run_test(size=(40, 12)) as pilot:
        await app.push_screen(CitationDialog(lambda _: "made up\n" * 40, "mla"))
        await pilot.pause()
        await pilot.press("j", "j", "j", "k")
        await pilot.pause()
        assert app.screen.query_one("#preview").scroll_offset.y == 2


def test_theme_and_style_are_remembered_beside_each_other(tmp_path: Path) -> None:
    assert remember_theme(tmp_path, "lamplight")
    assert remember_style(tmp_path, "apa")
    assert (remembered_theme(tmp_path), remembered_style(tmp_path)) == ("lamplight", "apa")
    assert remembered_style(tmp_path, "mla") == ""
    assert remember_style(tmp_path, "chicago", "mla")
    assert (remembered_theme(tmp_path), remembered_style(tmp_path, "mla")) == (
        "lamplight",
        "chicago",
    )


async def test_a_remembered_style_that_is_gone_counts_as_none(tmp_path: Path, home: Path) -> None:
    remember_style(home, "harvard", "apa")
    app, copied = opened(tmp_path, "apa")
    assert data_folder() == home
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("right_square_bracket", "y")
        await pilot.pause()
    assert "(van Sample, 2026, para. 2)" in copied[0]


def test_the_preview_is_what_is_copied() -> None:
    from fr_reader.export.citations.styles import cite
    from fr_reader.text import read

    reading = read(Article("trees", TEXT, KNOWN))
    segments = [reading.quotations[0].segments[0]]
    for style in STYLES:
        cited = cite(reading, segments, "Ann Example", style=style)
        for part in attributed(reading, segments, "Ann Example", style=style):
            assert part in cited
