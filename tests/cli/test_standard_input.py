"""`-`: articles that another program writes, in the reader and into the project."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, Call, process
from tests.cli.terminal import terminal


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put `data` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_the_reader_opens_on_it_and_takes_keys_from_the_terminal(
    command: Call, article: Path
) -> None:
    with terminal(["-"], stdin=article) as shown:
        shown.wait_for(b"Council")
        shown.press(b"]")
        shown.wait_for(b"Ann Example")
        shown.press(b"c")
        shown.wait_for(b"saved")
        shown.press(b"q")
        shown.wait_for(b" quit")
        shown.press(b"\x11")
        assert shown.end() == 0
    last = command("articles", "--format", "jsonl").records[-1]
    assert last["id"] == "council-to-plant-300-trees"
    assert last["title"] == "Council to plant 300 trees"
    assert last["source"] == "standard input"
    (tag,) = command("annotations", "--format", "jsonl").records
    assert (tag["code"], tag["article"]) == ("claim", last["id"])


def test_without_a_terminal_nothing_is_added(article: Path, home: Path) -> None:
    outcome = process(["-"])
    assert outcome.returncode == 2
    assert outcome.stderr.startswith(b"fr-reader: the reader needs a terminal")
    assert not home.exists()


def test_without_keys_nothing_is_added(article: Path, home: Path) -> None:
    """Output goes to a terminal that is not the session's own, so that nobody could press keys."""
    pty = pytest.importorskip("pty")
    import os

    master, slave = pty.openpty()
    with article.open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-m", "fr_reader", "-"],
            stdin=stdin,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            timeout=60,
            check=False,
            env={**os.environ, "TERM": "xterm"},
        )
    os.close(slave)
    told = os.read(master, 10_000)
    os.close(master)
    assert done.returncode == 2
    assert told.startswith(b"fr-reader: standard input has the article, and there is no terminal")
    assert told.count(b"\n") == 1
    assert b"\x1b" not in told
    assert not home.exists()


def test_import_reads_it(command: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    project = tmp_path / "p"
    feed(monkeypatch, MADE_UP.encode("utf-8-sig"))
    outcome = command("import", "-", "--project", project)
    assert outcome.code == 0
    assert "added: council-to-plant-300-trees  Council to plant 300 trees\n" in outcome.out
    feed(monkeypatch, "Zoë paid £5, all of it made up.".encode("cp1252"))
    assert "added: standard-input" in (
        command("import", "-", "--encoding", "cp1252", "--project", project).out
    )
    feed(monkeypatch, MADE_UP.encode("utf-16"))
    outcome = command("import", "-", "--project", project)
    assert outcome.out.startswith("there already: council-to-plant-300-trees")


def test_a_file_called_like_it_does_not_describe_it(
    command: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-.toml").write_text('title = "Another"')
    project = tmp_path / "p"
    for _ in range(2):
        feed(monkeypatch, MADE_UP.encode())
        assert "Council" in command("import", "-", "--project", project).out


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "standard input is empty"), (b"\0\1\2", "standard input is binary")],
)
def test_what_is_no_article_is_told(
    command: Call, monkeypatch: pytest.MonkeyPatch, data: bytes, told: str, home: Path
) -> None:
    feed(monkeypatch, data)
    outcome = command("import", "-")
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert not home.exists()


@pytest.mark.parametrize("arguments", [["import", "-", "-"], ["-", "-"]])
def test_it_can_be_read_once_only(command: Call, arguments: list[str]) -> None:
    outcome = command(*arguments)
    assert outcome.code == 2
    assert "standard input can be read only once" in outcome.err
