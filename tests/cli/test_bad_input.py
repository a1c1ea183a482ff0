"""Whatever is wrong: one sentence on stderr, exit code 2, nothing half-written, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Outcome, marked, process, seeded


def one_sentence(outcome: Outcome) -> str:
    """The sentence a failed command left on stderr."""
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("fr-reader: ")
    assert outcome.err.count("\n") == 1, outcome.err
    assert "Traceback" not in outcome.err
    return outcome.err


FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\n\t", "is empty"),
    "binary": (b"\x7fELF\0\0\0" + bytes(range(256)), "binary"),
    "wrong encoding": ("Zoë paid £5 – made up".encode("cp1252"), "--encoding"),
    "half a byte order mark": (b"\xff\xfea", "begins like utf-16"),
    "PDF": (b"%PDF-1.7 made up", "a PDF"),
}


@pytest.mark.parametrize("name", FILES)
def test_bad_files(command: Call, tmp_path: Path, name: str) -> None:
    data, told = FILES[name]
    path = tmp_path / f"{name}.txt"
    path.write_bytes(data)
    for arguments in (["quotes", path], [path], ["quotes", "--format", "jsonl", path]):
        sentence = one_sentence(command(*arguments))
        assert str(path) in sentence
        assert told in sentence


def test_missing_folder_and_far_too_large(command: Call, tmp_path: Path) -> None:
    assert "no file" in one_sentence(command("quotes", tmp_path / "gone.txt"))
    assert "no .txt or .md file in" in one_sentence(command("quotes", tmp_path))
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    assert "has 50 MB" in one_sentence(command("quotes", large))


def test_a_sidecar_that_is_wrong(command: Call, article: Path) -> None:
    article.with_suffix(".toml").write_text('titel = "Trees"')
    assert "“titel” is not known" in one_sentence(command("quotes", article))


def test_no_newline_and_escape_sequences_work(command: Call, tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text("\x1b[1m\x1b]52;c;aGk=\x07" * 99 + "“Made up,” said Ann Example.")
    outcome = command("quotes", path, "--format", "jsonl")
    assert (outcome.code, outcome.err) == (0, "")
    assert "\x1b" not in outcome.out


def test_a_name_that_commands_a_terminal(command: Call, tmp_path: Path) -> None:
    sentence = one_sentence(command("quotes", tmp_path / "\x1b]0;owned\x07.txt"))
    assert "␛]0;owned␇.txt" in sentence
    assert "\x1b" not in one_sentence(command("--\x1b[31m"))


def test_a_name_that_is_not_unicode(article: Path) -> None:
    path = os.fsdecode(os.fsencode(article.parent) + b"/caf\xe9.txt")
    try:
        article.rename(path)
    except OSError:
        pytest.skip("this disk takes no such names")
    outcome = process(["quotes", path, "--format", "jsonl"])
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert json.loads(outcome.stdout.splitlines()[0])["path"] == path


PROJECT_COMMANDS = [["articles"], ["quotes"], ["annotations"], ["export", "markdown"]]


@pytest.mark.parametrize("arguments", PROJECT_COMMANDS)
def test_a_project_from_the_future(command: Call, tmp_path: Path, arguments: list[str]) -> None:
    folder = seeded(tmp_path / "p")
    manifest = folder / "project.json"
    content = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**content, "version": 999}))
    sentence = one_sentence(command("--project", folder, *arguments))
    assert "newer" in sentence
    assert json.loads(manifest.read_text())["version"] == 999


@pytest.mark.parametrize("arguments", PROJECT_COMMANDS)
def test_a_damaged_project_file(command: Call, tmp_path: Path, arguments: list[str]) -> None:
    folder = seeded(tmp_path / "p")
    (folder / "project.json").write_bytes(b"\0\xff{")
    assert "project.json is damaged" in one_sentence(command("--project", folder, *arguments))


def test_damaged_annotations_are_told_and_the_rest_is_listed(
    command: Call, article: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "p"
    marked(folder, article)
    (journal,) = (folder / "annotations").rglob("*.jsonl")
    kept = journal.read_bytes()
    journal.write_bytes(kept + b"\0\0 this is no line of a journal \xff\n")
    outcome = command("--project", folder, "annotations", "--format", "jsonl")
    assert "Traceback" not in outcome.err
    assert outcome.code == 2 or len(outcome.records) == 2
    assert outcome.err.startswith("fr-reader: ")


def test_a_text_that_was_altered_in_the_project(command: Call, tmp_path: Path) -> None:
    folder = seeded(tmp_path / "p")
    (text,) = (folder / "articles").glob("*.txt")
    text.chmod(0o600)
    text.write_text("Something else, made up.")
    one_sentence(command("--project", folder, "export", "markdown"))


def test_places_where_no_project_can_be(command: Call, article: Path) -> None:
    places = [article, article / "p", article.parent]
    places += [Path("/proc/p")] if Path("/proc").is_dir() else []
    for place in places:
        for what in (["articles"], ["import", article]):
            assert str(place) in one_sentence(command("--project", place, *what))


def test_notes_where_none_can_be_written(command: Call, tmp_path: Path) -> None:
    command("articles")
    for path in (tmp_path / "gone" / "notes.md", tmp_path, Path("/dev/null")):
        one_sentence(command("export", "markdown", "--force", "-o", path))


def test_nobody_reads_on(article: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    code, errors = _with_stdout(writer, article)
    assert (code, errors) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout(article: Path) -> None:
    code, errors = _with_stdout(os.open("/dev/full", os.O_WRONLY), article)
    assert code == 2
    assert errors.startswith(b"fr-reader: ")
    assert errors.count(b"\n") == 1


def _with_stdout(descriptor: int, article: Path) -> tuple[int, bytes]:
    outcome = subprocess.run(
        [sys.executable, "-m", "fr_reader", "quotes", str(article), "--format", "jsonl"],
        stdout=descriptor,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(descriptor)
    return outcome.returncode, outcome.stderr
