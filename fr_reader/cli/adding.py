"""Articles into a project: new ones added, known ones described anew, changed ones revised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path

from fr_reader.cli.carried import Carried
from fr_reader.cli.standard_input import STDIN
from fr_reader.ingest import described, own_title
from fr_reader.model import Article, Metadata, StoreError
from fr_reader.store import Entry, Store
from fr_reader.store.predecessors import Known, predecessor


@dataclass(frozen=True, slots=True)
class Put:
    """What became of an article: its entry, whether it is new, what is now known otherwise.

    `carried` is what became of the annotations where it is a new revision; `earlier` says that
    its text is one the article had before, and then nothing was changed.
    """

    entry: Entry
    new: bool = False
    changed: tuple[str, ...] = ()
    carried: Carried | None = None
    earlier: bool = False


class Intake:
    """Takes articles into `store`, in one go or in several.

    A text that is new to the project becomes the next revision of the article it is one of: of
    none with `as_new`, of the article with the id `revises` where that is given. A file is never
    taken for the revision of one that was added or revised by the same intake.
    """

    def __init__(self, store: Store, *, as_new: bool = False, revises: str | None = None) -> None:
        self._store = store
        self._as_new, self._revises = as_new, revises
        self._fresh: set[str] = set()
        self._given: set[str] = set()

    def put(self, read: Sequence[tuple[Path, Article]]) -> Iterator[Put]:
        """Take in articles, read from these paths, and tell one by one what became of them.

        All the new ones are added at once, or none. Where the text of one is there already, what
        the file or its sidecar says about it takes the place of what was known; a file that says
        nothing changes nothing. Raises StoreError.
        """
        known_as = self._known_as([article for _, article in read])
        new = [a for (_, a), there in zip(read, known_as, strict=True) if there is None]
        added = iter(self._store.add_many(new))
        for (path, article), there in zip(read, known_as, strict=True):
            entry, is_new = next(added) if there is None else (self._store.entry(there), False)
            if is_new:
                done = Put(entry, new=True)
            elif article.sha256 == entry.sha256:
                done = self._described(path, article, self._store.entry(entry.id))
            elif article.sha256 in entry.earlier:
                done = Put(entry, earlier=True)
            else:
                done = self._revised(path, article, entry)
            if is_new or done.carried is not None:
                self._fresh.add(done.entry.id)
                self._known.put(done.entry)
            yield done

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

    def _text(self, article_id: str) -> str | None:
        """The text of an article; None where it was altered, which a check tells of."""
        try:
            return self._store.article(article_id).text
        except StoreError:
            return None

    @staticmethod
    def _described_by(path: Path, article: Article) -> bool:
        return str(path) != STDIN and described(path, article)

    def _described(self, path: Path, article: Article, entry: Entry) -> Put:
        if entry.metadata == article.metadata or not self._described_by(path, article):
            return Put(entry)
        changed = tuple(
            field.name
            for field in fields(Metadata)
            if getattr(entry.metadata, field.name) != getattr(article.metadata, field.name)
        )
        return Put(self._store.update(entry.id, article.metadata), changed=changed)

    def _revised(self, path: Path, article: Article, entry: Entry) -> Put:
        """Have `article` as the next revision of the one with `entry`.

        A file that says nothing about it changes nothing but a title that was the text's own.
        Where the text of today was altered, nothing is revised before that is mended.
        """
        old, title = self._store.article(entry.id), entry.metadata.title
        if not self._described_by(path, article):
            if title == own_title(old.text, entry.source):
                title = article.metadata.title
            article = replace(article, metadata=replace(entry.metadata, title=title))
        before = self._store.annotations(entry.id)
        revised = self._store.revise(entry.id, article)
        now, astray = self._store.annotations(entry.id), self._store.astray(entry.id)
        return Put(revised, carried=Carried.of(before, now, astray))
