"""A made-up project to try a template on: an article with a quotation, a tag and memos."""

from __future__ import annotations

from fr_reader.export.collection import Collection
from fr_reader.export.evidence import Annotated, gather
from fr_reader.model import (
    CLAIM,
    CONCERN,
    Anchor,
    Annotation,
    Annotations,
    Article,
    Codebook,
    Metadata,
    Span,
    Speaker,
    Speakers,
)
from fr_reader.text import read

_TEXT = (
    "A made-up article\n\n“Nothing here is so,” Ann Example said, and she is made up.\n\n"
    "Bo Example is made up as well.\n"
)
_KNOWN = Metadata("A made-up article", ("Cy Example",), "The Example", "2026-01-02", "", "en")


def sample() -> Collection:
    """The made-up project."""
    article = Article("sample", _TEXT, _KNOWN, "sample.txt")
    ann = Speaker("ann", "Ann Example", "example", "Examples")
    speakers, codebook = Speakers.of([ann]), Codebook.of([CLAIM, CONCERN])
    said, plain = "“Nothing here is so,”", "Bo Example"
    annotations = Annotations.of(
        [
            _annotation(article, said, "1", speaker="ann"),
            _annotation(article, said, "2", code=CLAIM.id, memo="Is it not?"),
            _annotation(article, plain, "3", memo="Who is that?"),
        ]
    )
    evidence = gather(Annotated(read(article, speakers), annotations), speakers, codebook)
    return Collection((evidence,), speakers, codebook)


def _annotation(
    article: Article, words: str, name: str, *, code: str = "", speaker: str = "", memo: str = ""
) -> Annotation:
    start = article.text.index(words)
    anchors = (Anchor.at(article, Span(start, start + len(words))),)
    when = "2026-01-02T03:04:05.000006+00:00"
    return Annotation(name, article.id, anchors, "me", when, when, code, speaker, memo)
