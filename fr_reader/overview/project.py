"""The facts of a project, from whatever keeps it, and its sheets by name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from fr_reader.export.project import Project
from fr_reader.model import Span
from fr_reader.overview import people, statements, themes
from fr_reader.overview.beside import by_article
from fr_reader.overview.copies import Once, Prints, note
from fr_reader.overview.counting import Words, numbers, totals
from fr_reader.overview.facts import Fact
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.overview.remembered import LEFT_OUT, Remembered, Remembering, facts_of
from fr_reader.overview.sheet import Sheet
from fr_reader.overview.standing import standing
from fr_reader.store.sums import Sums
from fr_reader.text import words


@dataclass(frozen=True)
class Overview:
    """The facts of a project that a query finds, with what is needed to count and name them.

    `note` says what is left out of them; every sheet repeats it.
    """

    facts: tuple[Fact, ...]
    names: Names
    words: Words
    note: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the articles by their ids."""

    @cached_property
    def sums(self) -> Sums:
        """What the facts come to."""
        return totals(self.facts, self.words)

    def codes_of(self, links: Iterable[tuple[str, str]]) -> Mapping[str, str]:
        """The codes of what links lead to, each an article and an annotation, by annotation."""
        articles = {article for article, _ in links}
        found = self.within(articles) if articles else ()
        return {own: fact.code for fact in found if fact.code for own in fact.ids}

    def within(self, _articles: Collection[str]) -> Iterable[Fact]:
        """The facts of these articles, and maybe of others."""
        return self.facts

    def sheet(self, name: str) -> Sheet:
        """One of `SHEETS`. Raises KeyError for another name."""
        sheet = SHEETS[name](self)
        return replace(sheet, note=" ".join(filter(None, (sheet.note, self.note))))


class _Recalled(Overview):
    """An overview of everything, whose sums are remembered; its facts are read if asked for."""

    _known: Remembered
    _project: Project
    _copies: bool

    @classmethod
    def of(
        cls, known: Remembered, project: Project, names: Names, copies: bool, last: bool = False
    ) -> Overview | None:
        """The overview, with `last` of the totals as they were; None where nothing is
        remembered."""
        sums = (known.last if last else known.sums)(once=not copies)
        if sums is None:
            return None
        made = object.__new__(cls)
        left_out = note(numbers(sums, LEFT_OUT)[0])
        parts = {"names": names, "words": known.words, "note": left_out, "sums": sums}
        made.__dict__.update(parts, _known=known, _project=project, _copies=copies)
        return made

    def __getattr__(self, name: str) -> object:
        if name != "facts":
            if name == "titles":
                self.__dict__[name] = titles_of(self._project)
                return self.__dict__[name]
            raise AttributeError(name)
        found = _recalled(self._known, self._project, self.names, Query(), self._copies)
        if found is None:
            found = _plainly(self._project, Query(), self._copies, self.names, self.words)
        self.__dict__["facts"] = found.facts
        return found.facts

    def within(self, articles: Collection[str]) -> Iterable[Fact]:
        """The facts of these articles, and maybe of others."""
        if "facts" in self.__dict__:
            return self.facts
        ids = sorted(articles)
        found = self._known.facts(ids)
        return _read(self._project, ids, self.names) if found is None else found


SHEETS: dict[str, Callable[[Overview], Sheet]] = {
    "speakers": lambda of: people.speakers(of.sums, of.names),
    "matrix": lambda of: people.matrix(of.sums, of.names),
    "codes": lambda of: themes.codes(of.sums, of.names),
    "together": lambda of: themes.together(of.sums, of.names),
    "timeline": lambda of: themes.timeline(of.sums, of.names),
    "publishers": lambda of: people.publishers(of.sums, of.names),
    "claims": lambda of: statements.claims(of.sums, of.names, of.codes_of),
    "ledger": lambda of: statements.ledger(of.facts, of.names, of.titles),
}
"""The sheets of what is accepted, by name, in the order they are offered."""
READING = ("claims", "ledger")
"""Those that read facts, not totals alone."""


def overview(project: Project, query: Query | None = None, copies: bool = False) -> Overview:
    """Everything accepted in a project that `query` finds.

    What an adjudicator overruled is left out (`standing.py`), unless the query names coders.
    What copies of one article print once more counts once (`copies.py`), unless `copies`. A
    project that remembers what was counted of its articles is asked for that, and only what was
    changed since is read; else each article with annotations is, which takes its time. Raises
    what the project raises.
    """
    wanted = query or Query()
    digest = project.digest if isinstance(project, Remembering) else None
    if not wanted.coders:
        project = standing(project)
    names, count = Names(project.speakers(), project.codebook()), _counter(project)
    found: Overview | None = None
    if digest is not None and not wanted.coders:
        known = Remembered(digest, project, names, count)
        if wanted:
            found = _recalled(known, project, names, wanted, copies)
        else:
            found = _Recalled.of(known, project, names, copies)
    return found or _plainly(project, wanted, copies, names, count)


def last_counted(project: Project, copies: bool = False) -> Overview | None:
    """The totals as they were counted last, whatever was changed since, which takes no looking at
    the articles; None where they are not remembered. Raises what the project raises."""
    if not isinstance(project, Remembering):
        return None
    digest, project = project.digest, standing(project)
    names, count = Names(project.speakers(), project.codebook()), _counter(project)
    known = Remembered(digest, project, names, count)
    return _Recalled.of(known, project, names, copies, last=True)


def _recalled(
    known: Remembered, project: Project, names: Names, wanted: Query, copies: bool
) -> Overview | None:
    """What a query finds, of what is remembered; None where nothing is."""
    read = known.facts(_asked(project, wanted))
    if read is None:
        return None
    found = wanted.of(_ordered(filter(wanted.finds, read), names))
    once = Once(tuple(found)) if copies else known.once(found, wanted)
    if once is None:
        return None
    return Overview(once.facts, names, known.words, once.note, titles_of(project))


def _plainly(project: Project, wanted: Query, copies: bool, names: Names, count: Words) -> Overview:
    """What a query finds, counted from the annotations themselves."""
    prints = Prints()
    read = _read(project, _asked(project, wanted), names, prints)
    found = wanted.of(_ordered(read, names))
    once = Once(tuple(found)) if copies else prints.once(found)
    return Overview(once.facts, names, count, once.note, titles_of(project))


def titles_of(project: Project) -> dict[str, str]:
    """The titles of the articles by their ids."""
    return {entry.id: entry.metadata.title for entry in project.entries()}


def _asked(project: Project, wanted: Query) -> list[str]:
    ids = [entry.id for entry in project.entries()]
    return [own for own in ids if not wanted.articles or own in wanted.articles]


def _read(
    project: Project, ids: Iterable[str], names: Names, prints: Prints | None = None
) -> Iterator[Fact]:
    for own in ids:
        annotations = project.annotations(own)
        found = facts_of(project, own, annotations, names)
        if prints and found:
            prints.read(own, project.article(own).text)
        yield from found


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
