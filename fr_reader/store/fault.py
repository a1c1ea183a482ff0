"""Faults: what a check finds wrong in a project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fr_reader.store import files


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: in which file, on which line from 1 (0: the file), in words.

    `kind` says what a repair could do about it, `about` is the id of what it is about. What only
    waits for its coder, a conflict, what a merge decided, and a link to what is gone, which is
    passed over, are not `wrong`.
    """

    kind: str
    path: Path
    what: str
    line: int = 0
    about: str = ""

    @property
    def wrong(self) -> bool:
        """Whether this is damage."""
        return self.kind not in ("conflict", "merge", "link")

    def __str__(self) -> str:
        place = f": line {self.line}" if self.line else ""
        return f"{files.named(self.path)}{place} {self.what}"
