"""Which keys run which command for this user, and how texts name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from fr_reader.app.commands.command import Command
from fr_reader.app.commands.key_names import key_face, real_keys
from fr_reader.app.commands.table import COMMANDS
from fr_reader.app.labels import LETTERS

_BY_ID = {command.id: command for command in COMMANDS}
_NAMED = re.compile(r"\{([a-z]+\.[a-z0-9-]+)\}")
_UNBOUND = "unbound"


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command: the user's `own`, by the command's id, else those of the table.

    A command whose own keys are none runs from the palette and the help alone. Whether own keys
    clash is for those to find out who read them; here the first command of a key wins.
    """

    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keys(self, command: Command) -> tuple[str, ...]:
        """The keys that run `command`, the one to show first."""
        return self.own.get(command.id, command.keys)

    def face(self, command_id: str) -> str:
        """How the key of a command is shown; one without a key by the way through the palette."""
        keys, title = self.keys(_BY_ID[command_id]), f"“{_BY_ID[command_id].title}”"
        if keys:
            return key_face(keys[0])
        return title if command_id == "app.palette" else f"{self.face('app.palette')} {title}"

    def faces(self, command: Command) -> str:
        """All keys of a command as they are shown, a blank between two."""
        return " ".join(key_face(key) for key in self.keys(command))

    def say(self, words: str) -> str:
        """`words` with the key of a command in the place of each `{id}`: “{reader.undo} undoes”."""
        return "".join(part for part, _ in self.spelled(words))

    def spelled(self, words: str) -> list[tuple[str, bool]]:
        """The same in parts, each with whether it is a key, so that keys can stand out."""
        parts = _NAMED.split(words)
        return [(self.face(p) if at % 2 else p, bool(at % 2)) for at, p in enumerate(parts) if p]

    def _real(self, command: Command) -> list[str]:
        return [real for key in self.keys(command) for real in real_keys(key)]

    def by_key(self, place: str) -> dict[str, Command]:
        """The commands of one place by the names Textual has for their keys."""
        found: dict[str, Command] = {}
        for command in COMMANDS:
            if command.place == place:
                for key in self.keys(command):
                    for real in real_keys(key):
                        found.setdefault(real, command)
        return found

    def textual(self) -> dict[str, str]:
        """For Textual's `set_keymap`, the keys of all commands, so that no key is stolen.

        Textual changes one binding after another and lets a key it gives away take a command
        that has not had its turn; where each command has its turn, the end is right. One without
        keys gets a name that no key has.
        """
        if not self.own:
            return {}
        keys = {c.id: ",".join(self._real(c)) or f"{_UNBOUND}-{c.id}" for c in COMMANDS}
        labels = (*LETTERS, *LETTERS.upper())
        return keys | {f"label.{letter}": letter for letter in labels}


def keymap_of(app: object) -> Keymap:
    """The keymap of an app; that of the table where the app has none."""
    found = getattr(app, "keymap", None)
    return found if isinstance(found, Keymap) else Keymap()
