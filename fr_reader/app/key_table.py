"""The table of keys for the README, made from the table of commands."""

from __future__ import annotations

from fr_reader.app.commands import COMMANDS, Command, key_face

_PLACES = {
    "reader": "In an article",
    "review": "In the review after a new text",
    "library": "In the library",
    "app": "Everywhere",
}


def key_table() -> str:
    """All commands as markdown tables, one a place; the nine keys of further codes are one row."""
    parts = []
    for place, title in _PLACES.items():
        rows = [_row(c) for c in COMMANDS if c.place == place and not _is_further_code(c)]
        parts += [f"**{title}**", "", "| Keys | What they do |", "| --- | --- |", *rows, ""]
    return "\n".join(parts).rstrip() + "\n"


def _is_further_code(command: Command) -> bool:
    return command.id.startswith("reader.code-") and command.id != "reader.code-1"


def _row(command: Command) -> str:
    if command.id == "reader.code-1":
        return "| `1` … `9` | Tags with the code of the codebook that has this key. |"
    keys = " ".join(f"`{key_face(key)}`" for key in command.keys)
    return f"| {keys} | {command.help} |"
