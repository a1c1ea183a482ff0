"""A project as it stood at some time, read from its journals; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from fr_reader.model import (
    Annotation,
    Annotations,
    Article,
    Code,
    Codebook,
    Speaker,
    Speakers,
    StoreError,
    visible,
)
from fr_reader.store import files, records
from fr_reader.store.branches import joined
from fr_reader.store.carrying import Carried, Carrying
from fr_reader.store.entries import unknown_article
from fr_reader.store.places import (
    ARTICLES,
    FILES,
    TRASH,
    annotation_journals,
    listed,
)
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS
from fr_reader.store.protocol import Astray, Entry
from fr_reader.store.revisions import text_names
from fr_reader.store.scan import acts
from fr_reader.store.texts import hash_at, read_text

R = TypeVar("R")


def moment(written: str) -> str:
    """A time as people write it, as the store keeps it; without a zone it is local time.

    A day alone means its end. Raises StoreError where it is no time.
    """
    text = written.strip()
    try:
        found = datetime.fromisoformat(text)
        if "T" not in text and " " not in text and ":" not in text:
            found = datetime.combine(found.date(), time.max)
        return found.astimezone(UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError, OSError):
        raise StoreError(
            f"{visible(written)!r} is no time: write it as in 2026-01-31 or 2026-01-31T18:30"
        ) from None


class Past:
    """What the project in `folder` held at `moment`, a time as the store keeps it.

    Articles that are in the trash now are there if they were in the project then. Every method
    may raise StoreError.
    """

    def __init__(self, folder: Path, moment: str) -> None:
        self._folder = folder
        self._moment = moment
        self._entries = self._shared(ARTICLES, records.entry_of)
        self._carrying = Carrying(self._text_of)

    def entries(self) -> tuple[Entry, ...]:
        """The articles there were then, in the order added."""
        return tuple(self._entries.values())

    def article(self, article_id: str) -> Article:
        """An article as it was described then, with the text it had then."""
        entry = self._entry(article_id)
        text = self._read(entry, entry.sha256)
        return Article(entry.id, text, entry.metadata, entry.source, entry.sha256)

    def codebook(self) -> Codebook:
        """The codes there were then."""
        codes: dict[str, Code] = self._shared(CODES, records.code_of)
        return Codebook.of(codes.values())

    def speakers(self) -> Speakers:
        """The speakers there were then."""
        speakers: dict[str, Speaker] = self._shared(SPEAKERS, records.speaker_of)
        return Speakers.of(speakers.values())

    def annotations(self, article_id: str) -> Annotations:
        """The annotations of all coders on an article then, where they stood in its text."""
        return Annotations.of(self._carried(article_id).placed)

    def astray(self, article_id: str) -> tuple[Astray, ...]:
        """The annotations that waited then for somebody to say where they belong."""
        return self._carried(article_id).astray

    def _carried(self, article_id: str) -> Carried:
        entry = self._entry(article_id)
        found: dict[tuple[str, str], Annotation] = {}
        for kept in annotation_journals(self._folder, article_id):
            for known in self._then(kept.path, ANNOTATIONS, records.annotation_of).values():
                found.setdefault((known.coder, known.id), known)
        article = partial(self.article, article_id)
        return self._carrying.of(found.values(), entry.sha256, article)

    def _entry(self, article_id: str) -> Entry:
        entry = self._entries.get(article_id)
        if entry is None:
            raise unknown_article(article_id)
        return entry

    def _text_of(self, article_id: str, sha256: str) -> str | None:
        """A text the article had until then; None where it had no such text."""
        entry = self._entry(article_id)
        return self._read(entry, sha256) if sha256 in text_names(entry) else None

    def _read(self, entry: Entry, sha256: str) -> str:
        """A text, from its place or from the trash, where others of this name may be too."""
        name = text_names(entry)[sha256]
        homes = [self._folder / ARTICLES, *reversed(listed(self._folder / TRASH))]
        there = [home / name for home in homes if (home / name).is_file()]
        right = (path for path in there if hash_at(path) == sha256)
        return read_text(next(right, (there or [homes[0] / name])[0]), sha256)

    def _shared(self, place: str, read: Callable[[dict[str, Any]], R]) -> dict[str, R]:
        return self._then(self._folder / FILES[place], place, read)

    def _then(self, path: Path, table: str, read: Callable[[dict[str, Any]], R]) -> dict[str, R]:
        """The records of a journal at that time, by id."""
        lines = [row.act for row in acts(path) if row.act and row.act.time <= self._moment]
        documents = joined(lines).tables.get(table, {})
        try:
            return {doc_id: read(document) for doc_id, document in documents.items()}
        except ValueError as error:
            raise StoreError(
                f"{files.named(path)} holds a record this fr-reader does not understand "
                f"({visible(str(error))}): update fr-reader or restore a copy"
            ) from error
