"""Backups made by themselves and on demand, listed and restored."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.store import backup as backing
from fr_reader.store.backup import backups
from tests.cli.conftest import Call


@pytest.fixture
def folder(command: Call, article: Path, tmp_path: Path) -> Path:
    command("--project", tmp_path / "p", "import", article)
    return tmp_path / "p"


def test_backing_up_listing_and_restoring(command: Call, folder: Path, tmp_path: Path) -> None:
    assert command("--project", folder, "restore").out == "no backups yet\n"
    outcome = command("--project", folder, "backup")
    (made,) = backups(folder)
    assert outcome.err == f"fr-reader: backed up {made.files} files to {made.path}\n"
    assert made.name in command("restore", "--project", folder).out
    other = tmp_path / "zoo.txt"
    other.write_text("A made-up article about the zoo.\n")
    command("--project", folder, "import", other)
    assert "zoo" in command("--project", folder, "articles").out
    outcome = command("--project", folder, "restore", made.name)
    assert outcome.code == 0
    assert "what was there before is in before-" in outcome.err
    assert "zoo" not in command("--project", folder, "articles").out
    outcome = command("--project", folder, "restore", made.name, "--to", tmp_path / "new")
    assert outcome.err == f"fr-reader: restored {made.files} files to {tmp_path / 'new'}\n"
    assert command("--project", tmp_path / "new", "articles").code == 0


def test_the_first_change_of_a_day_is_preceded_by_a_backup(
    command: Call, folder: Path, tmp_path: Path
) -> None:
    assert not backups(folder)  # it was made today
    command("--project", folder, "articles")
    assert not backups(folder)  # nothing to be changed
    other = tmp_path / "zoo.txt"
    other.write_text("A made-up article about the zoo.\n")
    command("--project", folder, "import", other)
    (made,) = backups(folder)
    assert made.name.startswith("daily-")
    assert command("--project", folder, "restore", made.name).code == 0
    assert "zoo" not in command("--project", folder, "articles").out


def test_a_backup_that_fails_hinders_nothing(
    command: Call, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(backing, "_copy", full)
    other = tmp_path / "zoo.txt"
    other.write_text("A made-up article about the zoo.\n")
    outcome = command("--project", folder, "import", other)
    assert outcome.code == 0
    assert "the disk is full; no backup was made" in outcome.err
    outcome = command("--project", folder, "backup")
    assert outcome.code == 2


def test_what_is_not_there_is_told(command: Call, folder: Path, tmp_path: Path) -> None:
    outcome = command("--project", folder, "restore", "daily-1999-12-31")
    assert outcome.code == 2
    assert "there is no backup 'daily-1999-12-31'" in outcome.err
    outcome = command("--project", tmp_path / "none", "backup")
    assert outcome.code == 2
    assert "there is no project in" in outcome.err
    assert not (tmp_path / "none").exists()
