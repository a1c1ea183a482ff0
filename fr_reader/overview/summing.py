"""The summaries of a project, from the store that keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from fr_reader.export.citations.keys import keys
from fr_reader.export.citations.styles import DEFAULT
from fr_reader.model import Article, Reading
from fr_reader.overview.project import Overview, overview
from fr_reader.overview.query import Query
from fr_reader.overview.summaries import Summary, summary
from fr_reader.overview.summary_text import Writing
from fr_reader.store import Entry, Store
from fr_reader.text import paragraphs


@dataclass(frozen=True)
class Summing:
    """Sums up a project, or articles of it, and cites in `style`.

    Reads the annotated articles when it is first asked, so it takes its time. Raises what the
    store raises.
    """

    store: Store
    style: str = DEFAULT

    def project(self) -> Summary:
        """All articles together, under the name of the project."""
        return summary(self._found, self.store.name, list(self._entries))

    def articles(self, wanted: Iterable[str] | None = None) -> Iterator[Summary]:
        """These articles one by one, or all that have anything accepted, in the order added."""
        if wanted is None:
            used = {fact.article for fact in self._found.facts}
            wanted = [article_id for article_id in self._entries if article_id in used]
        found = self._found
        for article_id in wanted:
            own = tuple(Query(articles=(article_id,)).of(found.facts))
            title = self.store.entry(article_id).name
            yield summary(Overview(own, found.names, found.words), title, [article_id])

    def written(self, found: Summary, plain: bool = False) -> str:
        """A summary in markdown, or in plain text; both quote the same."""
        words, key = self._found.words, self._keys.__getitem__
        return Writing(self._reading, words, key, self.style, plain).written(found)

    def sources(self, found: Summary) -> list[Article]:
        """The articles that are quoted in a summary."""
        ids = dict.fromkeys(one.fact.article for one in found.telling)
        return [self._reading(article_id).article for article_id in ids]

    def _reading(self, article_id: str) -> Reading:
        if article_id not in self._readings:
            article = self.store.article(article_id)
            self._readings[article_id] = Reading(article, paragraphs(article.text))
        return self._readings[article_id]

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        return {}

    @cached_property
    def _found(self) -> Overview:
        return overview(self.store)

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.store.entries()}

    @cached_property
    def _keys(self) -> dict[str, str]:
        return keys((entry.id, entry.metadata) for entry in self._entries.values())
