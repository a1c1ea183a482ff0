"""The notes of a project, from whatever keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from fr_reader.export.collection import Collection
from fr_reader.export.evidence import Annotated, gather
from fr_reader.export.profiles import DEFAULT
from fr_reader.model import Annotations, Article, Codebook, Metadata, Speakers
from fr_reader.text import read


class _Entry(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def metadata(self) -> Metadata: ...


class Project(Protocol):
    """What is asked of a project; every store is one."""

    def entries(self) -> Sequence[_Entry]:
        """The articles, in the order added."""
        ...

    def article(self, article_id: str, /) -> Article:
        """The article with its text."""
        ...

    def annotations(self, article_id: str, /) -> Annotations:
        """The annotations of all coders on one article."""
        ...

    def speakers(self) -> Speakers:
        """The speakers."""
        ...

    def codebook(self) -> Codebook:
        """The codes."""
        ...


def project_notes(project: Project, article_ids: Sequence[str] | None = None) -> str:
    """The markdown notes of these articles of `project`, or of all, in the order added.

    Nothing in them is the user's to write: `collect` gives notes that are. Reads each article, so
    it takes its time. Raises what the project raises.
    """
    return collect(project, article_ids).one(DEFAULT, places=False).text


def collect(project: Project, article_ids: Sequence[str] | None = None) -> Collection:
    """What notes on these articles of `project`, or on all, are made from, in the order added."""
    ids = [entry.id for entry in project.entries()] if article_ids is None else article_ids
    speakers, codebook = project.speakers(), project.codebook()
    sources = (
        Annotated(read(project.article(article_id), speakers), project.annotations(article_id))
        for article_id in ids
    )
    evidence = tuple(gather(source, speakers, codebook) for source in sources)
    return Collection(evidence, speakers, codebook)
