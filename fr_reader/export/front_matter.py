"""The properties of notes: what they are made from, for other programs to read.

No time of export and no path stands here: the same project gives the same bytes. `quotations`
counts those found in the texts, direct and mixed, `with_speaker` those of them whose words have an
accepted speaker, `further_with_speaker` the other passages that have one.
"""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.export.document import Source, Value, of_article
from fr_reader.export.evidence import Evidence

Properties = tuple[tuple[str, Value], ...]


def article_properties(title: str, evidence: Sequence[Evidence]) -> Properties:
    """The properties of notes called `title` on the articles of `evidence`."""
    voices = {finding.of for one in evidence for finding in one.spoken}
    return (
        ("title", title),
        ("articles", tuple(source(one) for one in evidence)),
        ("speakers", len(voices)),
        ("quotations", sum(one.found for one in evidence)),
        ("with_speaker", sum(one.attributed for one in evidence)),
        ("further_with_speaker", sum(one.further for one in evidence)),
        ("coded", sum(one.coded_passages for one in evidence)),
        ("memos", sum(len(one.memos) for one in evidence)),
    )


def source(one: Evidence) -> Source:
    """What is known of the article."""
    article, known = one.article, one.article.metadata
    pairs: tuple[tuple[str, str | int | tuple[str, ...]], ...] = (
        ("title", article.name),
        ("authors", known.authors),
        ("publisher", known.publisher),
        ("published", known.published),
        ("url", known.url),
        ("language", known.language),
        ("source", article.source),
        ("sha256", article.sha256),
        ("paragraphs", len(one.reading.paragraphs)),
    )
    always = ("title", "paragraphs")
    return Source(of_article(article), tuple(p for p in pairs if p[1] or p[0] in always))
