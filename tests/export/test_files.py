"""Notes are written whole or not at all, and over nothing unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fr_reader.export import write_notes
from fr_reader.model import ExportError


def test_written_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    assert write_notes(path, "Zoë’s notes, made up\n") == path
    assert path.read_bytes() == "Zoë’s notes, made up\n".encode()
    assert os.listdir(tmp_path) == ["notes.md"]  # noqa: PTH208


def test_another_file_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine")
    path.chmod(0o640)
    with pytest.raises(ExportError, match=r"notes\.md is there already.*--force"):
        write_notes(path, "new")
    assert path.read_text() == "mine"
    write_notes(path, "new", force=True)
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_links_are_followed_only_when_forced(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    link.symlink_to(target)
    with pytest.raises(ExportError, match="is there already"):
        write_notes(link, "new")
    write_notes(link, "new", force=True)
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_places_that_will_not_do(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        write_notes(tmp_path, "new", force=True)
    with pytest.raises(ExportError, match="there is no folder"):
        write_notes(tmp_path / "gone" / "notes.md", "new")
    with pytest.raises(ExportError, match="not an ordinary file"):
        write_notes(Path("/dev/null"), "new", force=True)
    with pytest.raises(ExportError, match="cannot be written"):
        write_notes(tmp_path / ("a" * 300), "new")
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        write_notes(tmp_path / "file" / "notes.md", "new")


@pytest.mark.skipif(os.name == "nt", reason="folders are not opened there")
def test_a_folder_one_may_write_in_and_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    assert write_notes(tmp_path / "notes.md", "new") == tmp_path / "notes.md"
    assert (tmp_path / "notes.md").read_text() == "new"


def test_names_are_shown_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no folder .*a␊b: make it"):
        write_notes(tmp_path / "a\nb" / "notes.md", "new")
    (tmp_path / "a\nb.md").write_text("mine")
    with pytest.raises(ExportError, match=r"a␊b\.md is there already"):
        write_notes(tmp_path / "a\nb.md", "new")


@pytest.mark.parametrize("force", [False, True])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    path = tmp_path / "notes.md"
    if force:
        path.write_text("mine")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        write_notes(path, "new", force=force)
    assert [one.read_text() for one in tmp_path.iterdir()] == (["mine"] if force else [])


def test_a_file_that_appears_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    monkeypatch.setattr(os, "fsync", lambda descriptor: path.write_text("theirs"))
    with pytest.raises(ExportError, match="is there already"):
        write_notes(path, "new")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["theirs"]


def test_disks_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(source: object, target: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unsupported)
    path = tmp_path / "notes.md"
    write_notes(path, "new")
    with pytest.raises(ExportError, match="is there already"):
        write_notes(path, "newer")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["new"]
