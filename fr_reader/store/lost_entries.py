"""Entries that are lost, or do not know all of their texts, made again from the texts."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from pathlib import Path

from fr_reader.model import Article, Metadata
from fr_reader.store import records
from fr_reader.store.entries import entry_for
from fr_reader.store.places import ARTICLES
from fr_reader.store.protocol import Entry
from fr_reader.store.revisions import revised, text_name


def entry_from(
    folder: Path, article_id: str, known: Entry | None, lost: Collection[Path]
) -> Entry | None:
    """The entry of an article with the texts that are `lost` to it, after those it knows.

    None where nothing can be made of them: one before them is missing or cannot be read.
    """
    entry, found = known, None
    for number in count(known.revision + 1 if known else 1):
        path = folder / ARTICLES / text_name(article_id, number)
        article = _article(path, article_id)
        if article is None:
            return found
        entry = revised(entry, article) if entry is not None else entry_for(article)
        if path in lost:
            found = _understood(entry)
    raise AssertionError("unreachable")


def _article(path: Path, article_id: str) -> Article | None:
    try:
        text = path.read_bytes().decode("utf-8", "surrogatepass")
        return Article(article_id, text, Metadata(), path.name)
    except (OSError, ValueError):
        return None


def _understood(entry: Entry) -> Entry | None:
    """The entry, if it is one that can be read again."""
    try:
        return records.entry_of(records.document_of(entry))
    except ValueError:
        return None
