"""Backups hold a whole project, and come back as it was and nowhere else."""

from __future__ import annotations

import os
import stat
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from fr_reader.model import StoreError
from fr_reader.store import ProjectStore, backup, files
from fr_reader.store.backup import KEPT, backups, daily_backup, make_backup
from fr_reader.store.restore import find, restore_here, restore_to
from tests.store.making import article, making, note, speaker


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    store = ProjectStore.open(tmp_path / "project", "me")
    text = article()
    store.add(text)
    store.apply(making(note(text, "1"), speaker()))
    return store


def state(folder: Path) -> object:
    again = ProjectStore.open(folder, "me", create=False)
    texts = [again.article(entry.id) for entry in again.entries()]
    assert not again.problems
    return texts, again.annotations(), list(again.speakers()), list(again.codebook())


def later(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    """The calendar shows another day."""
    monkeypatch.setattr(backup, "_now", lambda: datetime(2000, 1, day))


def test_a_backup_comes_back_whole(store: ProjectStore, tmp_path: Path) -> None:
    before = state(store.folder)
    made = make_backup(store.folder)
    assert made.files == 6
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert restore_to(made, tmp_path / "else") == 6
    assert state(tmp_path / "else") == before
    for path in (tmp_path / "else").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    with pytest.raises(StoreError, match="is not empty"):
        restore_to(made, tmp_path / "else")


def test_restoring_in_place_keeps_what_was_there(store: ProjectStore) -> None:
    first = state(store.folder)
    made = make_backup(store.folder)
    store.apply(making(note(article(), "2"), speaker("another")))
    store.add(article("more, made up", "more"))
    second = state(store.folder)
    saved = restore_here(store.folder, made)
    assert state(store.folder) == first
    assert len(store.annotations()) == 1  # an open window goes on with what is there now
    assert saved is not None
    restore_here(store.folder, find(store.folder, saved.name))
    assert state(store.folder) == second
    left = [path.name for path in store.folder.iterdir() if path.name.startswith(files.OURS)]
    assert {*left} <= {f"{files.OURS}lock", f"{files.OURS}reserve"}


def test_a_project_that_lost_its_files_is_restored(store: ProjectStore) -> None:
    before = state(store.folder)
    made = make_backup(store.folder)
    for name in ("project.json", "articles.jsonl"):
        (store.folder / name).unlink()
    restore_here(store.folder, made)
    assert state(store.folder) == before


def test_a_restore_that_fails_leaves_everything(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup(store.folder)
    store.apply(making(speaker("another")))
    before = state(store.folder)
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.name == "codebook.jsonl" and "restoring" in self.parent.name:
            monkeypatch.undo()
            raise OSError(5, "made up")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StoreError, match="cannot restore"):
        restore_here(store.folder, made)
    assert state(store.folder) == before


def test_one_backup_a_day_and_only_after_changes(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, 1)
    assert daily_backup(store.folder) is not None
    assert daily_backup(store.folder) is None
    later(monkeypatch, 2)
    assert daily_backup(store.folder) is None
    for day in range(2, 13):
        later(monkeypatch, day)
        store.apply(making(speaker(str(day))))
        os.utime(store.folder / "speakers.jsonl", (4e9 + day, 4e9 + day))
        assert daily_backup(store.folder) is not None
    kept = [each.name for each in backups(store.folder)]
    assert kept == [f"daily-2000-01-{day:02}" for day in range(13 - KEPT, 13)]


def test_a_backup_asked_for_stays(store: ProjectStore) -> None:
    made = [make_backup(store.folder).name for _ in range(KEPT + 2)]
    assert {each.name for each in backups(store.folder)} == set(made)


def test_a_backup_ends_with_the_last_whole_line(store: ProjectStore, tmp_path: Path) -> None:
    with (store.folder / "speakers.jsonl").open("ab") as file:
        file.write(b'{"n":3,"t')
    restore_to(make_backup(store.folder), tmp_path / "else")
    state(tmp_path / "else")
    with zipfile.ZipFile(make_backup(store.folder, exact=True).path) as archive:
        assert archive.read("speakers.jsonl").endswith(b'{"n":3,"t')


def test_what_cannot_be_read_back_is_no_backup(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(fd: int) -> None:
        os.pwrite(fd, b"made up", 60)

    monkeypatch.setattr(files, "sync", spoiled)
    with pytest.raises(StoreError, match="no backup was made"):
        make_backup(store.folder)
    assert not list((store.folder / "backups").iterdir())


def test_links_are_not_followed(store: ProjectStore, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "x.txt").write_text("made up")
    (store.folder / "articles" / "link.txt").symlink_to(tmp_path / "secret" / "x.txt")
    (store.folder / "annotations" / "link").symlink_to(tmp_path / "secret")
    with zipfile.ZipFile(make_backup(store.folder).path) as archive:
        assert not [name for name in archive.namelist() if "link" in name]


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "/out.txt",
        "articles/../../out.txt",
        "articles/..\\out.txt",
        "C:/out.txt",
        "out.txt",
        "backups/x.zip",
        ".fr-reader-lock",
    ],
)
def test_a_backup_that_leads_elsewhere_is_refused(
    store: ProjectStore, tmp_path: Path, name: str
) -> None:
    made = make_backup(store.folder)
    before = state(store.folder)
    with zipfile.ZipFile(made.path, "a") as archive:
        archive.writestr(name, "made up")
    with pytest.raises(StoreError, match="no file of a project"):
        restore_here(store.folder, made)
    with pytest.raises(StoreError, match="no file of a project"):
        restore_to(made, tmp_path / "else")
    assert state(store.folder) == before
    assert not list(tmp_path.rglob("out.txt"))


def test_a_link_in_a_backup_is_refused(store: ProjectStore) -> None:
    made = make_backup(store.folder)
    link = zipfile.ZipInfo("articles/link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(made.path, "a") as archive:
        archive.writestr(link, "/etc/hostname")
    with pytest.raises(StoreError, match="no file of a project"):
        restore_here(store.folder, made)


def test_a_damaged_backup_is_refused(store: ProjectStore) -> None:
    made = make_backup(store.folder)
    data = bytearray(made.path.read_bytes())
    data[60] ^= 1
    for damaged in (bytes(data), b"", b"made up"):
        made.path.write_bytes(damaged)
        with pytest.raises(StoreError, match="damaged"):
            restore_here(store.folder, made)
    assert len(store.annotations()) == 1
