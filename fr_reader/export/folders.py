"""Writing a folder of files: all of them or none, and never over what is not ours."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from fr_reader.export.files import sync_folder, write_new
from fr_reader.model import ExportError, visible


def write_folder(
    path: Path, files: Mapping[str, bytes], *, marker: str, force: bool = False
) -> Path:
    """Make the folder `path` with `files`, by name, in it, and return the path.

    The folder is made beside and given its name when everything in it is on the disk. An empty
    folder of that name is filled. One with files in it stays, unless `force` is given and it is
    one of ours: one that has a file called `marker` and nothing but files of the same kinds; its
    files are then replaced. Raises ExportError with what to do, and leaves nothing behind.
    """
    named = visible(str(path))
    draft = path.with_name(f".fr-reader-{secrets.token_hex(8)}")
    try:
        filled = _is_filled(path)
        if filled and not force:
            raise ExportError(f"{named} is there already: choose another name or --force")
        if filled and not _is_ours(path, files, marker):
            raise ExportError(
                f"{named} holds files that were not exported here: choose another name"
            )
        draft.mkdir()
        for name, data in files.items():
            write_new(draft / name, data)
        sync_folder(draft)
        _take_place(draft, path, filled)
        sync_folder(path.parent)
    except FileNotFoundError:
        raise ExportError(
            f"there is no folder {visible(str(path.parent))}: make it first"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{named} cannot be written ({reason}): choose another place") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return path


def _is_filled(path: Path) -> bool:
    """Whether there is anything at `path` but an empty folder."""
    if not os.path.lexists(path):
        return False
    if not path.is_dir() or path.is_symlink():
        raise ExportError(f"{visible(str(path))} is no folder: name one that can be made")
    return next(path.iterdir(), None) is not None


def _is_ours(path: Path, files: Mapping[str, bytes], marker: str) -> bool:
    kinds = {Path(name).suffix for name in files}
    there = [each for each in path.iterdir() if each.name[:1] != "."]  # caches of other programs
    ordinary = all(each.is_file() and not each.is_symlink() for each in there)
    return ordinary and (path / marker).exists() and {each.suffix for each in there} <= kinds


def _take_place(draft: Path, path: Path, filled: bool) -> None:
    """Give `draft` the name `path`, and remove what had it before."""
    if not filled:
        with suppress(FileNotFoundError):
            path.rmdir()  # only where it is empty; else, or if one appears now, this fails
        draft.rename(path)
        return
    old = path.with_name(f".fr-reader-{secrets.token_hex(8)}")
    path.rename(old)
    try:
        draft.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)
