"""Leaving with something: notes as a file, words on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fr_reader import export
from fr_reader.app.manner import FIRST_STYLE
from fr_reader.model import slug
from fr_reader.store import Store

if TYPE_CHECKING:
    from fr_reader.app.clipboard import Receipt
    from fr_reader.export.collection import Collection


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Where things leave the app: `copy` puts text on a clipboard and may block for a while,
    `folder` is where notes go unless the user says otherwise, `style` is the one set to cite in,
    `profile` the program notes are written for."""

    copy: Callable[[str], Receipt]
    folder: Path
    style: str = FIRST_STYLE
    profile: str = "commonmark"

    def notes_path(self, name: str) -> Path:
        """Where the notes of something called `name` would go."""
        return self.folder / f"{slug(name)}-notes.md"


def summed_up(store: Store, article_id: str | None, style: str) -> str:
    """The summary of an article, or of the project, once every quotation in it was compared with
    its article. Raises StoreError and ExportError."""
    from fr_reader.overview.summing import Summing  # noqa: PLC0415 - after the first paint
    from fr_reader.verify.outgoing import passed  # noqa: PLC0415 - as above

    summing = Summing(store, style)
    found = summing.project() if article_id is None else next(summing.articles([article_id]))
    return passed(summing.written(found), summing.sources(found))


def save_notes(path: Path, found: Collection, profile: str, force: bool) -> str:
    """Write notes for the program `profile`, once every quotation in them was compared with its
    article; says where they are.

    What the user wrote in their regions stays. Raises ExportError.
    """
    from fr_reader.verify.outgoing import passed  # noqa: PLC0415 - after the first paint

    note = found.one(profile)
    passed(note.text, (one.article for one in found.evidence))
    export.export_file(path, note, profile, force=force)
    return f"Notes are in {path}"
