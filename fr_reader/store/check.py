"""Checking a project: every line, checksum, anchor and reference, without opening it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from fr_reader.model import Anchor, Annotation, Article, Code, Speaker, Status, StoreError, visible
from fr_reader.store import files, records
from fr_reader.store.conflicts import concerns
from fr_reader.store.manifest import NAME, read_manifest
from fr_reader.store.naming import coder_file
from fr_reader.store.places import (
    ARTICLES,
    FILES,
    TRASH,
    Kept,
    annotation_journals,
    listed,
    shared_journals,
)
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS
from fr_reader.store.protocol import Entry
from fr_reader.store.scan import Row, rows
from fr_reader.store.texts import read_text

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: in which file, on which line from 1 (0: the file), in words.

    `kind` says what a repair could do about it, `about` is the id of what it is about. What only
    waits for its coder, a conflict, is not `wrong`.
    """

    kind: str
    path: Path
    what: str
    line: int = 0
    about: str = ""

    @property
    def wrong(self) -> bool:
        """Whether this is damage."""
        return self.kind != "conflict"

    def __str__(self) -> str:
        place = f": line {self.line}" if self.line else ""
        return f"{files.named(self.path)}{place} {self.what}"


@dataclass(slots=True)
class _Known:
    """What is known of a project so far: its records by id, each with the line it is on."""

    entries: dict[str, tuple[int, Entry]] = field(default_factory=dict)
    codes: dict[str, tuple[int, Code]] = field(default_factory=dict)
    speakers: dict[str, tuple[int, Speaker]] = field(default_factory=dict)


def check(folder: Path) -> Iterator[Fault]:
    """All that is wrong in the project in `folder`.

    Raises StoreError where it was made by a newer fr-reader or cannot be read.
    """
    yield from _manifest(folder)
    known = _Known()
    codes, speakers, articles = shared_journals(folder)
    yield from _journal(codes, CODES, records.code_of, known.codes)
    yield from _journal(speakers, SPEAKERS, records.speaker_of, known.speakers)
    yield from _journal(articles, ARTICLES, records.entry_of, known.entries)
    for line, code in known.codes.values():
        if code.parent and code.parent not in known.codes:
            what = f"puts {visible(code.name)!r} below a code that is not there"
            yield Fault("code", codes.path, what, line, code.parent)
    last: tuple[str, Article | None] = "", None
    for number, (line, entry) in known.entries.items():
        yield from _text(folder, number, line, entry)
    yield from _strays(folder, known)
    for kept in annotation_journals(folder):
        found: dict[str, tuple[int, Annotation]] = {}
        yield from _journal(kept, ANNOTATIONS, records.annotation_of, found)
        if kept.path.is_relative_to(folder / TRASH):
            continue
        if last[0] != kept.article:
            last = kept.article, _article(folder, known, kept.article)
        for line, annotation in found.values():
            yield from _annotation(kept, line, annotation, last[1], known)


def _manifest(folder: Path) -> Iterator[Fault]:
    path = folder / NAME
    if not path.exists():
        yield Fault("manifest", path, "is missing")
        return
    try:
        read_manifest(folder)
    except StoreError as error:
        if "newer" in str(error):
            raise
        yield Fault("manifest", path, "is damaged or not of fr-reader")


def _journal(
    kept: Kept, table: str, read: Callable[[dict[str, Any]], R], found: dict[str, tuple[int, R]]
) -> Iterator[Fault]:
    """What is wrong with the lines of a journal; its records go to `found`."""
    documents: dict[str, tuple[int, dict[str, Any]]] = {}
    expected, skipped, any_act = 1, 0, False
    for row in rows(kept.path):
        yield from _line(kept.path, row)
        skipped += row.damaged
        if row.act is None:
            continue
        any_act = True
        if not expected <= row.act.number <= expected + skipped:
            what = f"is act {row.act.number} where {expected} was expected: " + (
                "acts are missing" if row.act.number > expected else "it is out of order"
            )
            yield Fault("number", kept.path, what, row.number)
        expected, skipped = max(expected, row.act.number + 1), 0
        changed = row.act.changes.get(table, {})
        if changed is None:
            documents.clear()
        for doc_id, document in (changed or {}).items():
            documents.pop(doc_id, None)
            if document is not None:
                documents[doc_id] = row.number, document
    if not any_act:
        there = kept.path.exists()
        yield Fault("lost", kept.path, "holds no act" if there else "is missing", 0, kept.place)
    for doc_id, (line, document) in documents.items():
        try:
            if document.get("id") != doc_id:
                raise ValueError("its id is another")
            found[doc_id] = line, read(document)
        except ValueError as error:
            what = f"holds a record that is not understood ({visible(f'{doc_id}: {error}')})"
            yield Fault("record", kept.path, what, line, doc_id)


