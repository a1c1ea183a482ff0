"""The facts of a project, from whatever keeps it, and its sheets by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from fr_reader.export.evidence import Annotated
from fr_reader.export.project import Project
from fr_reader.model import Reading, Span
from fr_reader.overview import people, statements, themes
from fr_reader.overview.copies import Once, Prints
from fr_reader.overview.counting import Words
from fr_reader.overview.facts import Fact, facts
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Sheet
from fr_reader.text import paragraphs, words


@dataclass(frozen=True, slots=True)
class Overview:
    """The facts of a project that a query finds, with what is needed to count and name them.

    `note` says what is left out of them; every sheet repeats it.
    """

    facts: tuple[Fact, ...]
    names: Names
    words: Words
    note: str = ""

    def sheet(self, name: str) -> Sheet:
        """One of `SHEETS`. Raises KeyError for another name."""
        sheet = SHEETS[name](self)
        return replace(sheet, note=" ".join(filter(None, (sheet.note, self.note))))


SHEETS: dict[str, Callable[[Overview], Sheet]] = {
    "speakers": lambda of: people.speakers(of.facts, of.names, of.words),
    "matrix": lambda of: people.matrix(of.facts, of.names),
    "codes": lambda of: themes.codes(of.facts, of.names, of.words),
    "together": lambda of: themes.together(of.facts, of.names),
    "timeline": lambda of: themes.timeline(of.facts, of.names),
    "publishers": lambda of: people.publishers(of.facts, of.names, of.words),
    "claims": lambda of: statements.claims(of.facts, of.names),
    "ledger": lambda of: statements.ledger(of.facts, of.names),
}
"""The sheets that are counted of facts, by name, in the order they are offered."""


def overview(project: Project, query: Query | None = None, copies: bool = False) -> Overview:
    """Everything accepted in a project that `query` finds.

    What copies of one article print once more counts once (`copies.py`), unless `copies`.
    Reads each article with annotations, so it takes its time. Raises what the project raises.
    """
    wanted = query or Query()
    speakers, codebook = project.speakers(), project.codebook()
    ids = [entry.id for entry in project.entries()]
    asked = [
        article_id for article_id in ids if not wanted.articles or article_id in wanted.articles
    ]
    prints = Prints()
    found = wanted.of(facts(_sources(project, asked, prints), speakers, codebook))
    once = Once(tuple(found)) if copies else prints.once(found)
    return Overview(once.facts, Names(speakers, codebook), _counter(project), once.note)


def _sources(project: Project, ids: Sequence[str], prints: Prints) -> Iterator[Annotated]:
    for article_id in ids:
        annotations = project.annotations(article_id)
        if len(annotations):
            article = project.article(article_id)
            prints.read(article_id, article.text)
            yield Annotated(Reading(article, paragraphs(article.text)), annotations)


def _counter(project: Project) -> Words:
    @cache
    def text(article_id: str) -> str:
        return project.article(article_id).text

    def count(article_id: str, span: Span) -> int:
        return len(words(text(article_id), span))

    return count
