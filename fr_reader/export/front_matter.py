"""The front matter of notes: what they are made from, in YAML other programs can read.

Every text is written as a JSON string, which YAML 1.2 takes as a double-quoted scalar, so no
title can end it early. No time of export and no path stands here: the same project gives the
same bytes. `quotations` counts those found in the texts, direct and mixed, `with_speaker` those of
them whose words have an accepted speaker, `further_with_speaker` the other passages that have one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from fr_reader.export.evidence import Evidence
from fr_reader.model import visible


def front_matter(title: str, evidence: Sequence[Evidence], speakers: int) -> list[str]:
    """The lines, from `---` to `---`, for notes called `title` on the articles of `evidence`."""
    return [
        "---",
        f"title: {_quoted(title)}",
        "articles:" if evidence else "articles: []",
        *(line for one in evidence for line in _article(one)),
        f"speakers: {speakers}",
        f"quotations: {sum(one.found for one in evidence)}",
        f"with_speaker: {sum(one.attributed for one in evidence)}",
        f"further_with_speaker: {sum(one.further for one in evidence)}",
        f"coded: {sum(len(one.coded) for one in evidence)}",
        f"memos: {sum(len(one.memos) for one in evidence)}",
        "---",
    ]


def _article(one: Evidence) -> Iterator[str]:
    article, known = one.article, one.article.metadata
    authors = f"[{', '.join(map(_quoted, known.authors))}]" if known.authors else ""
    pairs = {
        "title": _quoted(article.name),
        "authors": authors,
        "publisher": _quoted(known.publisher) if known.publisher else "",
        "published": _quoted(known.published) if known.published else "",
        "url": _quoted(known.url) if known.url else "",
        "language": _quoted(known.language) if known.language else "",
        "source": _quoted(article.source) if article.source else "",
        "sha256": _quoted(article.sha256),
        "paragraphs": str(len(one.reading.paragraphs)),
    }
    written = [f"{key}: {value}" for key, value in pairs.items() if value]
    for number, line in enumerate(written):
        yield f"{'    ' if number else '  - '}{line}"


def _quoted(text: str) -> str:
    return json.dumps(visible(" ".join(text.split())), ensure_ascii=False)
