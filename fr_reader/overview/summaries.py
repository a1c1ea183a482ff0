"""Summaries: what an article or a project comes to, in a few figures and its most telling passages.

Every figure is a cell of a sheet (`overview.project.SHEETS`), so that a summary and a table can
never differ. Which passages are telling is decided by rules, said in docs/summaries.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fr_reader.overview.facts import Fact
from fr_reader.overview.project import Overview
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Cell, Sheet

MOST = 3
"""So many speakers, and so many claims and concerns, are in a summary."""
LONGEST = 60
"""Words of a passage that is quoted whole."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One speaker, claim or concern, with its `figures` and the passage that stands for it.

    `who` are the names of those who said it; `coded` are the coded passages that lie in it.
    """

    name: str
    figures: dict[str, str]
    fact: Fact
    who: tuple[str, ...]
    coded: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What some articles come to. `figures` are those of all together, `codes` the passages of
    each code that has any, by its name. `articles` are ids, in their order. `note` says what does
    not count."""

    title: str
    articles: tuple[str, ...]
    speakers: int
    figures: dict[str, str]
    codes: dict[str, str]
    voices: tuple[Telling, ...]
    statements: tuple[Telling, ...]
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.figures or self.codes)

    @property
    def telling(self) -> tuple[Telling, ...]:
        """The passages of speakers, then those of claims and concerns."""
        return (*self.voices, *self.statements)


def summary(found: Overview, title: str, order: Sequence[str]) -> Summary:
    """What is accepted comes to; `order` are the ids of all articles, the earliest first."""
    place = {article: at for at, article in enumerate(order)}

    def early(fact: Fact) -> tuple[object, ...]:
        return place.get(fact.article, len(place)), fact.segments

    facts = sorted(found.facts, key=early)
    speakers, codes = found.sheet("speakers"), found.sheet("codes")
    voices = _voices(speakers, facts)
    return Summary(
        title,
        tuple(dict.fromkeys(fact.article for fact in facts)),
        len(speakers.rows),
        dict(zip(speakers.heads, speakers.words()[-1], strict=True)) if speakers.total else {},
        {name: told["passages"] for name, told in _named(codes) if told["passages"] != "0"},
        voices,
        _statements(found, facts, [one.fact for one in voices]),
        found.note,
    )


def _named(sheet: Sheet) -> list[tuple[str, dict[str, str]]]:
    """The name in the first cell of each row, and the row's cells by their heads, worded as the
    sheet words them."""
    words = sheet.words()[: len(sheet.rows)]
    return [(row[0], dict(zip(sheet.heads, row, strict=True))) for row in words]


def _voices(sheet: Sheet, facts: Sequence[Fact]) -> tuple[Telling, ...]:
    """The speakers with most words, each with one quotation of theirs."""
    coded = [fact for fact in facts if not fact.is_quotation]
    told = []
    for row, (name, figures) in zip(sheet.rows[:MOST], _named(sheet), strict=False):
        own = _opened(row[0]).and_(Query(codes=("",))).of(facts)

        def rank(fact: Fact) -> tuple[object, ...]:
            inside = _inside(fact, coded)
            return -len({one.code for one in inside}), -len(inside), *_length(fact)

        best = min(own, key=rank, default=None)
        if best is not None:
            told.append(Telling(name, figures, best, (name,), _inside(best, coded)))
    return tuple(told)


def _statements(
    found: Overview, facts: Sequence[Fact], taken: Sequence[Fact]
) -> tuple[Telling, ...]:
    """The claims and concerns with most passages, each with one of them that is not in what is
    quoted already, where there is one."""
    sheet = found.sheet("claims")
    rows = sorted(range(len(sheet.rows)), key=lambda at: -_count(sheet.rows[at][1]))
    names, used, told = _named(sheet), list(taken), []
    for at in rows[:MOST]:
        own = _opened(sheet.rows[at][0]).of(facts)

        def rank(fact: Fact) -> tuple[object, ...]:
            again = any(_overlap(fact, other) for other in used)
            return again, not fact.speakers, *_length(fact)

        best = min(own, key=rank, default=None)
        if best is not None:
            used.append(best)
            who = tuple(found.names.speaker(one) for one in best.speakers)
            told.append(Telling(*names[at], best, who))
    return tuple(told)


def _opened(cell: Cell) -> Query:
    return cell.opens if isinstance(cell.opens, Query) else Query()


def _count(cell: Cell) -> int:
    return cell.value if isinstance(cell.value, int) else 0


def _length(fact: Fact) -> tuple[bool, int]:
    """What sorts the longest up to `LONGEST` words first, and what is longer behind, the shortest
    first."""
    return fact.words > LONGEST, fact.words if fact.words > LONGEST else -fact.words


def _inside(fact: Fact, coded: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(one for one in coded if _overlap(one, fact))


def _overlap(one: Fact, other: Fact) -> bool:
    return one.article == other.article and any(
        a.overlaps(b) for a in one.segments for b in other.segments
    )
