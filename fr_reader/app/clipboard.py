"""Taking words out of the terminal, and saying honestly where they went.

Three ways lead out, and none is there always: tmux's own buffer, the clipboard of the desktop,
and OSC 52, the escape sequence that asks a terminal to copy, which never answers. A file,
`last-copy.md`, holds the words in any case.

`copy` waits for other programs and must run in a thread; it never waits longer than its timeout
for each.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fr_reader.model import visible, visible_text

FILE = "last-copy.md"

TIMEOUT = 3.0
"""Seconds given to each program."""

# Runs in a Python of its own, so that it can be stopped and cannot write on the screen. pyperclip
# does not look at what xclip and its kind answer; reading the words back does. A clipboard held
# by Qt would be empty again when this ends.
_PYPERCLIP = """
import sys, pyperclip
text = sys.stdin.buffer.read().decode("utf-8")
copy, paste = pyperclip.determine_clipboard()
if copy.__name__ == "copy_qt":
    sys.exit(1)
copy(text)
sys.exit(paste().splitlines() != text.splitlines())
"""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where copied words went: the `route` (`tmux`, `desktop`, `tmux and desktop`, `terminal`,
    `file` or `none`), whether their arrival is `confirmed`, and a sentence for people."""

    route: str
    confirmed: bool
    message: str


def copy(
    text: str,
    folder: Path,
    *,
    osc52: Callable[[str], None] | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
) -> Receipt:
    """Copy `text`, made safe by `visible_text`, by every way that is open here.

    `folder` is where `last-copy.md` goes. `osc52` sends the words to the terminal; it is called
    only when neither tmux nor the desktop took them, in the thread `copy` runs in. `env` is the
    environment to look at, by default this process's.
    """
    env = dict(os.environ if env is None else env)
    words = visible_text(text)
    path = folder / FILE
    kept = _write(path, words)
    took = [
        name
        for name, ways in routes(env).items()
        if any(run_program(way, words, env, timeout) for way in ways)
    ]
    if took:
        return receipt(took, path, kept)
    if osc52 is not None:
        osc52(words)
        return receipt(["terminal"], path, kept)
    return receipt([], path, kept)


def routes(env: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The programs to try by the name of their route; of several, the first that works is enough.

    Over SSH the desktop is at the other end, so it is left to the terminal.
    """
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    if env.get("TMUX"):
        # -w hands the words on to the terminal's clipboard too; tmux before 3.2 does not know it.
        found["tmux"] = (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-"))
    if not over_ssh(env):
        found["desktop"] = ((sys.executable, "-c", _PYPERCLIP),)
    return found


def over_ssh(env: Mapping[str, str]) -> bool:
    """Whether the user sits at another machine, whose desktop this one does not reach."""
    return bool(env.get("SSH_TTY") or env.get("SSH_CONNECTION"))


def receipt(took: Sequence[str], path: Path, kept: bool) -> Receipt:
    """What to say when the routes in `took` took the words, and `path` does if `kept`."""
    file = visible(str(path))
    if "terminal" in took:
        also = f"; also in {file}" if kept else ""
        sentence = f"Sent to the terminal's clipboard, which does not confirm{also}."
        return Receipt("terminal", False, sentence)
    if took:
        places = {"tmux": "tmux's buffer", "desktop": "the clipboard"}
        where = " and ".join(places[name] for name in took)
        return Receipt(" and ".join(took), True, f"Copied to {where} (confirmed).")
    if kept:
        return Receipt("file", True, f"No clipboard here; the words are in {file}.")
    return Receipt("none", False, f"Nothing copied: no clipboard here, and {file} is not writable.")


def _write(path: Path, words: str) -> bool:
    """Write the file whole or not at all, for its owner's eyes only; whether that worked."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(prefix=f".{FILE}.", dir=path.parent)
    except OSError:
        return False
    try:
        with open(descriptor, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        return False
    return True


def run_program(
    command: Sequence[str],
    words: str,
    env: Mapping[str, str],
    timeout: float = TIMEOUT,
    output: IO[bytes] | None = None,
) -> bool:
    """Whether `command` took the words: it is there, ended in time, and well.

    Its output goes to the file `output` or nowhere, never into a pipe: clipboard programs stay
    behind in the background and would hold it open. When it is too slow it is stopped with all it
    started.
    """
    program = shutil.which(command[0], path=env.get("PATH", os.defpath))
    if program is None:
        return False
    try:
        process = subprocess.Popen(
            [program, *command[1:]],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL if output is None else output,
            stderr=subprocess.DEVNULL,
            env=dict(env),
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.communicate(words.encode("utf-8"), timeout=timeout)
    except subprocess.TimeoutExpired:
        _stop(process)
        return False
    return process.returncode == 0


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and the session it leads."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    process.wait()
