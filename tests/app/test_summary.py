"""Copying a summary from the library. The articles are made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fr_reader.app.clipboard import Receipt
from fr_reader.app.main import FrReader
from fr_reader.app.take_away import TakeAway, summed_up
from fr_reader.export.citations.styles import cite
from fr_reader.model import Article, ExportError, Metadata, Reading, Span, StoreError, Suggestion
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from tests.app.test_journey import press

SAID = "“It costs too much.”"


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    """Two made-up articles with a quotation in each."""
    store = MemoryStore("me", "made up")
    for name in ("one", "two"):
        text = f"News {name}\n\nBo Example said: {SAID}\n"
        store.add(Article(name, text, Metadata(title=f"News {name}")))
        start = text.index(SAID)
        desk = Desk(store, Reading(store.article(name), ()))
        desk.accept([Suggestion((Span(start, start + len(SAID)),), who="Bo Example")])
    yield store
    store.close()


def library(store: MemoryStore, folder: Path, copied: list[str]) -> FrReader:
    """The app on its library; what is copied goes into `copied`."""

    def copy(text: str) -> Receipt:
        copied.append(text)
        return Receipt("test", True, "Copied by the test")

    app = FrReader(store, folder)
    app.take_away = TakeAway(copy, folder)
    return app


async def test_the_summary_of_an_article_and_of_the_project_are_copied(
    store: MemoryStore, tmp_path: Path
) -> None:
    copied: list[str] = []
    app = library(store, tmp_path, copied)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "y")
        await press(pilot, "Y")
    article, project = copied
    assert article.startswith("## News two\n\n1 quotation with 4 words by 1 speaker.\n")
    assert project.startswith("## made up\n\n2 quotations with 8 words by 1 speaker in 2 articles.")
    assert all(f"> {SAID}\n>\n> — Bo Example, “News " in text for text in copied)


async def test_nothing_is_copied_where_a_quotation_is_not_as_it_was(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "fr_reader.overview.summary_text.cite",
        lambda *of, **more: cite(*of, **more).replace("costs", "cost"),
    )
    copied: list[str] = []
    app = library(store, tmp_path, copied)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "Y")
        told = [(note.title, note.message) for note in app._notifications]
    assert copied == []
    assert any(title == "Not copied" and "not as it was" in message for title, message in told)


def test_an_article_that_is_gone_is_an_error(store: MemoryStore) -> None:
    store.remove("one")
    with pytest.raises((StoreError, ExportError)):
        summed_up(store, "one", "fr-reader")
