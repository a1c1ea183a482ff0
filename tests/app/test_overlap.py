"""Tags that lie over one another can be told apart, reached and edited. The text is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.marks import Mark, overlaps
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.widgets.minimap import Minimap
from fr_reader.model import Article, Span
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.text import read

TEXT = "Made-up words lie here over other words.\n" + "Further made-up words.\n" * 60
SPANS = (Span(0, 13), Span(8, 22), Span(8, 40), Span(0, 40), Span(14, 17))


def test_where_tags_overlap() -> None:
    marks = [Mark(span, "claim") for span in SPANS[:2]] + [Mark(Span(0, 40), "suggested")]
    assert [m.span for m in overlaps(marks)] == [Span(8, 13)]
    assert overlaps(marks[:1]) == []


async def press(pilot: Pilot[None], *keys: str) -> ReaderScreen:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


def app_with_tags(folder: Path) -> FrReader:
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", TEXT))
    desk = Desk(store, read(store.article(entry.id)))
    codes = desk.codebook
    for span, name in zip(SPANS, ("claim", "claim", "concern", "concern", "claim"), strict=True):
        assert desk.tag((span,), codes.by_id[name]) is not None
    return FrReader(store, folder, entry.id)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_each_of_five_is_reached_shown_and_removed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_with_tags(tmp_path)
    async with app.run_test(size=size) as pilot:
        screen = await press(pilot)
        shown = set()
        for _ in SPANS:
            await press(pilot, "tab")
            drawn = screen.view._layers.spans("chosen") or screen.view._layers.spans("passage")
            shown.update(drawn)
        assert shown == set(SPANS)
        await press(pilot, "tab", "d")
        assert len(screen.state.desk.annotations) == len(SPANS) - 1
        await press(pilot, "u", "tab", "greater_than_sign")
        moved = {a.span for a in screen.state.desk.annotations}
        assert len(moved - set(SPANS)) <= 1
        assert len(screen.state.desk.annotations) == len(SPANS)
        await press(pilot, "j")
        assert screen.view._layers.spans("chosen") == []


async def test_the_map_shows_where_tags_are_and_leads_there(tmp_path: Path) -> None:
    app = app_with_tags(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "G", "c")
        column = screen.query_one(Minimap)
        rows = [column.render_line(y).text for y in range(column.size.height)]
        assert rows[0] == "●"
        assert rows[-1] == "▲"
        assert set(rows[1:-1]) <= {"▐", "▕"}
        await pilot.click(Minimap, offset=(0, 0))
        await press(pilot)
        assert screen.state.passage is not None
        assert screen.state.passage.span.start == 0
        rows = [column.render_line(y).text for y in range(column.size.height)]
        assert rows[1] == "▐"


async def test_narrow_screens_have_no_room_for_the_map(tmp_path: Path) -> None:
    app = app_with_tags(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await press(pilot)
        assert not screen.query_one(Minimap).display
