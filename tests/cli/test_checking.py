"""Checking and repairing from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call, marked


def test_a_whole_project(command: Call, article: Path, tmp_path: Path) -> None:
    marked(tmp_path / "p", article)
    for arguments in (["check", tmp_path / "p"], ["--project", tmp_path / "p", "check"]):
        outcome = command(*arguments)
        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.out == f"{tmp_path / 'p'} is as it was written\n"


def test_damage_is_told_and_mended(command: Call, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "p"
    marked(folder, article)
    journal = folder / "annotations" / "trees" / "tester.jsonl"
    journal.write_bytes(journal.read_bytes() + b"\x1b[31m\n")
    outcome = command("check", folder)
    assert outcome.code == 1
    assert outcome.out == f"{journal}: line 3 is damaged: its checksum does not fit\n"
    outcome = command("check", "--repair", folder)
    assert outcome.code == 0
    assert outcome.out.startswith("backed up the project as it was to ")
    assert outcome.out.endswith(f"{folder} is as it was written\n")
    assert command("check", folder).code == 0


def test_where_there_is_no_project(command: Call, tmp_path: Path) -> None:
    for more in ([], ["--repair"]):
        outcome = command("check", tmp_path / "none", *more)
        assert outcome.code == 2
        assert "there is no project in" in outcome.err
    assert not (tmp_path / "none").exists()
