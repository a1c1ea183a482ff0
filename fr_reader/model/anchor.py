"""Anchors: how an annotation finds its words again.

An anchor holds both selectors of the W3C Web Annotation Data Model (2017, §4.2.4 and §4.2.5):
the position (TextPositionSelector) and the words with their surroundings (TextQuoteSelector),
and the hash of the text the position was measured in.
"""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.model.article import Article
from fr_reader.model.span import Span

CONTEXT = 32
"""How many code points before and after the words are kept."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One stretch: its `span` in the text with hash `sha256`, its `exact` words, their context."""

    span: Span
    exact: str
    prefix: str
    suffix: str
    sha256: str

    @classmethod
    def at(cls, article: Article, span: Span) -> Anchor:
        """The anchor of `span` in `article`. Raises ValueError beyond the text or when empty."""
        text = article.text
        if span.end > len(text) or not len(span):
            raise ValueError(f"[{span.start}, {span.end}) is not in {article.id}")
        return cls(
            span,
            span.of(text),
            text[max(0, span.start - CONTEXT) : span.start],
            text[span.end : span.end + CONTEXT],
            article.sha256,
        )

    def holds(self, article: Article) -> bool:
        """Whether the words still stand exactly where the anchor says."""
        return self.span.of(article.text) == self.exact
