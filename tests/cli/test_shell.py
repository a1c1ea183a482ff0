"""What the shell gets: standard input, plain lines, a doctor, completions and a manual page."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from fr_reader.cli.man import page
from fr_reader.cli.root import COMMANDS, root
from tests.cli.conftest import MADE_UP, Call

PATIENCE = 30.0


def in_terminal(command: list[str], data: bytes, keys: bytes, shows: bytes) -> bytes:
    """What a command prints on a terminal of its own while `data` comes through a pipe; `keys` are
    typed once it `shows` something."""
    read, write = os.pipe()
    child, terminal = pty.fork()
    if child == 0:
        os.close(write)
        os.dup2(read, 0)
        os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color"})
    os.close(read)
    os.write(write, data)
    os.close(write)
    seen, typed, end = b"", False, time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        try:
            seen += os.read(terminal, 65536) if ready else b""
        except OSError:
            break
        if shows in seen and not typed:
            typed = True
            os.write(terminal, keys)
    os.waitpid(child, 0)
    os.close(terminal)
    return seen


def test_an_article_is_piped_in_and_the_keys_are_taken(tmp_path: Path, command: Call) -> None:
    project = str(tmp_path / "piped")
    started = [sys.executable, "-m", "fr_reader", "--project", project, "-"]
    seen = in_terminal(started, MADE_UP.encode(), b"jcqq", b"keys")
    assert b"Council to plant" in seen
    records = command("--project", project, "articles", "--format", "jsonl").records
    assert records[-1]["id"] == "council-to-plant-300-trees"
    tags = command("--project", project, "annotations", "--format", "jsonl").records
    assert [tag["code"] for tag in tags] == ["claim"]


def test_without_a_terminal_a_piped_article_is_not_added(tmp_path: Path, command: Call) -> None:
    project = tmp_path / "none"
    done = subprocess.run(
        [sys.executable, "-m", "fr_reader", "--project", str(project), "-"],
        input=MADE_UP.encode(),
        capture_output=True,
        timeout=60,
        check=False,
        start_new_session=True,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"import -" in done.stderr
    assert not project.exists()


def test_import_takes_standard_input_too(
    tmp_path: Path, command: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = str(tmp_path / "piped")
    done = subprocess.run(
        [sys.executable, "-m", "fr_reader", "--project", project, "import", "-"],
        input=b"\xef\xbb\xbf" + MADE_UP.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (0, 1)
    (record,) = command("--project", project, "articles", "--format", "jsonl").records
    assert record["source"] == "standard input"
    assert record["title"] == "Council to plant 300 trees"


def test_plain_says_everything_in_words(tmp_path: Path, article: Path, command: Call) -> None:
    outcome = command("--plain", str(article))
    assert outcome.code == 0
    assert outcome.out.startswith("Title: Council to plant 300 trees\n")
    assert "2. “We need trees,” Ann Example said" in outcome.out
    assert "Suggested speaker: Ann Example, confidence" in outcome.out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]|[\u2500-\u257f]", outcome.out)
    assert not (tmp_path / "home" / "data" / "project").exists()


def test_plain_tells_what_is_annotated(tmp_path: Path, article: Path, command: Call) -> None:
    project = ("--project", str(tmp_path / "study"))
    assert command(*project, "import", str(article)).code == 0
    (record,) = command(*project, "articles", "--format", "jsonl").records
    from fr_reader.model import CLAIM, Span
    from fr_reader.store import ProjectStore
    from fr_reader.store.desk import Desk
    from fr_reader.text import read

    store = ProjectStore.open(tmp_path / "study", "tester")
    reading = read(store.article(record["id"]))
    desk = Desk(store, reading)
    desk.assign(reading.quotations[0].segments, "Ann [b]Example")
    tag = desk.tag((Span(0, 7),), CLAIM)
    assert tag is not None
    desk.write_memo(tag, "a\x1b[31m memo\nof two lines")
    store.close()
    for asked in ([], [record["id"]]):
        out = command(*project, "--plain", *asked).out
        assert "Speaker: Ann [b]Example, accepted by tester." in out
        assert "Tag claim, by tester: Council. Memo: a␛[31m memo of two lines" in out
    missing = command("--plain", str(article), str(tmp_path / "nothing.txt"))
    assert (missing.code, "Title: Council" in missing.out) == (2, True)


def test_the_doctor_reports_without_a_terminal(command: Call, home: Path) -> None:
    outcome = command("doctor")
    assert outcome.code == 0
    for words in ("Terminal", "cannot open here", "Clipboard", "OSC 52", "Folders", "textual"):
        assert words in outcome.out
    assert str(home / "data") in outcome.out
    assert not home.exists(), "it changes nothing"


def test_the_doctor_tries_the_buffer_of_tmux(tmp_path: Path) -> None:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed here")
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", os.devnull]
    out = tmp_path / "out"
    program = f"{sys.executable} -m fr_reader doctor > {out}; echo done >> {out}"
    subprocess.run([*tmux, "new-session", "-d", program], check=True, timeout=60)
    end = time.monotonic() + PATIENCE
    while not (out.exists() and out.read_text().endswith("done\n")):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert re.search(r"tmux +works", out.read_text())


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["fr-reader", "qu"], {"quotes"}),
        (["fr-reader", "quotes", "--fo"], {"--format"}),
        (["fr-reader", "quotes", "--format", "js"], {"jsonl"}),
        (["fr-reader", "remove", "met"], {"met-police-handheld-facial-recognition"}),
        (["fr-reader", "completion", ""], {"bash", "zsh", "fish"}),
    ],
)
def test_bash_completes(words: list[str], offered: set[str], command: Call, tmp_path: Path) -> None:
    assert command("articles").code == 0  # the project is there, with its seed
    program = tmp_path / "bin" / "fr-reader"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m fr_reader "$@"\n')
    program.chmod(0o755)
    script = command("completion", "bash").out
    asked = f"""
{script}
COMP_WORDS=({" ".join(repr(word) for word in words)})
COMP_CWORD={len(words) - 1}
_fr_reader_completion fr-reader
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", asked],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PATH": path},
    )
    assert set(done.stdout.split()) == offered, done.stderr


@pytest.mark.parametrize(("shell", "mark"), [("zsh", "#compdef fr-reader"), ("fish", "complete ")])
def test_scripts_for_other_shells(shell: str, mark: str, command: Call) -> None:
    script = command("completion", shell).out
    assert mark in script
    assert "_FR_READER_COMPLETE" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, text=True, check=True, timeout=60)


def test_the_manual_page_has_every_command_and_option() -> None:
    context = click.Context(root, info_name="fr-reader")
    text = "\n".join(page(context)).replace("\\-", "-").replace("\\&", "")
    for name in COMMANDS:
        found = root.get_command(context, name)
        assert found is not None
        assert f".SS {name} " in text
        for parameter in found.params:
            for option in parameter.opts if isinstance(parameter, click.Option) else ():
                assert option in text, (name, option)
    for words in ("EXIT STATUS", ".B 130", "FR_READER_DATA", "config.toml", "--plain"):
        assert words in text


def test_the_manual_page_is_sound_roff(command: Call) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed here")
    done = subprocess.run(
        ["groff", "-k", "-man", "-Tutf8", "-ww"],
        input=command("man").out.encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == b""
    assert "Report on terminal" in done.stdout.decode()
