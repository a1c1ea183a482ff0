"""A disk that is full, failing or read-only: one clear error, and nothing has changed."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fr_reader.model import Article, Metadata, StoreError
from fr_reader.store import ProjectStore, files
from tests.store.making import article, making, note, speaker

_ROOT = Path(__file__).resolve().parents[2]


def _contents(store: ProjectStore) -> tuple[object, ...]:
    return (store.entries(), store.annotations(), store.speakers(), list(store.codebook()))


@pytest.fixture
def text() -> Article:
    return article()


@pytest.fixture
def store(tmp_path: Path, text: Article) -> ProjectStore:
    store = ProjectStore.open(tmp_path / "project", "me")
    store.add(text)
    store.apply(making(note(text, "before"), speaker("before")))
    return store


def _failing(code: int, *, after: int = 0) -> Callable[..., int]:
    """A system call that fails with `code`, once it has worked `after` times."""
    calls = iter(range(after))

    def call(fd: int, data: bytes = b"") -> int:
        if next(calls, None) is None:
            raise OSError(code, os.strerror(code))
        return os.pwrite(fd, data, os.fstat(fd).st_size) if data else 0

    return call


@pytest.mark.parametrize("call", ["fsync", "write"])
@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_an_act_the_disk_refuses_has_not_happened(
    store: ProjectStore,
    text: Article,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    after: int,
    code: int,
) -> None:
    before = _contents(store)
    act = making(note(text, "new"), speaker("new"))
    failed = False
    with monkeypatch.context() as patch:
        patch.setattr(os, call, _failing(code, after=after))
        try:
            store.apply(act)
        except StoreError as error:
            failed = True
            assert str(store.folder) in str(error)
    assert failed is (after < 2)  # two files, each written and synced once
    again = ProjectStore.open(store.folder, "me")
    if failed:
        assert _contents(store) == before
        assert _contents(again) == before
        again.apply(act)
    assert _contents(ProjectStore.open(store.folder, "me")) == _contents(again) != before
    assert not again.problems


@pytest.mark.parametrize("call", ["fsync", "write"])
@pytest.mark.parametrize("after", range(5))
def test_an_article_the_disk_refuses_is_not_there(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch, call: str, after: int
) -> None:
    before = _contents(store)
    other = article("made up, and refused")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, _failing(errno.ENOSPC, after=after))
        try:
            store.add(other)
        except StoreError as error:
            assert "disk is full" in str(error)
            assert _contents(ProjectStore.open(store.folder, "me")) == before
    again = ProjectStore.open(store.folder, "me")
    entry, _ = again.add(other)
    assert entry.id == "made-up-2"
    assert again.article(entry.id).text == other.text
    assert not list((store.folder / "articles").glob(f"{files.OURS}*"))


def test_metadata_the_disk_refuses_is_as_it_was(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _contents(store)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _failing(errno.EIO))
        with pytest.raises(StoreError, match="the disk reports an error"):
            store.update(text.id, Metadata("Another title"))
    assert _contents(store) == _contents(ProjectStore.open(store.folder, "me")) == before


def test_after_a_failed_sync_the_file_is_left_alone(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _failing(errno.EIO))
        with pytest.raises(StoreError, match="the disk reports an error"):
            store.apply(making(note(text, "1")))
    with pytest.raises(StoreError, match="started again"):
        store.apply(making(note(text, "2")))
    store.apply(making(speaker("elsewhere")))
    assert [a.id for a in store.annotations()] == ["before"]


def test_a_full_disk_may_be_tried_again_when_there_is_room(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _failing(errno.ENOSPC))
        with pytest.raises(StoreError, match="disk is full"):
            store.apply(making(note(text, "1")))
    store.apply(making(note(text, "1")))
    assert [a.id for a in ProjectStore.open(store.folder, "me").annotations()] == ["before", "1"]


def test_half_a_line_written_is_taken_back(
    store: ProjectStore, text: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(fd: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(errno.ENOSPC, "full")
        return os.pwrite(fd, data[: len(data) // 2], os.fstat(fd).st_size)

    journal = store.folder / "annotations" / text.id / "me.jsonl"
    before = journal.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", half)
        with pytest.raises(StoreError):
            store.apply(making(note(text, "1")))
    assert journal.read_bytes() == before


def test_everything_is_for_the_owner_alone(store: ProjectStore) -> None:
    old = os.umask(0)
    try:
        store.apply(making(speaker("another")))
    finally:
        os.umask(old)
    for path in (store.folder, *store.folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


_READ_ONLY = """
import filelock, os, sys
from pathlib import Path
from fr_reader.model import StoreError
from fr_reader.store import ProjectStore
from tests.store.making import article, making, speaker
if os.getuid() == 0:  # to whom nothing is forbidden
    os.setgid(65534)
    os.setuid(65534)
store = ProjectStore.open(Path(sys.argv[1]), "me")
print(len(store.entries()), len(store.annotations()), len(store.speakers()), store.problems)
for act in (lambda: store.apply(making(speaker("x"))), lambda: store.add(article("new"))):
    try:
        act()
    except StoreError as error:
        print(error)
"""


@pytest.fixture
def read_only(store: ProjectStore, tmp_path: Path) -> Iterator[Path]:
    """The project, with no right to write in it, and the folders above it passable."""
    opened = [path for path in tmp_path.parents if path.stat().st_uid == os.getuid()]
    modes = [(path, stat.S_IMODE(path.stat().st_mode)) for path in (*opened, tmp_path)]
    for path, mode in modes:
        if not mode & stat.S_IXOTH:
            path.chmod(mode | stat.S_IXOTH)
    inside = [store.folder, *store.folder.rglob("*")]
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield store.folder
    for path in inside:
        path.chmod(0o700 if path.is_dir() else 0o600)
    for path, mode in modes:
        path.chmod(mode)


@pytest.mark.skipif(os.name == "nt", reason="needs Unix permissions")
def test_a_read_only_project_opens_for_reading(read_only: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READ_ONLY, str(read_only)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    lines = done.stdout.splitlines()
    assert lines[0] == "1 1 1 []", done.stderr
    assert len(lines) == 3
    assert all("you have no permission" in line for line in lines[1:])
