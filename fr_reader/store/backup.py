"""Backups: the files of a project in one zip file under backups/, read back before it counts.

A backup may be made while other windows write: journals only grow, so each is copied up to its
last whole line, annotations before what they name, and texts that came meanwhile at last.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import IO

from fr_reader.model import StoreError
from fr_reader.store import files
from fr_reader.store.places import ARTICLES, FILES, MARKS, QUERIES, TRASH, listed
from fr_reader.store.plan import ANNOTATIONS

FOLDER = "backups"
KEPT = 7
"""How many daily backups are kept, and how many made before a repair or restore."""

_FOLDERS = (ANNOTATIONS, MARKS, QUERIES, TRASH, ARTICLES)
BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What reading a zip raises where it is not as it was written."""
_LATE = (*FILES.values(), "project.json")
_NAME = re.compile(r"(daily|made|before)-[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]{6})?(-[0-9]+)?\.zip")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, its size in bytes, how many files it holds."""

    path: Path
    size: int
    files: int

    @property
    def name(self) -> str:
        """What to call it."""
        return self.path.stem


def backups(folder: Path) -> list[Backup]:
    """The backups of the project in `folder`, the newest last. Raises StoreError."""
    found = [p for p in listed(folder / FOLDER) if _NAME.fullmatch(p.name) and _regular(p)]
    found.sort(key=lambda path: (path.name.partition("-")[2], path.name))
    return [Backup(path, path.stat().st_size, _count(path)) for path in found]


def _count(path: Path) -> int:
    """How many files are in a backup; 0 where it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return len(archive.infolist())
    except (OSError, *BAD_ZIP):
        return 0


def project_files(folder: Path) -> Iterator[Path]:
    """The files that make up a project, links left out, in the order to copy them."""
    for name in _FOLDERS:
        if not (folder / name).is_symlink():
            yield from _below(folder / name)
    rest = [path for path in listed(folder) if path.name not in _LATE and _beside(path)]
    yield from [*rest, *(path for name in _LATE if _regular(path := folder / name))]


def _texts(folder: Path) -> Iterator[Path]:
    """The texts there are once all else is copied: an entry may have come while that went on."""
    home = folder / ARTICLES
    return iter(()) if home.is_symlink() else _below(home)


def _below(folder: Path) -> Iterator[Path]:
    for path in listed(folder):
        if path.name.startswith(files.OURS) or path.is_symlink():
            continue
        if path.is_dir():
            yield from _below(path)
        elif _regular(path):
            yield path


def _beside(path: Path) -> bool:
    """Whether a file of the project's own folder belongs to it: journals, and what was cut off."""
    return _regular(path) and any(path.name.startswith(f"{name}.") for name in _LATE)


