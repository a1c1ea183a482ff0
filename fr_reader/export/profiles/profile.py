"""What a profile can do, and what it is told of the notes around the one it writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from fr_reader.export.document import Inline, Note, Ref
from fr_reader.export.keeping.regions import Form


@dataclass(frozen=True, slots=True)
class Shelf:
    """The names of notes: `stems` of all there could be, `present` those written together."""

    stems: Mapping[Ref, str] = field(default_factory=dict)
    present: frozenset[Ref] = frozenset()


class Profile(Protocol):
    """How notes are written for one program."""

    name: str

    @property
    def form(self) -> Form:
        """How the regions that are the user's are written."""
        ...

    def file_name(self, name: str) -> str:
        """`name` fit for a file, without a suffix; empty where nothing of it is."""
        ...

    def inline(self, text: Inline, shelf: Shelf) -> str:
        """Escaped markdown with its references linked, as a line in this profile."""
        ...

    def render(self, note: Note, shelf: Shelf) -> str:
        """The whole note, its regions empty, with one newline at the end."""
        ...
