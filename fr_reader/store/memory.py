"""A store that forgets: all in memory, for trying out and for tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count
from typing import cast

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Act,
    Annotation,
    Annotations,
    Article,
    Code,
    Codebook,
    Metadata,
    Record,
    Speaker,
    Speakers,
)
from fr_reader.store.counts import Counts, tallies_of
from fr_reader.store.deed import Deed, articles_of, numbered
from fr_reader.store.entries import (
    entry_for,
    matching,
    not_in_trash,
    refuse_taken,
    unknown_article,
)
from fr_reader.store.lines import now
from fr_reader.store.naming import article_id, check_coder
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS, Place, plan
from fr_reader.store.protocol import Entry, Removed


class MemoryStore:
    """A Store without a disk."""

    def __init__(self, coder: str = "me", name: str = "memory") -> None:
        self.coder = check_coder(coder)
        self.name = name
        self.problems: list[str] = []
        self._articles: dict[str, tuple[Entry, Article]] = {}
        self._history: list[Deed] = []
        self._trash: dict[str, tuple[Removed, Article, dict[str, Record]]] = {}
        self._places: dict[Place, dict[str, Record]] = {
            Place(CODES): {code.id: code for code in (CLAIM, CONCERN)},
            Place(SPEAKERS): {},
        }

    def entries(self) -> tuple[Entry, ...]:
        """The articles, in the order added."""
        return tuple(entry for entry, _ in self._articles.values())

    def article(self, article_id: str) -> Article:
        """The article with its text."""
        self._known(article_id)
        return self._articles[article_id][1]

    def find(self, words: str) -> tuple[Entry, ...]:
        """The articles in whose metadata each of these words occurs."""
        return matching(self.entries(), words)

    def add_many(self, articles: Iterable[Article]) -> list[tuple[Entry, bool]]:
        """Add articles, all or none."""
        return [self.add(article) for article in tuple(articles)]

    def add(self, article: Article) -> tuple[Entry, bool]:
        """Add an article; say whether it is new."""
        for entry, _ in self._articles.values():
            if entry.sha256 == article.sha256:
                return entry, False
        article = replace(article, id=article_id(article.id, self._articles.__contains__))
        entry = entry_for(article)
        self._articles[article.id] = entry, article
        return entry, True

    def update(self, article_id: str, metadata: Metadata) -> Entry:
        """Say anew what is known about an article."""
        self._known(article_id)
        entry, article = self._articles[article_id]
        entry = replace(entry, metadata=metadata)
        self._articles[article_id] = entry, replace(article, metadata=metadata)
        return entry

    def remove(self, article_id: str) -> str:
        """Move an article with all its annotations to the trash; its id there."""
        self._known(article_id)
        names = chain([article_id], (f"{article_id}.{number}" for number in count(2)))
        name = next(name for name in names if name not in self._trash)
        place = Place(ANNOTATIONS, article_id)
        entry, article = self._articles.pop(article_id)
        removed = Removed(name, entry, now(), self.coder)
        self._trash[name] = removed, article, self._places.pop(place, {})
        return name

    def trash(self) -> tuple[Removed, ...]:
        """The articles in the trash, the last removed last."""
        return tuple(removed for removed, _, _ in self._trash.values())

    def restore(self, trash_id: str) -> Entry:
        """Move an article back out of the trash, with its annotations."""
        if trash_id not in self._trash:
            raise not_in_trash(trash_id)
        removed, article, records = self._trash[trash_id]
        refuse_taken(removed.entry, self.entries())
        del self._trash[trash_id]
        self._articles[article.id] = removed.entry, article
        self._places[Place(ANNOTATIONS, article.id)] = records
        return removed.entry

    def empty_trash(self) -> int:
        """Forget what is in the trash."""
        emptied = len(self._trash)
        self._trash.clear()
        return emptied

    def codebook(self) -> Codebook:
        """The codes."""
        return Codebook.of(cast(Mapping[str, Code], self._places[Place(CODES)]).values())

    def speakers(self) -> Speakers:
        """The speakers."""
        return Speakers.of(cast(Mapping[str, Speaker], self._places[Place(SPEAKERS)]).values())

    def annotations(self, article_id: str | None = None) -> Annotations:
        """The annotations of one article or of every one."""
        if article_id is not None:
            self._known(article_id)
        return Annotations.of(
            cast(Annotation, record)
            for place, records in self._places.items()
            if place.kind == ANNOTATIONS and article_id in (None, place.article)
            for record in records.values()
        )

    def counts(self, article_id: str | None = None) -> Counts:
        """How many annotations of each kind there are, of one article or of every one."""
        by_article: dict[str, list[Annotation]] = {}
        for annotation in self.annotations(article_id):
            by_article.setdefault(annotation.article, []).append(annotation)
        return Counts.of((name, tallies_of(some)) for name, some in by_article.items())

    def apply(self, act: Act) -> Act:
        """Do all an act says, or nothing; the act as it was done."""
        act = numbered(act, lambda a: self._stored(Place(ANNOTATIONS, a.article)))
        for step in plan(act, self.coder, self._stored):
            records = self._places.setdefault(step.place, {})
            for record_id, record in step.changes.items():
                if record is None:
                    records.pop(record_id, None)
                else:
                    records[record_id] = record
        if act.changes:
            self._history.append(Deed(now(), self.coder, act, articles_of(act)))
        return act

    def history(self, article_id: str | None = None, coder: str | None = None) -> Iterator[Deed]:
        """The acts done, the last last."""
        for deed in tuple(self._history):
            if deed.concerns(article_id, coder):
                yield deed

    def close(self) -> None:
        """Nothing is held."""

    def _stored(self, place: Place) -> Mapping[str, Record]:
        if place.kind == ANNOTATIONS:
            self._known(place.article)
        return self._places.get(place, {})

    def _known(self, article_id: str) -> None:
        if article_id not in self._articles:
            raise unknown_article(article_id)
