"""TinyDB over a journal, and the records in one of its tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from tinydb import TinyDB
from tinydb.table import Document, Table

from fr_reader.model import StoreError, visible
from fr_reader.store.files import cannot, named
from fr_reader.store.fold import Reached
from fr_reader.store.journal import Mark
from fr_reader.store.lines import HEADER, NOBODY, Documents, Origin
from fr_reader.store.lock import Lock
from fr_reader.store.storage import JournalStorage

AT_ONCE = 128 * 1024
"""A file of at most so many bytes, some hundred records, is read when its project is opened."""

R = TypeVar("R")
Fields = dict[str, Any]


class TextTable(Table):
    """A TinyDB table whose documents have text ids.

    It caches no queries: the cache would not hear of what another process has written.
    """

    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0


class Database(TinyDB):
    """A TinyDB over a journal, with text ids."""

    table_class = TextTable


def text_document(value: Fields, doc_id: str) -> Document:
    """A document with a text id, as TextTable takes it."""
    return Document(value, doc_id)  # type: ignore[arg-type]


class Records(Generic[R]):
    """The records of one file: a table of TinyDB, with what makes documents of records and back.

    `read` raises ValueError for a document that is not such a record. The file is read when its
    records are first asked for; with `since`, only what follows that.
    """

    def __init__(
        self,
        path: Path,
        table: str,
        read: Callable[[Fields], R],
        write: Callable[[R], Fields],
        lock: Lock,
        problems: list[str],
        since: Reached | None = None,
    ) -> None:
        self.path = path
        self._name = table
        self._read, self._write = read, write
        self._open: Callable[[], JournalStorage] = partial(
            JournalStorage, path, lock=lock, problems=problems, since=since
        )
        self._known: dict[str, R] = {}
        self._revision: object = None

    @cached_property
    def storage(self) -> JournalStorage:
        """The journal. Raises StoreError, as everything here that needs it does."""
        return self._open()

    @cached_property
    def _table(self) -> Table:
        database = Database(storage=lambda: self.storage)
        return database.table(self._name)

    def look(self) -> None:
        """Read the file if it is small, to know what is amiss; of a larger one, its beginning.

        Raises StoreError.
        """
        if not self.large or not self._headed():
            _ = self.storage

    @property
    def large(self) -> bool:
        """Whether the file is there and not to be read without need."""
        try:
            return self.path.stat().st_size > AT_ONCE
        except FileNotFoundError:
            return False
        except OSError as error:
            raise cannot("read", self.path, error, "see that it is a file you may read") from error

    def _headed(self) -> bool:
        try:
            with self.path.open("rb") as file:
                return file.read(len(HEADER)) == HEADER
        except OSError as error:
            raise cannot("read", self.path, error, "see that it is a file you may read") from error

    def all(self) -> dict[str, R]:
        """Every record by id, in the order they were made; not to be changed."""
        revision = self.storage.revision
        if revision != self._revision:
            self._known = {str(document.doc_id): self._record(document) for document in self._table}
            self._revision = revision
        return self._known

    def begin(self, changes: Mapping[str, R] | None = None) -> None:
        """Make the file, if it is not there, with these records. Call with the lock held."""
        if not self.path.exists():
            rows: Documents = {
                record_id: self._write(record) for record_id, record in (changes or {}).items()
            }
            self.storage.put(f"begin the {self._name}", {self._name: rows})

    def change(self, title: str, changes: Mapping[str, R | None], origin: Origin = NOBODY) -> Mark:
        """Put records, or remove those given as None, as one durable act.

        Returns where the journal stood before, for `storage.rewind`. Call with the lock held.
        """
        known = dict(self.all())
        documents: Documents = {}
        for record_id, record in changes.items():
            if record != known.get(record_id):
                documents[record_id] = None if record is None else self._write(record)
            if record is None:
                known.pop(record_id, None)
            else:
                known[record_id] = record
        mark = self.storage.put(title, {self._name: documents} if documents else {}, origin)
        self._known, self._revision = known, self.storage.revision
        return mark

    @property
    def failed(self) -> bool:
        """Whether the disk failed here, so that the file must stay open and untouched."""
        return "storage" in self.__dict__ and self.storage.failed

    def close(self) -> None:
        """Let go of the file."""
        if "storage" in self.__dict__:
            self.storage.close()

    def _record(self, document: Document) -> R:
        try:
            return self._read(document)
        except ValueError as error:
            raise StoreError(
                f"{named(self.path)} holds a record this fr-reader does not understand "
                f"({visible(str(document.doc_id))}: {error}): update fr-reader or restore a copy"
            ) from error
