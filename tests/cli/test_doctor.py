"""`doctor`: what works here, told truthfully and with nothing changed by the asking.

tmux and xclip are stand-ins here: shell scripts first on the PATH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from fr_reader.cli import doctor_folders
from fr_reader.cli.doctor_clipboard import WORDS, clipboard_facts
from fr_reader.cli.doctor_folders import folder_facts, why_not_writable
from fr_reader.cli.doctor_terminal import terminal_facts
from tests.cli.conftest import Call, powerless, process
from tests.cli.terminal import terminal

scripts = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")

TMUX = """echo "$*" >> "$KEPT.asked"
case "$*" in
load-buffer\\ -b*) cat > "$KEPT.$3";;
show-buffer*) cat "$KEPT.$3";;
delete-buffer*) rm "$KEPT.$3";;
show-options*) echo external;;
*) exit 1;;
esac"""
XCLIP = 'case "$*" in *-o*) cat "$KEPT";; *) echo x >> "$KEPT.written"; cat > "$KEPT";; esac'
LOSES = 'case "$*" in *-o*) echo other;; *) cat > /dev/null;; esac'


class Machine:
    """A machine with only the programs a test puts there, and what its clipboard holds."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "kept"
        self.kept.write_text("the user's own")
        self.data = folder / "data"
        self._programs = folder / "bin"
        self._programs.mkdir()
        self.env = {"PATH": f"{self._programs}:/usr/bin:/bin", "KEPT": str(self.kept)}

    def program(self, name: str, script: str) -> None:
        """Put a program on the PATH."""
        path = self._programs / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def facts(self, write: bool = False) -> dict[str, str]:
        """What is told of every way, by its name."""
        return {fact.name: fact.told for fact in clipboard_facts(self.env, self.data, write)}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_it_needs_no_terminal_and_makes_nothing(home: Path) -> None:
    outside = dict.fromkeys(("TMUX", "SSH_TTY", "SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY"), "")
    done = process(["doctor"], TERM="xterm", PATH="/nowhere", LC_ALL="C.UTF-8", **outside)
    out = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.endswith("Nothing is wrong.\n")
    for name in ("textual", "rich", "tinydb", "nltk", "pyperclip"):
        assert f"  {name:14}  {metadata.version(name)}\n" in out
    for line in (
        "size            no terminal",
        "tmux            no",
        "desktop         no: ",
    ):
        assert f"  {line}" in out
    assert "  reader          cannot open here: --plain prints articles\n" in out
    assert f"{home / 'data' / 'project'}, not there yet, can be written" in out
    assert b"\x1b" not in done.stdout
    assert not home.exists()


def test_in_a_terminal_it_has_its_size(home: Path) -> None:
    with terminal(["doctor"], COLORTERM="truecolor") as shown:
        assert shown.end() == 0
    assert b"100 columns, 30 lines" in shown.drawn
    assert b"16 million" in shown.drawn
    assert b"reader          opens here" in shown.drawn


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed here")
def test_in_tmux_itself_its_buffers_stay_as_they_were(tmp_path: Path) -> None:
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", os.devnull]
    out = tmp_path / "out"
    told = f"{sys.executable} -m fr_reader doctor > {out}; {' '.join(tmux)} wait-for -S told; cat"
    for command in (["new-session", "-d", told], ["set-buffer", "mine"], ["wait-for", "told"]):
        subprocess.run([*tmux, *command], check=True, timeout=60)
    try:
        assert "  tmux's buffer   confirmed: words came back from a buffer" in out.read_text()
        buffers = subprocess.run(
            [*tmux, "list-buffers", "-F", "#{buffer_sample}"],
            check=True,
            timeout=60,
            capture_output=True,
            text=True,
        )
        assert buffers.stdout == "mine\n"
    finally:
        subprocess.run([*tmux, "kill-server"], check=True, timeout=60)


