"""Which journals of annotations there are, and whether they are as they were."""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fr_reader.model import StoreError
from fr_reader.store import files, ledger

HOME = "."
"""The path of the folder in which there is a folder an article."""

Stamp = tuple[int, int, int]
"""Inode, size and time of change in nanoseconds."""

UNKNOWN: Stamp = (0, 0, 0)
"""The stamp of what was changed only just now, which nothing has."""

_GONE: Stamp = (0, 0, -1)
_INODE = 2**63 - 1


@dataclass(slots=True)
class Listing:
    """The folders of articles and the journals in them, by path, with the stamp each had.

    A folder's stamp tells of journals that came or went, a journal's of what was written in it.
    One that was changed only just now has a stamp nothing has, so that it is looked at again.
    """

    paths: list[str] = field(default_factory=lambda: [HOME])
    stamps: array[int] = field(default_factory=lambda: array("q", UNKNOWN))

    @property
    def home(self) -> Stamp:
        """The stamp of the folder of all articles."""
        inode, size, time_ = self.stamps[:3]
        return inode, size, time_

    @home.setter
    def home(self, stamp: Stamp) -> None:
        self.stamps[:3] = array("q", stamp)

    def changed(self, folder: Path) -> set[str]:
        """The articles that are not as they were, those that are new or gone too.

        Raises StoreError where `folder` cannot be read.
        """
        now = _stamps(folder, self.paths)
        if now == self.stamps:
            return set()
        old = self.stamps
        places = (
            at
            for at in range(len(self.paths))
            if now[3 * at : 3 * at + 3] != old[3 * at : 3 * at + 3]
        )
        found = {self.paths[at].partition("/")[0] for at in places}
        if HOME in found:
            found.remove(HOME)
            found.update(self._unlisted(folder))
        return found

    def _unlisted(self, folder: Path) -> Iterator[str]:
        known = {path for path in self.paths if "/" not in path}
        return (each.name for each in _scanned(folder) if each.name not in known and each.is_dir())

    def put(self, news: Mapping[str, list[tuple[str, Stamp]]]) -> bool:
        """Take what was found of some articles in the place of what was known of them; whether
        that are other paths."""
        found = {path: stamp for rows in news.values() for path, stamp in rows}
        places = [at for at, path in enumerate(self.paths) if path.partition("/")[0] in news]
        if len(places) == len(found) and all(self.paths[at] in found for at in places):
            for at in places:
                self.stamps[3 * at : 3 * at + 3] = array("q", found[self.paths[at]])
            return False
        gone = set(places)
        kept = [at for at in range(len(self.paths)) if at not in gone]
        stamps = array("q")
        for at in kept:
            stamps.extend(self.stamps[3 * at : 3 * at + 3])
        for stamp in found.values():
            stamps.extend(stamp)
        self.paths = [*(self.paths[at] for at in kept), *found]
        self.stamps = stamps
        return True


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file or folder, if it is old enough to tell of a later change; one nothing
    has where nothing is there. Raises StoreError."""
    return _settled(_stamp(path))


def articles(folder: Path) -> list[str]:
    """The names of what is in the folder of all articles. Raises StoreError."""
    return [each.name for each in _scanned(folder)]


def in_doubt(rows: list[tuple[str, Stamp]]) -> list[tuple[str, Stamp]]:
    """The same paths, to be looked at again each time."""
    return [(path, UNKNOWN) for path, _ in rows]


def journals(folder: Path, article: str) -> list[tuple[str, Stamp]]:
    """The folder of an article and the journals in it; nothing where it is gone."""
    own = _stamp(folder / article)
    if own == _GONE or not (folder / article).is_dir():
        return []
    inside = sorted(
        f"{article}/{each.name}"
        for each in _scanned(folder / article)
        if each.name.endswith(".jsonl")
    )
    stamped = ((path, _stamp(folder / path)) for path in inside)
    return [(article, _settled(own)), *((path, _settled(stamp)) for path, stamp in stamped)]


def _settled(stamp: Stamp) -> Stamp:
    return stamp if stamp[2] + ledger.SETTLED < time.time_ns() else UNKNOWN


def _stamps(folder: Path, paths: Iterable[str]) -> array[int]:
    """The stamps of `paths` below `folder`, one after the other.

    Where it can be, they are looked up from the open folder, which is a tenth quicker.
    """
    if os.stat not in os.supports_dir_fd:
        return _each(map(f"{folder}{os.sep}".__add__, paths), None)
    try:
        opened = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return _each(map(f"{folder}{os.sep}".__add__, paths), None)
    except OSError as error:
        raise _cannot(folder, error) from error
    try:
        return _each(paths, opened)
    finally:
        os.close(opened)


def _each(paths: Iterable[str], below: int | None) -> array[int]:
    found, stat = array("q"), os.stat
    put = found.extend
    for path in paths:
        try:
            s = stat(path, dir_fd=below)
        except OSError:
            put(_GONE)
        else:
            put((s.st_ino & _INODE, s.st_size, s.st_mtime_ns))
    return found


def _stamp(path: Path) -> Stamp:
    """The stamp of what is at `path`. Raises StoreError where that cannot be told."""
    try:
        s = path.stat()
    except FileNotFoundError:
        return _GONE
    except OSError as error:
        raise _cannot(path, error) from error
    return s.st_ino & _INODE, s.st_size, s.st_mtime_ns


def _scanned(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _cannot(folder, error) from error


def _cannot(path: Path, error: OSError) -> StoreError:
    return files.cannot("read", path, error, "make it a folder you may read")
