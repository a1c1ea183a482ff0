"""`fr-reader doctor`: what this machine offers, tried where it can be."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from fr_reader import __version__
from fr_reader.cli.clipboard_trial import try_clipboards
from fr_reader.cli.output import show
from fr_reader.cli.project import folder_of
from fr_reader.cli.session import Session, project_options
from fr_reader.model import visible
from fr_reader.store import config_folder, data_folder
from fr_reader.store.place_kind import place_kind

_PACKAGES = ("textual", "rich", "tinydb", "nltk", "regex", "pyperclip", "click", "filelock")
Row = tuple[str, str]


@click.command("doctor")
@project_options
@click.pass_obj
def command(session: Session, project: Path | None, coder: str | None) -> None:
    """Report on terminal, clipboard, folders and versions.

    Each way to a clipboard is tried, and put back as it was; nothing else is changed.
    """
    folder = folder_of(session.with_(project, coder))
    parts = {
        "Terminal": _terminal(),
        "Clipboard": try_clipboards(data_folder(), os.environ).items(),
        "Folders": _folders(folder),
        "Versions": _versions(),
    }
    for number, (title, rows) in enumerate(parts.items()):
        if number:
            show("")
        show(title)
        for name, said in rows:
            show(f"  {name:14}{visible(said)}")


def _terminal() -> Iterator[Row]:
    term = os.environ.get("TERM", "")
    streams = (sys.stdin, sys.stdout, sys.stderr)
    there = all(stream is not None and stream.isatty() for stream in streams)
    size = shutil.get_terminal_size()
    yield "reader", "opens here" if there and term != "dumb" else "cannot open here: --plain prints"
    yield "TERM", term or "not set"
    yield "size", f"{size.columns} × {size.lines}" + _roomy(size.columns, size.lines)
    yield "colours", _colours(term)
    yield "text", f"{locale.getpreferredencoding(False)}, stdout {_encoding()}"
    yield "inside", ", ".join(_inside()) or "no multiplexer and no SSH that is known"


def _roomy(columns: int, lines: int) -> str:
    if columns < 40 or lines < 12:
        return ", less than the 40 × 12 the reader needs"
    return ", with panels beside the text" if columns >= 112 else ""


def _colours(term: str) -> str:
    if "NO_COLOR" in os.environ:
        return "none, since NO_COLOR is set"
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in term else "16 or fewer, as far as TERM and COLORTERM say"


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "unknown"


def _inside() -> Iterator[str]:
    for name, word in (("TMUX", "tmux"), ("STY", "screen"), ("SSH_CONNECTION", "SSH")):
        if os.environ.get(name):
            yield word


def _folders(project: Path) -> Iterator[Row]:
    for name, folder in (
        ("project", project),
        ("data", data_folder()),
        ("configuration", config_folder()),
    ):
        kind = " ".join(filter(None, place_kind(folder)))
        yield name, f"{folder} ({_state(folder)}{f', {kind}' if kind else ''})"


def _state(folder: Path) -> str:
    if not folder.exists():
        return "not there yet"
    return "can be written" if os.access(folder, os.W_OK) else "can only be read"


def _versions() -> Iterator[Row]:
    yield "fr-reader", __version__
    yield "Python", f"{platform.python_version()}, {platform.platform(terse=True)}"
    for name in _PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "missing: install fr-reader again"
