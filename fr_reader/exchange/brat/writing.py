"""A project as a folder that brat opens.

For each article `ID.txt` and `ID.ann`; every annotation is a text-bound one (`T`), its type the
code, or `Quotation` for a speaker, or `Memo`; attributes tell the speaker, the coder and a status
that is not `accepted`, a note (`#`) the memo. Offsets count code points of the text; since no
fragment may cross the end of a line, segments are split there. What brat has no place for, and
what it must not be trusted with, such as ids and times, is in `fr-reader.json`: read back, an
annotation nobody has touched is the one it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from fr_reader.exchange.brat.types import (
    CODER,
    MEMO,
    QUOTATION,
    SPEAKER,
    STATUS,
    Types,
    annotation_conf,
    visual_conf,
)
from fr_reader.exchange.foreign import free_name
from fr_reader.model import Annotation, Article, Bundle, Span, Status, slug, visible
from fr_reader.model.json_value import encode
from fr_reader.model.plain import fields_of

SIDECAR = "fr-reader.json"
"""The file with what brat has no place for."""
FORMAT = "fr-reader brat"
VERSION = 1

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def write(bundle: Bundle) -> dict[str, bytes]:
    """The files of the folder by name; the same bundle gives the same bytes."""
    types = Types.of(bundle)
    files: dict[str, bytes] = {
        "annotation.conf": annotation_conf(bundle, types).encode("ascii"),
        "visual.conf": visual_conf(bundle, types).encode(),
    }
    documents: dict[str, Any] = {}
    on: dict[str, list[Annotation]] = {}
    for each in bundle.annotations:
        on.setdefault(each.article, []).append(each)
    for article in bundle.articles:
        stem = free_name(slug(article.id), documents)
        text = plain_text(article)
        found = list(_numbered(on.get(article.id, ()), text))
        files[f"{stem}.txt"] = text.encode()
        files[f"{stem}.ann"] = "".join(
            line for name, each in found if name for line in lines(name, each, text, types)
        ).encode()
        fields = fields_of(article)
        if text == article.text:
            del fields["text"]
        documents[stem] = {
            "article": fields,
            "annotations": [[name, fields_of(each)] for name, each in found],
        }
    files[SIDECAR] = encode(_sidecar(bundle, types, documents)) + b"\n"
    return files


def _sidecar(bundle: Bundle, types: Types, documents: dict[str, Any]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": bundle.name,
        "codes": [fields_of(code) for code in bundle.codebook.by_id.values()],
        "speakers": [fields_of(speaker) for speaker in bundle.speakers.by_id.values()],
        "types": {"codes": types.codes, "speakers": types.speakers, "coders": types.coders},
        "documents": documents,
        "order": _order(bundle),
    }


def _order(bundle: Bundle) -> list[int]:
    """For each annotation, article by article, its place among all those of the project."""
    places: dict[str, list[int]] = {article.id: [] for article in bundle.articles}
    for place, each in enumerate(bundle.annotations):
        places[each.article].append(place)
    return [place for of_one in places.values() for place in of_one]


def plain_text(article: Article) -> str:
    """The text as brat can open it: a lone surrogate, which no file of UTF-8 can hold, becomes
    the replacement character, so offsets stay."""
    return _SURROGATE.sub("\ufffd", article.text)


def _numbered(annotations: Iterable[Annotation], text: str) -> Iterator[tuple[str, Annotation]]:
    """Each with its name in the file; with none where it has no words outside of line ends."""
    number = 0
    for each in annotations:
        shown = bool(fragments(each.segments, text))
        number += shown
        yield (f"T{number}" if shown else ""), each


def fragments(segments: Iterable[Span], text: str) -> list[Span]:
    """The segments without the ends of lines in them, as brat demands."""
    found = []
    for segment in segments:
        start = segment.start
        for match in _LINE_END.finditer(text, segment.start, segment.end):
            if match.start() > start:
                found.append(Span(start, match.start()))
            start = match.end()
        if start < segment.end:
            found.append(Span(start, segment.end))
    return found


def lines(name: str, each: Annotation, text: str, types: Types) -> list[str]:
    """The lines of one annotation in `text`, called `name` in the file."""
    number = name.removeprefix("T")
    spans = fragments(each.segments, text)
    kind = types.codes[each.code] if each.code else QUOTATION if each.speaker else MEMO
    where = ";".join(f"{span.start} {span.end}" for span in spans)
    words = " ".join(span.of(text) for span in spans)
    told = [f"{name}\t{kind} {where}\t{words}"]
    attributes = {CODER: types.coders[each.coder]}
    if each.speaker:
        attributes[SPEAKER] = types.speakers[each.speaker]
    if each.status is not Status.ACCEPTED:
        attributes[STATUS] = each.status.value
    for index, (key, value) in enumerate(attributes.items(), 1):
        told.append(f"A{number}{index}\t{key} {name} {value}")
    if each.memo:
        told.append(f"#{number}\tAnnotatorNotes {name}\t{note(each.memo)}")
    return [line + "\n" for line in told]


def note(memo: str) -> str:
    """A memo in one line, controls and ends of lines as symbols."""
    return visible(memo)
