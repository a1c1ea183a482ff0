"""Copying: every way out, every way it fails, and what the user is told.

tmux and xclip are stand-ins here: shell scripts first on the PATH.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from fr_reader.app.clipboard import FILE, copy, receipt, routes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")

WORDS = "> “It’s shocking,” she said.\n>\n> — made up, ¶ 3\n"
PATIENT = 60.0

KEEP = 'cat > "$KEPT"'
OLD_TMUX = f'case "$*" in *-w*) exit 1;; esac; {KEEP}'
XCLIP = f'case "$*" in *-o*) cat "$KEPT";; *) {KEEP};; esac'
DEAF = "cat > /dev/null; exit 1"
HANG = 'echo $$ > "$KEPT"; sleep 600'


class Desk:
    """A machine with only the programs a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "data"
        self.kept = folder / "kept"
        self.sent: list[str] = []
        self._programs = folder / "bin"
        self._programs.mkdir()
        self.env = {"PATH": f"{self._programs}:/usr/bin:/bin", "KEPT": str(self.kept)}

    def program(self, name: str, script: str) -> None:
        """Put a program on the PATH."""
        path = self._programs / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    @property
    def file(self) -> Path:
        """The file that holds the last copy."""
        return self.folder / FILE

    def text(self) -> str:
        """What the last program kept."""
        return self.kept.read_text(encoding="utf-8")


