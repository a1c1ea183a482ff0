"""Where the annotations of a project stand in the texts its articles have today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import cast

from fr_reader.model import Act, Annotation, Record
from fr_reader.store.articles import Articles
from fr_reader.store.cabinet import Cabinet
from fr_reader.store.carrying import Carried, Carrying, resting
from fr_reader.store.counts import Tallies, tallies_of
from fr_reader.store.deed import numbered
from fr_reader.store.plan import ANNOTATIONS, Place, Step, plan
from fr_reader.store.protocol import Astray, Entry


class Standing:
    """The annotations in a cabinet, carried over to the present texts of `articles`.

    Of an article that was never revised they stand where they were made, and nothing is asked of
    its text. Everything may raise StoreError.
    """

    def __init__(self, cabinet: Cabinet, articles: Articles) -> None:
        self._cabinet = cabinet
        self._articles = articles
        self._carrying = Carrying(articles.text_of)

    def annotations(self, article_id: str | None) -> Iterator[Annotation]:
        """Those that stand in the text of one article, or of every one."""
        for entry in self._annotated() if article_id is None else [self._entry(article_id)]:
            yield from self._carried(entry).placed

    def astray(self, article_id: str | None) -> tuple[Astray, ...]:
        """Those of one article, or of every one that was revised, that are not surely there."""
        revised = self._cabinet.entries.revised
        entries = revised() if article_id is None else [self._entry(article_id)]
        found = [each for entry in entries for each in self._carried(entry).astray]
        return tuple(sorted(found, key=lambda each: each.annotation.created))

    def tallies(self, article_id: str) -> Tallies:
        """How many of each kind stand in the text of an article; none where it is gone."""
        entry = self._cabinet.entries.get(article_id)
        return tallies_of(self._carried(entry).placed) if entry is not None else ()

    def revised(self) -> dict[str, str]:
        """The hashes of the texts of the articles that had others before, by id."""
        return {entry.id: entry.sha256 for entry in self._cabinet.entries.revised()}

    def steps(self, act: Act, coder: str) -> tuple[Act, list[Step]]:
        """An act as it is done now, and its steps. Raises StoreError where it cannot be."""
        stored = cache(partial(self._stored, coder=coder))

        def today(annotation: Annotation) -> Mapping[str, Record]:
            return stored(Place(ANNOTATIONS, annotation.article))

        def raw(annotation: Annotation) -> Mapping[str, Record]:
            return self._raw(Place(ANNOTATIONS, annotation.article), coder)

        act = numbered(resting(act, raw, today), today)
        return act, plan(act, coder, stored)

    def made_on(self, article_id: str) -> frozenset[str]:
        """The hashes of the texts that the annotations of an article were made on."""
        annotations = self._cabinet.annotations(article_id)
        return frozenset(anchor.sha256 for each in annotations for anchor in each.anchors)

    def _stored(self, place: Place, coder: str) -> Mapping[str, Record]:
        """What a place holds, where it stands today; what is astray as it was made."""
        kept = self._raw(place, coder)
        if place.kind != ANNOTATIONS or not self._entry(place.article).earlier:
            return kept
        made = cast(Mapping[str, Annotation], kept).values()
        placed = self._carried(self._entry(place.article), made).placed
        return {**kept, **{each.id: each for each in placed}}

    def _raw(self, place: Place, coder: str) -> Mapping[str, Record]:
        if place.kind == ANNOTATIONS:
            self._entry(place.article)
        return self._cabinet.place(place, coder).all()

    def _carried(self, entry: Entry, made: Iterable[Annotation] | None = None) -> Carried:
        """What became of annotations of an article, of all coders where none are given."""
        kept = self._cabinet.annotations(entry.id) if made is None else made
        return self._carrying.of(kept, entry.sha256, partial(self._articles.article, entry))

    def _annotated(self) -> Iterator[Entry]:
        """The articles that have annotations; not those just moved to the trash."""
        entries = self._cabinet.entries.all()
        names = self._cabinet.annotated()
        return (entries[name] for name in names if name in entries)

    def _entry(self, article_id: str) -> Entry:
        return self._articles.entry(article_id)
