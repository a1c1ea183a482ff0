"""Restoring a project from a backup, into its place or into another folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from fr_reader.model import StoreError, visible
from fr_reader.store import files
from fr_reader.store.backup import Backup, backups, make_backup, project_files, unpack
from fr_reader.store.lock import Lock
from fr_reader.store.manifest import NAME, read_manifest
from fr_reader.store.places import ARTICLES, FILES, MARKS, QUERIES, TRASH, listed
from fr_reader.store.plan import ANNOTATIONS

_STAGING = f"{files.OURS}restoring"
_BEFORE = f"{files.OURS}before-restoring"
_OWN = (NAME, *FILES.values(), ANNOTATIONS, MARKS, ARTICLES, TRASH, QUERIES)


def find(folder: Path, name: str) -> Backup:
    """The backup called `name`. Raises StoreError where there is none."""
    for backup in backups(folder):
        if name in (backup.name, backup.path.name):
            return backup
    raise StoreError(
        f"there is no backup {visible(name)!r}: see which there are with fr-reader restore"
    )


def restore_to(backup: Backup, target: Path) -> int:
    """Put a backup into a new or empty folder; how many files it has. Raises StoreError."""
    try:
        if target.is_symlink() or (target.exists() and any(target.iterdir())):
            raise StoreError(f"{files.named(target)} is not empty: choose a new folder")
        files.make_folders(target)
    except OSError as error:
        raise files.cannot("restore to", target, error, "choose another folder") from error
    return unpack(backup.path, target)


def restore_here(folder: Path, backup: Backup) -> Backup | None:
    """Put the project in `folder` back to what it was in `backup`.

    What is there now is backed up first; that backup is returned, None where there was nothing.
    Everything is unpacked and checked before the first file is replaced; project.json goes first
    and comes back last, so a project half restored never passes for a whole one. Raises
    StoreError.
    """
    with Lock(folder).hold():
        staging, before = folder / _STAGING, folder / _BEFORE
        try:
            _clear(staging)
            _clear(before)
            files.make_folders(staging)
            unpack(backup.path, staging)
            if read_manifest(staging) is None:
                raise StoreError(f"{files.named(backup.path)} holds no project: take another one")
            saved = (
                make_backup(folder, "before", exact=True) if any(project_files(folder)) else None
            )
            files.make_folders(before)
            _swap(folder, staging, before)
            return saved
        except OSError as error:
            raise files.cannot(
                "restore", folder, error, "restore the newest backup in backups/ again"
            ) from error
        finally:
            for path in (staging, before):
                _clear(path)


def _swap(folder: Path, staging: Path, before: Path) -> None:
    """Put what is in `staging` in the place of what is in `folder`, that into `before`.

    Where it fails everything is as it was.
    """
    others = {path.name for path in listed(staging)}.difference(_OWN)
    names = (*_OWN, *sorted(others))
    try:
        for name in names:
            _move(folder / name, before / name)
        files.sync_folder(folder)
        for name in reversed(names):
            _move(staging / name, folder / name)
        files.sync_folder(folder)
    except OSError:
        for name in reversed(names):
            if os.path.lexists(before / name):
                _move(folder / name, staging / name)
                _move(before / name, folder / name)
        raise


def _move(source: Path, target: Path) -> None:
    """Give what is at `source`, if anything, the name `target`; a link stays a link."""
    if source.is_symlink() or source.exists():
        source.replace(target)


def _clear(path: Path) -> None:
    """Take a folder of ours away, with what is in it; links in it are not followed."""
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path, ignore_errors=True)
