"""TinyDB over a journal, and the records in one of its tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from tinydb import TinyDB
from tinydb.table import Document, Table

from fr_reader.model import StoreError, visible
from fr_reader.store.files import named
from fr_reader.store.journal import JournalStorage, Mark
from fr_reader.store.lines import NOBODY, Origin
from fr_reader.store.lock import Lock

R = TypeVar("R")
Fields = dict[str, Any]


class TextTable(Table):
    """A TinyDB table whose documents have text ids.

    It caches no queries: the cache would not hear of what another process has written.
    """

    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0


class Journal(TinyDB):
    """A TinyDB over a journal, with text ids."""

    table_class = TextTable


def text_document(value: Fields, doc_id: str) -> Document:
    """A document with a text id, as TextTable takes it."""
    return Document(value, doc_id)  # type: ignore[arg-type]


class Records(Generic[R]):
    """The records of one file: a table of TinyDB, with what makes documents of records and back.

    `read` raises ValueError for a document that is not such a record.
    """

    def __init__(
        self,
        path: Path,
        table: str,
        read: Callable[[Fields], R],
        write: Callable[[R], Fields],
        lock: Lock,
        problems: list[str],
    ) -> None:
        self.path = path
        self.storage = JournalStorage(path, lock=lock, problems=problems)
        self._database = Journal(storage=lambda: self.storage)
        self._table = self._database.table(table)
        self._name = table
        self._read, self._write = read, write
        self._known: dict[str, R] = {}
        self._revision: object = None

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
            rows = {record_id: self._write(record) for record_id, record in (changes or {}).items()}
            with self.storage.batch(f"begin the {self._name}"):
                self.storage.write({self._name: rows})

    def change(self, title: str, changes: Mapping[str, R | None], origin: Origin = NOBODY) -> Mark:
        """Put records, or remove those given as None, as one durable act.

        Returns where the journal stood before, for `storage.rewind`. Call with the lock held.
        """
        known = dict(self.all())
        mark = self.storage.mark()
        with self.storage.batch(title, origin):
            for record_id, record in changes.items():
                self._put(record_id, record, there=record_id in known)
                if record is None:
                    known.pop(record_id, None)
                else:
                    known[record_id] = record
        self._known, self._revision = known, self.storage.revision
        return mark

    def _put(self, record_id: str, record: R | None, *, there: bool) -> None:
        ids: Any = [record_id]
        if record is not None and there:
            self._table.update(self._write(record), doc_ids=ids)
        elif record is not None:
            self._table.insert(text_document(self._write(record), record_id))
        elif there:
            self._table.remove(doc_ids=ids)

    @property
    def failed(self) -> bool:
        """Whether the disk failed here, so that the file must stay open and untouched."""
        return self.storage.failed

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _record(self, document: Document) -> R:
        try:
            return self._read(document)
        except ValueError as error:
            raise StoreError(
                f"{named(self.path)} holds a record this fr-reader does not understand "
                f"({visible(str(document.doc_id))}: {error}): update fr-reader or restore a copy"
            ) from error
