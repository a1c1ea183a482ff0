"""The articles quotations are looked up in, with what is known of who says what in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from fr_reader.model import Annotation, Annotations, Article, Quotation, Speakers
from fr_reader.text import read
from fr_reader.verify.index import Words


class Entry(Protocol):
    """What is asked of an article's entry in a project."""

    @property
    def id(self) -> str:
        """The article's id."""
        ...

    @property
    def earlier(self) -> Sequence[str]:
        """The hashes of its earlier texts."""
        ...


class Project(Protocol):
    """What is asked of a project; every store is one."""

    def entries(self) -> Sequence[Entry]:
        """The articles."""
        ...

    def article(self, article_id: str, /) -> Article:
        """The article with its text."""
        ...

    def revision(self, article_id: str, sha256: str, /) -> str:
        """An earlier text of an article."""
        ...

    def annotations(self, article_id: str, /) -> Annotations:
        """The annotations of all coders on one article."""
        ...

    def speakers(self) -> Speakers:
        """The speakers."""
        ...


@dataclass
class Library:
    """Articles of today, their earlier revisions, annotations by article, and speakers."""

    articles: tuple[Article, ...]
    earlier: tuple[Article, ...] = ()
    annotations: Mapping[str, tuple[Annotation, ...]] = field(default_factory=dict)
    speakers: Speakers = field(default_factory=Speakers.of)
    _read: dict[str, tuple[Quotation, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, project: Project) -> Library:
        """All of a project. Raises what the project raises."""
        entries = project.entries()
        articles = tuple(project.article(entry.id) for entry in entries)
        earlier = tuple(
            replace(article, text=project.revision(article.id, sha256), sha256=sha256)
            for article, entry in zip(articles, entries, strict=True)
            for sha256 in entry.earlier
        )
        marked = {entry.id: project.annotations(entry.id).items for entry in entries}
        return cls(articles, earlier, marked, project.speakers())

    @cached_property
    def texts(self) -> list[Words]:
        """All texts, those of today first."""
        today = [Words(article) for article in self.articles]
        return today + [Words(article, stale=True) for article in self.earlier]

    def quotations(self, article_id: str) -> tuple[Quotation, ...]:
        """What the rules find in an article of today."""
        if article_id not in self._read:
            article = next(each for each in self.articles if each.id == article_id)
            self._read[article_id] = read(article, self.speakers).quotations
        return self._read[article_id]
