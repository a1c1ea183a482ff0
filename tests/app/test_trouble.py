"""What goes wrong is said in a sentence, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from fr_reader.app.main import FrReader
from fr_reader.app.screens.export_asks import fault_of
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.memo import MemoEditor
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.model import Act, StoreError
from fr_reader.store import ProjectStore


def project(folder: Path, coder: str = "me") -> ProjectStore:
    store = ProjectStore.open(folder, coder)
    for article in seeds():
        store.add(article)
    return store


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def told(app: FrReader) -> str:
    return " ".join(note.message for note in app._notifications)


def tagged(tmp_path: Path) -> Path:
    """A project with one tag, closed; its file of annotations."""
    store = project(tmp_path / "p")
    from fr_reader.store.desk import Desk
    from fr_reader.text import read

    article = store.article(store.entries()[0].id)
    desk = Desk(store, read(article))
    desk.tag(read(article).quotations[0].segments, desk.codebook.by_id["claim"])
    desk.tag(read(article).quotations[1].segments, desk.codebook.by_id["claim"])
    store.close()
    (file,) = (tmp_path / "p" / "annotations").rglob("*.jsonl")
    return file


async def test_annotations_that_cannot_be_read_leave_the_library_usable(tmp_path: Path) -> None:
    tagged(tmp_path).write_text("garbage\n")
    store = project(tmp_path / "p")
    app = FrReader(store, tmp_path)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert "me.jsonl" in told(app)


async def test_damage_that_is_stepped_over_is_told(tmp_path: Path) -> None:
    file = tagged(tmp_path)
    lines = file.read_text().splitlines(keepends=True)
    lines[1] = lines[1].replace("claim", "clAim")
    file.write_text("".join(lines))
    app = FrReader(project(tmp_path / "p"), tmp_path)
    async with app.run_test() as pilot:
        await press(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "me.jsonl" in told(app)


async def test_a_memo_that_is_not_saved_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = project(tmp_path / "p")
    app = FrReader(store, tmp_path)

    def refuse(act: Act) -> None:
        raise StoreError("the disk is full: make room and try again")

    async with app.run_test() as pilot:
        await press(pilot, "]", "m", "h", "m")
        monkeypatch.setattr(store, "apply", refuse)
        await press(pilot, "escape")
        assert "disk is full" in told(app)
        assert isinstance(app.screen, MemoEditor)
        assert app.screen.query_one(TextArea).text == "hm"
        monkeypatch.undo()
        await press(pilot, "x", "escape")
        assert [a.memo for a in store.annotations()] == ["hmx"]


async def test_a_tag_that_is_not_saved_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = project(tmp_path / "p")
    app = FrReader(store, tmp_path)

    def refuse(act: Act) -> None:
        raise StoreError("the disk is full: make room and try again")

    async with app.run_test() as pilot:
        await press(pilot, "]")
        monkeypatch.setattr(store, "apply", refuse)
        await press(pilot, "c")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.said == "not saved"
        state = app.screen.state
        marking, many = state.marking(), len(state.reading.paragraphs)
        assert all(m.role == "suggested" for at in range(many) for m in marking.marks(at))


async def test_the_tags_of_another_coder_are_seen_but_not_touched(tmp_path: Path) -> None:
    tagged(tmp_path)
    store = project(tmp_path / "p", "bob")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "]", "d", "m", "h", "m", "escape")
        mine = store.annotations().where(lambda a: a.coder == "bob")
        assert [(a.code, a.memo) for a in mine] == [("", "hm")]
        assert len(store.annotations()) == 3
        panel = str(app.screen.query_one("#here").render())
        assert "claim · me" in panel


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("~nosuchuser-made-up/x.md", "home folder"),
        ("x" * 300 + ".md", "cannot be used"),
        ("/nosuchfolder-made-up/x.md", "no folder"),
        ("/", "is a folder"),
        ("", ""),
        ("fine.md", ""),
    ],
)
def test_a_name_for_the_notes_is_checked(answer: str, fault: str) -> None:
    said = fault_of(answer)
    assert fault in said
    assert bool(fault) == bool(said)
