"""project.json: what makes a folder a project."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from fr_reader.model import StoreError
from fr_reader.store import files
from fr_reader.store.lines import VERSION, decode, refuse_newer
from fr_reader.store.lock import Lock

NAME = "project.json"
_FORMAT = "fr-reader project"
_HARMLESS = {".git", ".gitignore", ".gitattributes", ".DS_Store"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What project.json says: the format version and what the project is called."""

    version: int
    name: str


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of `folder`, or None when it has none.

    Raises StoreError if it cannot be read, is damaged, or is a newer fr-reader's.
    """
    path = folder / NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise files.cannot("open", path, error, "choose another project folder") from error
    try:
        found = decode(data)
        if found["format"] != _FORMAT:
            raise ValueError("another format")
        refuse_newer(found["version"], str(folder))
        manifest = Manifest(found["version"], found["name"])
        if type(manifest.version) is not int or not isinstance(manifest.name, str):
            raise ValueError("not a version and a name")
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{files.named(path)} is damaged or not of fr-reader: restore it from a copy, "
            f'or write {{"format": "{_FORMAT}", "version": {VERSION}, "name": "…"}} into it'
        ) from error
    return manifest


def make_project(folder: Path, lock: Lock) -> Manifest:
    """Make `folder` a project, unless another process just did. Raises StoreError."""
    try:
        files.make_folders(folder)
        _refuse_strangers(folder)
        with lock.hold():
            if there := read_manifest(folder):
                return there
            manifest = Manifest(VERSION, folder.name or "project")
            content = {"format": _FORMAT, "version": VERSION, "name": manifest.name}
            files.write_atomically(folder / NAME, json.dumps(content, indent=2).encode() + b"\n")
            return manifest
    except OSError as error:
        raise files.cannot("make a project in", folder, error, "choose another folder") from error


def _refuse_strangers(folder: Path) -> None:
    """Raise StoreError when things other than ours are in `folder`."""
    names = (path.name for path in folder.iterdir())
    strangers = [
        name for name in names if name not in _HARMLESS and not name.startswith(files.OURS)
    ]
    if strangers and NAME not in strangers:
        raise StoreError(
            f"{files.named(folder)} holds other things and is no fr-reader project: "
            "choose an empty folder or a new name"
        )
