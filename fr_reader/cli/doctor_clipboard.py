"""Every way words can leave by, tried without taking anything from the clipboard.

A buffer of our own in tmux, and a file of our own beside `last-copy.md`, can be written and read
back, and are gone afterwards. The desktop's clipboard has the user's things in it: it is only
read, unless the user asks for the whole trial. OSC 52 does not answer, so nothing is ever known.
"""

from __future__ import annotations

import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile

from fr_reader.app.clipboard import FILE, over_ssh, routes, run_program
from fr_reader.cli.doctor_fact import Fact
from fr_reader.cli.doctor_folders import why_not_writable

WORDS = "fr-reader doctor tries the clipboard: “words”\n"
"""What is written for a trial."""

_BUFFER = "fr-reader-doctor"

# Prints the name of pyperclip's way and what came of it. Runs as the copying itself does, in a
# Python of its own. Without "write" the clipboard is only read.
_TRIAL = """
import sys, pyperclip
copy, paste = pyperclip.determine_clipboard()
name = getattr(copy, "__name__", "")
print(name.removeprefix("copy_") if name.startswith("copy_") else "none", flush=True)
if name == "copy_qt":
    sys.exit(0)
before = paste()
if sys.argv[1] == "read":
    print("text" if before else "nothing", flush=True)
else:
    words = sys.stdin.buffer.read().decode("utf-8")
    try:
        copy(words)
        came = paste().splitlines() == words.splitlines()
    finally:
        copy(before)
    print("came" if came else "lost", flush=True)
"""


def clipboard_facts(env: Mapping[str, str], folder: Path, write: bool) -> Iterator[Fact]:
    """One fact a way; `folder` is where `last-copy.md` goes.

    With `write` the clipboard of the desktop is written to, and its text put back afterwards; where
    neither tmux nor the desktop takes words, they are sent to the terminal.
    """
    tmux, desktop = _tmux(env), _desktop(env, write)
    yield _file(folder)
    yield Fact("tmux's buffer", tmux)
    yield Fact("desktop", desktop)
    taken = any(told.startswith("confirmed") for told in (tmux, desktop))
    yield Fact("OSC 52", _osc52(env, send=write and not taken))


def _file(folder: Path) -> Fact:
    why = why_not_writable(folder)
    path = folder / FILE
    if why:
        return Fact("file", f"no: {path} cannot be written ({why})", f"{path}: {why}")
    return Fact("file", f"confirmed: {path} can be written")


def _tmux(env: Mapping[str, str]) -> str:
    if "tmux" not in routes(env):
        return "not used: this is not tmux"
    with TemporaryFile() as output:
        wrote = run_program(("tmux", "load-buffer", "-b", _BUFFER, "-"), WORDS, env)
        read = wrote and run_program(("tmux", "show-buffer", "-b", _BUFFER), "", env, output=output)
        run_program(("tmux", "delete-buffer", "-b", _BUFFER), "", env)
        output.seek(0)
        came = read and output.read() == WORDS.encode()
    if not came:
        return "no: tmux does not answer"
    return "confirmed: words came back from a buffer, which is gone again"


def _desktop(env: Mapping[str, str], write: bool) -> str:
    if over_ssh(env):
        return "not used: over ssh the desktop is at the other end"
    with TemporaryFile() as output:
        command = (sys.executable, "-c", _TRIAL, "write" if write else "read")
        ended = run_program(command, WORDS, env, output=output)
        output.seek(0)
        tool, _, what = output.read().decode("utf-8", "replace").strip().partition("\n")
    if not tool or tool in ("none", "no"):
        return "no: there is no program for it, such as wl-copy, xclip or xsel"
    if tool == "qt":
        return "no: there is only Qt, whose clipboard is empty again at once"
    if what == "came":
        return f"confirmed: words came back by {tool}, and the text from before was put back"
    if not ended or what == "lost":
        return f"no: {tool} does not answer, or words do not come back from it"
    read = "could be read" if what == "text" else "gave no text"
    return f"cannot be confirmed: {tool} {read}; fr-reader doctor --clipboard writes to it as well"


def _osc52(env: Mapping[str, str], send: bool) -> str:
    told = "cannot be confirmed: a terminal never answers it; used where tmux and desktop fail"
    if send and sys.stderr.isatty():
        code = b64encode(WORDS.encode()).decode("ascii")
        print(f"\x1b]52;c;{code}\a", end="", file=sys.stderr, flush=True)
        told = f"cannot be confirmed: sent; it works if pasting gives {WORDS.rstrip()}"
    if "tmux" not in routes(env):
        return told
    with TemporaryFile() as output:
        run_program(("tmux", "show-options", "-sv", "set-clipboard"), "", env, output=output)
        output.seek(0)
        option = output.read().decode("utf-8", "replace").strip()
    return f"{told}; tmux has set-clipboard {option}" if option else told
