"""Projects of every format there was open as they were; the way up is taken step by step."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from fr_reader.model import Reading, StoreError
from fr_reader.store import ProjectStore, lines
from fr_reader.store.backup import backups
from fr_reader.store.check import check
from fr_reader.store.desk import Desk
from fr_reader.store.lock import Lock
from fr_reader.store.manifest import read_manifest
from fr_reader.store.migrate import migrate

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project as the first format has it, from before acts had ids."""
    return Path(shutil.copytree(DATA / "format-1", tmp_path / "p"))


def test_a_project_of_format_1_opens_as_it_was(folder: Path) -> None:
    assert not list(check(folder))
    store = ProjectStore.open(folder, "me", create=False)
    assert [entry.id for entry in store.entries()] == ["made-up", "made-up-too"]
    assert [store.article(entry.id).name for entry in store.entries()] == ["Made up", "made-up-too"]
    found = [(a.coder, a.code, a.memo) for a in store.annotations()]
    evidence = store.codebook().named("evidence")
    assert evidence is not None
    assert sorted(found) == [
        ("me", "", ""),
        ("me", "claim", "made up, too"),
        ("me", evidence.id, ""),
        ("somebody else", "", ""),
        ("somebody else", "", "a memo of its own"),
    ]
    assert [speaker.aliases for speaker in store.speakers()] == [("Nobody",), ()]
    assert not store.problems
    assert not backups(folder)  # nothing had to be changed


def test_acts_from_before_can_be_undone_and_done_again(folder: Path) -> None:
    store = ProjectStore.open(folder, "me", create=False)
    desk = Desk(store, Reading(store.article("made-up"), ()))
    before = desk.annotations
    titles = []
    while act := desk.undo():
        titles.append(act.title)
    assert titles == [
        *("tag concern", "tag concern", "memo", "tag evidence"),
        *("tag claim", "speaker Nobody at All"),
    ]
    assert not len(desk.annotations)
    again = ProjectStore.open(folder, "me", create=False)
    desk = Desk(again, Reading(again.article("made-up"), ()))
    for _ in titles:
        assert desk.redo() is not None
    assert desk.annotations == before


def test_steps_are_taken_in_order_after_a_backup(folder: Path) -> None:
    taken: list[int] = []

    def one(place: Path) -> None:
        taken.append(1)
        (place / "articles.jsonl").rename(place / "entries.jsonl")

    manifest = read_manifest(folder)
    assert manifest is not None
    wide = {1: one, 2: lambda _: taken.append(2)}
    told = migrate(folder, Lock(folder), manifest, wide, newest=3)
    assert (told.version, told.name, taken) == (3, "format-1", [1, 2])
    assert json.loads((folder / "project.json").read_text())["version"] == 3
    assert len(backups(folder)) == 1


def test_an_interrupted_step_is_taken_again(folder: Path) -> None:
    taken: list[int] = []

    def fail(_: Path) -> None:
        taken.append(2)
        if taken.count(2) == 1:
            raise OSError(28, "full")

    manifest = read_manifest(folder)
    assert manifest is not None
    steps = {1: lambda _: taken.append(1), 2: fail}
    with pytest.raises(StoreError, match="cannot bring up to date"):
        migrate(folder, Lock(folder), manifest, steps, newest=3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "VERSION", 3)
        told = migrate(folder, Lock(folder), manifest, steps, newest=3)
    assert (told.version, taken) == (3, [1, 2, 2])


def test_a_format_with_no_way_up_is_refused(folder: Path) -> None:
    manifest = read_manifest(folder)
    assert manifest is not None
    with pytest.raises(StoreError, match="open it with an earlier fr-reader first"):
        migrate(folder, Lock(folder), manifest, {}, newest=2)
    assert not backups(folder)
