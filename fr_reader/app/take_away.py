"""Leaving with something: notes as a file, words on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fr_reader.app.clipboard import Receipt
from fr_reader.export import Annotated, notes, write_notes
from fr_reader.model import slug
from fr_reader.store import Store
from fr_reader.text import read


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Where things leave the app: `copy` puts text on a clipboard and may block for a while,
    `folder` is where notes go unless the user says otherwise."""

    copy: Callable[[str], Receipt]
    folder: Path

    def notes_path(self, name: str) -> Path:
        """Where the notes of something called `name` would go."""
        return self.folder / f"{slug(name)}-notes.md"


def project_notes(store: Store, article_ids: Sequence[str] | None = None) -> str:
    """The markdown notes of these articles, or of all. Reads the articles, so it may take time."""
    ids = article_ids if article_ids is not None else [entry.id for entry in store.entries()]
    sources = [
        Annotated(read(store.article(article_id)), store.annotations(article_id))
        for article_id in ids
    ]
    return notes(sources, store.speakers(), store.codebook())


def save_notes(path: Path, text: str, force: bool) -> str:
    """Write notes; says where they are. Raises ExportError."""
    return f"Notes are in {write_notes(path, text, force=force)}"
