"""The storage under TinyDB: a journal read and written as whole tables.

`read()` gives what is there now; `write(tables)` compares with what was last read and appends one
line holding only the documents that changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb.storages import Storage

from fr_reader.store.changes import Tables, changes_between, copied
from fr_reader.store.fold import Reached
from fr_reader.store.journal import Journal
from fr_reader.store.lines import NOBODY, Origin
from fr_reader.store.lock import Lock


class JournalStorage(Journal, Storage):
    """A journal as TinyDB asks for it, beside what a journal does by itself.

    Raises StoreError as that does.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        lock: Lock | None = None,
        problems: list[str] | None = None,
        since: Reached | None = None,
    ) -> None:
        super().__init__(path, lock=lock, problems=problems, since=since)
        self._seen: Tables = {}
        self._batch: Tables | None = None

    def read(self) -> Tables | None:
        """All tables, or None when there is nothing yet. Change what you get as you like.

        Documents are copies; the lists and dictionaries inside them refuse to be changed.
        """
        if self._batch is None:
            self._seen = self.fold.tables
        tables = self._seen if self._batch is None else self._batch
        return copied(tables) if tables else None

    def write(self, data: Tables) -> None:
        """Append what differs from what was last read. Durable on return; else StoreError."""
        if self._batch is not None:
            self._batch = data
            return
        with self._lock.hold():
            self.put("write", changes_between(self._seen, data))
            self._seen = self.fold.tables

    @contextmanager
    def batch(self, title: str, origin: Origin = NOBODY) -> Iterator[None]:
        """Make one act, and one line, of all that is written inside; of nothing if it raises."""
        with self._lock.hold():
            self._news(surely=True)
            self._batch = before = self._fold.tables
            try:
                yield
                after = self._batch
            finally:
                self._batch = None
            self.put(title, changes_between(before, after), origin)
