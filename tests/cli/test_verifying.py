"""`fr-reader verify` as a step of a writing pipeline."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.export.collection import Collection, Written
from tests.cli.conftest import MADE_UP, Call, marked


@pytest.fixture
def folder(tmp_path: Path, article: Path) -> Path:
    """A project in which Ann Example is accepted for what she says."""
    marked(tmp_path / "p", article)
    return tmp_path / "p"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_exact_passes(command: Call, folder: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "# Notes\n\n“We need trees,” Ann Example said.\n")
    outcome = command("verify", path, "--project", folder)
    assert outcome.code == 0
    assert outcome.out.startswith(f"{path}:3:1: exact (")


def test_what_is_altered_fails_and_says_how(command: Call, folder: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "Bo said:\n\n> It cost too much.\n")
    outcome = command("verify", path, "--project", folder, "--format", "jsonl")
    assert outcome.code == 1
    record = json.loads(outcome.out)
    assert (record["line"], record["column"], record["finding"]) == (3, 3, "altered")
    assert record["changes"] == [{"says": "cost", "article": "costs"}]


def test_unknown_ones_count_with_strict(command: Call, folder: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "> Words that nobody ever printed anywhere.\n")
    assert command("verify", path, "--project", folder).code == 0
    assert command("verify", path, "--project", folder, "--strict").code == 1


def test_another_speaker_than_the_accepted_one(command: Call, folder: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "> We need trees\n>\n> — Bo Example, “Council to plant”, ¶ 2\n")
    outcome = command("verify", path, "--project", folder)
    assert outcome.code == 1
    assert "wrong speaker" in outcome.out
    assert "Ann Example" in outcome.out
    path = written(tmp_path, "> We need trees\n>\n> — Example, “Council to plant”, ¶ 2\n")
    assert command("verify", path, "--project", folder).code == 0


def test_words_of_an_earlier_revision(
    command: Call, folder: Path, tmp_path: Path, article: Path
) -> None:
    article.write_text(MADE_UP.replace("too much", "far too much"), encoding="utf-8")
    known = json.loads(command("articles", "--project", folder, "--format", "jsonl").out)
    new = command("import", article, "--project", folder, "--revises", known["id"])
    assert new.code == 0
    path = written(tmp_path, "> It costs too much.\n")
    outcome = command("verify", path, "--project", folder)
    assert outcome.code == 1
    assert "stale revision" in outcome.out


def test_a_folder_is_refused(command: Call, folder: Path, tmp_path: Path) -> None:
    outcome = command("verify", tmp_path, "--project", folder)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1


def test_notes_that_misquote_are_not_handed_out(
    command: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Collection.one

    def wrong(self: Collection, name: str, *, places: bool = True) -> Written:
        note = right(self, name, places=places)
        return replace(note, text=note.text.replace("need", "want"))

    monkeypatch.setattr(Collection, "one", wrong)
    outcome = command("export", "markdown", "--project", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert "does not stand like this in the article" in outcome.err
