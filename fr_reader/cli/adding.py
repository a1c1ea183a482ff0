"""Articles into a project: new ones added, known ones described anew."""

from __future__ import annotations

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


def put(store: Store, path: Path, article: Article) -> Put:
    """Add `article`, read from `path`, to the project.

    Where its text is there already, what the file or its sidecar says about it takes the place
    of what was known; a file that says nothing changes nothing. Raises StoreError.
    """
    entry, new = store.add(article)
    if new or entry.metadata == article.metadata or not described(path, article):
        return Put(entry, new)
    changed = tuple(
        field.name
        for field in fields(Metadata)
        if getattr(entry.metadata, field.name) != getattr(article.metadata, field.name)
    )
    return Put(store.update(entry.id, article.metadata), new, changed)
