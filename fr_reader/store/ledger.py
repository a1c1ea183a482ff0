"""The counts of a project's annotations, remembered journal by journal."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from fr_reader.model import Annotation, Status
from fr_reader.model.json_value import decode, encode
from fr_reader.store import files
from fr_reader.store.counts import Counts, Tallies, Tally, tallies_of
from fr_reader.store.fold import Fold
from fr_reader.store.index import Index, believed, hashed
from fr_reader.store.plan import ANNOTATIONS

if TYPE_CHECKING:
    from sqlite3 import Connection

FEW = 64
"""So many journals are read at once, without the index."""

Kind = tuple[str, str, str, str]
"""Coder, code, speaker and status of an annotation."""

_STATUS = {status.value: status.value for status in Status}
_BATCH = 4096
NONE: Mapping[str, str] = {}
SETTLED = 2 * 10**9
"""Nanoseconds after which a further change of a file surely shows in its time."""


@dataclass(frozen=True, slots=True)
class Found:
    """A journal of annotations as it lies on the disk now.

    `stamp` is its device, inode, size and time of change in nanoseconds.
    """

    path: str
    article: str
    stamp: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a journal held when it had this stamp."""

    stamp: tuple[int, ...]
    tallies: Tallies


class Ledger:
    """The counts of the annotations in the journals of `folder`.

    A journal with the stamp it had is not read again, unless it was changed within the last
    seconds; one in which anything is amiss is left to the caller each time. Threads may share it.
    """

    def __init__(self, folder: Path, index: Index) -> None:
        self._folder = folder
        self._index = index
        self._one_thread = Lock()
        self._known: dict[str, Counted] = {}
        self._loaded = False
        self._tallies: dict[tuple[str, str, str, str, int], Tally] = {}
        self._placed: dict[str, tuple[object, Tallies]] = {}

    def counts(
        self,
        read: Callable[[Path], Iterable[Annotation]],
        revised: Mapping[str, str] = NONE,
        placed: Callable[[str], Tallies] = lambda _: (),
    ) -> Counts:
        """The counts of every article; `read` reads a journal with which anything is amiss.

        `revised` has the hashes of the texts of articles that had others before, by id. There it
        depends on the texts what counts, and `placed` counts it. Raises StoreError, and what
        `read` and `placed` raise.
        """
        with self._one_thread:
            found = list(_journals(self._folder))
            if len(found) > FEW and not self._loaded:
                self._loaded = True
                self._known = self._index.ask(self._load) or {}
            news: dict[str, Counted] = {}
            plain = [each for each in found if each.article not in revised]
            counted = [(each.article, self._count(each, news, read)) for each in plain]
            counts = Counts.of([*counted, *self._carried(found, revised, placed)])
            self._remember(news)
            if len(self._known) > len(found):
                self._forget({each.path for each in found})
            return counts

    def _count(
        self,
        found: Found,
        news: dict[str, Counted],
        read: Callable[[Path], Iterable[Annotation]],
    ) -> Tallies:
        known = self._known.get(self._name(found.path))
        if known is not None and known.stamp == found.stamp:
            return known.tallies
        path = Path(found.path)
        kinds = _kinds(path, found.stamp[2])
        if kinds is None:
            return tallies_of(read(path))
        tallies = tuple(self._tally(*kind, count) for kind, count in sorted(kinds.items()))
        if found.stamp[3] + SETTLED < time.time_ns():
            news[self._name(found.path)] = Counted(found.stamp, tallies)
            if len(news) >= _BATCH:
                self._remember(news)
        return tallies

    def _carried(
        self, found: list[Found], revised: Mapping[str, str], placed: Callable[[str], Tallies]
    ) -> Iterator[tuple[str, Tallies]]:
        """The counts of articles that were revised; remembered while no journal changes."""
        stamps: dict[str, list[tuple[int, ...]]] = {}
        for each in found if revised else ():
            if each.article in revised:
                stamps.setdefault(each.article, []).append(each.stamp)
        for article, some in stamps.items():
            state = revised[article], sorted(some)
            known = self._placed.get(article)
            if known is None or known[0] != state:
                known = state, placed(article)
                if max(stamp[3] for stamp in some) + SETTLED < time.time_ns():
                    self._placed[article] = known
            yield article, known[1]

    def _name(self, path: str) -> str:
        return path[len(str(self._folder)) + 1 :]

    def _remember(self, news: dict[str, Counted]) -> None:
        """Keep what was counted, in the index too when there is much."""
        self._known |= news
        if self._loaded and news:
            rows = [_row(name, counted) for name, counted in news.items()]
            self._index.tell(lambda c: _put(c, rows))
        news.clear()

    def _forget(self, there: set[str]) -> None:
        """Drop what was counted of journals that are gone."""
        names = {self._name(path) for path in there}
        gone = [name for name in self._known if name not in names]
        for name in gone:
            del self._known[name]
        if self._loaded:
            self._index.tell(lambda c: _drop(c, gone))

    def _load(self, connection: Connection) -> dict[str, Counted]:
        known: dict[str, Counted] = {}
        for name, value, check in connection.execute("SELECT name, value, hash FROM journals"):
            stamp, tallies = decode(believed(bytes(name), value, check))
            known[os.fsdecode(name)] = Counted(
                tuple(stamp), tuple(self._tally(*each) for each in tallies)
            )
        return known

    def _tally(self, coder: str, code: str, speaker: str, status: str, count: int) -> Tally:
        """A tally, equal ones in memory once."""
        key = (coder, code, speaker, status, count)
        if key not in self._tallies:
            self._tallies[key] = Tally(coder, code, speaker, Status(status), count)
        return self._tallies[key]


