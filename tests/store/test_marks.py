"""What coders say that they are done with, in every kind of store, and around it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fr_reader.model import Article, StoreError
from fr_reader.store import ProjectStore, Store
from fr_reader.store.backup import make_backup
from fr_reader.store.check import check
from fr_reader.store.merging import merge
from fr_reader.store.naming import coder_file
from fr_reader.store.repair import repair
from fr_reader.store.restore import restore_here
from tests.store.conftest import Reopen
from tests.store.making import article
from tests.store.test_contract_shared import beside


def test_a_coder_is_done_with_an_article_until_they_say_otherwise(
    store: Store, reopen: Reopen
) -> None:
    store.add_many([article(), article("made up as well", "two")])
    assert store.done() == {}
    other = beside(store, "Somebody Else")
    store.mark_done("made-up", True)
    store.mark_done("made-up", True)
    other.mark_done("made-up", True)
    other.mark_done("two", True)
    for each in (store, other, reopen(store)):
        assert each.done() == {
            "made-up": frozenset({"me", "Somebody Else"}),
            "two": frozenset({"Somebody Else"}),
        }
        assert each.done("me") == {"made-up": frozenset({"me"})}
        assert each.done("nobody") == {}
    store.mark_done("made-up", False)
    store.mark_done("two", False)
    assert reopen(store).done() == {
        "made-up": frozenset({"Somebody Else"}),
        "two": frozenset({"Somebody Else"}),
    }
    with pytest.raises(StoreError, match="no article"):
        store.mark_done("unknown", True)


def test_a_mark_follows_its_article_and_no_other_one(store: Store, reopen: Reopen) -> None:
    store.add(article())
    store.mark_done("made-up", True)
    store.revise("made-up", article("A made-up article, revised."))
    assert "made-up" in store.done()
    trashed = store.remove("made-up")
    assert store.done() == {}
    store.add(Article("made-up", "Another made-up text."))
    assert reopen(store).done() == {}
    store.remove("made-up")
    store.restore(trashed)
    assert reopen(store).done() == {"made-up": frozenset({"me"})}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in which two coders are done with an article."""
    folder = tmp_path / "project"
    ProjectStore.open(folder, "me").add(article())
    for coder in ("me", "you"):
        ProjectStore.open(folder, coder).mark_done("made-up", True)
    return folder


def test_each_coder_has_a_file_of_their_own_that_backups_know(folder: Path) -> None:
    names = {path.name for path in (folder / "coders").iterdir()}
    assert names == {coder_file("me"), coder_file("you")}
    made = make_backup(folder)
    ProjectStore.open(folder, "me").mark_done("made-up", False)
    assert restore_here(folder, made)
    assert ProjectStore.open(folder, "me").done() == {"made-up": frozenset({"me", "you"})}


def test_damage_is_found_and_mended(folder: Path) -> None:
    assert not list(check(folder))
    path = folder / "coders" / coder_file("me")
    whole = path.read_bytes()
    path.write_bytes(whole + b"rubbish\n")
    assert [fault.kind for fault in check(folder)] == ["line"]
    assert list(repair(folder))
    assert not list(check(folder))
    assert path.read_bytes() == whole
    (folder / "coders" / coder_file("them")).write_bytes(whole)
    (fault,) = check(folder)
    assert "another coder's, me" in str(fault)


def test_marks_come_with_a_merge(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    ProjectStore.open(other, "her").mark_done("made-up", True)
    ProjectStore.open(other, "you").mark_done("made-up", False)
    store = ProjectStore.open(folder, "me")
    assert merge(store, other).changed
    assert store.done() == {"made-up": frozenset({"me", "her"})}
