"""Who speaks, how much, about what, and where it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fr_reader.overview.counting import (
    ALL,
    CELLS,
    CODED,
    PRINTED,
    PUBLISHED,
    SAID,
    numbers,
    opening,
)
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet
from fr_reader.store.sums import Numbers, Sums


def speakers(sums: Sums, names: Names) -> Sheet:
    """Each speaker with their quotations, words, articles, where they are first heard, and their
    share of all quoted words."""
    whole = numbers(sums, ALL)
    quoted = Query(codes=("",))
    rows = tuple(
        _speaker_row(
            names.speaker(one), numbers(sums, SAID, one), whole[1], Query((one,), quoted.codes)
        )
        for one in _by_words(sums, names)
    )
    return Sheet(
        "speakers",
        "Speakers",
        (
            Column("speaker", Kind.TEXT),
            Column("quotations"),
            Column("words"),
            Column("articles"),
            Column("first at", Kind.SHARE),
            Column("share of voice", Kind.SHARE),
        ),
        rows,
        _speaker_row("all", whole, whole[1], quoted) if rows else (),
        "Accepted quotations. First at: how far into the article they are first heard, the mean "
        "over their articles. Share of voice: of all quoted words.",
    )


def _speaker_row(name: str, own: Numbers, whole: int, opens: Query) -> tuple[Cell, ...]:
    passages, words, articles, _ = own
    return (
        Cell(name, opens),
        Cell(passages, opens),
        Cell(words, opens),
        Cell(articles, opens),
        Cell(opening(own), opens),
        Cell(words / whole if whole else None, opens),
    )


def matrix(sums: Sums, names: Names) -> Sheet:
    """How often each speaker says what has each code."""
    cells = {key: count for key, (count,) in sums.get(CELLS, {}).items()}
    codes = names.codes(code for (code,) in sums.get(CODED, {}))
    rows_of: Counter[str] = Counter()
    for (one, _), count in cells.items():
        rows_of[one] += count
    rows = tuple(
        (
            Cell(names.speaker(one), Query(speakers=(one,))),
            *(
                Cell(cells.get((one, code), 0), Query(speakers=(one,), codes=(code,)))
                for code in codes
            ),
        )
        for one in names.by_count(rows_of)
    )
    return Sheet(
        "matrix",
        "Speakers and codes",
        (Column("speaker", Kind.TEXT), *(Column(names.code(code)) for code in codes)),
        rows,
        _code_totals(sums, codes) if rows else (),
        "Passages with the code that the speaker said all of; a passage two coders give to "
        "different speakers counts for both, and once in all.",
    )


def _code_totals(sums: Sums, codes: Sequence[str]) -> tuple[Cell, ...]:
    totals = (Cell(numbers(sums, CODED, code)[0], Query(codes=(code,))) for code in codes)
    return (Cell("all"), *totals)


def publishers(sums: Sums, names: Names) -> Sheet:
    """How many words of each speaker each publisher prints."""
    printed = {house: words for (house,), (_, words) in sums.get(PUBLISHED, {}).items()}
    houses = sorted(printed, key=lambda name: (not name, name.casefold(), name))
    quoted = Query(codes=("",))

    def row(name: str, words: Sequence[int], opens: Query) -> tuple[Cell, ...]:
        cells = (
            Cell(count, Query(opens.speakers, opens.codes, (house,)))
            for house, count in zip(houses, words, strict=True)
        )
        return Cell(name, opens), *cells

    rows = tuple(
        row(
            names.speaker(one),
            [numbers(sums, PRINTED, house, one)[0] for house in houses],
            Query((one,), quoted.codes),
        )
        for one in _by_words(sums, names)
    )
    return Sheet(
        "publishers",
        "Speakers and publishers",
        (Column("speaker", Kind.TEXT), *(Column(house or "no publisher") for house in houses)),
        rows,
        row("all", [printed[house] for house in houses], quoted) if rows else (),
        "Words of accepted quotations, by who printed them.",
    )


def _by_words(sums: Sums, names: Names) -> list[str]:
    """Those who are quoted, the one with most words first."""
    return names.by_count(Counter({one: own[1] for (one,), own in sums.get(SAID, {}).items()}))
