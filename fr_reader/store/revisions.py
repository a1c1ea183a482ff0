"""Revisions: the texts an article has had, each frozen in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from fr_reader.model import Article, Metadata, StoreError, visible
from fr_reader.store.naming import is_safe
from fr_reader.store.protocol import Entry


def text_name(article_id: str, number: int) -> str:
    """The name of the file with revision `number`, from 1, of an article."""
    return f"{article_id}.txt" if number == 1 else f"{article_id}.{number}.txt"


def article_of(name: str) -> str:
    """The id of the article whose text, of any revision, would be in a file of this name; empty
    where it is no such name."""
    found = re.fullmatch(r"([a-z0-9-]+)(?:\.([1-9][0-9]*))?\.txt", name)
    if found is None or not is_safe(found[1]) or found[2] == "1":
        return ""
    return found[1]


def text_names(entry: Entry) -> dict[str, str]:
    """The names of the files with all texts of an article, by hash, the first revision first."""
    hashes = (*entry.earlier, entry.sha256)
    return {sha256: text_name(entry.id, number) for number, sha256 in enumerate(hashes, 1)}


def revised(entry: Entry, article: Article) -> Entry:
    """The entry with the text of `article`, and with what that says about it."""
    return replace(
        entry,
        metadata=entry.metadata if article.metadata == Metadata() else article.metadata,
        sha256=article.sha256,
        source=article.source or entry.source,
        length=len(article.text),
        earlier=(*entry.earlier, entry.sha256),
    )


def refuse_known(entry: Entry, sha256: str, others: Iterable[Entry]) -> None:
    """Raise StoreError where the new text of `entry` is one that it, or one of `others`, has or
    had."""
    for there in (entry, *others):
        if sha256 == there.sha256 or (there.id == entry.id and sha256 in there.earlier):
            raise StoreError(
                f"{visible(entry.id)} was not revised: {visible(there.id)} has this text already"
            )


def no_revision(article_id: str) -> StoreError:
    """The error for a text an article never had."""
    return StoreError(f"{visible(article_id)} has no revision with such a text")
