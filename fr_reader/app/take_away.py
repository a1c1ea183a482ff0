"""Leaving with something: notes as a file, words on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fr_reader import export
from fr_reader.model import slug

if TYPE_CHECKING:
    from fr_reader.app.clipboard import Receipt
    from fr_reader.store import Store


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Where things leave the app: `copy` puts text on a clipboard and may block for a while,
    `folder` is where notes go unless the user says otherwise."""

    copy: Callable[[str], Receipt]
    folder: Path

    def notes_path(self, name: str) -> Path:
        """Where the notes of something called `name` would go."""
        return self.folder / f"{slug(name)}-notes.md"


def checked_notes(store: Store, article_ids: Sequence[str] | None = None) -> str:
    """The notes on these articles, or on all, once every quotation in them was compared with its
    article. Raises StoreError, and ExportError where one is not as it was."""
    from fr_reader.verify.outgoing import passed  # noqa: PLC0415 - after the first paint

    ids = [entry.id for entry in store.entries()] if article_ids is None else article_ids
    text = export.project_notes(store, ids)
    return passed(text, (store.article(article_id) for article_id in ids))


def save_notes(path: Path, text: str, force: bool) -> str:
    """Write notes; says where they are. Raises ExportError."""
    return f"Notes are in {export.write_notes(path, text, force=force)}"
