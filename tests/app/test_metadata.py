"""What is known about an article is shown and put right. All articles are made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from fr_reader.app.main import FrReader
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.metadata import MetadataEditor
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import Article, Metadata, StoreError
from fr_reader.model.describing import with_origin
from fr_reader.store import Entry, MemoryStore
from tests.app.stage import HOSTILE, OPEN, Stage

TEXT = "A made-up vote\n\n“No,” said Ms Example.\n"
FOUND = with_origin(
    Metadata("A made-up vote", ("Ann Example", "Bo Example"), published="2026-01-02"), "JSON-LD"
)

CASES: dict[str, Any] = {
    "escape": None,
    "ctrl+s": None,
    "enter": None,
    "~New_ enter": {"title": "New A made-up vote"},
    "~x backspace ctrl+s": None,
    "space ctrl+s": None,
    "~x escape": OPEN,
    "~x escape escape": None,
    "~x escape y escape": OPEN,
    "~x escape ctrl+s": {"title": "xA made-up vote"},
    "tab enter ctrl+s": None,
    "tab ~Cy_Example;_ enter ctrl+s": {"authors": ("Cy Example", "Ann Example", "Bo Example")},
    "tab down end backspace ctrl+s": {"authors": ("Ann Example", "Bo Exampl")},
    "tab tab ~The_Example enter": {"publisher": "The Example"},
    "down tab tab ctrl+k home ctrl+k ctrl+s": {"published": ""},
    "shift+tab ~en up ~https://example.org enter": {"url": "https://example.org", "language": "en"},
}


async def test_keys_lead_to() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        got = {keys: await app.outcome(pilot, MetadataEditor(FOUND), keys) for keys in CASES}
    assert got == CASES


async def test_origins_are_shown_and_go_with_a_change() -> None:
    app = Stage(MetadataEditor(FOUND))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.shown().count("from JSON-LD") == 4  # three fields, and once of the one typed in
        await pilot.press("x")
        assert app.shown().count("from JSON-LD") == 2
        assert "changed" in app.shown()
        await pilot.press("backspace")
        assert app.shown().count("from JSON-LD") == 4


async def test_a_date_is_warned_of_while_it_is_typed_and_kept() -> None:
    app = Stage(MetadataEditor(FOUND))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("tab", "tab", "tab", "end", "3")
        assert "kept as it is, best is 2026-01-02" in app.shown()
        await pilot.press("backspace", "backspace", "backspace", "3", "2")
        assert "there is no such day" in app.shown()
        await pilot.press("backspace", "1")
        assert "no such day" not in app.shown()
        await pilot.press("enter")
        await pilot.pause()
    assert app.results == [{"published": "2026-01-31"}]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_field_can_be_reached_at_any_size(size: tuple[int, int]) -> None:
    app = Stage(MetadataEditor(FOUND))
    async with app.run_test(size=size) as pilot:
        for name in ("title", "authors", "publisher", "published", "url", "language"):
            await pilot.pause()
            field = app.screen.query_one(f"#{name}")
            assert field.has_focus
            assert field.region.height >= 1
            assert app.screen.region.contains_region(field.region)
            assert name in app.shown()
            assert "^s save" in app.shown()
            await pilot.press("tab")


async def test_what_is_hostile_is_shown_as_symbols_and_kept_if_untouched() -> None:
    known = Metadata(HOSTILE, (HOSTILE,), HOSTILE, url=HOSTILE, origins=(("title", HOSTILE),))
    app = Stage(MetadataEditor(known))
    async with app.run_test(size=(120, 40)) as pilot:
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(app.shown())
        assert "[b]x[/b]" in app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert app.results == [None]


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore("me")
    store.add(Article("vote", TEXT, FOUND))
    store.add(Article("other", "Another made-up article.\n"))
    return store


async def test_from_the_reader_it_is_saved_and_cited(store: MemoryStore, tmp_path: Path) -> None:
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("M")
        editor: Screen[Any] = app.screen
        editor.query_one("#title", Input).value = "A vote"
        editor.query_one("#authors", TextArea).text = "Di Example"
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.state.reading.article.name == "A vote"
        assert app.screen.state.reading.quotations
        assert "what is known · saved" in app.screen.said
        known = store.entry("vote").metadata
        assert (known.title, known.authors) == ("A vote", ("Di Example",))
        assert known.origins == (("published", "JSON-LD"),)
        store.update("vote", Metadata("Changed elsewhere"))
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.state.reading.article.name == "Changed elsewhere"


async def test_from_the_library_the_line_changes(store: MemoryStore, tmp_path: Path) -> None:
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("M")
        await pilot.press("tab", "tab", "tab", "end", "backspace", "x", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert store.entry("vote").metadata.published == "2026-01-0x"
        await app.workers.wait_for_complete()
        assert app.screen._lines[0].published == "2026-01-0x"
        (told,) = app._notifications
        assert "best is 2026-01-02" in told.message


async def test_what_cannot_be_saved_is_shown_again(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update, full = store.update, [True]

    def saved(article_id: str, metadata: Metadata) -> Entry:
        if full:
            raise StoreError("the disk is full")
        return update(article_id, metadata)

    monkeypatch.setattr(store, "update", saved)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M", "X", "ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, MetadataEditor)
        assert app.screen.query_one("#title", Input).value == "XA made-up vote"
        assert str(app.screen.query_one("#origin-title", Static).render()) == "changed"
        full.clear()
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert store.entry("vote").metadata.title == "XA made-up vote"


async def test_an_empty_library_has_nothing_to_describe(tmp_path: Path) -> None:
    app = FrReader(MemoryStore("me"), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M")
        assert isinstance(app.screen, LibraryScreen)
