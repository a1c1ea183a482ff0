"""The index: answers that could be had from the journals as well, kept because they take long.

It is a file of sqlite in the project folder, and never the truth. Whoever reads from it checks
every row against a hash, and against the journals as they are now; on any doubt it is thrown away
and the journals are read. Nothing is lost with it, so it is written without a sync, and not at all
where that cannot be done at once.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fr_reader.store.files import OURS

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

NAME = f"{OURS}index.sqlite"
VERSION = 1
PATIENCE = 0.1
"""Seconds to wait for another process that writes in it; reading the journals is no worse."""

_LATER = (3, 5, 6, 8, 13, 14)
"""Codes of sqlite that leave the index as good as it was: no permission, busy, locked, not to be
written, disk full, not to be opened."""

_TABLES = (
    "CREATE TABLE state (name TEXT PRIMARY KEY, value BLOB, hash BLOB)",
    "CREATE TABLE entries (position INTEGER PRIMARY KEY, id TEXT, text TEXT, value BLOB,"
    " hash BLOB)",
    "CREATE INDEX entries_id ON entries (id)",
    "CREATE INDEX entries_text ON entries (text)",
    "CREATE TABLE journals (name BLOB PRIMARY KEY, value BLOB, hash BLOB)",
)


class DoubtError(Exception):
    """What the index says is not to be believed."""


def hashed(name: bytes, value: bytes) -> bytes:
    """What stands beside a value to show that it is whole and in its place."""
    return hashlib.blake2b(b"%d " % len(name) + name + value, digest_size=8).digest()


def believed(name: bytes, value: object, check: object) -> bytes:
    """`value`, read with `check` from the row of `name`. Raises DoubtError."""
    if not isinstance(value, bytes) or hashed(name, value) != check:
        raise DoubtError
    return value


class Index:
    """The index of the project in `folder`; a connection is open only while it is used.

    What is kept apart from it has a `name`, `tables` and a `version` of its own.
    """

    def __init__(
        self,
        folder: Path,
        name: str = NAME,
        tables: tuple[str, ...] = _TABLES,
        version: int = VERSION,
    ) -> None:
        self.path = folder / name
        self._form = tables, version

    def ask(self, question: Callable[[Connection], T]) -> T | None:
        """The answer; None where there is no index, it is busy, or it is in doubt."""
        return self._use(question) if self._there() else None

    def tell(self, news: Callable[[Connection], bool]) -> bool:
        """Whether `news` has written; what it wrote before it said False or failed is undone."""
        if not self._there() and not self._made():
            return False

        def write(connection: Connection) -> bool:
            connection.execute("BEGIN IMMEDIATE")
            done = news(connection)
            connection.execute("COMMIT" if done else "ROLLBACK")
            return done

        return bool(self._use(write))

    def throw_away(self) -> None:
        """Remove it, if it is there."""
        for name in (f"{self.path.name}-journal", self.path.name):
            with suppress(OSError):
                self.path.with_name(name).unlink()

    def _there(self) -> bool:
        try:
            return stat.S_ISREG(self.path.lstat().st_mode)
        except OSError:
            return False

    def _made(self) -> bool:
        """Whether there is a file for it now, readable by nobody else."""
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        except OSError:
            return False
        return True

    def _use(self, work: Callable[[Connection], T]) -> T | None:
        import sqlite3  # noqa: PLC0415 - small projects need none of it

        try:
            with closing(
                sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            ) as connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute("PRAGMA cell_size_check = ON")
                _prepare(connection, *self._form)
                return work(connection)
        except (
            sqlite3.Error,
            DoubtError,
            ValueError,
            TypeError,
            LookupError,
            OverflowError,
        ) as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _LATER:
                self.throw_away()
            return None


def _prepare(connection: Connection, tables: tuple[str, ...], wanted: int) -> None:
    """Make the tables where there are none. Raises DoubtError where they are others than ours."""
    query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    found = tuple(row[0] for row in connection.execute(query))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if (found, version) == (tables, wanted):
        return
    if found or version:
        raise DoubtError
    connection.execute("BEGIN IMMEDIATE")
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        for table in tables:
            connection.execute(table)
        connection.execute(f"PRAGMA user_version = {wanted}")
    connection.execute("COMMIT")
