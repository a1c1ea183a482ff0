"""In the app a key marks an article done, and the blind see the others only then."""

from __future__ import annotations

from asyncio import sleep
from copy import copy
from pathlib import Path

import pytest

from fr_reader.app.main import FrReader
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import Act, Anchor, Annotation, Article, Change, Metadata, Span
from fr_reader.store import MemoryStore
from fr_reader.store.blind import blind
from tests.app.test_library import Desk as Library

ARTICLE = Article("vote", "A made-up vote\n\n“No,” said Ms Example.\n", Metadata("A vote"))


@pytest.fixture
def store() -> MemoryStore:
    """An article in which somebody else tagged two claims."""
    store = MemoryStore("me")
    store.add(ARTICLE)
    other = copy(store)
    other.coder = "you"
    time = "2024-01-01T00:00:00.000000+00:00"
    for number in range(2):
        anchors = (Anchor.at(ARTICLE, Span(number, number + 5)),)
        made = Annotation(f"{number}", "vote", anchors, "you", time, time, code="claim")
        other.apply(Act("tag", (Change(None, made),)))
    return store


async def test_the_reader_shows_others_once_the_article_is_done(
    store: MemoryStore, tmp_path: Path
) -> None:
    app = FrReader(blind(store), tmp_path, "vote")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert not len(reader.state.desk.annotations)
        await pilot.press("K")
        await pilot.pause()
        assert store.done() == {"vote": frozenset({"me"})}
        assert len(reader.state.desk.annotations) == 2
        assert reader.said == "done with this article · K takes it back"
        await pilot.press("K")
        await pilot.pause()
        assert store.done() == {}
        assert not len(reader.state.desk.annotations)


async def test_the_library_marks_an_article_and_counts_what_may_be_seen(
    store: MemoryStore,
) -> None:
    app = Library(blind(store))
    async with app.run_test(size=(100, 10)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        line = await app.line("A vote")
        assert "✓" not in line
        assert line.split()[-1] == "0"
        await pilot.press("K")
        await pilot.pause()
        await sleep(0.05)
        line = await app.line("A vote")
        assert "✓" in line
        assert line.split()[-1] == "2"
        assert store.done() == {"vote": frozenset({"me"})}
        await pilot.press("K")
        await pilot.pause()
        assert "✓" not in await app.line("A vote")
