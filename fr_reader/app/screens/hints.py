"""The line that says which keys work here."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from fr_reader.app.commands import key_face

Hint = tuple[str, str]
"""A Textual key name, or several with spaces between, and the short word for what they do."""


def hint_line(hints: Iterable[Hint]) -> Content:
    """The hints as one line: keys stand out, words stay calm."""
    parts: list[Content] = []
    for keys, word in hints:
        faces = " ".join(key_face(key) for key in keys.split())
        parts.append(Content.assemble((faces, "bold $text-accent"), (f" {word}", "$fr-muted")))
    return Content("   ").join(parts)
