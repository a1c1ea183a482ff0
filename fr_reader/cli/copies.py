"""The groups of articles that are copies of one another, listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fr_reader.cli.output import jsonl, show, table
from fr_reader.intake.copies import copies_in
from fr_reader.store import Entry, Store
from fr_reader.text.wire import NearCopies, Signature, likeness

_HEADS = ("group", "id", "title", "publisher", "published", "alike")


def list_copies(store: Store, form: str) -> None:
    """List the groups in the order added, in a table or as JSON Lines."""
    copies = copies_in(store)
    entries = {entry.id: entry for entry in store.entries()}
    groups = copies.groups()
    if form == "jsonl":
        for number, group in enumerate(groups, 1):
            alike = [
                {"id": name, "likeness": round(much, 3)} for name, much in _alike(copies, group)
            ]
            jsonl({"group": number, "articles": alike})
    elif not table(
        ("group", "id", "title", "publisher", "published", "alike"), _rows(copies, groups, entries)
    ):
        show("no article is a copy of another one")


def _rows(
    copies: NearCopies[str], groups: Sequence[tuple[str, ...]], entries: dict[str, Entry]
) -> Iterator[tuple[str | int, ...]]:
    for number, group in enumerate(groups, 1):
        for place, (name, much) in enumerate(_alike(copies, group)):
            known = entries[name].metadata
            alike = f"{much:.0%}" if place else ""
            yield number, name, known.title, known.publisher, known.published, alike


def _alike(copies: NearCopies[str], group: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Each of a group, and how like it is to the first, or to the likest of those before it."""
    before: list[Signature] = []
    for name in group:
        signature = copies.signature(name)
        first = likeness(signature, before[0]) if before else 1.0
        if first < copies.least:
            first = max(likeness(signature, one) for one in before)
        before.append(signature)
        yield name, first
