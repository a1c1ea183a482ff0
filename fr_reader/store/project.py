"""The store on disk: a project folder with a journal for each thing that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any

from fr_reader.model import (
    Act,
    Annotation,
    Annotations,
    Article,
    Codebook,
    Metadata,
    Record,
    Speakers,
    StoreError,
    visible,
)
from fr_reader.store.cabinet import Cabinet
from fr_reader.store.counts import Counts, tallies_of
from fr_reader.store.deed import Deed, new_id, numbered
from fr_reader.store.entries import entry_for, matching, unknown_article
from fr_reader.store.files import named
from fr_reader.store.history import history
from fr_reader.store.journal import IN_DOUBT, Mark
from fr_reader.store.lines import Origin, now
from fr_reader.store.lock import Lock
from fr_reader.store.manifest import make_project, no_project, read_manifest
from fr_reader.store.migrate import migrate
from fr_reader.store.naming import article_id, check_coder
from fr_reader.store.plan import ANNOTATIONS, Place, origin, plan
from fr_reader.store.protocol import Entry, Removed
from fr_reader.store.reserve import Reserve
from fr_reader.store.tables import Records
from fr_reader.store.texts import free_for, read_text, write_text
from fr_reader.store.trash import Trash


class ProjectStore:
    """A Store in a folder. Threads may share it; other processes may have it open too.

    `made` says whether opening it made the project.
    """

    def __init__(self, folder: Path, coder: str, name: str, lock: Lock) -> None:
        """Use `ProjectStore.open`."""
        self.folder = folder
        self.coder = coder
        self.name = name
        self.problems: list[str] = []
        self.made = False
        self._lock = lock
        self._one_thread = RLock()
        self._cabinet = Cabinet(folder, lock, self.problems)
        self._reserve = Reserve(folder)
        self._trash = Trash(folder)

    @classmethod
    def open(
        cls,
        folder: Path,
        coder: str,
        *,
        create: bool = True,
        first: Callable[[], Iterable[Article]] = tuple,
    ) -> ProjectStore:
        """Open the project in `folder`, making it if there is none and `create`.

        A project that is made begins with the articles `first` gives; one whose making was
        interrupted is made to its end. A project that may only be read opens too; then acts fail.
        Raises StoreError, and what `first` raises.
        """
        check_coder(coder)
        folder = Path(folder).absolute()
        lock = Lock(folder)
        manifest, made = read_manifest(folder), False
        if manifest is None and not create:
            raise no_project(folder)
        if manifest is None:
            manifest, made = make_project(
                folder, lock, lambda name: cls(folder, coder, name, lock)._fill(first())
            )
        manifest = migrate(folder, lock, manifest)
        store = cls(folder, coder, manifest.name, lock)
        store.made = made
        store.problems += filter(None, [manifest.problem])
        if store._trash.interrupted():
            with suppress(StoreError), lock.hold():
                store._trash.finish(store._put)
        store._cabinet.look()
        if create:
            with suppress(StoreError):
                store._begin()
        return store

    def _fill(self, articles: Iterable[Article]) -> None:
        self._begin()
        self.add_many(articles)
        self.close()

    def _begin(self) -> None:
        """Make the files every project has, where they are not there yet."""
        if not self._cabinet.begun():
            with self._lock.hold():
                self._cabinet.begin()
        self._reserve.keep()

    def entries(self) -> tuple[Entry, ...]:
        """The articles, in the order added."""
        with self._one_thread:
            return tuple(self._cabinet.entries.all().values())

    def article(self, article_id: str) -> Article:
        """The article with its text, which is verified."""
        with self._one_thread:
            entry = self._entry(article_id)
        text = read_text(self._cabinet.text_path(entry.id), entry.sha256)
        return Article(entry.id, text, entry.metadata, entry.source, entry.sha256)

    def find(self, words: str) -> tuple[Entry, ...]:
        """The articles in whose metadata each of these words occurs."""
        return matching(self.entries(), words)

    def add(self, article: Article) -> tuple[Entry, bool]:
        """Add an article; say whether it is new."""
        (added,) = self.add_many([article])
        return added

    def add_many(self, articles: Iterable[Article]) -> list[tuple[Entry, bool]]:
        """Add articles, all or none. The texts are on disk before their entries."""
        with self._one_thread, self._lock.hold():
            self._begin()
            new: dict[str, Entry] = {}
            added = [self._added(article, new) for article in articles]
            if new:
                title = f"add {len(new)} articles" if len(new) > 1 else f"add {next(iter(new))}"
                self._cabinet.entries.change(title, new, self._mine())
            return added

    def _added(self, article: Article, new: dict[str, Entry]) -> tuple[Entry, bool]:
        """The entry of an article among those known and `new`, which it joins, text written."""
        entries, text_path = self._cabinet.entries, self._cabinet.text_path
        there = next((entry for entry in new.values() if entry.sha256 == article.sha256), None)
        there = there or entries.with_text(article.sha256)
        if there is not None:
            return there, False

        def taken(name: str) -> bool:
            return (
                name in new
                or entries.get(name) is not None
                or not free_for(text_path(name), article.sha256)
            )

        entry = entry_for(replace(article, id=article_id(article.id, taken)))
        write_text(text_path(entry.id), article.text)
        new[entry.id] = entry
        return entry, True

    def update(self, article_id: str, metadata: Metadata) -> Entry:
        """Say anew what is known about an article."""
        with self._one_thread, self._lock.hold():
            entry = self._entry(article_id)
            if entry.metadata != metadata:
                entry = replace(entry, metadata=metadata)
                self._cabinet.entries.change(
                    f"describe {entry.id}", {entry.id: entry}, self._mine()
                )
            return entry

    def remove(self, article_id: str) -> str:
        """Move an article with all its annotations to the trash; its id there."""
        with self._one_thread, self._lock.hold():
            entry = self._entry(article_id)
            self._cabinet.forget(article_id)
            return self._trash.remove(entry, self.coder, self._put)

    def trash(self) -> tuple[Removed, ...]:
        """The articles in the trash, the last removed last."""
        return self._trash.items()

    def restore(self, trash_id: str) -> Entry:
        """Move an article back out of the trash, with its annotations."""
        with self._one_thread, self._lock.hold():
            return self._trash.restore(trash_id, self._cabinet.entries.all(), self._put)

    def empty_trash(self) -> int:
        """Delete what is in the trash for good."""
        with self._one_thread, self._lock.hold():
            return self._trash.empty()

    def _put(self, title: str, entries: Mapping[str, Entry | None]) -> None:
        self._cabinet.entries.change(title, entries, self._mine())

    def codebook(self) -> Codebook:
        """The codes."""
        with self._one_thread:
            codes = self._cabinet.codes.all()
            return (
                Codebook.of(codes.values()) if self._cabinet.codes.path.exists() else Codebook.of()
            )

    def speakers(self) -> Speakers:
        """The speakers."""
        with self._one_thread:
            return Speakers.of(self._cabinet.speakers.all().values())

    def annotations(self, article_id: str | None = None) -> Annotations:
        """The annotations of all coders, of one article or of every one."""
        with self._one_thread:
            if article_id is not None:
                self._entry(article_id)
            return Annotations.of(self._cabinet.annotations(article_id))

    def counts(self, article_id: str | None = None) -> Counts:
        """How many annotations of each kind there are, of one article or of every one."""
        if article_id is not None:
            return Counts.of([(article_id, tallies_of(self.annotations(article_id)))])
        return self._cabinet.ledger.counts(self._journal)

    def _journal(self, path: Path) -> Iterable[Annotation]:
        with self._one_thread:
            return tuple(self._cabinet.journal(path))

    def apply(self, act: Act) -> Act:
        """Do all an act says, or nothing; the act as it was done. It is on disk on return."""
        with self._one_thread, self._lock.hold():
            self._begin()
            self._cabinet.settle()
            act = numbered(act, lambda a: self._stored(Place(ANNOTATIONS, a.article)))
            steps, time = plan(act, self.coder, self._stored), now()
            done: list[tuple[Records[Any], Mark]] = []
            try:
                for step in steps:
                    kept = self._cabinet.place(step.place, self.coder)
                    told = origin(act, self.coder, time, step, steps)
                    done.append((kept, kept.change(act.title, step.changes, told)))
            except BaseException as error:
                stuck = [kept for kept, mark in reversed(done) if not kept.storage.rewind(mark)]
                if stuck and isinstance(error, StoreError):
                    raise StoreError(
                        f"{visible(act.title)!r} was not wholly saved, and "
                        f"{named(stuck[0].path)} may hold a part of it: {IN_DOUBT}"
                    ) from error
                raise
            return act

    def history(self, article_id: str | None = None, coder: str | None = None) -> Iterator[Deed]:
        """The acts done, on one article or on all, the last last."""
        return history(self.folder, article_id, coder)

    def close(self) -> None:
        """Let go of the files."""
        with self._one_thread:
            self._cabinet.close()

    def _mine(self) -> Origin:
        """The origin of an act on the articles' file."""
        return Origin(new_id(), self.coder)

    def _stored(self, place: Place) -> Mapping[str, Record]:
        if place.kind == ANNOTATIONS:
            self._entry(place.article)
        return self._cabinet.place(place, self.coder).all()

    def _entry(self, article_id: str) -> Entry:
        entry = self._cabinet.entries.get(article_id)
        if entry is None:
            raise unknown_article(article_id)
        return entry
