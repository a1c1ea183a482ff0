"""The facts of a project, from whatever keeps it, and its sheets by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from fr_reader.export.project import Project
from fr_reader.model import Span
from fr_reader.overview import people, statements, themes
from fr_reader.overview.beside import by_article
from fr_reader.overview.counting import Words, totals
from fr_reader.overview.facts import Fact
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.overview.remembered import Remembered, Remembering, facts_of
from fr_reader.overview.sheet import Sheet
from fr_reader.store.sums import Sums
from fr_reader.text import words


@dataclass(frozen=True, slots=True)
class Overview:
    """What a query finds in a project, with what is needed to count and name it.

    `find` gives the facts, of these articles where some are named, else all; `sum_up` what they
    come to. Both may raise what the project raises.
    """

    names: Names
    find: Callable[[Sequence[str] | None], tuple[Fact, ...]]
    sum_up: Callable[[], Sums]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, in the order of the articles and as they stand in them."""
        return self.find(None)

    @property
    def sums(self) -> Sums:
        """What they come to."""
        return self.sum_up()

    def codes_of(self, annotations: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """The codes of annotations that facts stand on, each by its article and its id."""
        wanted = set(annotations)
        found = self.find(sorted({article for article, _ in wanted})) if wanted else ()
        owned = (((fact.article, own), fact.code) for fact in found for own in fact.ids)
        return {where: code for where, code in owned if code and where in wanted}

    def sheet(self, name: str) -> Sheet:
        """One of `SHEETS`. Raises KeyError for another name."""
        return SHEETS[name](self)


SHEETS: dict[str, Callable[[Overview], Sheet]] = {
    "speakers": lambda of: people.speakers(of.sums, of.names),
    "matrix": lambda of: people.matrix(of.sums, of.names),
    "codes": lambda of: themes.codes(of.sums, of.names),
    "together": lambda of: themes.together(of.sums, of.names),
    "timeline": lambda of: themes.timeline(of.sums, of.names),
    "publishers": lambda of: people.publishers(of.sums, of.names),
    "claims": lambda of: statements.claims(of.sums, of.names, of.codes_of),
    "ledger": lambda of: statements.ledger(of.facts, of.names),
}
"""The sheets of what is accepted, by name, in the order they are offered."""


def overview(project: Project, query: Query | None = None) -> Overview:
    """Everything accepted in a project that `query` finds.

    A project that remembers what was counted of its articles is asked for that, and only what was
    changed since is read; of any other each article with annotations is. Raises what the project
    raises.
    """
    wanted = query or Query()
    names, count = Names(project.speakers(), project.codebook()), _counter(project)
    known = (
        Remembered(project.digest, project, names, count)
        if isinstance(project, Remembering)
        else None
    )

    @cache
    def everything() -> tuple[Fact, ...]:
        ids = [entry.id for entry in project.entries()]
        asked = [own for own in ids if not wanted.articles or own in wanted.articles]
        found = known.facts(asked) if known else None
        read = _read(project, asked, names) if found is None else found
        return tuple(wanted.of(_ordered(read, names)))

    def find(ids: Sequence[str] | None) -> tuple[Fact, ...]:
        if ids is None:
            return everything()
        found = known.facts(ids) if known and not wanted else None
        if found is None:
            asked = frozenset(ids)
            return tuple(fact for fact in everything() if fact.article in asked)
        return tuple(found)

    @cache
    def sums() -> Sums:
        found = known.sums() if known and not wanted else None
        return totals(everything(), count) if found is None else found

    sums()
    return Overview(names, find, sums)


def _read(project: Project, ids: Iterable[str], names: Names) -> Iterator[Fact]:
    for own in ids:
        yield from facts_of(project, own, project.annotations(own), names)


def _ordered(found: Iterable[Fact], names: Names) -> Iterator[Fact]:
    """The facts of each article as they stand in it."""
    for facts in by_article(found).values():
        yield from sorted(facts, key=names.place)


def _counter(project: Project) -> Words:
    @lru_cache(8)
    def text(article_id: str) -> str:
        return project.article(article_id).text

    def count(article_id: str, span: Span) -> int:
        return len(words(text(article_id), span))

    return count
