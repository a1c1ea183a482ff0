"""A new text of the article that is open is told, and the article opened anew has it."""

from __future__ import annotations

from pathlib import Path

from fr_reader.app.main import FrReader
from fr_reader.app.screens.acting import OUTDATED, ActingScreen
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.library_counting import Counting
from fr_reader.app.screens.library_rows import Columns, Line
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import Article, Metadata
from tests.app.revised import ID, NEW, press, revised

THIRD = NEW + "\nOne made-up line more.\n"


def told(app: FrReader) -> list[str]:
    return [note.message for note in app._notifications]


async def test_a_new_text_is_told_once_and_nothing_is_done_to_the_old(tmp_path: Path) -> None:
    store = revised()
    app = FrReader(store, tmp_path, ID)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        store.revise(ID, Article("third", THIRD))
        for _ in range(3):
            await screen.look_for_news()
            await press(pilot)
        assert len(told(app)) == 1
        assert "has a new text since it was opened: close it and open it again" in told(app)[0]
        assert OUTDATED in str(screen.query_one("#title").render())
        await press(pilot, "c")
        assert len(store.annotations(ID)) == 1
        assert "new text" in told(app)[-1]
        await press(pilot, "j")
        assert OUTDATED in str(screen.query_one("#title").render()), "a move does not hide it"
        await press(pilot, "q", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.state.reading.article.text == THIRD
        assert not app.screen.state.outdated
        await press(pilot, "c")
        assert len(store.annotations(ID)) == 2


async def test_a_new_text_during_a_review_is_told(tmp_path: Path) -> None:
    store = revised()
    app = FrReader(store, tmp_path, ID)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "R")
        screen = app.screen
        assert isinstance(screen, ActingScreen)
        store.revise(ID, Article("third", THIRD))
        await press(pilot, "a")
        assert "has a new text" in told(app)[0]
        assert len(store.astray(ID)) == 3
        assert screen.said == OUTDATED


async def test_the_library_says_what_waits(tmp_path: Path) -> None:
    store = revised()
    store.add(Article("other", "Made up, without a revision.", Metadata("Another")))
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert isinstance(app.screen, LibraryScreen)
        lines = ["".join(s.text for s in line) for line in app.screen._compositor.render_strips()]
        assert [line for line in lines if "3 to place" in line and "Made up" in line]
        assert not [line for line in lines if "to place" in line and "Another" in line]
        assert "3 to place in its new text" in lines[-1]
        await press(pilot, "j")
        assert "to place" not in str(app.screen.query_one("#status").render())


def test_only_articles_that_had_another_text_are_asked_about() -> None:
    store = revised()
    store.add(Article("other", "Made up, without a revision."))
    asked: list[str | None] = []
    astray = store.astray

    def counted(article_id: str | None = None) -> object:
        asked.append(article_id)
        return astray(article_id)

    store.astray = counted  # type: ignore[method-assign,assignment]
    counting = Counting(store)
    lines = [Line.of(e.id, e.sha256, e.metadata, bool(e.earlier)) for e in store.entries()]
    assert [counting.counted(line).astray for line in lines] == [3, 0]
    assert asked == [ID]


def test_a_narrow_row_still_says_it() -> None:
    line = Line("x", "", "A made-up title that is long", "", "", astray=12)
    for width in (20, 36, 70):
        row = Columns.fit(width, [line]).row(line).plain
        assert "12 to place" in row or " ≠12" in row
        assert len(row) <= width
