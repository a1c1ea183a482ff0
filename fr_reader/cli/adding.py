"""Articles into a project: new ones added, known ones described anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from fr_reader.ingest import described
from fr_reader.model import Article, Metadata
from fr_reader.store import Entry, Store


@dataclass(frozen=True, slots=True)
class Put:
    """What became of an article: its entry, whether it is new, what is now known otherwise."""

    entry: Entry
    new: bool
    changed: tuple[str, ...] = ()


def put(store: Store, read: Sequence[tuple[Path, Article]]) -> list[Put]:
    """Add articles, read from these paths, to the project: all the new ones at once, or none.

    Where the text of one is there already, what the file or its sidecar says about it takes the
    place of what was known; a file that says nothing changes nothing. Raises StoreError.
    """
    added = store.add_many([article for _, article in read])
    now = {entry.id: entry for entry, _ in added}
    done: list[Put] = []
    for (path, article), (entry, new) in zip(read, added, strict=True):
        done.append(_described(store, path, article, now[entry.id], new))
        now[entry.id] = done[-1].entry
    return done


def _described(store: Store, path: Path, article: Article, entry: Entry, new: bool) -> Put:
    if new or entry.metadata == article.metadata or not described(path, article):
        return Put(entry, new)
    changed = tuple(
        field.name
        for field in fields(Metadata)
        if getattr(entry.metadata, field.name) != getattr(article.metadata, field.name)
    )
    return Put(store.update(entry.id, article.metadata), new, changed)
