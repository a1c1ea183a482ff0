"""Entries of articles: made when an article is added, and the error where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.model import Article, StoreError, visible
from fr_reader.store.lines import now
from fr_reader.store.protocol import Entry


def entry_for(article: Article) -> Entry:
    """The entry of an article added now."""
    return Entry(
        article.id, article.metadata, article.sha256, article.source, now(), len(article.text)
    )


def unknown_article(article_id: str) -> StoreError:
    """The error for an id no article has."""
    return StoreError(
        f"there is no article {visible(article_id)!r} in this project: "
        "see which there are with fr-reader articles"
    )


def not_in_trash(trash_id: str) -> StoreError:
    """The error for an id nothing in the trash has."""
    return StoreError(
        f"there is no {visible(trash_id)!r} in the trash: see what there is with fr-reader trash"
    )


def refuse_taken(entry: Entry, others: Iterable[Entry]) -> None:
    """Raise StoreError where one of `others` has the id or the text of `entry`."""
    for other in others:
        if other.id == entry.id or other.sha256 == entry.sha256:
            raise StoreError(
                f"{visible(other.id)} is in the project and has the same name or text: "
                "remove that one first"
            )
