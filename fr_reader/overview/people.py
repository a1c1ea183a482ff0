"""Who speaks, how much, about what, and where it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from fr_reader.overview.counting import Tally, Words, tally
from fr_reader.overview.facts import Fact
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet


def speakers(found: Sequence[Fact], names: Names, words: Words) -> Sheet:
    """Each speaker with their quotations, words, articles, where they are first heard, and their
    share of all quoted words."""
    said = [fact for fact in found if fact.is_quotation]
    tallies = {one: tally(facts, words) for one, facts in _by_speaker(said).items()}
    whole = tally(said, words)
    order = names.by_count(Counter({one: own.words for one, own in tallies.items()}))
    quoted = Query(codes=("",))
    rows = tuple(
        _speaker_row(names.speaker(one), tallies[one], whole, quoted.and_(Query(speakers=(one,))))
        for one in order
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
        _speaker_row("all", whole, whole, quoted) if rows else (),
        "Accepted quotations. First at: how far into the article they are first heard, the mean "
        "over their articles. Share of voice: of all quoted words.",
    )


def _speaker_row(name: str, own: Tally, whole: Tally, opens: Query) -> tuple[Cell, ...]:
    share = own.words / whole.words if whole.words else None
    return (
        Cell(name, opens),
        Cell(own.passages, opens),
        Cell(own.words, opens),
        Cell(own.articles, opens),
        Cell(own.opening, opens),
        Cell(share, opens),
    )


def matrix(found: Sequence[Fact], names: Names) -> Sheet:
    """How often each speaker says what has each code."""
    coded = [fact for fact in found if not fact.is_quotation]
    cells: Counter[tuple[str, str]] = Counter()
    passages: dict[tuple[str, str], set[object]] = {}
    for fact in coded:
        for one in fact.speakers or ("",):
            passages.setdefault((one, fact.code), set()).add((fact.article, fact.segments))
    cells.update({key: len(own) for key, own in passages.items()})
    codes = names.codes(fact.code for fact in coded)
    rows_of = Counter({one: 0 for one, _ in cells})
    for (one, _), count in cells.items():
        rows_of[one] += count
    rows = tuple(
        (
            Cell(names.speaker(one), Query(speakers=(one,))),
            *(Cell(cells[one, code], Query(speakers=(one,), codes=(code,))) for code in codes),
        )
        for one in names.by_count(rows_of)
    )
    return Sheet(
        "matrix",
        "Speakers and codes",
        (Column("speaker", Kind.TEXT), *(Column(names.code(code)) for code in codes)),
        rows,
        _code_totals(coded, codes) if rows else (),
        "Passages with the code that the speaker said all of; a passage two coders give to "
        "different speakers counts for both, and once in all.",
    )


def _code_totals(coded: Sequence[Fact], codes: Iterable[str]) -> tuple[Cell, ...]:
    passages: dict[str, set[object]] = {}
    for fact in coded:
        passages.setdefault(fact.code, set()).add((fact.article, fact.segments))
    totals = (Cell(len(passages.get(code, ())), Query(codes=(code,))) for code in codes)
    return (Cell("all"), *totals)


def publishers(found: Sequence[Fact], names: Names, words: Words) -> Sheet:
    """How many words of each speaker each publisher prints."""
    said = [fact for fact in found if fact.is_quotation]
    by_publisher: dict[str, list[Fact]] = {}
    for fact in said:
        by_publisher.setdefault(fact.publisher, []).append(fact)
    houses = sorted(by_publisher, key=lambda name: (not name, name.casefold(), name))
    by_speaker = _by_speaker(said)
    order = names.by_count(
        Counter({one: tally(facts, words).words for one, facts in by_speaker.items()})
    )

    def row(name: str, facts: Sequence[Fact], opens: Query) -> tuple[Cell, ...]:
        cells = []
        for house in houses:
            own = tally([fact for fact in facts if fact.publisher == house], words)
            query = opens.and_(Query(publishers=(house,)))
            cells.append(Cell(own.words, query))
        return Cell(name, opens), *cells

    quoted = Query(codes=("",))
    rows = tuple(
        row(names.speaker(one), by_speaker[one], quoted.and_(Query(speakers=(one,))))
        for one in order
    )
    return Sheet(
        "publishers",
        "Speakers and publishers",
        (Column("speaker", Kind.TEXT), *(Column(house or "no publisher") for house in houses)),
        rows,
        row("all", said, quoted) if rows else (),
        "Words of accepted quotations, by who printed them.",
    )


def _by_speaker(said: Iterable[Fact]) -> dict[str, list[Fact]]:
    groups: dict[str, list[Fact]] = {}
    for fact in said:
        for one in fact.speakers:
            groups.setdefault(one, []).append(fact)
    return groups
