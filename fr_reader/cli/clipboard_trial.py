"""Trying the ways out to a clipboard, leaving what is on it as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_SECONDS = 3.0
_WORDS = "fr-reader tries this clipboard"
_BUFFER = "fr-reader-doctor"
# What is not text cannot be put back, so a clipboard without text is left alone.
_DESKTOP = """
import sys, pyperclip
words = sys.argv[1]
copy, paste = pyperclip.determine_clipboard()
if copy.__class__.__name__ == "ClipboardUnavailable" or not copy:
    sys.exit(3)
before = paste()
if not before:
    sys.exit(4)
copy(words)
there = paste() == words
copy(before)
sys.exit(0 if there else 5)
"""
_SAID = {
    0: "works (written, read back, and put back as it was)",
    4: "is there; not tried, since it holds no text that could be put back",
    5: "takes words but does not give them back",
}


def try_clipboards(folder: Path, env: Mapping[str, str]) -> dict[str, str]:
    """What can be said of each way out, by its name; `folder` is where copies are kept."""
    return {
        "file": _file(folder),
        "tmux": _tmux(env) if env.get("TMUX") else "not inside tmux",
        "desktop": _desktop(env),
        "OSC 52": "used where neither of these takes the words; no terminal confirms it",
    }


def _file(folder: Path) -> str:
    there = next(above for above in (folder, *folder.parents) if above.exists())
    able = os.access(there, os.W_OK)
    return "works (last-copy.md in the data folder)" if able else "the data folder is not writable"


def _tmux(env: Mapping[str, str]) -> str:
    if _call(["tmux", "load-buffer", "-b", _BUFFER, "-"], env, _WORDS)[0] != 0:
        return "tmux does not take words"
    shown = _call(["tmux", "show-buffer", "-b", _BUFFER], env)[1]
    _call(["tmux", "delete-buffer", "-b", _BUFFER], env)
    return "works (written and read back)" if shown.strip() == _WORDS else "does not give them back"


def _desktop(env: Mapping[str, str]) -> str:
    if env.get("SSH_TTY") or env.get("SSH_CONNECTION"):
        return "at the other end of the SSH connection: left to the terminal (OSC 52)"
    code, _ = _call([sys.executable, "-c", _DESKTOP, _WORDS], env)
    return _SAID.get(code, "there is none, or none that pyperclip knows")


def _call(command: Sequence[str], env: Mapping[str, str], words: str = "") -> tuple[int, str]:
    """The exit code of a command and what it wrote; -1 where it is not there or too slow."""
    program = shutil.which(command[0], path=env.get("PATH", os.defpath))
    if program is None:
        return -1, ""
    try:
        done = subprocess.run(
            [program, *command[1:]],
            input=words.encode("utf-8"),
            capture_output=True,
            timeout=_SECONDS,
            env=dict(env),
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return -1, ""
    return done.returncode, done.stdout.decode("utf-8", "replace")