def ended(process: int) -> bool:
    """Whether a process is gone, or will be as soon as somebody asks how it ended."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def remote(desk: Desk) -> Desk:
    """The same over SSH."""
    desk.env["SSH_TTY"] = "/dev/pts/0"
    return desk


def test_the_file_always_holds_the_exact_words(remote: Desk) -> None:
    got = copy(WORDS, remote.folder, env=remote.env)
    assert (got.route, got.confirmed) == ("file", True)
    assert str(remote.file) in got.message
    assert remote.file.read_bytes() == WORDS.encode()
    assert stat.S_IMODE(remote.file.stat().st_mode) == 0o600


def test_a_later_copy_replaces_the_file_and_leaves_nothing_beside_it(remote: Desk) -> None:
    copy(WORDS * 3, remote.folder, env=remote.env)
    copy("short", remote.folder, env=remote.env)
    assert [path.name for path in remote.folder.iterdir()] == [FILE]
    assert remote.file.read_text() == "short"


def test_over_ssh_the_terminal_is_asked_and_does_not_confirm(remote: Desk) -> None:
    remote.env["DISPLAY"] = ":0"
    remote.program("xclip", XCLIP)
    got = copy(WORDS, remote.folder, osc52=remote.sent.append, env=remote.env)
    assert (got.route, got.confirmed) == ("terminal", False)
    assert "does not confirm" in got.message
    assert remote.sent == [WORDS]
    assert not remote.kept.exists()


def test_inside_tmux_its_buffer_takes_the_words(remote: Desk) -> None:
    remote.env["TMUX"] = "/tmp/tmux-0/default,1,0"
    remote.program("tmux", f'echo "$@" > "$KEPT.called"; {KEEP}')
    got = copy(WORDS, remote.folder, osc52=remote.sent.append, env=remote.env, timeout=PATIENT)
    assert (got.route, got.confirmed) == ("tmux", True)
    assert remote.text() == WORDS
    assert Path(f"{remote.kept}.called").read_text() == "load-buffer -w -\n"
    assert remote.sent == []
    assert remote.file.read_text(encoding="utf-8") == WORDS


def test_an_old_tmux_that_does_not_know_w_is_asked_without(remote: Desk) -> None:
    remote.env["TMUX"] = "x"
    remote.program("tmux", OLD_TMUX)
    got = copy(WORDS, remote.folder, env=remote.env, timeout=PATIENT)
    assert got.route == "tmux"
    assert remote.text() == WORDS


@pytest.mark.parametrize("script", [DEAF, HANG, "exit 1"])
def test_where_tmux_fails_the_terminal_is_asked(remote: Desk, script: str) -> None:
    remote.env["TMUX"] = "x"
    remote.program("tmux", script)
    got = copy(WORDS * 10_000, remote.folder, osc52=remote.sent.append, env=remote.env, timeout=0.3)
    assert got.route == "terminal"
    assert remote.sent == [WORDS * 10_000]


def test_tmux_said_to_be_there_but_not_installed(remote: Desk) -> None:
    remote.env |= {"TMUX": "x", "PATH": str(remote.folder)}
    assert copy(WORDS, remote.folder, env=remote.env).route == "file"


def test_the_desktop_takes_the_words_and_is_asked_for_them_again(desk: Desk) -> None:
    desk.env["DISPLAY"] = ":0"
    desk.program("xclip", XCLIP)
    got = copy(WORDS, desk.folder, osc52=desk.sent.append, env=desk.env, timeout=PATIENT)
    assert (got.route, got.confirmed) == ("desktop", True)
    assert "clipboard (confirmed)" in got.message
    assert desk.text() == WORDS
    assert desk.sent == []


def test_a_desktop_that_takes_the_words_and_loses_them_is_not_believed(desk: Desk) -> None:
    desk.env["DISPLAY"] = ":0"
    desk.program("xclip", DEAF)
    got = copy(WORDS, desk.folder, osc52=desk.sent.append, env=desk.env, timeout=PATIENT)
    assert (got.route, got.confirmed) == ("terminal", False)


def test_a_desktop_that_hangs_is_stopped_with_all_it_started(desk: Desk) -> None:
    desk.env["DISPLAY"] = ":0"
    desk.program("xclip", HANG)
    got = copy(WORDS, desk.folder, env=desk.env, timeout=2)
    assert got.route == "file"
    assert not desk.kept.exists() or ended(int(desk.text()))


def test_without_a_display_nothing_is_raised(desk: Desk) -> None:
    got = copy(WORDS, desk.folder, env=desk.env, timeout=PATIENT)
    assert got.route == "file"
    assert "No clipboard here" in got.message


def test_tmux_on_the_desktop_fills_both(desk: Desk) -> None:
    desk.env |= {"TMUX": "x", "DISPLAY": ":0"}
    desk.program("tmux", 'cat > "$KEPT.tmux"')
    desk.program("xclip", XCLIP)
    got = copy(WORDS, desk.folder, env=desk.env, timeout=PATIENT)
    assert (got.route, got.confirmed) == ("tmux and desktop", True)
    assert Path(f"{desk.kept}.tmux").read_text(encoding="utf-8") == desk.text() == WORDS


def test_where_not_even_the_file_can_be_written_it_says_so(remote: Desk) -> None:
    remote.folder.write_text("a file where the folder should be")
    got = copy(WORDS, remote.folder, env=remote.env)
    assert (got.route, got.confirmed) == ("none", False)
    assert got.message.startswith("Nothing copied")
    sent = copy(WORDS, remote.folder, osc52=remote.sent.append, env=remote.env)
    assert sent.route == "terminal"
    assert FILE not in sent.message


def test_what_could_command_a_terminal_does_not_leave(remote: Desk) -> None:
    hostile = "a\x1b]52;c;eA==\x07b\u202ec\ud800d\te\nf\x00"
    copy(hostile, remote.folder, osc52=remote.sent.append, env=remote.env)
    (sent,) = remote.sent
    assert sent == remote.file.read_text(encoding="utf-8")
    assert len(sent) == len(hostile)
    assert "\te\nf" in sent
    assert not {"\x1b", "\x07", "\u202e", "\ud800", "\x00"} & set(sent)


@pytest.mark.parametrize(
    ("env", "names"),
    [
        ({}, ["desktop"]),
        ({"TMUX": "x"}, ["tmux", "desktop"]),
        ({"TMUX": "", "SSH_TTY": ""}, ["desktop"]),
        ({"SSH_TTY": "x"}, []),
        ({"SSH_CONNECTION": "x"}, []),
        ({"SSH_CONNECTION": "x", "TMUX": "x"}, ["tmux"]),
    ],
)
def test_routes_by_environment(env: dict[str, str], names: list[str]) -> None:
    assert list(routes(env)) == names


def test_each_receipt_is_one_sentence_that_names_the_route() -> None:
    path = Path("/data") / FILE
    for took, word in ((["tmux"], "tmux"), (["desktop"], "clipboard"), (["terminal"], "terminal")):
        message = receipt(took, path, True).message
        assert word in message
        assert message.count(".") - message.count(FILE) == 1
