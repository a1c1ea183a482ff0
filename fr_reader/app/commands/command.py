"""What a command is."""

from __future__ import annotations

from dataclasses import dataclass

MOVE, MARK, REVIEW, TAKE, PLACE = "Move", "Mark", "Review", "Take away", "Go elsewhere"
CHANGE = "Change"
"""The groups help shows commands in."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    `id` is `place.name`; the place is where it applies (`app`: everywhere). `keys` are characters
    or Textual key names, the first one is shown. `title` is the palette entry, `help` one
    sentence. `hint` is the short word the status line shows beside the key, empty where it shows
    none. `action` is the Textual action that runs it; empty means the name with underscores.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: str
    hint: str = ""
    action: str = ""

    @property
    def place(self) -> str:
        """Where it applies: the part of the id before the dot."""
        return self.id.partition(".")[0]

    @property
    def run(self) -> str:
        """The Textual action."""
        return self.action or self.id.partition(".")[2].replace("-", "_")
