"""The line that says which keys work here."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from fr_reader.app.commands import Command, Keymap, key_face

Hint = tuple[str, str]
"""A Textual key name, or several with spaces between, and the short word for what they do."""


def hint_line(hints: Iterable[Hint]) -> Content:
    """The hints as one line: keys stand out, words stay calm."""
    parts: list[Content] = []
    for keys, word in hints:
        faces = " ".join(key_face(key) for key in keys.split())
        parts.append(Content.assemble((faces, "bold $text-accent"), (f" {word}", "$fr-muted")))
    return Content("   ").join(parts)


def command_hints(commands: Iterable[Command], keymap: Keymap) -> tuple[Hint, ...]:
    """The hints of those commands that have one and a key, each with its first key."""
    shown = (command for command in commands if command.hint and keymap.keys(command))
    return tuple((keymap.keys(command)[0], command.hint) for command in shown)