def test_what_is_wrong_is_said_at_the_end(command: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    outcome = command("doctor")
    assert outcome.code == 1
    end = outcome.out.partition("To look at:\n")[2]
    assert end.startswith("  TERM is dumb, a terminal that cannot place a cursor: --plain prints")
    assert "Nothing is wrong" not in outcome.out


@pytest.mark.parametrize(
    ("env", "name", "told"),
    [
        ({"TERM": "xterm"}, "colours", "16"),
        ({"TERM": "xterm-256color"}, "colours", "256"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "colours", "16 million"),
        ({"TERM": "dumb"}, "colours", "none"),
        ({"NO_COLOR": ""}, "NO_COLOR", "set: the reader shows none"),
        ({}, "NO_COLOR", "not set"),
        ({"TMUX": "x"}, "tmux", "yes"),
        ({"SSH_CONNECTION": "x"}, "ssh", "yes"),
        ({}, "ssh", "no"),
        ({"LANG": "C", "LC_ALL": "en_GB.UTF-8"}, "locale", "en_GB.UTF-8, writes "),
    ],
)
def test_the_terminal(env: dict[str, str], name: str, told: str) -> None:
    facts = {fact.name: fact.told for fact in terminal_facts(env)}
    assert facts[name] == told or (told.endswith(" ") and facts[name].startswith(told))


def test_a_terminal_that_is_not_written_to_in_utf8_is_a_problem(home: Path) -> None:
    done = process(["doctor"], PYTHONIOENCODING="ascii", TERM="xterm")
    assert done.returncode == 1
    assert "the terminal is written to in ascii, which lacks" in done.stdout.decode()


@scripts
def test_a_buffer_of_tmux_is_tried_and_gone_again(machine: Machine) -> None:
    machine.env |= {"TMUX": "x", "SSH_TTY": "x"}
    machine.program("tmux", TMUX)
    facts = machine.facts()
    assert facts["tmux's buffer"].startswith("confirmed: words came back")
    assert facts["desktop"].startswith("not used: over ssh")
    assert facts["OSC 52"].endswith("tmux has set-clipboard external")
    asked = Path(f"{machine.kept}.asked").read_text()
    assert "-w" not in asked
    assert not Path(f"{machine.kept}.fr-reader-doctor").exists()
    assert machine.kept.read_text() == "the user's own"


@scripts
def test_a_tmux_that_does_not_answer_is_no_way(machine: Machine) -> None:
    machine.env |= {"TMUX": "x"}
    machine.program("tmux", "exit 1")
    assert machine.facts()["tmux's buffer"] == "no: tmux does not answer"


@scripts
def test_the_clipboard_is_read_and_left_alone(machine: Machine) -> None:
    machine.env |= {"DISPLAY": ":0"}
    machine.program("xclip", XCLIP)
    assert machine.facts()["desktop"].startswith("cannot be confirmed: xclip could be read;")
    assert machine.kept.read_text() == "the user's own"
    assert not Path(f"{machine.kept}.written").exists()
    machine.kept.write_text("")
    assert machine.facts()["desktop"].startswith("cannot be confirmed: xclip gave no text;")


@scripts
def test_on_request_it_is_written_to_and_put_back(machine: Machine) -> None:
    machine.env |= {"DISPLAY": ":0"}
    machine.program("xclip", XCLIP)
    assert machine.facts(write=True)["desktop"].startswith("confirmed: words came back by xclip")
    assert machine.kept.read_text() == "the user's own"
    assert Path(f"{machine.kept}.written").read_text() == "x\nx\n"
    machine.program("xclip", LOSES)
    assert machine.facts(write=True)["desktop"].startswith("no: xclip does not answer, or words")


def test_only_on_request_and_where_nothing_else_works_is_the_terminal_written_to(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.env["SSH_TTY"] = "x"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert machine.facts()["OSC 52"].startswith("cannot be confirmed: a terminal never answers")
    assert capsys.readouterr().err == ""
    told = machine.facts(write=True)["OSC 52"]
    assert told == f"cannot be confirmed: sent; it works if pasting gives {WORDS.rstrip()}"
    assert capsys.readouterr().err.startswith("\x1b]52;c;")


def test_a_folder_that_cannot_be_written(home: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    done = powerless(
        ["doctor", "--project", locked / "p"], TERM="xterm", FR_READER_DATA=str(locked)
    )
    out = done.stdout.decode()
    assert done.returncode == 1
    assert f"  data            {locked}, cannot be written (Permission denied)\n" in out
    assert f"  file            no: {locked / 'last-copy.md'} cannot be written" in out
    assert f"  {locked / 'p'}: {locked} may not be written\n" in out


def test_whether_a_folder_can_be_written_leaves_nothing(tmp_path: Path) -> None:
    assert why_not_writable(tmp_path) == ""
    assert why_not_writable(tmp_path / "a" / "b") == ""
    (tmp_path / "file").write_text("")
    assert why_not_writable(tmp_path / "file") == "Not a directory"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (("network", "NFS"), "a network disk (NFS)"),
        (("synced", "Dropbox"), "a folder Dropbox keeps"),
    ],
)
def test_a_risky_place_is_told_every_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: tuple[str, str], told: str
) -> None:
    monkeypatch.setattr(doctor_folders, "place_kind", lambda folder: kind)
    for _ in range(2):
        fact = list(folder_facts({"project": tmp_path}, tmp_path))[-1]
        assert fact.told.startswith(told)
        assert fact.problem.startswith("the project is on ")
    assert not list(tmp_path.iterdir())
