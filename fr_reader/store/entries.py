"""Entries of articles: made when an article is added, and the error where there is none."""

from __future__ import annotations

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
