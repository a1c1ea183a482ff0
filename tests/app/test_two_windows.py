"""What another window saves is seen here within about a second, without a key."""

from __future__ import annotations

from pathlib import Path

from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.model import Reading
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from fr_reader.text import paragraphs

ROUNDS = 60


def project(folder: Path, coder: str) -> ProjectStore:
    store = ProjectStore.open(folder, coder)
    for article in seeds():
        store.add(article)
    return store


async def test_a_tag_of_another_window_appears(tmp_path: Path) -> None:
    here, there = project(tmp_path / "p", "ann"), project(tmp_path / "p", "bo")
    article = here.article(here.entries()[0].id)
    reading = Reading(article, paragraphs(article.text))
    other = Desk(there, reading)
    app = FrReader(here, article_id=article.id, notes_folder=tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert not [a for a in screen.state.desk.annotations if a.coder == "bo"]
        claim = there.codebook().get("claim")
        assert claim is not None
        other.tag((reading.paragraphs[2].span,), claim)
        for _ in range(ROUNDS):
            await pilot.pause(0.1)
            if [a for a in screen.state.desk.annotations if a.coder == "bo"]:
                break
        assert [a.code for a in screen.state.desk.annotations if a.coder == "bo"] == ["claim"]
