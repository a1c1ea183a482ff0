"""The reserve: made where there is ample room, and given up for what takes away alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fr_reader.model import Article, StoreError
from fr_reader.store import ProjectStore, reserve
from fr_reader.store.changes import adds_nothing
from tests.store.making import article, changing, making, note, removing


@pytest.fixture
def text() -> Article:
    return article()


@pytest.fixture
def store(tmp_path: Path, text: Article) -> ProjectStore:
    store = ProjectStore.open(tmp_path / "project", "me")
    store.add(text)
    return store


def _full_until(kept: Path, given_up: int) -> Callable[..., int]:
    """A disk that is full until the reserve has given up so many bytes."""
    write = os.write

    def call(fd: int, data: Any) -> int:
        if kept.stat().st_size > reserve.SIZE - given_up:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(fd, data)

    return call


def _reserve_of(store: ProjectStore) -> Path:
    return store.folder / ".fr-reader-reserve"


def test_a_project_has_one_really_allocated(store: ProjectStore) -> None:
    kept = _reserve_of(store).stat()
    assert kept.st_size == reserve.SIZE
    if hasattr(kept, "st_blocks"):
        assert kept.st_blocks * 512 >= reserve.SIZE


def test_a_removal_is_done_with_a_piece_of_it(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = note(text, "one")
    store.apply(making(one))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _full_until(_reserve_of(store), reserve.PIECE))
        store.apply(removing(one))
    assert _reserve_of(store).stat().st_size == reserve.SIZE - reserve.PIECE
    assert not ProjectStore.open(store.folder, "me").annotations()
    assert _reserve_of(store).stat().st_size == reserve.SIZE, "there is room again"


def test_a_shorter_memo_is_too_and_a_longer_one_not(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = note(text, "one", memo="made up")
    store.apply(making(one))
    before = store.annotations()
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _full_until(_reserve_of(store), reserve.PIECE))
        for longer in (replace(one, memo="made up at length"), note(text, "two")):
            act = changing(one, longer) if longer.id == one.id else making(longer)
            with pytest.raises(StoreError, match="the disk is full; this act was not saved"):
                store.apply(act)
        assert store.annotations() == before
        assert _reserve_of(store).stat().st_size == reserve.SIZE
        store.apply(changing(one, replace(one, memo="")))
    assert [a.memo for a in ProjectStore.open(store.folder, "me").annotations()] == [""]


def test_where_it_is_used_up_the_removal_is_refused(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = note(text, "one")
    store.apply(making(one))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _full_until(_reserve_of(store), 2 * reserve.SIZE))
        for _ in range(reserve.SIZE // reserve.PIECE + 2):
            with pytest.raises(StoreError, match="the disk is full"):
                store.apply(removing(one))
    assert _reserve_of(store).stat().st_size == 0
    assert [a.id for a in ProjectStore.open(store.folder, "me").annotations()] == ["one"]


@pytest.mark.parametrize("code", [errno.EIO, errno.EROFS])
def test_other_errors_leave_it_alone(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(fd: int, data: Any) -> int:
        raise OSError(code, os.strerror(code))

    one = note(text, "one")
    store.apply(making(one))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fail)
        with pytest.raises(StoreError):
            store.apply(removing(one))
    assert _reserve_of(store).stat().st_size == reserve.SIZE


def test_a_nearly_full_disk_keeps_its_room(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reserve_of(store).unlink()
    monkeypatch.setattr("fr_reader.store.reserve._AMPLE", 1 << 60)  # never is so much free
    ProjectStore.open(store.folder, "me")
    assert not _reserve_of(store).exists()


def test_what_adds_nothing() -> None:
    tables = {"t": {"1": {"memo": "made up"}}}
    assert adds_nothing(tables, {"t": {"1": None}})
    assert adds_nothing(tables, {"t": None})
    assert adds_nothing(tables, {"t": {"1": {"memo": "made"}}})
    assert not adds_nothing(tables, {"t": {"1": {"memo": "made up again"}}})
    assert not adds_nothing(tables, {"t": {"2": {}}})
    assert not adds_nothing(tables, {"u": {"1": {}}})
