"""A passage with where it comes from: a markdown block quotation and its attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fr_reader.export.markdown import block, field, series
from fr_reader.export.passage import stretches
from fr_reader.model import Article, Reading, Span, hull

_LINK = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


def cite(reading: Reading, segments: Sequence[Span], who: str = "") -> str:
    """The words of `segments` as a block quotation, and under them who said it and where.

    The attribution names `who`, the title, authors, publisher, date and address of the article as
    far as they are known, and the ¶ number. No newline at the end. Raises ValueError when there
    are no segments.
    """
    return quotation(reading, segments, [*_said(who), *_origin(reading.article)])


def quotation(
    reading: Reading, segments: Sequence[Span], parts: Iterable[str], after: str = ""
) -> str:
    """A block quotation with an attribution made of markdown `parts`, the ¶ number and `after`."""
    attribution = ", ".join([*parts, place(reading, segments)]) + after
    lines = [*block("\n\n".join(stretches(reading, segments))), "", f"— {attribution}"]
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _said(who: str) -> list[str]:
    return [field(who)] if who.strip() else []


def _origin(article: Article) -> list[str]:
    """The article, as markdown: what is not known is left out; without a title, its file."""
    known = article.metadata
    parts = [f"“{field(known.title)}”" if known.title.strip() else field(article.source)]
    if known.authors:
        parts.append("by " + series([field(author) for author in known.authors]))
    if known.publisher.strip():
        parts.append(f"*{field(known.publisher)}*")
    parts.append(field(known.published))
    parts.append(f"<{known.url}>" if _LINK.fullmatch(known.url) else field(known.url))
    return [part for part in parts if part]


def place(reading: Reading, segments: Sequence[Span]) -> str:
    """Where a passage is: `¶ 3`, or `¶ 3–5`."""
    first, last = reading.paragraph_numbers(hull(segments))
    return f"¶ {first}" if first == last else f"¶ {first}–{last}"
