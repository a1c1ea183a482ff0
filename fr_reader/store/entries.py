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


def matching(entries: Iterable[Entry], words: str) -> tuple[Entry, ...]:
    """The entries in which each of these words occurs, whatever its case, anywhere in what is
    known about the article; without words, all of them."""
    wanted = words.casefold().split()
    return tuple(entry for entry in entries if all(word in _told(entry) for word in wanted))


def _told(entry: Entry) -> str:
    """What is known about an article, for finding words in it."""
    known = entry.metadata
    places = (entry.id, known.title, *known.authors, known.publisher, known.published, known.url)
    photographers = (one.name for one in known.photographers)
    return "\n".join((*places, known.language, *photographers, entry.source)).casefold()


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
