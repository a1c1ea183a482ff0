"""The tables of keys for the README and the docs, made from the table of commands."""

from __future__ import annotations

from fr_reader.app.commands.choosing import choose
from fr_reader.app.commands.command import Command
from fr_reader.app.commands.keymap import Keymap
from fr_reader.app.commands.presets import PRESETS
from fr_reader.app.commands.table import COMMANDS

_PLACES = {
    "reader": "In an article",
    "selection": "While something is selected",
    "object": "After “inside” (`i`) or “around” (`a`)",
    "review": "In the review after a new text",
    "library": "In the library",
    "tutor": "In the tutor, beside those of an article",
    "codebook": "In the codebook",
    "speakers": "Among the speakers",
    "overview": "In the overview of the project",
    "passages": "In a list of passages",
    "settle": "Where disagreements are settled",
    "app": "Everywhere",
}


def key_table() -> str:
    """All commands as markdown tables, one a place; the nine keys of further codes are one row."""
    parts = []
    for place, title in _PLACES.items():
        rows = [_row(c) for c in COMMANDS if c.place == place and not _is_further_code(c)]
        parts += [f"**{title}**", "", "| Keys | What they do |", "| --- | --- |", *rows, ""]
    return "\n".join(parts).rstrip() + "\n"


def preset_table() -> str:
    """All commands by their ids with the keys of each preset, as one markdown table."""
    keymaps = [choose(name).keymap for name in PRESETS]
    heads = ("Command", *PRESETS, "What it is")
    rows = [
        (f"`{c.id}`", *(_faces(keymap, c) for keymap in keymaps), c.title)
        for c in COMMANDS
        if not _is_further_code(c)
    ]
    lines = (f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))
    return "\n".join(lines) + "\n"


def _faces(keymap: Keymap, command: Command) -> str:
    if command.id == "reader.code-1":
        return "`1` … `9`"
    return " ".join(f"`{face}`" for face in keymap.faces(command).split(" "))


def _is_further_code(command: Command) -> bool:
    return command.id.startswith("reader.code-") and command.id != "reader.code-1"


def _row(command: Command) -> str:
    if command.id == "reader.code-1":
        return "| `1` … `9` | Tags with the code of the codebook that has this key. |"
    return f"| {_faces(Keymap(), command)} | {Keymap().say(command.help)} |"
