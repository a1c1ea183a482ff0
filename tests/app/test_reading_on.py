"""Reading on: every word of an article can be brought onto the screen with the keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.model import Article, Span
from fr_reader.store import MemoryStore
from fr_reader.text import sentences

TALL = Article(
    "made-up", "\n".join(" ".join(f"made{p}up{n}" for n in range(130)) for p in range(2))
)


def app_on(article: Article, folder: Path) -> FrReader:
    store = MemoryStore("me")
    entry, _ = store.add(article)
    return FrReader(store, folder, entry.id)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def reader(app: FrReader) -> ReaderScreen:
    assert isinstance(app.screen, ReaderScreen)
    return app.screen


def view_rows(app: FrReader) -> list[str]:
    view = reader(app).view
    return [view.render_line(y).text for y in range(view.size.height)]


def shown(app: FrReader) -> set[str]:
    return {word for row in view_rows(app) for word in row.split()}


@pytest.mark.parametrize(
    ("article", "size"),
    [(seeds()[0], (40, 12)), (seeds()[0], (80, 24)), (TALL, (40, 12))],
    ids=["seed, narrow", "seed", "tall paragraphs"],
)
@pytest.mark.parametrize("keys", [("j", "k"), ("ctrl+d", "ctrl+u")])
async def test_every_word_comes_by(
    article: Article, size: tuple[int, int], keys: tuple[str, str], tmp_path: Path
) -> None:
    app = app_on(article, tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in keys:
            seen = shown(app)
            for _ in range(150):
                state = (reader(app).view.scroll_y, reader(app).state.focus)
                await press(pilot, key)
                seen |= shown(app)
                if state == (reader(app).view.scroll_y, reader(app).state.focus):
                    break
            else:
                pytest.fail(f"{key} never reaches the edge")
            assert set(article.text.replace("\t", " ").split()) - seen == set()


async def test_the_last_row_is_shown_at_the_end(tmp_path: Path) -> None:
    app = app_on(TALL, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G")
        assert "made1up129" in shown(app)


async def test_a_selection_survives_long_ways(tmp_path: Path) -> None:
    app = app_on(seeds()[0], tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, "v", "G")
        state = reader(app).state
        assert state.selection is not None
        assert state.selection.span.end == len(state.reading.article.text.rstrip())
        await press(pilot, "g")
        assert state.selection is not None
        assert state.selection.span.start == 0
        await press(pilot, "escape", "g", "v", "]")
        assert state.selection is not None
        assert state.selection.span.end == state.reading.quotations[0].segments[0].end


async def test_the_place_is_marked_on_the_row_where_it_begins(tmp_path: Path) -> None:
    app = app_on(TALL, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *["w"] * 40)
        view = reader(app).view
        (row,) = [y for y in range(view.size.height) if "▸" in view.render_line(y).text]
        focus = reader(app).state.focus
        assert focus is not None
        assert focus.span.of(TALL.text) in view.render_line(row).text


async def test_the_way_to_help_is_always_shown(tmp_path: Path) -> None:
    for size in ((40, 12), (60, 20), (80, 24), (120, 40)):
        app = app_on(seeds()[0], tmp_path)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "? keys" in str(app.screen.query_one("#status").render())


def test_sentences_of_a_very_long_paragraph() -> None:
    text = "This is made up. So is this! " * 20_000
    found = sentences(text, Span(0, len(text)))
    assert {text[s.start : s.end] for s in found} == {"This is made up.", "So is this!"}
    assert len(found) == 40_000


async def test_the_passage_under_the_cursor_stays_in_sight_when_the_window_changes(
    tmp_path: Path,
) -> None:
    lines = Article("made-up", "\n\n".join(f"Made-up paragraph {n}. " * 9 for n in range(40)))
    app = app_on(lines, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, *["}"] * 12)
        assert "▸" in "".join(view_rows(app))
        for size in ((40, 12), (120, 40), (60, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            assert "▸" in "".join(view_rows(app)), size
