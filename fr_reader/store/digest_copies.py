"""Copies among the articles of a digest: which there are, and what they come to together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from fr_reader.store.digest_root import GROUPS, SUMS, Copies, Root
from fr_reader.store.digest_rows import Rows
from fr_reader.store.index import DoubtError
from fr_reader.store.sums import Sums, minus, plus, total
from fr_reader.text.sketches import Group, Sketches, groups, regrouped, touched_by


class Comparing(Protocol):
    """Compares articles, and counts those that are copies. Everything may raise StoreError."""

    def alike(self, one: str, other: str, /) -> bool:
        """Whether the texts of two articles are copies."""
        ...

    def together(self, values: Mapping[str, bytes], /) -> Sums:
        """What copies come to together, by the values of the articles."""
        ...


def grouped(rows: Rows, root: Root, maker: Comparing, changed: Collection[str] = ()) -> None:
    """Find out which articles are copies today, where only those `changed` were made anew, or,
    where it was never known, of all of them."""
    copies = root.copies
    if not copies.known:
        today = groups(Sketches(rows.sketches(root)), maker.alike)
        root.copies = Copies(known=True)
    elif root.before:
        sketches = Sketches(rows.sketches(root))
        today = regrouped(copies.groups, sketches, root.before, maker.alike)
    else:
        today = list(copies.groups)
    root.before.clear()
    _counted(rows, root, maker, today, changed)


def _counted(
    rows: Rows, root: Root, maker: Comparing, today: list[Group], changed: Collection[str]
) -> None:
    """Have the groups of today counted, of those known already the ones that were changed."""
    copies, there = root.copies, set(today)
    names = set(changed)
    gone = [own for own in copies.groups if own not in there or touched_by(own, names)]
    for group in gone:
        out, into = rows.group(root, group)
        try:
            minus(copies.out, out)
            minus(copies.into, into)
        except KeyError:
            raise DoubtError from None
        rows.forget_group(root, group)
    new = [own for own in today if own not in copies.groups]
    for group in new:
        made = rows.get(root, group)
        out = total(one.sums for one in made.values())
        into = maker.together({own: made[own].value for own in group})
        plus(copies.out, out)
        plus(copies.into, into)
        rows.put_group(root, group, out, into)
    if gone or new:
        root.stale |= {GROUPS, SUMS}
