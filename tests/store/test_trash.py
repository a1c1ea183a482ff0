"""A move to the trash, or back, that is interrupted anywhere is brought to its end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fr_reader.model import Article, StoreError
from fr_reader.store import ProjectStore, files
from fr_reader.store.check import check
from fr_reader.store.lines import now
from fr_reader.store.past import Past
from tests.store.making import article, making, note


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def text() -> Article:
    return article()


@pytest.fixture
def store(tmp_path: Path, text: Article) -> ProjectStore:
    store = ProjectStore.open(tmp_path / "project", "me")
    store.add(text)
    store.apply(making(note(text, "1")))
    return store


def killed_after(monkeypatch: pytest.MonkeyPatch, calls: int) -> None:
    """The process ends at a sync of the disk, after so many have gone well."""
    left = iter(range(calls))

    def sync(fd: int) -> None:
        if next(left, None) is None:
            raise Killed

    monkeypatch.setattr(os, "fsync", sync)


@pytest.mark.parametrize("back", [False, True])
def test_killed_anywhere_all_is_there_or_all_in_the_trash(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch, back: bool
) -> None:
    if back:
        store.remove(text.id)
    for calls in range(40):
        window = ProjectStore.open(store.folder, "me")
        with monkeypatch.context() as patch:
            killed_after(patch, calls)
            try:
                if back:
                    window.restore(text.id)
                else:
                    window.remove(text.id)
                ended = True
            except Killed:
                ended = False
        again = ProjectStore.open(store.folder, "me", create=False)
        there, gone = [e.id for e in again.entries()], [r.id for r in again.trash()]
        assert (there, gone) in (([text.id], []), ([], [text.id])), calls
        assert not list(check(store.folder)), calls
        moved = bool(there) is back
        assert moved or not ended
        if moved:  # and now as it was before
            if back:
                again.remove(text.id)
            else:
                again.restore(text.id)
        if not back:
            assert len(again.annotations(text.id)) == 1
            assert again.article(text.id) == text
        if ended:
            break
    else:
        pytest.fail("it never came to its end")
    assert calls > 5


def test_what_the_disk_refuses_is_told(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(5, "made up")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(StoreError, match="the disk reports an error"):
            store.remove(text.id)
    assert [r.id for r in ProjectStore.open(store.folder, "me").trash()] == [text.id]


def test_history_and_past_know_what_is_in_the_trash(store: ProjectStore, text: Article) -> None:
    before = now()
    store.remove(text.id)
    past = Past(store.folder, before)
    assert [entry.id for entry in past.entries()] == [text.id]
    assert len(past.annotations(text.id)) == 1
    assert past.article(text.id) == text
    assert not Past(store.folder, now()).entries()
    titles = [deed.act.title for deed in store.history(text.id)]
    assert titles == ["add made-up", "make", "remove made-up"]


def test_strange_things_in_the_trash_are_left(store: ProjectStore, text: Article) -> None:
    files.make_folders(store.folder / "trash" / "strange")
    (store.folder / "trash" / "strange" / "entry.json").write_text("{")
    (store.folder / "trash" / "a file").write_text("made up")
    assert not store.trash()
    store.remove(text.id)
    assert store.empty_trash() == 1
    assert (store.folder / "trash" / "strange").is_dir()
