"""Role and affiliation of speakers in the app, and corrections that hold in the next article."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.export import project_notes
from fr_reader.model import Article
from fr_reader.store import MemoryStore

FIRST = (
    "Made up: “It rains,” said Ann Example, head of policy at the Example Trust.\n\n"
    "Bo Sample was late. “It will stop,” the mayor said.\n"
)
NEXT = "Made up too: Cy Elm was late. “It has stopped,” the mayor said.\n"


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def store_of(*texts: str) -> MemoryStore:
    store = MemoryStore("me")
    for number, text in enumerate(texts):
        store.add(Article(f"made-up-{number}", text))
    return store


def panel(app: FrReader) -> str:
    assert isinstance(app.screen, ReaderScreen)
    strips = app.screen._compositor.render_strips()
    return " ".join(" ".join(strip.text[80:] for strip in strips[:20]).replace("│", " ").split())


def about(store: MemoryStore) -> list[tuple[str, str, str]]:
    return [(s.name, s.role, s.affiliation) for s in store.speakers()]


async def test_accepting_fills_role_and_affiliation_and_undo_takes_them_back(
    tmp_path: Path,
) -> None:
    store = store_of(FIRST)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "space")
        assert "head of policy, Example Trust" in panel(app), "shown before it is accepted"
        await press(pilot, "a", "[")
        assert about(store) == [("Ann Example", "head of policy", "Example Trust")]
        assert "Ann Example ✓ head of policy, Example Trust" in panel(app)
        assert "head of policy, Example Trust" in project_notes(store)
        await press(pilot, "u")
        assert about(store) == []
        await press(pilot, "s", "enter")
        assert about(store) == [("Ann Example", "head of policy", "Example Trust")]


async def test_a_correction_is_used_in_the_next_article(tmp_path: Path) -> None:
    store = store_of(FIRST, NEXT)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        if not isinstance(app.screen, ReaderScreen):
            await press(pilot, "g", "enter")
        await press(pilot, "]", "]", "s", *"Omar", "enter")
        assert [(s.name, s.aliases) for s in store.speakers()] == [("Omar", ("the mayor",))]
        await press(pilot, "q", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        state = app.screen.state
        assert state.reading.article.id == "made-up-1"
        assert [q.who for q in state.reading.quotations] == ["Omar"]
        await press(pilot, "space", "a")
        assert [s.name for s in store.speakers()] == ["Omar"]