def _row(name: str, counted: Counted) -> tuple[bytes, bytes, bytes]:
    tallies = [[t.coder, t.code, t.speaker, t.status, t.count] for t in counted.tallies]
    key, value = os.fsencode(name), encode([list(counted.stamp), tallies])
    return key, value, hashed(key, value)


def _put(connection: Connection, rows: list[tuple[bytes, bytes, bytes]]) -> bool:
    connection.executemany("INSERT OR REPLACE INTO journals VALUES (?, ?, ?)", rows)
    return True


def _drop(connection: Connection, names: list[str]) -> bool:
    rows = [(os.fsencode(name),) for name in names]
    connection.executemany("DELETE FROM journals WHERE name = ?", rows)
    return True


def _kinds(path: Path, size: int) -> Counter[Kind] | None:
    """The annotations in a journal of this size by kind; None where anything is amiss with it."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    fold = Fold(str(path), [])
    if len(data) != size or fold.feed(data) or fold.damaged or fold.unfinished:
        return None
    try:
        return Counter(map(_kind, fold.tables.get(ANNOTATIONS, {}).values()))
    except (KeyError, TypeError):
        return None


def _kind(document: Mapping[str, str]) -> Kind:
    """What an annotation is counted by. Raises KeyError or TypeError where it does not say it."""
    coder, code, speaker = document["coder"], document["code"], document["speaker"]
    "".join((coder, code, speaker))  # refuses anything but text
    return coder, code, speaker, _STATUS[document["status"]]


def _journals(folder: Path) -> Iterator[Found]:
    """The journals below `folder` by article. Raises StoreError."""
    try:
        for article in _scanned(str(folder)):
            if article.is_dir():
                for journal in _scanned(article.path):
                    if journal.name.endswith(".jsonl"):
                        s = journal.stat()
                        stamp = (s.st_dev, s.st_ino, s.st_size, s.st_mtime_ns)
                        yield Found(journal.path, article.name, stamp)
    except OSError as error:
        path = Path(error.filename or folder)
        raise files.cannot("read", path, error, "make it a folder you may read") from error


def _scanned(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except FileNotFoundError:
        return []
