"""Articles into a project without a screen, and notes out of it."""

from __future__ import annotations

from pathlib import Path

from fr_reader.ingest import seeds
from tests.cli.conftest import Call, marked


def test_import_adds_once(command: Call, article: Path) -> None:
    assert command("import", article).out == "added: trees  Council to plant 300 trees\n"
    assert command("import", article).out == "there already: trees  Council to plant 300 trees\n"
    ids = [one["id"] for one in command("articles", "--format", "jsonl").records]
    assert ids == [*(seed.id for seed in seeds()), "trees"]


def test_a_new_project_named_begins_with_what_is_imported(
    command: Call, article: Path, tmp_path: Path
) -> None:
    outcome = command("import", article, "--project", tmp_path / "p")
    assert outcome.code == 0
    assert outcome.err == f"fr-reader: made a new project in {tmp_path / 'p'}\n"
    records = command("articles", "--project", tmp_path / "p", "--format", "jsonl").records
    assert [one["id"] for one in records] == ["trees"]


def test_a_bad_file_is_named_and_the_others_are_added(
    command: Call, article: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    outcome = command("--project", tmp_path / "p", "import", empty, article, tmp_path / "gone.txt")
    assert outcome.code == 2
    assert outcome.out == "added: trees  Council to plant 300 trees\n"
    assert "empty.txt is empty" in outcome.err
    assert "no file" in outcome.err


def test_export_to_stdout_and_to_a_file_are_the_same(
    command: Call, article: Path, tmp_path: Path
) -> None:
    marked(tmp_path / "p", article)
    shown = command("--project", tmp_path / "p", "export", "markdown")
    assert shown.code == 0
    assert "> “We need […] now.”" in shown.out
    assert "(concern)" not in shown.err
    path = tmp_path / "notes.md"
    outcome = command("--project", tmp_path / "p", "export", "markdown", "-o", path)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"fr-reader: wrote {path}\n"
    assert path.read_text(encoding="utf-8") == shown.out


def test_export_over_a_file_only_with_force(command: Call, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine")
    refused = command("export", "markdown", "-o", path)
    assert refused.code == 2
    assert f"{path} is there already" in refused.err
    assert path.read_text() == "mine"
    assert command("export", "markdown", "-o", path, "--force").code == 0
    assert path.read_text(encoding="utf-8") == command("export", "markdown").out
