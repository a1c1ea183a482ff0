"""The articles of a project as references: CSL-JSON, BibLaTeX and RIS, one module for each."""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.export.citations.keys import keys
from fr_reader.export.citations.work import Work, work_of
from fr_reader.model import Metadata, visible


def works(articles: Iterable[tuple[str, Metadata]]) -> list[Work]:
    """The works to write, each with its key, in the order of the project.

    Control characters in their texts are visible symbols already.
    """
    known = [(article_id, _safe(metadata)) for article_id, metadata in articles]
    called = keys(known)
    return [work_of(metadata, called[article_id]) for article_id, metadata in known]


def _safe(known: Metadata) -> Metadata:
    def line(text: str) -> str:
        return visible(" ".join(text.split()))

    return Metadata(
        line(known.title),
        tuple(author for author in map(line, known.authors) if author),
        line(known.publisher),
        line(known.published),
        line(known.url),
        line(known.language),
    )
