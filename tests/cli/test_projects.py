"""Which project a command works in, when one is made, and what is said when it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.ingest import seeds
from fr_reader.store import files
from tests.cli.conftest import Call, seeded

READING = [["articles"], ["quotes"], ["annotations"], ["export", "markdown"]]


@pytest.mark.parametrize("arguments", READING)
def test_reading_makes_no_project_that_was_named(
    command: Call, tmp_path: Path, home: Path, arguments: list[str]
) -> None:
    folder = tmp_path / "no" / "project"
    outcome = command("--project", folder, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"fr-reader: there is no project in {folder}: check the name, "
        "or make the project by adding an article to it\n"
    )
    assert not folder.parent.exists()
    assert not home.exists()


@pytest.mark.parametrize("arguments", READING)
def test_reading_makes_the_project_in_the_data_folder(
    command: Call, home: Path, arguments: list[str]
) -> None:
    outcome = command(*arguments)
    assert outcome.code == 0
    assert outcome.err == f"fr-reader: made a new project in {home / 'data' / 'project'}\n"
    assert command(*arguments).err == ""


def test_a_project_killed_before_its_seeds_were_in_gets_them(
    command: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = files.write_atomically

    def killed(path: Path, data: bytes) -> None:
        if path.suffix == ".txt":
            raise KeyboardInterrupt
        write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_atomically", killed)
        assert command("articles").code == 130
    records = command("articles", "--format", "jsonl").records
    assert [one["id"] for one in records] == [seed.id for seed in seeds()]


@pytest.mark.parametrize("arguments", [*READING, ["import"]])
def test_a_lost_project_file_is_named_with_what_to_do(
    command: Call, article: Path, tmp_path: Path, arguments: list[str]
) -> None:
    folder = seeded(tmp_path / "p")
    (folder / "project.json").unlink()
    more = [article] if arguments == ["import"] else []
    outcome = command("--project", folder, *arguments, *more)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"fr-reader: {folder / 'project.json'} is missing")
    assert "restore it from a copy, or write" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("arguments", READING)
@pytest.mark.parametrize("empty", [True, False])
def test_lost_articles_are_no_empty_project(
    command: Call, tmp_path: Path, arguments: list[str], empty: bool
) -> None:
    folder = seeded(tmp_path / "p")
    journal = folder / "articles.jsonl"
    journal.unlink()
    if empty:
        journal.write_bytes(b"")
    outcome = command("--project", folder, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert str(journal) in outcome.err
    assert "restore it from a copy" in outcome.err


@pytest.mark.parametrize("name", ["FR_READER_DATA", "FR_READER_CONFIG"])
def test_a_home_nobody_has_is_told_in_a_sentence(
    command: Call, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "~no-such-user/x")
    outcome = command("where")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"fr-reader: {name} is ~no-such-user/x, and nobody has that home")


def test_a_synced_folder_is_warned_of_once(command: Call, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "p"
    told = [command("--project", folder, "import", article).err for _ in range(2)]
    assert ["is in a folder Dropbox keeps in step" in err for err in told] == [True, False]
