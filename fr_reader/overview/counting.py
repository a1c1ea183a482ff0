"""What is counted of facts: passages, their words, and the articles they are in.

A passage that two facts share, because two coders gave it to two speakers, counts once for each
of them and once in all. Words are those of the union of the passages: none is counted twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from fr_reader.model import Span
from fr_reader.model.span import union
from fr_reader.overview.facts import Fact

Words = Callable[[str, Span], int]
"""How many words a span of an article has, by the article's id."""


@dataclass(slots=True)
class Tally:
    """What some facts come to: `passages`, `words`, the `articles`, and where each begins first."""

    passages: int = 0
    words: int = 0
    first: dict[str, float] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """In how many articles they are."""
        return len(self.first)

    @property
    def opening(self) -> float | None:
        """The mean over the articles of where the first passage begins, from 0 to 1."""
        return sum(self.first.values()) / len(self.first) if self.first else None


def tally(found: Iterable[Fact], words: Words) -> Tally:
    """What these facts come to; `words` counts those of overlapping passages once."""
    total = Tally()
    for article, group in groupby(sorted(found, key=_place), key=lambda fact: fact.article):
        facts = list(group)
        passages = {fact.segments: fact for fact in facts}
        total.passages += len(passages)
        total.words += _words(article, list(passages.values()), words)
        total.first[article] = min(fact.position for fact in facts)
    return total


def _place(fact: Fact) -> tuple[str, tuple[Span, ...]]:
    return fact.article, fact.segments


def _words(article: str, facts: list[Fact], words: Words) -> int:
    """The words of passages; those that do not overlap are counted already."""
    spans = sorted(span for fact in facts for span in fact.segments)
    if all(one.end <= other.start for one, other in pairwise(spans)):
        return sum(fact.words for fact in facts)
    return sum(words(article, span) for span in union(spans))
