"""Textual bindings made from the table of commands."""

from __future__ import annotations

from textual.binding import Binding

from fr_reader.app.commands.table import COMMANDS


def bindings(place: str) -> list[Binding]:
    """Textual bindings of the commands that belong to `place` itself, each with its id."""
    return [
        Binding(
            ",".join(command.keys),
            command.run,
            command.title,
            tooltip=command.help,
            id=command.id,
        )
        for command in COMMANDS
        if command.place == place
    ]
