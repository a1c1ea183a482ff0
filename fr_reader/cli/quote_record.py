"""One quotation as a record: what `quotes --format jsonl` prints and the benchmarks measure."""

from __future__ import annotations

from pathlib import PurePath

from fr_reader.model import Article, Quotation, Span, Speakers, slug
from fr_reader.text import quotations


def found(article: Article, speakers: Speakers | None = None) -> list[Quotation]:
    """The quotations in `article`, as every form of `quotes` lists them.

    `speakers` are those of the project, whose names and aliases win over what the text suggests.
    """
    return quotations(article, speakers)


def record(article: Article, path: str, number: int, quotation: Quotation) -> dict[str, object]:
    """The quotation, the `number`th of its article from 1; offsets count code points."""
    return {
        "article": article_name(article, path),
        "path": path,
        "n": number,
        "kind": quotation.kind.value,
        "segments": [segment.as_list() for segment in quotation.segments],
        "text": list(quotation.text(article.text)),
        "cue": _mention(article, quotation.cue),
        "speaker": _mention(article, quotation.speaker),
        "who": quotation.who,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def article_name(article: Article, path: str) -> str:
    """The file's name without its ending; the article's id where that tells no other apart."""
    stem = PurePath(path).stem
    return stem if stem and path != "-" and slug(stem) == article.id else article.id


def _mention(article: Article, span: Span | None) -> dict[str, object] | None:
    return {"span": span.as_list(), "text": span.of(article.text)} if span else None
