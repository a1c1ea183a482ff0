"""project.json: what makes a folder a project."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fr_reader.model import StoreError
from fr_reader.model.json_value import decode, encode
from fr_reader.store import files
from fr_reader.store.lines import VERSION, refuse_newer
from fr_reader.store.lock import Lock

NAME = "project.json"
MAKING = f"{files.OURS}making"
"""The file that says that a project is being made here, until project.json does."""

FORMAT = "fr-reader project"
_OWN = {"articles.jsonl", "codebook.jsonl", "speakers.jsonl", "annotations"}
_REMEDY = (
    "restore it from a copy, or write "
    f'{{"format": "{FORMAT}", "version": {VERSION}, "name": "…"}} into it'
)
_HARMLESS = {".git", ".gitignore", ".gitattributes", ".DS_Store"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What project.json says: the format version and what the project is called.

    `problem` is a sentence where its checksum says that it is not as it was written.
    """

    version: int
    name: str
    problem: str = ""

    def content(self) -> bytes:
        """The file that says this."""
        fields = {"format": FORMAT, "version": self.version, "name": self.name}
        return json.dumps({**fields, "sum": self._sum()}, indent=2).encode() + b"\n"

    def _sum(self) -> str:
        return hashlib.blake2b(encode([self.version, self.name]), digest_size=8).hexdigest()

    def checked(self, fields: dict[str, object], path: Path) -> Manifest:
        """This one, with the problem told if `fields` have another checksum, or strange names.

        Without a checksum it was written by hand.
        """
        plain = {"format", "version", "name"}
        if fields.keys() == plain or (
            fields.keys() == plain | {"sum"} and fields["sum"] == self._sum()
        ):
            return self
        told = f"{files.named(path)} is not as it was written: see that its name is right, and "
        return replace(self, problem=f'{told}take "sum" out of it')


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
        if found["format"] != FORMAT:
            raise ValueError("another format")
        refuse_newer(found["version"], str(folder))
        manifest = Manifest(found["version"], found["name"])
        if type(manifest.version) is not int or not isinstance(manifest.name, str):
            raise ValueError("not a version and a name")
        manifest = manifest.checked(found, path)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{files.named(path)} is damaged or not of fr-reader: {_REMEDY}"
        ) from error
    return manifest


def manifest_of(
    folder: Path, lock: Lock, fill: Callable[[str], None], *, create: bool
) -> tuple[Manifest, bool]:
    """The manifest of the project in `folder`, of this fr-reader's format, and whether it is new.

    Where there is no project it is made, if `create`, and `fill` puts into it what it begins with.
    Raises StoreError, and what `fill` raises.
    """
    manifest, made = read_manifest(folder), False
    if manifest is None:
        if not create:
            raise no_project(folder)
        manifest, made = make_project(folder, lock, fill)
    if manifest.version < VERSION:
        from fr_reader.store.migrate import migrate  # noqa: PLC0415 - seldom needed

        manifest = migrate(folder, lock, manifest)
    return manifest, made


def make_project(folder: Path, lock: Lock, fill: Callable[[str], None]) -> tuple[Manifest, bool]:
    """Make `folder` a project; say whether it was made, since another process may have been first.

    `fill`, given the project's name, puts into it what it begins with. project.json comes last,
    so wherever this ends early, the project is not there yet, and the next to make it goes on
    from there. Raises StoreError, and what `fill` raises.
    """
    try:
        files.make_folders(folder)
        if not lock.path.exists():  # nothing of ours goes where it does not belong
            _refuse_strangers(folder)
        with lock.hold():
            if there := read_manifest(folder):
                return there, False
            _refuse_strangers(folder)
            files.sync_above(folder)
            files.write_atomically(folder / MAKING, b"")
            manifest = Manifest(VERSION, folder.name or "project")
            fill(manifest.name)
            files.write_atomically(folder / NAME, manifest.content())
            files.remove(folder / MAKING)
            return manifest, True
    except OSError as error:
        raise files.cannot("make a project in", folder, error, "choose another folder") from error


def no_project(folder: Path) -> StoreError:
    """The error where a folder is no project, though one was wanted."""
    if any((folder / name).exists() for name in _OWN) and not (folder / MAKING).exists():
        return StoreError(f"{files.named(folder / NAME)} is missing from a project: {_REMEDY}")
    return StoreError(
        f"there is no project in {files.named(folder)}: check the name, "
        "or make the project by adding an article to it"
    )


def _refuse_strangers(folder: Path) -> None:
    """Raise StoreError when `folder` holds other things, or a project without project.json."""
    names = {path.name for path in folder.iterdir()}
    if names & {NAME, MAKING}:
        return
    if names & _OWN:
        raise no_project(folder)
    if any(name not in _HARMLESS and not name.startswith(files.OURS) for name in names):
        raise StoreError(
            f"{files.named(folder)} holds other things and is no fr-reader project: "
            "choose an empty folder or a new name"
        )
