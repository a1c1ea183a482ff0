"""The store on disk: a project folder with a journal for each thing that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Self

from fr_reader.model import (
    Act,
    Annotation,
    Annotations,
    Article,
    Codebook,
    Metadata,
    Speakers,
    StoreError,
)
from fr_reader.store.articles import Articles
from fr_reader.store.cabinet import Cabinet
from fr_reader.store.census import Census
from fr_reader.store.counts import Counts
from fr_reader.store.deed import Deed, new_id
from fr_reader.store.digest import Digest
from fr_reader.store.digest_source import CabinetSource
from fr_reader.store.entries import matching
from fr_reader.store.git_files import prepare
from fr_reader.store.lines import Origin
from fr_reader.store.lock import Lock
from fr_reader.store.manifest import manifest_of
from fr_reader.store.marks import Marks, by_article
from fr_reader.store.naming import check_coder
from fr_reader.store.places import last_changed
from fr_reader.store.protocol import Astray, Entry, Removed
from fr_reader.store.reserve import Reserve
from fr_reader.store.saving import save
from fr_reader.store.standing import Standing
from fr_reader.store.taking_back import refuse_used
from fr_reader.store.trash import Trash


class ProjectStore:
    """A Store in a folder. Threads may share it; other processes may have it open too.

    `made` says whether opening it made the project, `digest` remembers what others make of it.
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
        self._marks = Marks(folder, lock, self.problems)
        self._trash = Trash(folder)
        self._articles = Articles(folder, self._cabinet.entries)
        self._standing = Standing(self._cabinet, self._articles)
        self._census = Census(self._cabinet, self._standing, self._one_thread)
        self.digest = Digest(folder, CabinetSource(self._cabinet, self._one_thread))

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
        manifest, made = manifest_of(
            folder, lock, lambda name: cls(folder, coder, name, lock)._fill(first()), create=create
        )
        store = cls(folder, coder, manifest.name, lock)
        store.made = made
        store.problems += filter(None, [manifest.problem])
        if store._trash.interrupted():
            with suppress(StoreError), lock.hold():
                store._trash.finish(store._put)
        store._cabinet.look()
        if create:
            with suppress(StoreError, OSError):
                store._begin()
                prepare(folder)
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

    @property
    def whole(self) -> Self:
        """This store: it hides nothing."""
        return self

    def entries(self) -> tuple[Entry, ...]:
        """The articles, in the order added."""
        with self._one_thread:
            return tuple(self._cabinet.entries.all().values())

    def entry(self, article_id: str) -> Entry:
        """One article without its text."""
        with self._one_thread:
            return self._articles.entry(article_id)

    def article(self, article_id: str) -> Article:
        """The article with its text, which is verified."""
        return self._articles.article(self.entry(article_id))

    def revision(self, article_id: str, sha256: str) -> str:
        """A text the article has or had, which is verified."""
        with self._one_thread:
            return self._articles.revision(article_id, sha256)

    def find(self, words: str) -> tuple[Entry, ...]:
        """The articles in whose metadata each of these words occurs."""
        return matching(self.entries(), words)

    def add(self, article: Article) -> tuple[Entry, bool]:
        """Add an article; say whether it is new."""
        (added,) = self.add_many([article])
        return added

    def add_many(self, articles: Iterable[Article]) -> list[tuple[Entry, bool]]:
        """Add articles, all or none. The texts are on disk before their entries."""
        with self._writing():
            return self._articles.add(articles, self._mine())

    def revise(self, article_id: str, article: Article) -> Entry:
        """Take the text of `article` as the new revision of the article with this id."""
        with self._writing():
            made_on = partial(self._standing.made_on, article_id)
            return self._articles.revise(article_id, article, made_on, self._mine())

    def update(self, article_id: str, metadata: Metadata) -> Entry:
        """Say anew what is known about an article."""
        with self._writing():
            entry = self._articles.entry(article_id)
            if entry.metadata != metadata:
                entry = replace(entry, metadata=metadata)
                self._put(f"describe {entry.id}", {entry.id: entry})
            return entry

    def remove(self, article_id: str) -> str:
        """Move an article with all its annotations to the trash; its id there."""
        with self._writing():
            entry = self._articles.entry(article_id)
            self._cabinet.forget(article_id)
            return self._trash.remove(entry, self.coder, self._put)

    def trash(self) -> tuple[Removed, ...]:
        """The articles in the trash, the last removed last."""
        if self._trash.interrupted():
            with suppress(StoreError), self._writing():
                pass
        items, moving = self._trash.items(), self._trash.moving()
        known = self._cabinet.entries.get
        with self._one_thread:  # what is still, or again, in the project is not there
            return tuple(i for i in items if i.id != moving or known(i.entry.id) is None)

    def trashed(self) -> Mapping[str, int]:
        """How many annotations in the trash name each code and speaker."""
        return self._trash.uses()

    def restore(self, trash_id: str) -> Entry:
        """Move an article back out of the trash, with its annotations."""
        with self._writing():
            return self._trash.restore(trash_id, self._cabinet.entries.all(), self._put)

    def empty_trash(self) -> int:
        """Delete what is in the trash for good."""
        with self._writing():
            return self._trash.empty()

    def _put(self, title: str, entries: Mapping[str, Entry | None]) -> None:
        self._cabinet.entries.change(title, entries, self._mine())
        self._cabinet.entries.storage.settle()  # it may have been so already, by one who died

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
        """The annotations of all coders, of one article or of every one, where they stand today."""
        with self._one_thread:
            return Annotations.of(self._standing.annotations(article_id))

    def latest(self, articles: int) -> tuple[Annotation, ...]:
        """What the coder made in the articles they worked on last, the last changed first."""
        names = last_changed(self.folder, self.coder, articles)
        with self._one_thread:
            known = [name for name in names if self._cabinet.entries.get(name) is not None]
            kept = [each for name in known for each in self._standing.annotations(name)]
        own = (each for each in kept if each.coder == self.coder)
        return tuple(sorted(own, key=lambda each: each.modified, reverse=True))

    def astray(self, article_id: str | None = None) -> tuple[Astray, ...]:
        """The annotations that wait for somebody to say where they belong."""
        with self._one_thread:
            return self._standing.astray(article_id)

    def counts(self, article_id: str | None = None) -> Counts:
        """How many annotations of each kind there are, of one article or of every one."""
        merges = self.codebook().merges(), self.speakers().merges()
        return self._census.counts(article_id).merged(*merges)

    def done(self, coder: str | None = None) -> Mapping[str, frozenset[str]]:
        """The coders who are done with an article, by its id."""
        with self._one_thread:
            known = self._cabinet.entries.get
            marks = ((mark, known(mark.id)) for mark in self._marks.all(coder))
            return by_article((m for m, entry in marks if entry and m.holds(entry)), coder)

    def mark_done(self, article_id: str, done: bool) -> None:
        """Say that the coder is done with an article, or is not any more."""
        with self._writing(surely=False):
            entry = self._articles.entry(article_id)
            self._cabinet.settle()
            self._marks.put(entry, self.coder, self._mine(), done=done)

    def apply(self, act: Act) -> Act:
        """Do all an act says, or nothing; the act as it was done. It is on disk on return."""
        with self._writing(surely=False):
            self._cabinet.settle()
            refuse_used(act, self)
            act, steps = self._standing.steps(act, self.coder)
            save(self._cabinet, act, self.coder, steps)
            return act

    def history(self, article_id: str | None = None, coder: str | None = None) -> Iterator[Deed]:
        """The acts done, on one article or on all, the last last."""
        from fr_reader.store.history import history  # noqa: PLC0415 - seldom asked for

        return history(self.folder, article_id, coder)

    def shared_history(
        self, kind: str, wanted: Callable[[str, bool], bool], coder: str | None = None
    ) -> Iterator[Deed]:
        """The acts on codes or speakers that are wanted, the last last."""
        from fr_reader.store.history import shared_history  # noqa: PLC0415 - as above

        return shared_history(self.folder, kind, wanted, coder)

    def close(self) -> None:
        """Let go of the files."""
        with self._one_thread:
            self._cabinet.close()
            self._marks.close()

    def _mine(self) -> Origin:
        """The origin of an act on the articles' file."""
        return Origin(new_id(), self.coder)

    @contextmanager
    def _writing(self, *, surely: bool = True) -> Iterator[None]:
        """While the project is this thread's alone; a move to or from the trash that was
        interrupted is brought to its end first, `surely` where articles are written."""
        with self._one_thread, self._lock.hold():
            self._begin()
            try:
                self._trash.finish(self._put)
            except StoreError:
                if surely:
                    raise
            yield
