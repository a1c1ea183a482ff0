"""The table of annotations: a row for each, with all that can be sorted and counted by."""

from __future__ import annotations

from collections.abc import Iterator

from fr_reader.export.evidence import NO_CODE, NO_SPEAKER, Annotated
from fr_reader.export.gathering import Gathered
from fr_reader.export.passage import stretches
from fr_reader.export.tables.cells import Cell, Row
from fr_reader.export.voices import Voices
from fr_reader.model import Annotation, Code, Codebook, Speaker, Status

COLUMNS = (
    "article",
    "title",
    "authors",
    "publisher",
    "published",
    "url",
    "paragraph",
    "to_paragraph",
    "start",
    "end",
    "kind",
    "code",
    "code_path",
    "speaker",
    "role",
    "affiliation",
    "text",
    "memo",
    "coder",
    "status",
    "created",
    "modified",
    "id",
    "stance",
    "links",
)
"""The heads. `start` and `end` count code points of the article's text, half-open, from the first
segment to the last; `kind` is code, speaker or memo; `speaker` of a code is who said the passage,
empty where that is nobody's or several people's; `code_path` names the codes above it as well.
`links` says what it is to other annotations, by their `article` and `id`: `rebuts trees/1a2b`."""


def annotation_rows(gathered: Gathered, *, everything: bool = False) -> Iterator[Row]:
    """The rows, article by article in the order of the text: what is accepted, or everything."""
    for source in gathered.sources:
        text = source.reading.article.text

        def speaker(annotation: Annotation) -> Speaker:
            return gathered.speakers.get(annotation.speaker) or NO_SPEAKER

        voices = Voices.of(text, source.annotations.accepted().spoken(), speaker)
        for annotation in source.annotations:
            if everything or annotation.status is Status.ACCEPTED:
                who = speaker(annotation) if annotation.speaker else _behind(annotation, voices)
                yield _row(source, annotation, who, gathered.codebook)


def article_cells(source: Annotated) -> dict[str, Cell]:
    """The cells about an article."""
    article = source.reading.article
    known = article.metadata
    return {
        "article": article.id,
        "title": known.title,
        "authors": "; ".join(known.authors),
        "publisher": known.publisher,
        "published": known.published,
        "url": known.url,
    }


def _behind(annotation: Annotation, voices: Voices) -> Speaker | None:
    """Who said the passage of a code or a memo, if that is one person."""
    said = voices.behind(annotation.segments, annotation.coder)
    return said.speakers[0] if said.wholly and len(said.speakers) == 1 else None


def _row(source: Annotated, each: Annotation, who: Speaker | None, codebook: Codebook) -> Row:
    code = (codebook.get(each.code) or NO_CODE) if each.code else None
    first, last = source.reading.paragraph_numbers(each.span)
    return {
        **article_cells(source),
        "paragraph": first,
        "to_paragraph": last,
        "start": each.span.start,
        "end": each.span.end,
        "kind": "code" if each.code else "speaker" if each.speaker else "memo",
        "code": code.name if code else "",
        "code_path": _path(code, codebook),
        "speaker": who.name if who else "",
        "role": who.role if who else "",
        "affiliation": who.affiliation if who else "",
        "text": "\n".join(stretches(source.reading, each.segments)),
        "memo": each.memo,
        "coder": each.coder,
        "status": each.status.value,
        "created": each.created,
        "modified": each.modified,
        "id": each.id,
        "stance": each.stance,
        "links": "; ".join(f"{one.relation} {one.article}/{one.to}" for one in each.links),
    }


def _path(code: Code | None, codebook: Codebook) -> str:
    """A code with those above it, the topmost first."""
    names: list[str] = []
    while code is not None and len(names) <= len(codebook.by_id):
        names.insert(0, code.name)
        code = codebook.parent(code) if code.id in codebook.by_id else None
    return " › ".join(names)
