"""The settings do what they say in the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.main import FrReader
from fr_reader.app.manner import Manner, Proposing
from fr_reader.app.preferences import remember_theme, remembered_theme
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.store import MemoryStore


def opened(folder: Path, manner: Manner) -> FrReader:
    store = MemoryStore("me")
    entries = [store.add(article)[0] for article in seeds()]
    return FrReader(store, folder, entries[0].id, None, manner)


async def found(app: FrReader) -> tuple[int, int, str]:
    """How many suggestions are left, how wide the text is, and what is on the screen of it."""
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        left = len(app.screen.state.pending)
        return left, app.screen.view._painter.geometry.text, app.theme


async def test_width_theme_and_suggestions(tmp_path: Path) -> None:
    every, width, theme = await found(opened(tmp_path, Manner()))
    assert (width, theme) == (65, "paper")
    assert every > 5
    some, width, theme = await found(
        opened(tmp_path, Manner("lamplight", 50, Proposing(least=0.9)))
    )
    assert (width, theme) == (50, "lamplight")
    assert 0 < some < every
    none, _, _ = await found(opened(tmp_path, Manner(proposing=Proposing(False))))
    assert none == 0


@pytest.mark.parametrize(("configured", "holds"), [("paper", True), ("newsprint", False)])
def test_the_last_word_on_the_theme_holds(tmp_path: Path, configured: str, holds: bool) -> None:
    assert remember_theme(tmp_path, "lamplight", "paper")
    assert remembered_theme(tmp_path, configured) == ("lamplight" if holds else "")
    assert remember_theme(tmp_path, "lamplight", configured)
    assert remembered_theme(tmp_path, configured) == "lamplight"


async def test_what_is_wrong_in_the_files_is_told_when_the_app_opens(tmp_path: Path) -> None:
    app = opened(tmp_path, Manner("lampligth", problems=("[b]keys.toml[/b]: no command x",)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        told = [notification.message for notification in app._notifications]
        assert app.theme == "paper"
    assert told[:2] == [
        "[b]keys.toml[/b]: no command x",
        "there is no theme lampligth: did you mean lamplight?",
    ]
