"""What is counted of facts: passages, their words, and the articles they are in.

Everything is counted article by article, as whole numbers that can be added up, so that what a
sheet shows is the sum of what its articles come to. A passage that two facts share, because two
coders gave it to two speakers, counts once for each of them and once in all. Words are those of
the union of the passages: none is counted twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from fr_reader.model import Span, Stance
from fr_reader.model.span import union
from fr_reader.overview.beside import Beside, by_article, pairs
from fr_reader.overview.facts import Fact
from fr_reader.overview.query import period
from fr_reader.store.sums import Key, Numbers, Sums, total

Words = Callable[[str, Span], int]
"""How many words a span of an article has, by the article's id."""

ALL = "all"
"""(): passages, words, articles and openings of all quotations."""
SAID = "said"
"""(speaker): the same of those of one."""
PUBLISHED = "published"
"""(publisher): articles with quotations, and their words."""
PRINTED = "printed"
"""(publisher, speaker): words."""
CODED = "coded"
"""(code): passages, words and articles."""
CODERS = "coders"
"""(code, coder): articles."""
CELLS = "cells"
"""(speaker or "", code): passages."""
PAIRS = "pairs"
"""(code, code): as often as they are beside one another in each way."""
DAYS = "days"
"""(date): articles."""
WHEN = "when"
"""(date, code, or "" for quotations): passages."""
TAKEN = "taken"
"""(code, stance): passages; (code, stance, "") those without a stance along with them."""
LINKS = "links"
"""(code, relation, article, annotation): links there, once for each speaker of the passage."""

WAYS = tuple(Beside)
"""In which order the numbers of pairs stand."""

POINTS = 80
"""Binary places to which openings are kept, so that their sum is exact in every order."""


def numbers(sums: Sums, kind: str, *key: str) -> tuple[int, ...]:
    """The numbers of one thing; all 0 where there is none of it."""
    return sums.get(kind, {}).get(key, (0, 0, 0, 0))


def totals(found: Iterable[Fact], words: Words) -> Sums:
    """What facts of any articles come to."""
    return total(counted(facts, words) for facts in by_article(found).values())


def counted(facts: Sequence[Fact], words: Words) -> Sums:
    """What the facts of one article come to."""
    said = [fact for fact in facts if fact.is_quotation]
    coded = [fact for fact in facts if not fact.is_quotation]
    return {**_said(said, words), **_coded(coded, words), **_paired(coded), **_dated(facts)}


def opening(tally: Numbers) -> float | None:
    """The mean over the articles of where the first passage begins, from 0 to 1, of what was
    counted under `ALL` or `SAID`; None without any."""
    _, _, articles, openings = tally
    return openings / (articles << POINTS) if articles else None


def words_of(found: Iterable[Fact], words: Words) -> int:
    """How many words facts of any articles have together; those of passages that overlap once."""
    return sum(_tally(facts, words)[1] for facts in by_article(found).values())


def _tally(facts: Sequence[Fact], words: Words) -> Numbers:
    """Passages, words, articles and openings of facts of one article."""
    passages = {fact.segments: fact for fact in facts}
    first = min(fact.position for fact in facts)
    return len(passages), _words(list(passages.values()), words), 1, round(first * (1 << POINTS))


def _said(said: Sequence[Fact], words: Words) -> Sums:
    if not said:
        return {}
    by_speaker: dict[str, list[Fact]] = {}
    for fact in said:
        for one in fact.speakers:
            by_speaker.setdefault(one, []).append(fact)
    whole, house = _tally(said, words), said[0].publisher
    tallies: dict[Key, Numbers] = {(one,): _tally(own, words) for one, own in by_speaker.items()}
    return {
        ALL: {(): whole},
        SAID: tallies,
        PUBLISHED: {(house,): (1, whole[1])},
        PRINTED: {(house, one): (own[1],) for (one, *_), own in tallies.items()},
    }


def _coded(coded: Sequence[Fact], words: Words) -> Sums:
    by_code: dict[str, list[Fact]] = {}
    cells: dict[tuple[str, str], set[tuple[Span, ...]]] = {}
    stances: dict[Key, set[tuple[Span, ...]]] = {}
    links: Counter[Key] = Counter()
    for fact in coded:
        by_code.setdefault(fact.code, []).append(fact)
        for one in fact.speakers or ("",):
            cells.setdefault((one, fact.code), set()).add(fact.segments)
        for key in _stances(fact):
            stances.setdefault(key, set()).add(fact.segments)
        for link in fact.links:
            links[fact.code, link.relation, link.article, link.to] += len(fact.speakers) or 1
    return {
        CODED: {(code,): _tally(own, words)[:3] for code, own in by_code.items()},
        CODERS: {(fact.code, coder): (1,) for fact in coded for coder in fact.coders},
        CELLS: {key: (len(own),) for key, own in cells.items()},
        TAKEN: {key: (len(own),) for key, own in stances.items()},
        LINKS: {key: (count,) for key, count in links.items()},
    }


def _stances(fact: Fact) -> list[Key]:
    """The keys under which the stance of a fact counts."""
    wide: list[Key] = [(fact.code, own, "") for own in Stance if fact.stance in ("", own)]
    return [(fact.code, fact.stance), *wide] if fact.stance else wide


def _paired(coded: Sequence[Fact]) -> Sums:
    found: dict[Key, list[int]] = {}
    for pair, how, _ in pairs(coded):
        found.setdefault(pair, [0] * len(WAYS))[WAYS.index(how)] += 1
    return {PAIRS: {pair: tuple(counts) for pair, counts in found.items()}}


def _dated(facts: Sequence[Fact]) -> Sums:
    if not facts:
        return {}
    day = period(facts[0].published, 10)
    passages = Counter(code for _, code in {(fact.segments, fact.code) for fact in facts})
    return {DAYS: {(day,): (1,)}, WHEN: {(day, code): (n,) for code, n in passages.items()}}


def _words(facts: list[Fact], words: Words) -> int:
    """The words of passages of one article; those that do not overlap are counted already."""
    spans = sorted(span for fact in facts for span in fact.segments)
    if all(one.end <= other.start for one, other in pairwise(spans)):
        return sum(fact.words for fact in facts)
    return sum(words(facts[0].article, span) for span in union(spans))
