"""The digest: what somebody makes of each article, remembered, and what all of it comes to.

It knows nothing of what it remembers but a value an article and whole numbers under names, which
are added up. Like the index it is rebuildable and never the truth: an article is made anew where a
journal of it, its text or what is known about it is not as it was, and everything read is checked
against a hash, up to the one of the root.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Protocol, TypeVar

from fr_reader.store import ledger, listing
from fr_reader.store.digest_copies import grouped
from fr_reader.store.digest_root import GROUPS, NOTHING, PATHS, SUMS, Copies, Made, Root
from fr_reader.store.digest_rows import Rows, unpacked
from fr_reader.store.index import DoubtError
from fr_reader.store.listing import UNKNOWN, Stamp
from fr_reader.store.sums import Sums, minus, plus
from fr_reader.text.sketches import Group, Sketches, groups

T = TypeVar("T")

BATCH = 4096
"""So many articles are made before they are saved, so that a build cut short is gone on with."""
SOME = 32
"""Up to so many changed articles, the copies among all are kept up to date; of more, found anew."""


class Maker(Protocol):
    """Makes what is remembered.

    `form` tells it from what another maker, or another version of it, makes.
    """

    form: str

    def make(self, article_id: str, /) -> Made:
        """What is to be remembered of an article. May raise StoreError."""
        ...

    def alike(self, one: str, other: str, /) -> bool:
        """Whether the texts of two articles are copies. May raise StoreError."""
        ...

    def together(self, values: Mapping[str, bytes], /) -> Sums:
        """What articles come to together that are copies of one another, by their values. May
        raise StoreError."""
        ...

    def outdated(self, sums: Sums, /) -> Callable[[Sums], bool] | None:
        """Which articles are to be made anew, by their sums, though nothing of them was changed;
        None where, by the sums of all, none is."""
        ...


class Source(Protocol):
    """What is asked of the project. Everything may raise StoreError."""

    def stamp(self) -> Stamp:
        """The stamp of the file with what is known about the articles."""
        ...

    def known(self, article_id: str, /) -> str:
        """Something else whenever the text of an article or what is known about it is; empty where
        there is no such article."""
        ...

    def all_known(self) -> Mapping[str, str]:
        """The same of every article."""
        ...

    def sound(self, article_id: str, /) -> bool:
        """Whether there is nothing amiss with its journals, which were just read."""
        ...


class Digest:
    """The digest of the project in `folder`. Threads may share it."""

    def __init__(self, folder: Path, source: Source) -> None:
        self._folder = folder / "annotations"
        self._source = source
        self._rows = Rows(folder)
        self._one_thread = Lock()
        self._root: Root | None = None

    def sums(self, maker: Maker, *, once: bool = False) -> Sums | None:
        """What all articles come to today; with `once`, those that are copies of one another come
        to what they do together. Not to be changed. None where there are so few that they need no
        digest, or it cannot be had. Raises StoreError."""
        with self._one_thread:
            return self._surely(lambda: _sums(self._today(maker), once))

    def last(self, maker: Maker, *, once: bool = False) -> Sums | None:
        """The same as it was counted last, whatever was changed since; None also where that is
        not known yet."""
        with self._one_thread:
            try:
                if self._root is None or self._root.form != maker.form:
                    self._root = self._rows.root(maker.form)
                root = self._root
                return _sums(root, once) if root and root.copies.known else None
            except DoubtError:
                self._root = None
                return None

    def groups(self, maker: Maker) -> list[Group] | None:
        """The articles that are copies of one another; None as above. Raises StoreError."""
        with self._one_thread:
            return self._surely(lambda: list(self._today(maker).copies.groups))

    def groups_among(self, maker: Maker, ids: Collection[str]) -> list[Group] | None:
        """The same where there are only these articles. Raises StoreError."""
        with self._one_thread:
            known = self._surely(lambda: self._rows.sketches(self._today(maker)))
        if known is None:
            return None
        return groups(Sketches({own: known[own] for own in ids if own in known}), maker.alike)

    def values(self, maker: Maker, ids: Iterable[str]) -> Iterator[tuple[str, bytes]] | None:
        """The value of each of these articles that has one, in their order; None as above. Raises
        StoreError."""
        wanted = list(ids)
        with self._one_thread:
            rows = self._surely(lambda: self._rows.packed(self._today(maker), wanted))
        if rows is None:
            return None
        return unpacked({own: rows[own] for own in wanted if own in rows})

    def _surely(self, find: Callable[[], T]) -> T | None:
        """What is found with what is remembered, or, where that is in doubt, once more."""
        for _ in range(2):
            if self._root is None and not self._rows.there() and self._few():
                return None
            try:
                found = find()
            except DoubtError:
                self._root = None
            except BaseException:
                self._root = None
                raise
            else:
                if self._root is not None and self._root.news:
                    self._root = None
                return found
        return None

    def _few(self) -> bool:
        return len(listing.articles(self._folder)) <= ledger.FEW

    def _today(self, maker: Maker) -> Root:
        """The root with everything that was changed made anew."""
        root = self._root
        if root is None or root.form != maker.form:
            root = self._root = self._rows.root(maker.form) or Root(maker.form)
        there = self._rows.listing(root)
        stamp, home = self._source.stamp(), listing.stamp_of(self._folder)
        changed = there.changed(self._folder)
        if stamp != root.entries or stamp == UNKNOWN:
            changed |= self._differing(root)
        if outdated := maker.outdated(root.sums):
            changed |= self._rows.where(root, outdated)
        if len(changed) > SOME:
            root.copies = Copies()
            root.stale.add(SUMS)
            root.stale.add(GROUPS)
        waiting = iter(sorted(changed))
        while batch := list(islice(waiting, BATCH)):
            self._renew(root, batch, maker)
            if root.copies.known:
                grouped(self._rows, root, maker, batch)
            self._rows.save(root)
        if not root.copies.known:
            grouped(self._rows, root, maker)
            self._rows.save(root)
        if (stamp, home) != (root.entries, there.home):
            root.entries, there.home = stamp, home
            self._rows.save(root)
        return root

    def _differing(self, root: Root) -> set[str]:
        """The articles of which something else is known now."""
        articles, known = self._rows.articles(root), self._source.all_known()
        return {own for own, (was, *_) in articles.items() if known.get(own, "") != was}

    def _renew(self, root: Root, articles: list[str], maker: Maker) -> None:
        """Make articles anew."""
        root.sums = {kind: dict(rows) for kind, rows in root.sums.items()}  # others hold the old
        before = self._rows.get(root, articles)
        found = {own: listing.journals(self._folder, own) for own in articles}
        for own in articles:
            known = self._source.known(own) if found[own] else ""
            made = maker.make(own) if known and len(found[own]) > 1 else NOTHING
            if known and not self._source.sound(own):
                found[own] = listing.in_doubt(found[own])
            self._take_off(root, before.get(own, NOTHING))
            plus(root.sums, made.sums)
            self._rows.put(root, own, known, made, keep=bool(found[own]))
        if self._rows.listing(root).put(found):
            root.stale.add(PATHS)
        root.stale.add(SUMS)

    def _take_off(self, root: Root, made: Made) -> None:
        """Count what was made of an article no longer. Raises DoubtError where it never was."""
        try:
            minus(root.sums, made.sums)
        except KeyError:
            self._rows.throw_away()
            raise DoubtError from None


def _sums(root: Root, once: bool) -> Sums:
    if not once or not root.copies.groups:
        return root.sums
    found = {kind: dict(rows) for kind, rows in root.sums.items()}
    try:
        minus(found, root.copies.out)
    except KeyError:
        raise DoubtError from None
    plus(found, root.copies.into)
    return found
