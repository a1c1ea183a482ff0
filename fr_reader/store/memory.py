"""A store that forgets: all in memory, for trying out and for tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, count
from typing import cast

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Act,
    Annotation,
    Annotations,
    Article,
    Change,
    Code,
    Codebook,
    Metadata,
    Record,
    Speaker,
    Speakers,
)
from fr_reader.store.carrying import Carried, Carrying, resting
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
from fr_reader.store.marks import Mark, by_article
from fr_reader.store.naming import article_id, check_coder
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS, Place, plan
from fr_reader.store.protocol import Astray, Entry, Removed
from fr_reader.store.revisions import no_revision, refuse_known, revised, text_names
from fr_reader.store.taking_back import refuse_used


class MemoryStore:
    """A Store without a disk."""

    def __init__(self, coder: str = "me", name: str = "memory") -> None:
        self.coder = check_coder(coder)
        self.name = name
        self.problems: list[str] = []
        self._articles: dict[str, tuple[Entry, Article]] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._carrying = Carrying(lambda article_id, sha256: self._texts.get((article_id, sha256)))
        self._done: dict[tuple[str, str], Mark] = {}
        self._history: list[Deed] = []
        self._trash: dict[str, tuple[Removed, Article, dict[str, Record]]] = {}
        self._places: dict[Place, dict[str, Record]] = {
            Place(CODES): {code.id: code for code in (CLAIM, CONCERN)},
            Place(SPEAKERS): {},
        }

    def entries(self) -> tuple[Entry, ...]:
        """The articles, in the order added."""
        return tuple(entry for entry, _ in self._articles.values())

    def entry(self, article_id: str) -> Entry:
        """One article without its text."""
        self._known(article_id)
        return self._articles[article_id][0]

    def article(self, article_id: str) -> Article:
        """The article with its text."""
        self._known(article_id)
        return self._articles[article_id][1]

    def revision(self, article_id: str, sha256: str) -> str:
        """A text the article has or had."""
        if sha256 not in text_names(self.entry(article_id)):
            raise no_revision(article_id)
        return self._texts[article_id, sha256]

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
        self._texts[entry.id, entry.sha256] = article.text
        return entry, True

    def revise(self, article_id: str, article: Article) -> Entry:
        """Take the text of `article` as the new revision of the article with this id."""
        entry = self.entry(article_id)
        refuse_known(entry, article.sha256, self.entries())
        entry = revised(entry, article)
        article = Article(entry.id, article.text, entry.metadata, entry.source, entry.sha256)
        self._articles[article_id] = entry, article
        self._texts[entry.id, entry.sha256] = article.text
        return entry

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

    def trashed(self) -> Mapping[str, int]:
        """How many annotations in the trash name each code and speaker."""
        kept = (record for _, _, records in self._trash.values() for record in records.values())
        named = ((a.code, a.speaker) for a in kept if isinstance(a, Annotation))
        return Counter(chain.from_iterable(named))

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
        return Annotations.of(a for _, carried in self._carried(article_id) for a in carried.placed)

    def latest(self, articles: int) -> tuple[Annotation, ...]:
        """What the coder made in the articles they worked on last, the last changed first."""
        own = (each for each in self.annotations() if each.coder == self.coder)
        found = sorted(own, key=lambda each: each.modified, reverse=True)
        names = list(dict.fromkeys(each.article for each in found))[:articles]
        return tuple(each for each in found if each.article in names)

    def astray(self, article_id: str | None = None) -> tuple[Astray, ...]:
        """The annotations that wait for somebody to say where they belong."""
        return tuple(a for _, carried in self._carried(article_id) for a in carried.astray)

    def _carried(self, article_id: str | None) -> Iterator[tuple[str, Carried]]:
        if article_id is not None:
            self._known(article_id)
        for place, records in self._places.items():
            if place.kind == ANNOTATIONS and article_id in (None, place.article):
                entry, _ = self._articles[place.article]
                kept = cast(Iterable[Annotation], records.values())
                yield (
                    entry.id,
                    self._carrying.of(kept, entry.sha256, partial(self.article, entry.id)),
                )

    def counts(self, article_id: str | None = None) -> Counts:
        """How many annotations of each kind there are, of one article or of every one."""
        found = self._carried(article_id)
        counts = Counts.of((name, tallies_of(carried.placed)) for name, carried in found)
        return counts.merged(self.codebook().merges(), self.speakers().merges())

    def done(self, coder: str | None = None) -> Mapping[str, frozenset[str]]:
        """The coders who are done with an article, by its id."""
        entries = {entry.id: entry for entry in self.entries()}
        marks = (m for m in self._done.values() if m.id in entries and m.holds(entries[m.id]))
        return by_article(marks, coder)

    def mark_done(self, article_id: str, done: bool) -> None:
        """Say that the coder is done with an article, or is not any more."""
        entry = self.entry(article_id)
        self._done.pop((self.coder, article_id), None)
        if done:
            self._done[self.coder, article_id] = Mark(article_id, self.coder, entry.sha256)

    def apply(self, act: Act) -> Act:
        """Do all an act says, or nothing; the act as it was done."""
        refuse_used(act, self)
        act = resting(act, self._raw, self._today)
        act = numbered(act, self._today)
        told = replace(act, changes=tuple(map(self._as_made, act.changes)))
        for step in plan(act, self.coder, self._stored):
            records = self._places.setdefault(step.place, {})
            for record_id, record in step.changes.items():
                if record is None:
                    records.pop(record_id, None)
                else:
                    records[record_id] = record
        if act.changes:
            self._history.append(Deed(now(), self.coder, told, articles_of(told)))
        return act

    def history(self, article_id: str | None = None, coder: str | None = None) -> Iterator[Deed]:
        """The acts done, the last last."""
        for deed in tuple(self._history):
            if deed.concerns(article_id, coder):
                yield deed

    def shared_history(
        self, kind: str, wanted: Callable[[str, bool], bool], coder: str | None = None
    ) -> Iterator[Deed]:
        """The acts on codes or speakers that are wanted, the last last."""
        such = Code if kind == CODES else Speaker
        for deed in self.history(None, coder):
            kinds = [isinstance(change.record, such) for change in deed.act.changes]
            if any(kinds) and wanted(deed.act.title, not all(kinds)):
                yield deed

    def close(self) -> None:
        """Nothing is held."""

    def _as_made(self, change: Change) -> Change:
        """A change of an annotation that was carried over, as of the one its coder made."""
        before = change.before
        if not isinstance(before, Annotation) or self._today(before).get(before.id) != before:
            return change
        made = self._raw(before).get(before.id)
        return replace(change, before=made) if isinstance(made, Annotation) else change

    def _raw(self, annotation: Annotation) -> Mapping[str, Record]:
        """The annotations beside one, as they were made."""
        return self._places.get(Place(ANNOTATIONS, annotation.article), {})

    def _today(self, annotation: Annotation) -> Mapping[str, Record]:
        """The annotations beside one, where they stand today; those astray as they were made."""
        return self._stored(Place(ANNOTATIONS, annotation.article))

    def _stored(self, place: Place) -> Mapping[str, Record]:
        if place.kind != ANNOTATIONS:
            return self._places.get(place, {})
        self._known(place.article)
        kept = self._places.get(place, {})
        return {**kept, **{a.id: a for _, c in self._carried(place.article) for a in c.placed}}

    def _known(self, article_id: str) -> None:
        if article_id not in self._articles:
            raise unknown_article(article_id)
