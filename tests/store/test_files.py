"""Files are whole and durable, and so are the names they go by."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fr_reader.store.files import make_folders, set_aside, write_atomically


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens on the disk: syncs of files and folders, renames."""
    told: list[str] = []
    replace = Path.replace

    def fsync(fd: int) -> None:
        told.append("sync folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "sync file")

    def rename(self: Path, target: Path) -> Path:
        told.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", rename)
    return told


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced there")
def test_the_file_is_synced_before_its_name_and_then_the_folder(
    tmp_path: Path, events: list[str]
) -> None:
    path = tmp_path / "made-up"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert events == ["sync file", "rename", "sync folder"]


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced there")
def test_every_new_folder_is_durable(tmp_path: Path, events: list[str]) -> None:
    make_folders(tmp_path / "a" / "b")
    assert events == ["sync folder"] * 2
    make_folders(tmp_path / "a" / "b")
    assert len(events) == 2


def test_a_folder_one_may_not_read_is_synced_with_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, synced = os.open, []

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "sync", lambda: synced.append("everything"))
    write_atomically(tmp_path / "made-up", b"new")
    assert (tmp_path / "made-up").read_bytes() == b"new"
    assert synced == ["everything"]


def test_what_is_set_aside_never_covers_what_was(tmp_path: Path) -> None:
    kept = [set_aside(tmp_path / "x.jsonl", piece) for piece in (b"one", b"two")]
    assert [path.name for path in kept] == ["x.jsonl.torn-1", "x.jsonl.torn-2"]
    assert [path.read_bytes() for path in kept] == [b"one", b"two"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "made-up"
    path.write_bytes(b"old")

    def full(fd: int, data: bytes) -> int:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="full"):
        write_atomically(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("made-up", b"old")]
