"""Folders are written whole or not at all, and over nothing that is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.export import write_folder
from fr_reader.model import ExportError

FILES = {"mark.json": b"{}", "a.txt": b"made up"}


def _inside(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_new_or_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        path = tmp_path / name
        assert write_folder(path, FILES, marker="mark.json") == path
        assert _inside(path) == FILES
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty", "new"]


def test_a_filled_one_stays_unless_it_is_ours_and_forced(tmp_path: Path) -> None:
    path = tmp_path / "out"
    write_folder(path, {**FILES, "b.txt": b"gone"}, marker="mark.json")
    with pytest.raises(ExportError, match=r"is there already.*--force"):
        write_folder(path, FILES, marker="mark.json")
    assert (path / "b.txt").exists()
    write_folder(path, FILES, marker="mark.json", force=True)
    assert _inside(path) == FILES
    (path / "mine.odt").write_bytes(b"mine")
    with pytest.raises(ExportError, match="were not exported here"):
        write_folder(path, FILES, marker="mark.json", force=True)
    (path / "mine.odt").unlink()
    (path / "mark.json").unlink()
    with pytest.raises(ExportError, match="were not exported here"):
        write_folder(path, FILES, marker="mark.json", force=True)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_places_that_will_not_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ExportError, match="is no folder"):
        write_folder(tmp_path / "file", FILES, marker="mark.json", force=True)
    with pytest.raises(ExportError, match="there is no folder"):
        write_folder(tmp_path / "gone" / "out", FILES, marker="mark.json")
    with pytest.raises(ExportError, match="cannot be written"):
        write_folder(tmp_path / "out", {**FILES, "x" * 300: b""}, marker="mark.json")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
