"""Articles into a project: new ones added, known ones described anew, changed ones revised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property

from fr_reader.ingest import own_title
from fr_reader.intake.arrival import Arrival
from fr_reader.intake.carried import Carried
from fr_reader.model import Article, Metadata, StoreError
from fr_reader.model.describing import corrected
from fr_reader.store import Entry, Store
from fr_reader.store.predecessors import Known, predecessor
from fr_reader.text.wire import Copy, NearCopies, Signature


@dataclass(frozen=True, slots=True)
class Put:
    """What became of an article: its entry, whether it is new, what is now known otherwise.

    `carried` is what became of the annotations where it is a new revision; `earlier` says that
    its text is one the article had before, and then nothing was changed. Of a new article,
    `same_address` is the id of another one from the same address, and `copy` the one whose copy it
    seems to be.
    """

    entry: Entry
    new: bool = False
    changed: tuple[str, ...] = ()
    carried: Carried | None = None
    earlier: bool = False
    same_address: str = ""
    copy: Copy[str] | None = None


class Intake:
    """Takes articles into `store`, in one go or in several.

    A text that is new to the project becomes the next revision of the article it is one of: of
    none with `as_new`, of the article with the id `revises` where that is given. A file is never
    taken for the revision of one that was added or revised by the same intake. New articles are
    compared with those `compare` gives when they are first wanted, where there is such a function;
    `copies_in` reads the texts of all there are.
    """

    def __init__(
        self,
        store: Store,
        *,
        as_new: bool = False,
        revises: str | None = None,
        compare: Callable[[], NearCopies[str]] | None = None,
    ) -> None:
        self._store = store
        self._as_new, self._revises, self._compare = as_new, revises, compare
        self._fresh: set[str] = set()
        self._given: set[str] = set()
        self._compared: NearCopies[str] | None = None

    def put(self, read: Sequence[Arrival]) -> Iterator[Put]:
        """Take in what was read, and tell one by one what became of it.

        All the new ones are added at once, or none. Where the text of one is there already, what
        the file or its sidecar says about it takes the place of what was known; a file that says
        nothing changes nothing. Raises StoreError.
        """
        known_as = self._known_as([arrival.article for arrival in read])
        new = [a.article for a, there in zip(read, known_as, strict=True) if there is None]
        copies = self._copies() if new else None
        added = iter(self._store.add_many(new))
        for arrival, there in zip(read, known_as, strict=True):
            entry, is_new = next(added) if there is None else (self._store.entry(there), False)
            if is_new:
                done = self._added(entry, arrival.article, copies)
            elif arrival.article.sha256 == entry.sha256:
                done = self._described(arrival, self._store.entry(entry.id))
            elif arrival.article.sha256 in entry.earlier:
                done = Put(entry, earlier=True)
            else:
                done = self._revised(arrival, entry)
            if is_new or done.carried is not None:
                self._fresh.add(done.entry.id)
                self._known.put(done.entry)
            yield done

    def _added(self, entry: Entry, article: Article, copies: NearCopies[str] | None) -> Put:
        """An article that is new, and what of the project it is like."""
        before = self._known.at_address(entry.metadata.url) if entry.metadata.url else ()
        same = next((one.id for one in before if one.id != entry.id), "")
        if copies is None:
            return Put(entry, new=True, same_address=same)
        signature = Signature.of(article.text)
        copy = next(iter(copies.find(signature, but=entry.id)), None)
        copies.put(entry.id, signature)
        return Put(entry, new=True, same_address=same, copy=copy)

    def _known_as(self, articles: Sequence[Article]) -> list[str | None]:
        """For each text the id of the article it is, was or is to be a text of; None for a new
        article's."""
        if self._as_new:
            return [None] * len(articles)
        if self._revises is not None:
            return [self._store.entry(self._revises).id] * len(articles)
        there = [self._known.today(article.sha256) for article in articles]
        self._given |= {entry.id for entry in there if entry is not None}
        texts: dict[str, str | None] = {}
        for article, entry in zip(articles, there, strict=True):
            if article.sha256 in texts:
                continue
            found = entry or self._known.earlier(article.sha256)
            if found is None:
                found = predecessor(article, self._known, self._text, self._fresh, self._given)
                self._fresh |= {found.id} if found else set()
            texts[article.sha256] = found.id if found else None
        return [texts[article.sha256] for article in articles]

    @cached_property
    def _known(self) -> Known:
        """What is in the project; nothing is asked of it where every file is told what it is."""
        told = self._as_new or self._revises is not None
        return Known(() if told else self._store.entries())

    def _copies(self) -> NearCopies[str] | None:
        """What new articles are compared with."""
        if self._compared is None and self._compare is not None:
            self._compared = self._compare()
        return self._compared

    def _text(self, article_id: str) -> str | None:
        """The text of an article; None where it was altered, which a check tells of."""
        try:
            return self._store.article(article_id).text
        except StoreError:
            return None

    def _described(self, arrival: Arrival, entry: Entry) -> Put:
        before = _without_own_title(entry, arrival.article.text)
        known = corrected(before, arrival.article.metadata)
        if entry.metadata == known or not arrival.described:
            return Put(entry)
        changed = tuple(
            field.name
            for field in fields(Metadata)
            if getattr(entry.metadata, field.name) != getattr(known, field.name)
            and field.name != "origins"
        )
        return Put(self._store.update(entry.id, known), changed=changed)

    def _revised(self, arrival: Arrival, entry: Entry) -> Put:
        """Have what arrived as the next revision of the article with `entry`.

        A file that says nothing about it changes nothing but a title that was the text's own.
        Where the text of today was altered, nothing is revised before that is mended.
        """
        article, known = arrival.article, entry.metadata
        before = _without_own_title(entry, self._store.article(entry.id).text)
        if arrival.described:
            article = replace(article, metadata=corrected(before, article.metadata))
        else:
            title = before.title or article.metadata.title
            article = replace(article, metadata=replace(known, title=title))
        noted = self._store.annotations(entry.id)
        revised = self._store.revise(entry.id, article)
        if self._compared is not None:
            self._compared.put(entry.id, Signature.of(article.text))
        now, astray = self._store.annotations(entry.id), self._store.astray(entry.id)
        return Put(revised, carried=Carried.of(noted, now, astray))


def _without_own_title(entry: Entry, text: str) -> Metadata:
    """What is known of an article but a title that is the text's own, which nobody has given."""
    known = entry.metadata
    own = known.title == own_title(text, entry.source)
    return replace(known, title="") if own else known
