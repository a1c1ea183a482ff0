"""What is said: how often each code is given, with which others, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from fr_reader.overview.counting import Words, tally
from fr_reader.overview.facts import Fact, Passage
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query, period
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet

NEAR = 1
"""Passages are near each other that begin at most so many paragraphs from one another."""

Pair = tuple[str, str]
"""The ids of two codes, the lesser one first."""


def codes(found: Sequence[Fact], names: Names, words: Words) -> Sheet:
    """Each code with its passages, their words, the articles they are in and the coders who gave
    it."""
    by_code: dict[str, list[Fact]] = {}
    for fact in found:
        if not fact.is_quotation:
            by_code.setdefault(fact.code, []).append(fact)
    rows = tuple(
        _code_row(code, names, by_code.get(code, ()), words) for code in names.codes(by_code)
    )
    return Sheet(
        "codes",
        "Codes",
        (
            Column("code", Kind.TEXT),
            Column("passages"),
            Column("words"),
            Column("articles"),
            Column("coders"),
        ),
        rows,
        note="Accepted passages; what several coders tagged alike counts once, and so do the words "
        "of passages that overlap.",
    )


def _code_row(code: str, names: Names, facts: Sequence[Fact], words: Words) -> tuple[Cell, ...]:
    opens = Query(codes=(code,))
    own = tally(facts, words)
    return (
        Cell(names.code(code), opens),
        Cell(own.passages, opens),
        Cell(own.words, opens),
        Cell(own.articles, opens),
        Cell(len({coder for fact in facts for coder in fact.coders}), opens),
    )


def together(found: Sequence[Fact], names: Names) -> Sheet:
    """Which two codes are given to the same words, near each other, and in the same articles."""
    overlapping, near, same = _Pairs(), _Pairs(), _Pairs()
    for facts in _by_article(found).values():
        for one, other in _neighbours(_passages(facts)):
            if one.code != other.code:
                (overlapping if _overlap(one, other) else near).add(one, other)
        for pair in combinations(sorted({fact.code for fact in facts}), 2):
            same.put(pair, [fact for fact in facts if fact.code in pair])
    used = [code for pair in same.counts for code in pair]
    place = {code: at for at, code in enumerate(names.codes(used))}

    def order(pair: Pair) -> tuple[object, ...]:
        counts = (-pairs.counts[pair] for pairs in (overlapping, near, same))
        return *counts, sorted(map(place.__getitem__, pair))

    rows = tuple(
        (
            *(
                Cell(names.code(code), Query(codes=(code,)))
                for code in sorted(pair, key=place.__getitem__)
            ),
            *(pairs.cell(pair) for pairs in (overlapping, near, same)),
        )
        for pair in sorted(same.counts, key=order)
    )
    return Sheet(
        "together",
        "Codes together",
        (
            Column("code", Kind.TEXT),
            Column("with", Kind.TEXT),
            Column("same words"),
            Column("nearby"),
            Column("articles"),
        ),
        rows,
        note="Pairs of passages that overlap; pairs that do not and begin in the same paragraph or "
        "in two that follow one another; and articles that have both codes.",
    )


def timeline(found: Sequence[Fact], names: Names, step: int = 7) -> Sheet:
    """Quotations and passages of each code by when the article was published.

    `step` is 4 for years, 7 for months, 10 for days; what is told less exactly stands by itself.
    """
    when: dict[str, list[Fact]] = {}
    for fact in found:
        when.setdefault(period(fact.published, step), []).append(fact)
    own = names.codes(fact.code for fact in found if not fact.is_quotation)
    alike = all(len(date) == step for date in when if date)
    rows = tuple(
        _time_row(date, when[date], own, alike=alike)
        for date in sorted(when, key=lambda date: (not date, date))
    )
    heads = ("articles", "quotations", *(names.code(code) for code in own))
    return Sheet(
        "timeline",
        "Over time",
        (Column("published", Kind.TEXT), *(Column(head) for head in heads)),
        rows,
        note="Articles with an accepted passage, by their date of publication.",
    )


def _time_row(
    date: str, facts: Sequence[Fact], codes_: Iterable[str], *, alike: bool
) -> tuple[Cell, ...]:
    """What was published at a date.

    Where dates are not told `alike`, a year lies in and around its months: then, as where there is
    no date, the row names its passages one by one, so that it opens what it counts.
    """
    opens = Query(since=date, until=date)
    if not date or not alike:
        opens = Query(passages=frozenset(fact.passage for fact in facts))
    passages = Counter(
        code for _, _, code in {(fact.article, fact.segments, fact.code) for fact in facts}
    )
    return (
        Cell(date or "no date", opens),
        Cell(len({fact.article for fact in facts}), opens),
        *(Cell(passages[code], opens.and_(Query(codes=(code,)))) for code in ("", *codes_)),
    )


def _by_article(found: Iterable[Fact]) -> dict[str, list[Fact]]:
    groups: dict[str, list[Fact]] = {}
    for fact in found:
        if not fact.is_quotation:
            groups.setdefault(fact.article, []).append(fact)
    return groups


def _passages(facts: Iterable[Fact]) -> list[Fact]:
    """One fact a passage and code, in the order of the paragraphs."""
    once = {(fact.segments, fact.code): fact for fact in facts}
    return sorted(once.values(), key=lambda fact: (fact.paragraph, fact.segments, fact.code))


def _neighbours(passages: Sequence[Fact]) -> Iterable[tuple[Fact, Fact]]:
    """The pairs that overlap, or begin at most `NEAR` paragraphs from one another."""
    for at, one in enumerate(passages):
        for other in passages[at + 1 :]:
            if other.paragraph - one.paragraph <= NEAR or _overlap(one, other):
                yield one, other
            elif other.segments[0].start >= one.segments[-1].end:
                break


def _overlap(one: Fact, other: Fact) -> bool:
    return any(a.overlaps(b) for a in one.segments for b in other.segments)


class _Pairs:
    """Pairs of codes, with how often they were met and with which passages."""

    def __init__(self) -> None:
        self.counts: Counter[Pair] = Counter()
        self._passages: dict[Pair, set[Passage]] = {}

    def add(self, one: Fact, other: Fact) -> None:
        """Count two passages."""
        first, second = sorted((one.code, other.code))
        self.put((first, second), (one, other))

    def put(self, pair: Pair, facts: Iterable[Fact]) -> None:
        """Count the pair once, with these passages."""
        self.counts[pair] += 1
        self._passages.setdefault(pair, set()).update(fact.passage for fact in facts)

    def cell(self, pair: Pair) -> Cell:
        """How often the pair was met."""
        passages = frozenset(self._passages.get(pair, ()))
        return Cell(self.counts[pair], Query(codes=pair, passages=passages) if passages else None)
