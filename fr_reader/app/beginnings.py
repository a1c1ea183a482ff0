"""The beginning of a long article, so that it can be read while the rest is still taken apart."""

from __future__ import annotations

from fr_reader.model import Article, Reading
from fr_reader.text import paragraphs

LONG = 200_000
"""Code points from which an article is opened by its beginning."""
_FIRST = 50_000


def first_reading(article: Article) -> tuple[Reading, bool]:
    """The paragraphs of an article, and whether they are all: of a long one those of its first
    pages, cut where a line ends. Offsets are those of the whole text."""
    text = article.text
    cut = text.find("\n", _FIRST) if len(text) > LONG else -1
    if cut < 0:
        return Reading(article, paragraphs(text)), True
    return Reading(article, paragraphs(text[:cut])), False
