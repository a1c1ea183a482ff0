"""The entries of a project: folded while they are few, else looked up in the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from fr_reader.store import records, tables
from fr_reader.store.fold import Reached
from fr_reader.store.index import DoubtError, Index
from fr_reader.store.index_entries import Shelf, shelf_in, shelve
from fr_reader.store.lines import NOBODY, Origin
from fr_reader.store.lock import Lock
from fr_reader.store.protocol import Entry
from fr_reader.store.storage import JournalStorage
from fr_reader.store.tables import Records

T = TypeVar("T")


class Catalogue:
    """The entries in the journal at `path`.

    Of a large journal only what is newer than the index is folded; the rest, the shelf, is looked
    up. A journal in which anything is amiss is folded whole, so that it is told each time.
    Raises StoreError like the journal itself.
    """

    def __init__(self, path: Path, lock: Lock, problems: list[str], index: Index) -> None:
        self.path = path
        self._index = index
        self._lock, self._problems = lock, problems
        self._records = self._folded(None)
        self._failed: Records[Entry] | None = None
        self._shelf: Shelf | None = None
        self._opened = False
        self._checked: object = None
        self._all: tuple[object, object, dict[str, Entry]] = (None, None, {})

    @property
    def storage(self) -> JournalStorage:
        """The journal, as far as it is folded."""
        self._surely(self._recent)
        return self._records.storage

    def look(self) -> None:
        """See what is amiss with the journal, as far as that costs nothing."""
        self._records.look()

    def nothing(self) -> bool:
        """Whether there is surely no article."""
        return not self._records.large and not self.all()

    def get(self, article_id: str) -> Entry | None:
        """The entry with this id."""

        def find() -> Entry | None:
            recent = self._recent()
            if article_id in recent or self._shelf is None:
                return recent.get(article_id)
            return self._shelf.get(article_id)

        return self._surely(find)

    def with_text(self, sha256: str) -> Entry | None:
        """The first entry whose text has this hash."""

        def find() -> Entry | None:
            recent = self._recent()
            known = self._shelf.with_text(sha256) if self._shelf else None
            if known is not None and recent.get(known.id, known).sha256 == sha256:
                return recent.get(known.id, known)
            return next((entry for entry in recent.values() if entry.sha256 == sha256), None)

        return self._surely(find)

    def all(self) -> Mapping[str, Entry]:
        """Every entry by id, in the order added; not to be changed."""

        def find() -> dict[str, Entry]:
            recent = self._recent()
            if self._shelf is None:
                return recent
            shelf, of, known = self._all
            if shelf is not self._shelf or of is not recent:
                known = {**self._shelf.all(), **recent}
                self._all = (self._shelf, recent, known)
            return known

        return self._surely(find)

    def revised(self) -> tuple[Entry, ...]:
        """The entries of articles that had other texts before."""

        def find() -> tuple[Entry, ...]:
            recent = self._recent()
            known = self._shelf.revised() if self._shelf else ()
            of_shelf = [entry for entry in known if entry.id not in recent]
            return (*of_shelf, *(entry for entry in recent.values() if entry.earlier))

        return self._surely(find)

    def begin(self) -> None:
        """Make the file, if it is not there. Call with the lock held."""
        self._records.begin()

    def change(
        self, title: str, changes: Mapping[str, Entry | None], origin: Origin = NOBODY
    ) -> None:
        """Put entries, or remove those given as None, as one durable act."""
        self._surely(self._recent)
        if self._shelf is not None and None in changes.values():
            self._read_whole()
        (self._failed or self._records).change(title, changes, origin)

    def close(self) -> None:
        """Let go of the file."""
        self._records.close()

    def _folded(self, since: Reached | None) -> Records[Entry]:
        return Records(
            self.path,
            "articles",
            records.entry_of,
            records.document_of,
            self._lock,
            self._problems,
            since,
        )

    def _surely(self, find: Callable[[], T]) -> T:
        """What `find` finds: by the index, by the index as it is now, by the journal alone."""
        try:
            return find()
        except DoubtError:
            self._put_in_place(None, self._folded(None))
            self._opened = False
        try:
            return find()
        except DoubtError:
            self._read_whole()
        return find()

    def _recent(self) -> dict[str, Entry]:
        """The entries of what is folded, as they are now; without a shelf, all of them."""
        if not self._opened:
            self._opened = True
            shelf = shelf_in(self._index, self.path) if self._records.large else None
            if shelf is not None:
                self._put_in_place(shelf, self._folded(shelf.reached))
        recent = self._records.all()
        if recent is self._checked:
            return recent
        fold = self._records.storage.fold
        if self._shelf is not None and (fold.start != self._shelf.reached.end or fold.removed):
            self._read_whole()
        if fold.end - fold.start > tables.AT_ONCE:
            self._put_on_shelf()
        self._checked = self._records.all()
        return self._records.all()

    def _read_whole(self) -> None:
        self._put_in_place(None, self._folded(None))

    def _put_on_shelf(self) -> None:
        """Have the index hold what is folded, if nothing is amiss with the journal."""
        recent = self._records.all()
        reached = self._records.storage.reached
        if reached is None or recent is not self._records.all():
            return
        before = self._shelf
        shelf = shelve(
            self._index,
            reached,
            before,
            recent,
            lambda: {**before.all(), **recent} if before else recent,
        )
        self._put_in_place(shelf, self._folded(reached))

    def _put_in_place(self, shelf: Shelf | None, folded: Records[Entry]) -> None:
        """Go on with these; a journal that failed stays the one that refuses to be written."""
        if self._records.failed:
            self._failed = self._records
        self._records, self._shelf, self._checked = folded, shelf, None