def _line(path: Path, row: Row) -> Iterator[Fault]:
    if row.torn:
        yield Fault("line", path, "was never wholly saved", row.number)
    elif row.damaged:
        yield Fault("line", path, "is damaged: its checksum does not fit", row.number)
    elif row.number == 1 and not row.header:
        yield Fault("line", path, "is not the first line of a journal", row.number)


def _text(folder: Path, article_id: str, line: int, entry: Entry) -> Iterator[Fault]:
    path = folder / ARTICLES / f"{article_id}.txt"
    try:
        length = len(read_text(path, entry.sha256))
    except StoreError:
        what = "is not the text that was added" if path.exists() else "is missing"
        yield Fault("text", path, what, 0, entry.sha256)
        return
    if length != entry.length:
        what = f"says {visible(article_id)} has {entry.length} code points, and it has {length}"
        yield Fault("length", folder / FILES[ARTICLES], what, line, article_id)


def _strays(folder: Path, known: _Known) -> Iterator[Fault]:
    """Texts and annotations of articles the project does not have."""
    for path in listed(folder / ARTICLES):
        if path.suffix == ".txt" and path.stem not in known.entries:
            yield Fault("stray", path, "is the text of no article of the project", 0, path.stem)
    for path in listed(folder / ANNOTATIONS):
        if path.is_dir() and path.name not in known.entries:
            yield Fault("orphan", path, "holds annotations on no article of the project")


def _article(folder: Path, known: _Known, article_id: str) -> Article | None:
    """The article with its text, or None where that is not there; which is told elsewhere."""
    if article_id not in known.entries:
        return None
    entry = known.entries[article_id][1]
    try:
        text = read_text(folder / ARTICLES / f"{article_id}.txt", entry.sha256)
    except StoreError:
        return None
    return Article(entry.id, text, entry.metadata, entry.source, entry.sha256)


def _annotation(
    kept: Kept, line: int, annotation: Annotation, article: Article | None, known: _Known
) -> Iterator[Fault]:
    """What is wrong with an annotation, but for its line."""

    def fault(kind: str, what: str, about: str = "") -> Fault:
        name = visible(annotation.id)
        return Fault(kind, kept.path, f"has annotation {name}, {what}", line, about)

    if annotation.article != kept.article:
        yield fault("place", f"which is on another article, {visible(annotation.article)}")
    elif coder_file(annotation.coder) != kept.path.name:
        yield fault("place", f"which is another coder's, {visible(annotation.coder)}")
    if annotation.code and annotation.code not in known.codes:
        yield fault("code", "whose code is not in the codebook", annotation.code)
    if annotation.speaker and annotation.speaker not in known.speakers:
        yield fault("speaker", "whose speaker is not among the speakers", annotation.speaker)
    if annotation.status is Status.CONFLICT:
        what = f"another version of {visible(concerns(annotation))}: see fr-reader settle"
        yield fault("conflict", what, annotation.id)
    if article is not None:
        for wrong in filter(None, (_anchor(anchor, article) for anchor in annotation.anchors)):
            yield fault("anchor", wrong)


def _anchor(anchor: Anchor, article: Article) -> str:
    """What is wrong with an anchor, or nothing."""
    if anchor.sha256 != article.sha256:
        return "whose passage is of another version of the text"
    if not anchor.holds(article):
        return f"whose words do not stand at {anchor.span.start} to {anchor.span.end} of the text"
    if anchor != Anchor.at(article, anchor.span):
        return "whose words have other surroundings in the text"
    return ""
