"""What one claim or concern is to another: chosen, shown with its words, removed. All texts are
made up."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.screens.picker import Picker
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.widgets.panels import Lines
from fr_reader.model import CLAIM, CONCERN, Annotation, Article, Link, Metadata, Reading, Relation
from fr_reader.model import Span as At
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from tests.app.stage import HOSTILE

FIRST = "Nobody spoke here.\n\nThe well is deep.\n\nThe well is shallow."
SECOND = f"Another made-up text. The well was never measured. {HOSTILE}"


def made() -> MemoryStore:
    """Two articles; a claim on each of the last paragraphs of the first, one in the second."""
    store = MemoryStore("me")
    first = Article("first", FIRST)
    second = Article("second", SECOND, Metadata(title="Measuring [b]wells[/b]"))
    for article, words, code in (
        (first, "The well is deep.", CLAIM),
        (first, "The well is shallow.", CLAIM),
        (second, "The well was never measured.", CONCERN),
        (second, HOSTILE, CLAIM),
    ):
        if not any(entry.id == article.id for entry in store.entries()):
            store.add(article)
        start = article.text.index(words)
        Desk(store, Reading(article, ())).tag((At(start, start + len(words)),), code)
    return store


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def panel(app: FrReader) -> str:
    return str(app.screen.query_one("#here", Lines).render())


def held(store: MemoryStore, words: str) -> Annotation:
    return next(a for a in store.annotations() if a.anchors[0].exact == words)


async def test_a_link_is_chosen_shown_and_removed(tmp_path: Path) -> None:
    store = made()
    app = FrReader(store, tmp_path, "first")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "L")
        assert isinstance(app.screen, Picker)
        await press(pilot, "r", "e", "b", "enter")
        assert isinstance(app.screen, Picker)
        assert app.screen.offered == "The well is shallow."
        await press(pilot, *"measured", "enter")
        other = held(store, "The well was never measured.")
        link = Link(Relation.REBUTS, "second", other.id)
        assert held(store, "The well is deep.").links == (link,)
        assert "→ rebuts “The well was nev" in panel(app)
        assert "Measuring [b]wells[/b]" in panel(app)

        await press(pilot, "L", "enter", "enter")
        assert "→ supports “The well is" in panel(app)
        assert len(held(store, "The well is deep.").links) == 2

        await press(pilot, "L", *"remove: reb", "enter")
        assert "rebuts" not in panel(app)
        assert [one.relation for one in held(store, "The well is deep.").links] == ["supports"]
        await press(pilot, "u")
        assert "→ rebuts “The well was nev" in panel(app)
        await press(pilot, "u", "u")
        assert held(store, "The well is deep.").links == ()
        assert "→" not in panel(app)


async def test_links_are_shown_when_the_article_is_opened_again(tmp_path: Path) -> None:
    store = made()
    own, other = held(store, "The well is deep."), held(store, HOSTILE)
    gone = held(store, "The well was never measured.")
    desk = Desk(store, Reading(store.article("first"), ()))
    desk.link(own, Relation.REPEATS, other)
    desk.link(desk.annotations.get(own.id) or own, Relation.SUPPORTS, gone)
    Desk(store, Reading(store.article("second"), ())).remove(gone)
    app = FrReader(store, tmp_path, "first")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j")
        assert "→ repeats “[b]" in panel(app)
        assert "supports" not in panel(app), "a link to what is gone is passed over"
        await press(pilot, "L", *"gone")
        assert isinstance(app.screen, Picker)
        assert app.screen.offered == "remove: supports a statement that is gone"
        await press(pilot, "enter")
        links = held(store, "The well is deep.").links
        assert [one.relation for one in links] == ["repeats"]


async def test_what_is_no_statement_is_not_linked(tmp_path: Path) -> None:
    app = FrReader(made(), tmp_path, "first")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "L")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.said == "only a claim or a concern is linked to another"


async def test_a_lone_statement_has_no_other_to_be_linked_to(tmp_path: Path) -> None:
    store = MemoryStore("me")
    store.add(Article("first", FIRST))
    app = FrReader(store, tmp_path, "first")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "c", "L", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.said == "there is no other claim or concern yet"


async def test_backing_out_links_nothing(tmp_path: Path) -> None:
    store = made()
    app = FrReader(store, tmp_path, "first")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "L", "enter", "escape")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "L", "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert not any(a.links for a in store.annotations())
