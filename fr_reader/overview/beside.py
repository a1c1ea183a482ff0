"""Passages beside one another: with words in common, or in the same or the next paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations

from fr_reader.overview.facts import Fact

NEAR = 1
"""Passages are near each other that begin at most so many paragraphs from one another."""

Pair = tuple[str, str]
"""The ids of two codes, the lesser one first."""


class Beside(StrEnum):
    """How two passages with different codes are beside one another."""

    OVERLAPPING = "same words"
    NEAR = "nearby"
    SAME_ARTICLE = "articles"


def pairs(found: Iterable[Fact]) -> Iterator[tuple[Pair, Beside, tuple[Fact, ...]]]:
    """The pairs of codes in one article: each time two passages overlap or are near, and once
    with all passages that have either code. Quotations are left out."""
    facts = [fact for fact in found if not fact.is_quotation]
    for one, other in _neighbours(_passages(facts)):
        if one.code != other.code:
            how = Beside.OVERLAPPING if _overlap(one, other) else Beside.NEAR
            first, second = sorted((one.code, other.code))
            yield (first, second), how, (one, other)
    for pair in combinations(sorted({fact.code for fact in facts}), 2):
        yield pair, Beside.SAME_ARTICLE, tuple(fact for fact in facts if fact.code in pair)


def standing(found: Iterable[Fact], codes: Iterable[str], how: Beside) -> list[Fact]:
    """Those of the facts with one of two codes whose passage stands so beside one with the
    other, in their order."""
    two = sorted(codes)
    asked = [fact for fact in found if fact.code in two]
    passages = {
        fact.passage
        for own in by_article(asked).values()
        for pair, found_so, facts in pairs(own)
        if found_so is how and list(pair) == two
        for fact in facts
    }
    return [fact for fact in asked if fact.passage in passages]


def by_article(found: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts of each article, in their order."""
    groups: dict[str, list[Fact]] = {}
    for fact in found:
        groups.setdefault(fact.article, []).append(fact)
    return groups


def _passages(facts: Iterable[Fact]) -> list[Fact]:
    """One fact a passage and code, in the order of the paragraphs."""
    once = {(fact.segments, fact.code): fact for fact in facts}
    return sorted(once.values(), key=lambda fact: (fact.paragraph, fact.segments, fact.code))


def _neighbours(passages: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The pairs that overlap, or begin at most `NEAR` paragraphs from one another."""
    for at, one in enumerate(passages):
        for other in passages[at + 1 :]:
            if other.paragraph - one.paragraph <= NEAR or _overlap(one, other):
                yield one, other
            elif other.segments[0].start >= one.segments[-1].end:
                break


def _overlap(one: Fact, other: Fact) -> bool:
    return any(a.overlaps(b) for a in one.segments for b in other.segments)
