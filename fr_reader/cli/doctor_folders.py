"""The folders in use: whether they can be written, and whether they lie where that is risky."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile

from fr_reader.cli.doctor_fact import Fact
from fr_reader.store.place_kind import place_kind


def folder_facts(folders: Mapping[str, Path], project: Path) -> Iterator[Fact]:
    """A fact on each of `folders`, by what it is for, and one on the place `project` lies in."""
    for name, folder in folders.items():
        why = why_not_writable(folder)
        there = "" if folder.is_dir() else ", not there yet"
        told = f"{folder}{there}, {f'cannot be written ({why})' if why else 'can be written'}"
        yield Fact(name, told, f"{folder}: {why}" if why else "")
    yield _place(project)


def why_not_writable(folder: Path) -> str:
    """Why nothing can be written into `folder`, as the system puts it; empty where it can be.

    A file without a name is made in it. Of a folder that is not there the nearest one above it is
    only asked, and nothing is made.
    """
    above = folder
    while not os.path.lexists(above) and above != above.parent:
        above = above.parent
    if above != folder:
        return "" if os.access(above, os.W_OK | os.X_OK) else f"{above} may not be written"
    try:
        with TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or type(error).__name__


def _place(project: Path) -> Fact:
    kind, name = place_kind(project)
    if not kind:
        return Fact("place", "a disk of this machine, as far as can be told")
    where = f"a folder {name} keeps in step" if kind == "synced" else f"a network disk ({name})"
    problem = (
        f"the project is on {where}: work on it from one machine at a time, and let it finish "
        "copying before you open it elsewhere"
    )
    return Fact("place", where, problem)
