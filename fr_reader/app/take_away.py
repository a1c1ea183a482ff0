"""Leaving with something: notes as a file, words on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fr_reader import export
from fr_reader.app.manner import FIRST_STYLE
from fr_reader.model import slug

if TYPE_CHECKING:
    from fr_reader.app.clipboard import Receipt


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Where things leave the app: `copy` puts text on a clipboard and may block for a while,
    `folder` is where notes go unless the user says otherwise, `style` is the one set to cite in."""

    copy: Callable[[str], Receipt]
    folder: Path
    style: str = FIRST_STYLE

    def notes_path(self, name: str) -> Path:
        """Where the notes of something called `name` would go."""
        return self.folder / f"{slug(name)}-notes.md"


def save_notes(path: Path, text: str, force: bool) -> str:
    """Write notes; says where they are. Raises ExportError."""
    return f"Notes are in {export.write_notes(path, text, force=force)}"
