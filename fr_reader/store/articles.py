"""The articles of a project: their entries, and every text each of them has or had."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from fr_reader.model import Article
from fr_reader.store.catalogue import Catalogue
from fr_reader.store.entries import entry_for, unknown_article
from fr_reader.store.lines import Origin
from fr_reader.store.naming import article_id
from fr_reader.store.places import ARTICLES
from fr_reader.store.protocol import Entry
from fr_reader.store.revisions import no_revision, refuse_known, revised, text_name, text_names
from fr_reader.store.texts import clear, free_for, hash_at, read_text, write_text


class Articles:
    """The articles of the project in `folder`, whose entries are in `entries`.

    A text is on the disk before the entry that names it. Call what changes something with the
    project's lock held. Everything may raise StoreError.
    """

    def __init__(self, folder: Path, entries: Catalogue) -> None:
        self._texts = folder / ARTICLES
        self._entries = entries

    def entry(self, article_id: str) -> Entry:
        """The entry with this id. Raises StoreError where there is none."""
        entry = self._entries.get(article_id)
        if entry is None:
            raise unknown_article(article_id)
        return entry

    def article(self, entry: Entry) -> Article:
        """An article with its text, which is verified."""
        text = self._read(entry, entry.sha256)
        return Article(entry.id, text, entry.metadata, entry.source, entry.sha256)

    def revision(self, article_id: str, sha256: str) -> str:
        """A text the article has or had, verified. Raises StoreError where it never had it."""
        text = self.text_of(article_id, sha256)
        if text is None:
            raise no_revision(article_id)
        return text

    def text_of(self, article_id: str, sha256: str) -> str | None:
        """The same; None where the article never had such a text."""
        entry = self.entry(article_id)
        return self._read(entry, sha256) if sha256 in text_names(entry) else None

    def add(self, articles: Iterable[Article], origin: Origin) -> list[tuple[Entry, bool]]:
        """Add articles, all or none; say of each whether it is new."""
        new: dict[str, Entry] = {}
        added = [self._added(article, new) for article in articles]
        if new:
            title = f"add {len(new)} articles" if len(new) > 1 else f"add {next(iter(new))}"
            self._entries.change(title, new, origin)
        return added

    def _added(self, article: Article, new: dict[str, Entry]) -> tuple[Entry, bool]:
        """The entry of an article among those known and `new`, which it joins, text written."""
        there = next((entry for entry in new.values() if entry.sha256 == article.sha256), None)
        there = there or self._entries.with_text(article.sha256)
        if there is not None:
            return there, False

        def taken(name: str) -> bool:
            return (
                name in new
                or self._entries.get(name) is not None
                or not free_for(self._texts / text_name(name, 1), article.sha256)
            )

        entry = entry_for(replace(article, id=article_id(article.id, taken)))
        write_text(self._texts / text_name(entry.id, 1), article.text)
        new[entry.id] = entry
        return entry, True

    def revise(
        self,
        article_id: str,
        article: Article,
        made_on: Callable[[], Collection[str]],
        origin: Origin,
    ) -> Entry:
        """Take the text of `article` as the new revision of the article with this id.

        `made_on` gives the hashes of the texts that the annotations of the article were made on.
        """
        before = self.entry(article_id)
        there = self._entries.with_text(article.sha256)
        refuse_known(before, article.sha256, [there] if there else [])
        path, before = self._free(before, article.sha256, made_on)
        write_text(path, article.text, "the article was not revised")
        entry = revised(before, article)
        self._entries.change(f"revise {entry.id}", {entry.id: entry}, origin)
        return entry

    def _free(
        self, entry: Entry, sha256: str, made_on: Callable[[], Collection[str]]
    ) -> tuple[Path, Entry]:
        """Where the next text, with this hash, may be written, and the entry it follows.

        Another text may be there, whose revision was interrupted or whose entry was damaged. No
        text is written over: one that annotations were made on has been a revision and becomes one
        again, any other is set aside.
        """
        while True:
            path = self._texts / text_name(entry.id, entry.revision + 1)
            if free_for(path, sha256):
                return path, entry
            stray = hash_at(path)
            if stray is not None and stray in made_on():
                earlier = (*entry.earlier, entry.sha256)
                entry = replace(entry, sha256=stray, earlier=earlier)
            else:
                clear(path)

    def _read(self, entry: Entry, sha256: str) -> str:
        return read_text(self._texts / text_names(entry)[sha256], sha256)
