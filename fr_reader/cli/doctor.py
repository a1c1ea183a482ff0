"""`fr-reader doctor`: what works here, in words one can send to somebody who helps."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import click

from fr_reader import __version__
from fr_reader.cli.doctor_clipboard import clipboard_facts
from fr_reader.cli.doctor_fact import Fact
from fr_reader.cli.doctor_folders import folder_facts
from fr_reader.cli.doctor_terminal import terminal_facts
from fr_reader.cli.exit_codes import WRONG
from fr_reader.cli.output import show
from fr_reader.cli.project import folder_of
from fr_reader.cli.session import Session, project_options
from fr_reader.store import config_folder, data_folder

_PACKAGES = ("textual", "rich", "tinydb", "nltk", "regex", "pyperclip", "click")


@click.command("doctor")
@click.option(
    "--clipboard",
    is_flag=True,
    help="Write to the desktop's clipboard too; text in it is put back, other things are lost.",
)
@project_options
@click.pass_obj
def command(session: Session, clipboard: bool, project: Path | None, coder: str | None) -> int:
    """Say what works here: the terminal, every way to copy, the versions, the folders.

    Every way to copy is tried, and is confirmed only where words came back. Your clipboard is
    left as it is unless --clipboard is given. Nothing is made, and no terminal is needed. The exit
    code is 1 where something is wrong.
    """
    session = session.with_(project, coder)
    env, data = dict(os.environ), data_folder()
    folders = {"project": folder_of(session), "data": data, "configuration": config_folder()}
    problems = [
        *_told("Terminal", terminal_facts(env)),
        *_told("Clipboard", clipboard_facts(env, data, clipboard)),
        *_told("Versions", _versions()),
        *_told("Folders", folder_facts(folders, folders["project"])),
    ]
    if not problems:
        show("Nothing is wrong.")
        return 0
    show("To look at:")
    for problem in problems:
        show(f"  {problem}")
    return WRONG


def _told(title: str, facts: Iterable[Fact]) -> Iterator[str]:
    """Print a group of facts as they are found, and give their problems."""
    show(title)
    for fact in facts:
        show(f"  {fact.name:14}  {fact.told}")
        if fact.problem:
            yield fact.problem
    show("")


def _versions() -> Iterator[Fact]:
    yield Fact("fr-reader", __version__)
    yield Fact("Python", f"{platform.python_version()} ({sys.executable})")
    yield Fact("system", f"{platform.system()} {platform.release()}")
    for name in _PACKAGES:
        try:
            yield Fact(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            problem = f"{name} is not installed: install fr-reader again"
            yield Fact(name, "not installed", problem)
