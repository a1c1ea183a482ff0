"""Articles into a project without a screen, and notes out of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fr_reader.ingest import seeds
from tests.cli.conftest import Call, marked, powerless
from tests.cli.terminal import terminal
from tests.ingest.web_server import serving


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


def test_where_nothing_can_be_read_no_project_is_made(
    command: Call, tmp_path: Path, home: Path
) -> None:
    for options in ([], ["--project", tmp_path / "p"]):
        outcome = command(*options, "import", tmp_path / "gone.txt", tmp_path)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.count("\n") == 2
    assert not (tmp_path / "p").exists()
    assert not home.exists()


def test_a_file_is_a_file_there_and_not_a_misspelt_command(command: Call) -> None:
    outcome = command("import", "article")
    assert outcome.code == 2
    assert outcome.err == "fr-reader: there is no file article: check the name and the folder\n"


def test_what_is_known_can_be_corrected(command: Call, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "p"
    marked(folder, article)
    before = command("--project", folder, "annotations", "--format", "jsonl").out
    described = article.with_suffix(".toml")
    described.write_text('title = "Trees"\nauthors = ["Ann Exmaple"]\npublisher = "The Example"')
    outcome = command("--project", folder, "import", article)
    assert outcome.out == "updated: trees  Trees (title, authors, publisher)\n"
    described.write_text('authors = ["Ann Example"]')  # the title is the text's own again
    outcome = command("--project", folder, "import", article)
    assert outcome.out == (
        "updated: trees  Council to plant 300 trees (title, authors, publisher)\n"
    )
    assert command("--project", folder, "import", article).out.startswith("there already: trees")
    (entry,) = command("--project", folder, "articles", "--format", "jsonl").records
    assert (entry["authors"], entry["publisher"]) == (["Ann Example"], "")
    assert command("--project", folder, "annotations", "--format", "jsonl").out == before
    assert "by Ann Example" in command("--project", folder, "export", "markdown").out


def test_a_file_that_says_nothing_changes_nothing(
    command: Call, article: Path, tmp_path: Path
) -> None:
    article.with_suffix(".toml").write_text('title = "Trees"')
    command("import", article)
    elsewhere = tmp_path / "another-name.txt"
    article.rename(elsewhere)
    assert command("import", elsewhere).out == "there already: trees  Trees\n"


def test_the_head_of_a_markdown_file_is_read_anew(command: Call, tmp_path: Path) -> None:
    path = tmp_path / "trees.md"
    path.write_text("---\nauthor: Ann Example\n---\n# Trees\n\nMade up.\n", encoding="utf-8")
    command("import", path)
    path.with_suffix(".toml").write_text('publisher = "The Example"')
    assert command("import", path).out == "updated: trees  Trees (publisher)\n"
    path.with_suffix(".toml").unlink()
    assert command("import", path).out == "updated: trees  Trees (publisher)\n"


def test_export_counts_what_was_found_and_what_has_a_speaker(
    command: Call, article: Path, tmp_path: Path
) -> None:
    marked(tmp_path / "p", article)
    notes = command("--project", tmp_path / "p", "export", "markdown").out
    assert "\nquotations: 2\nwith_speaker: 0\nfurther_with_speaker: 1\n" in notes
    assert "\n0 of 2 quotations have a speaker. 1 further passage has one.\n" in notes


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
    assert without_places(path.read_text(encoding="utf-8")) == shown.out
    again = command("--project", tmp_path / "p", "export", "markdown", "-o", path)
    assert (again.code, again.err) == (0, f"fr-reader: {path} is as it was: nothing has changed\n")


def without_places(text: str) -> str:
    """Exported notes without the places for what the user writes."""
    return re.sub(r"\n(?:<!-- fr-reader:[^\n]*\n)+", "", text)


def test_export_over_a_file_only_with_force(command: Call, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine")
    refused = command("export", "markdown", "-o", path)
    assert refused.code == 2
    assert f"{path} is there already" in refused.err
    assert path.read_text() == "mine"
    assert command("export", "markdown", "-o", path, "--force").code == 0
    assert without_places(path.read_text("utf-8")) == command("export", "markdown").out


def test_folders_are_gone_through_in_order_and_bad_files_do_not_stop_it(
    command: Call, article: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "clippings"
    (folder / "b").mkdir(parents=True)
    article.rename(folder / "b" / "trees.txt")
    (folder / "b" / "trees.toml").write_text('title = "Trees"')
    (folder / "b" / "trees.json").write_text("{}")
    (folder / "a.txt").write_bytes(b"\x7fELF\0\0")
    (folder / "c.md").write_text("# Zoo\n\nA made-up article about the zoo.\n")
    (folder / ".hidden.txt").write_text("Hidden and made up.\n")
    outcome = command("import", folder, "--project", tmp_path / "p")
    assert outcome.code == 2
    assert outcome.out == "added: trees  Trees\nadded: c  Zoo\n"
    assert outcome.err.count("a.txt is binary") == 1
    again = command("import", folder, "--project", tmp_path / "p")
    assert again.out == "there already: trees  Trees\nthere already: c  Zoo\n"


def test_many_files_that_fail_are_counted(command: Call, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("" if number % 2 else f"Made up, {number}.\n")
    outcome = command("import", tmp_path, "--project", tmp_path / "p")
    assert outcome.code == 2
    assert outcome.out.count("added: ") == 15
    assert outcome.err.endswith("fr-reader: 15 of 30 could not be read\n")


def test_a_folder_is_no_revision(command: Call, article: Path, tmp_path: Path) -> None:
    command("import", article)
    other = tmp_path / "more"
    other.mkdir()
    for name in ("a.txt", "b.txt"):
        (other / name).write_text(f"Made up, {name}.\n")
    outcome = command("import", other, "--revises", "trees")
    assert outcome.code == 2
    assert "--revises takes one article" in outcome.err
    (other / "b.txt").unlink()
    assert command("import", other, "--revises", "trees").out.startswith("revised: trees")


def test_a_guessed_encoding_is_told(command: Call, tmp_path: Path) -> None:
    text = "Президент сказал: «Мы не можем согласиться с этим решением», сообщает агентство. " * 3
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    (tmp_path / "b.txt").write_text("Made up, and in UTF-8: ü.", encoding="utf-8")
    first, second, _ = command("import", tmp_path).out.split("\n")
    assert first.endswith(" · read as cp1251")
    assert "read as" not in second
    again = command("import", tmp_path / "a.txt", "--encoding", "cp1251")
    assert "read as" not in again.out


def test_an_address_is_fetched_and_stands_beside_files(
    command: Call, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as (base, _):
        outcome = command("import", f"{base}/page/trees", article, f"{base}/gone", f"{base}/file")
        again = command("import", f"{base}/page/trees#again")
    assert outcome.code == 2
    assert (
        outcome.out == "added: trees  A made-up page\nadded: trees-2  Council to plant 300 trees\n"
    )
    assert "/gone is not to be had (404" in outcome.err
    assert "leads to what is not on the web" in outcome.err
    assert again.out == "there already: trees  A made-up page\n"
    *_, entry, _ = command("articles", "--format", "jsonl").records
    assert entry["url"] == f"{base}/page/trees"


def test_in_a_terminal_a_bar_shows_how_far_it_is_and_goes(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Made up, {number}.\n" * 200)
    with terminal(["import", folder, "--project", tmp_path / "p"]) as shown:
        assert shown.end() == 0
    assert b"reading" in shown.drawn
    assert b"/60" in shown.drawn
    assert shown.drawn.count(b"added: ") == 60
    last = shown.drawn.rpartition(b"added: 59")[2]
    assert b"reading" not in last.rpartition(b"\x1b[2K")[2]


def test_a_folder_that_is_closed_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    (folder / "closed").mkdir(parents=True)
    (folder / "open.txt").write_text("Made up.\n")
    (folder / "closed").chmod(0)
    try:
        done = powerless(["import", folder, "--project", tmp_path / "p"])
    finally:
        (folder / "closed").chmod(0o700)
    assert done.returncode == 2
    assert done.stdout == b"added: open  \n"
    assert b"closed cannot be looked into (Permission denied)" in done.stderr
