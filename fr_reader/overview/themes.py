"""What is said: how often each code is given, with which others, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fr_reader.overview.beside import Pair
from fr_reader.overview.counting import CODED, CODERS, DAYS, PAIRS, WAYS, WHEN, numbers
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet
from fr_reader.store.sums import Numbers, Sums


def codes(sums: Sums, names: Names) -> Sheet:
    """Each code with its passages, their words, the articles they are in and the coders who gave
    it."""
    coders = Counter(code for code, _ in sums.get(CODERS, {}))
    used = (code for (code,) in sums.get(CODED, {}))
    rows = tuple(
        _code_row(code, names, numbers(sums, CODED, code), coders[code])
        for code in names.codes(used)
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


def _code_row(code: str, names: Names, own: Numbers, coders: int) -> tuple[Cell, ...]:
    opens = Query(codes=(code,))
    return Cell(names.code(code), opens), *(Cell(count, opens) for count in (*own[:3], coders))


def together(sums: Sums, names: Names) -> Sheet:
    """Which two codes are given to the same words, near each other, and in the same articles."""
    found = {(one, other): counts for (one, other), counts in sums.get(PAIRS, {}).items()}
    used = [code for pair in found for code in pair]
    place = {code: at for at, code in enumerate(names.codes(used))}

    def order(pair: Pair) -> tuple[object, ...]:
        return *(-count for count in found[pair]), sorted(map(place.__getitem__, pair))

    rows = tuple(
        (
            *(
                Cell(names.code(code), Query(codes=(code,)))
                for code in sorted(pair, key=place.__getitem__)
            ),
            *_pair_cells(pair, found[pair]),
        )
        for pair in sorted(found, key=order)
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


def _pair_cells(pair: Pair, counts: Numbers) -> Iterable[Cell]:
    for how, count in zip(WAYS, counts, strict=True):
        yield Cell(count, Query(codes=pair, beside=how) if count else None)


def timeline(sums: Sums, names: Names, step: int = 7) -> Sheet:
    """Quotations and passages of each code by when the article was published.

    `step` is 4 for years, 7 for months, 10 for days; what is told less exactly stands by itself.
    """
    articles: Counter[str] = Counter()
    for (day,), (count,) in sums.get(DAYS, {}).items():
        articles[day[:step]] += count
    passages: Counter[tuple[str, str]] = Counter()
    for (day, code), (count,) in sums.get(WHEN, {}).items():
        passages[day[:step], code] += count
    own = names.codes(code for (code,) in sums.get(CODED, {}))
    rows = tuple(
        _time_row(
            (date, step), articles[date], [(code, passages[date, code]) for code in ("", *own)]
        )
        for date in sorted(articles, key=lambda date: (not date, date))
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
    when: tuple[str, int], articles: int, passages: Iterable[tuple[str, int]]
) -> tuple[Cell, ...]:
    opens = Query(when=when)
    return (
        Cell(when[0] or "no date", opens),
        Cell(articles, opens),
        *(Cell(count, opens.and_(Query(codes=(code,)))) for code, count in passages),
    )