def _regular(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def make_backup(folder: Path, kind: str = "made", *, exact: bool = False) -> Backup:
    """Back up the project in `folder` now; `kind` begins the name.

    Journals end with their last whole line, unless `exact`. The backup counts only when every
    file in it has been read back. Raises StoreError.
    """
    home = folder / FOLDER
    try:
        files.make_folders(home)
        _clear_up(home)
        target = _free(home, kind)
        temporary = home / f"{files.OURS}{secrets.token_hex(8)}.tmp"
        fd = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(fd, "w+b") as file:
                copied = _copy(folder, file, exact=exact)
                file.flush()
                files.sync(file.fileno())
            _verify(temporary, copied)
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        files.sync_folder(home)
        _thin_out(home, kind)
        return Backup(target, target.stat().st_size, len(copied))
    except (OSError, *BAD_ZIP) as error:
        cause = error if isinstance(error, OSError) else OSError(str(error))
        raise files.cannot("back up to", home, cause, "no backup was made") from error


def _now() -> datetime:
    return datetime.now().astimezone()


def _clear_up(home: Path) -> None:
    """Take away what a backup that was interrupted an hour ago or earlier has left."""
    for path in listed(home):
        if path.name.startswith(files.OURS) and path.lstat().st_mtime < time.time() - 3600:
            with suppress(OSError):
                path.unlink()


def _free(home: Path, kind: str) -> Path:
    """A name for a backup made now."""
    stem = f"{kind}-{_now():%Y-%m-%d}" if kind == "daily" else f"{kind}-{_now():%Y-%m-%d-%H%M%S}"
    path, number = home / f"{stem}.zip", 1
    while path.exists():
        number += 1
        path = home / f"{stem}-{number}.zip"
    return path


def _copy(folder: Path, file: IO[bytes], *, exact: bool) -> dict[str, bytes]:
    """Put the files of the project into a zip; the hash of each by its name."""
    copied: dict[str, bytes] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in chain(project_files(folder), _texts(folder)):
            name = path.relative_to(folder).as_posix()
            if name in copied:
                continue
            try:
                data = path.read_bytes()
            except FileNotFoundError:  # moved to the trash, say, while this goes on
                continue
            if path.suffix == ".jsonl" and not exact:
                data = data[: data.rfind(b"\n") + 1]
            info = zipfile.ZipInfo(name, time.localtime(_changed(path))[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (0o100600) << 16
            archive.writestr(info, data)
            copied[name] = hashlib.blake2b(data, digest_size=16).digest()
    return copied


def _changed(path: Path) -> float:
    """When `path` was changed; a zip knows no time before 1980."""
    return max(path.stat().st_mtime, 400_000_000.0)


def _verify(path: Path, copied: dict[str, bytes]) -> None:
    """Raise OSError unless the zip at `path` holds exactly what was copied into it."""
    with zipfile.ZipFile(path) as archive:
        found = {
            name: hashlib.blake2b(archive.read(name), digest_size=16).digest()
            for name in archive.namelist()
        }
    if found != copied:
        raise OSError("what was written could not be read back")


def _thin_out(home: Path, kind: str) -> None:
    """Keep the newest of the backups made without being asked for."""
    if kind == "made":
        return
    found = sorted(p for p in listed(home) if _NAME.fullmatch(p.name) and p.name.startswith(kind))
    for path in found[:-KEPT]:
        with suppress(OSError):
            path.unlink()


def daily_backup(folder: Path) -> Backup | None:
    """Today's backup, if there is none yet and anything has changed since the last one.

    Raises StoreError.
    """
    daily = [b.path for b in backups(folder) if b.path.name.startswith("daily-")]
    if any(path.name.startswith(f"daily-{_now():%Y-%m-%d}") for path in daily):
        return None
    if daily and not _changed_since(folder, daily[-1].stat().st_mtime_ns):
        return None
    return make_backup(folder, "daily")


def _changed_since(folder: Path, then: int) -> bool:
    return any(path.stat().st_mtime_ns > then for path in project_files(folder))


def unpack(backup: Path, target: Path) -> int:
    """Put the files of a backup into the folder `target`; how many they were.

    A backup with a file that is none of a project's, that leads out of the folder, or that is not
    as it was written is refused before anything is put anywhere. Raises StoreError.
    """
    try:
        with zipfile.ZipFile(backup) as archive:
            found = [info for info in archive.infolist() if not info.is_dir()]
            for info in found:
                if not _harmless(info):
                    raise StoreError(
                        f"{files.named(backup)} holds {files.named(Path(info.filename))}, which is "
                        "no file of a project: nothing was restored"
                    )
            if archive.testzip() is not None:
                raise zipfile.BadZipFile("damaged")
            for info in found:
                path = target / PurePosixPath(info.filename)
                files.make_folders(path.parent)
                files.write_atomically(path, archive.read(info))
            return len(found)
    except BAD_ZIP as error:
        raise StoreError(
            f"{files.named(backup)} is damaged: nothing was restored, take another backup"
        ) from error
    except OSError as error:
        raise files.cannot("restore from", backup, error, "nothing was restored") from error


def _harmless(info: zipfile.ZipInfo) -> bool:
    """Whether a member of a zip is a plain file that a project may have, below its folder."""
    name = info.filename
    parts = name.split("/")
    plain = all(part and part not in (".", "..") for part in parts)
    safe = plain and not any(c in name for c in "\\:\0") and not name.startswith("/")
    kind = (info.external_attr >> 16) & 0o170000
    if not safe or kind not in (0, 0o100000):
        return False
    if len(parts) == 1:
        return any(name == late or name.startswith(f"{late}.") for late in _LATE)
    return parts[0] in _FOLDERS
