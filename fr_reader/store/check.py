"""Checking a project: every line, checksum, anchor and reference, without opening it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from fr_reader.model import (
    Annotation,
    Article,
    Code,
    Codebook,
    Speaker,
    Speakers,
    Status,
    StoreError,
    visible,
)
from fr_reader.store import records
from fr_reader.store.branches import joined
from fr_reader.store.check_texts import (
    lost_revisions,
    strays,
    text_faults,
    texts_of,
    wrong_anchors,
)
from fr_reader.store.conflicts import concerns
from fr_reader.store.fault import Fault
from fr_reader.store.manifest import NAME, read_manifest
from fr_reader.store.marks import TABLE as DONE
from fr_reader.store.marks import Mark, mark_of
from fr_reader.store.naming import coder_file
from fr_reader.store.places import (
    ARTICLES,
    TRASH,
    Kept,
    annotation_journals,
    mark_journals,
    shared_journals,
)
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS
from fr_reader.store.protocol import Entry
from fr_reader.store.references import named_by
from fr_reader.store.scan import Row, acts, rows

R = TypeVar("R")


@dataclass(slots=True)
class _Known:
    """What is known of a project so far: its records by id, each with the line it is on.

    `unknown` has, by article, the hashes of texts that anchors name and its entry does not.
    """

    entries: dict[str, tuple[int, Entry]] = field(default_factory=dict)
    codes: dict[str, tuple[int, Code]] = field(default_factory=dict)
    speakers: dict[str, tuple[int, Speaker]] = field(default_factory=dict)
    unknown: dict[str, set[str]] = field(default_factory=dict)


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
    yield from _links(codes, "code", known.codes)
    yield from _links(speakers, "speaker", known.speakers)
    last: tuple[str, dict[str, Article | None]] = "", {}
    linking: list[tuple[Kept, int, Annotation]] = []
    for number, (line, entry) in known.entries.items():
        yield from text_faults(folder, number, line, entry)
    yield from strays(folder, known.entries)
    for kept in annotation_journals(folder):
        found: dict[str, tuple[int, Annotation]] = {}
        yield from _journal(kept, ANNOTATIONS, records.annotation_of, found)
        if kept.path.is_relative_to(folder / TRASH):
            continue
        if last[0] != kept.article:
            last = kept.article, texts_of(folder, known.entries, kept.article)
        for line, annotation in found.values():
            yield from _annotation(kept, line, annotation, last[1], known)
            if annotation.links:
                linking.append((kept, line, annotation))
    yield from _loose_links(folder, linking)
    for kept in mark_journals(folder):
        yield from _marks(kept)
    yield from lost_revisions(folder, known.entries, known.unknown)


def _links(
    kept: Kept, kind: str, known: Mapping[str, tuple[int, Code]] | Mapping[str, tuple[int, Speaker]]
) -> Iterator[Fault]:
    """Codes below or merged into what is not there, or into themselves by way of others."""
    records: list[Any] = [record for _, record in known.values()]
    book = (Codebook if kind == "code" else Speakers).of(records)
    for line, record in known.values():
        name = visible(record.name)
        missing = [other for other in named_by(record) if other not in known]
        for other in missing:
            below = isinstance(record, Code) and other == record.parent
            how = "puts {} below" if below else "merges {} into"
            what = f"{how.format(repr(name))} a {kind} that is not there"
            yield Fault(kind, kept.path, what, line, other)
        if not missing and not book.is_sound(record.id):
            what = f"leads from {name!r} round to itself: part what was merged, or move it"
            yield Fault("circle", kept.path, what, line, record.id)


def _loose_links(folder: Path, linking: Sequence[tuple[Kept, int, Annotation]]) -> Iterator[Fault]:
    """Links to annotations that are gone; one in the trash may come back. Reads the articles that
    links lead to once more."""
    wanted = {link.article for _, _, annotation in linking for link in annotation.links}
    there: dict[str, tuple[int, Annotation]] = {}
    for kept in annotation_journals(folder) if wanted else ():
        if kept.article in wanted:
            for _ in _journal(kept, ANNOTATIONS, records.annotation_of, there):
                pass  # told of already
    for kept, line, annotation in linking:
        for link in annotation.links:
            if link.to not in there:
                what = (
                    f"has annotation {visible(annotation.id)}, which {link.relation} one that is "
                    f"gone from {visible(link.article)}: the link is passed over"
                )
                yield Fault("link", kept.path, what, line, annotation.id)


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
    expected, skipped, any_act, branched = 1, 0, False, False
    for row in rows(kept.path):
        yield from _line(kept.path, row)
        skipped += row.damaged
        if row.act is None:
            continue
        any_act = True
        if row.act.number > expected + skipped:
            what = f"is act {row.act.number} where {expected} was expected: acts are missing"
            yield Fault("number", kept.path, what, row.number)
        branched = branched or row.act.number < expected
        expected, skipped = max(expected, row.act.number + 1), 0
        changed = row.act.changes.get(table, {})
        if changed is None:
            documents.clear()
        for doc_id, document in (changed or {}).items():
            documents.pop(doc_id, None)
            if document is not None:
                documents[doc_id] = row.number, document
    if branched:
        yield from _joined(kept.path, table, documents)
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


def _joined(
    path: Path, table: str, documents: dict[str, tuple[int, dict[str, Any]]]
) -> Iterator[Fault]:
    """Put what comes of the branches of a merged journal into `documents`, and tell what was
    decided where nobody has settled it yet."""
    found = joined(row.act for row in acts(path) if row.act)
    if len(found.heads) > 1:
        for sentence in found.told:
            yield Fault("merge", path, f"was merged: {sentence}")
    lines = {doc_id: line for doc_id, (line, _) in documents.items()}
    documents.clear()
    for doc_id, document in found.tables.get(table, {}).items():
        documents[doc_id] = lines.get(doc_id, 0), document


def _line(path: Path, row: Row) -> Iterator[Fault]:
    if row.torn:
        yield Fault("line", path, "was never wholly saved", row.number)
    elif row.damaged:
        yield Fault("line", path, "is damaged: its checksum does not fit", row.number)
    elif row.number == 1 and not row.header:
        yield Fault("line", path, "is not the first line of a journal", row.number)


def _marks(kept: Kept) -> Iterator[Fault]:
    """What is wrong with a journal of what a coder is done with."""
    found: dict[str, tuple[int, Mark]] = {}
    yield from _journal(kept, DONE, mark_of, found)
    for line, mark in found.values():
        if coder_file(mark.coder) != kept.path.name:
            what = f"has a mark that is another coder's, {visible(mark.coder)}"
            yield Fault("place", kept.path, what, line)


def _annotation(
    kept: Kept,
    line: int,
    annotation: Annotation,
    texts: dict[str, Article | None],
    known: _Known,
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
    for anchor, wrong in wrong_anchors(annotation, texts) if texts else ():
        if anchor.sha256 not in texts:
            known.unknown.setdefault(kept.article, set()).add(anchor.sha256)
        yield fault("anchor", wrong)
