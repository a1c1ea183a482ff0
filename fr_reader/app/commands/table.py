"""The one table of commands: bindings, palette, help, status line and README are made from it."""

from __future__ import annotations

from fr_reader.app.commands.codebook import CODEBOOK
from fr_reader.app.commands.command import Command
from fr_reader.app.commands.everywhere import EVERYWHERE
from fr_reader.app.commands.leaving import LEAVING
from fr_reader.app.commands.library import LIBRARY
from fr_reader.app.commands.marking import MARKING
from fr_reader.app.commands.moving import MOVING
from fr_reader.app.commands.objects import OBJECTS
from fr_reader.app.commands.overview import OVERVIEW
from fr_reader.app.commands.review import REVIEW_COMMANDS
from fr_reader.app.commands.selecting import SELECTING
from fr_reader.app.commands.settling import SETTLING
from fr_reader.app.commands.speakers import SPEAKERS
from fr_reader.app.commands.triage import TRIAGE
from fr_reader.app.commands.tutor import TUTOR

COMMANDS: tuple[Command, ...] = (
    *EVERYWHERE,
    *LIBRARY,
    *MOVING,
    *SELECTING,
    *MARKING,
    *TRIAGE,
    *LEAVING,
    *OBJECTS,
    *REVIEW_COMMANDS,
    *CODEBOOK,
    *SPEAKERS,
    *OVERVIEW,
    *SETTLING,
    *TUTOR,
)
"""All commands, in the order help and README show them; those of the reader begin with moving."""


def commands_of(place: str) -> tuple[Command, ...]:
    """The commands of one place, those that apply everywhere last."""
    here = tuple(command for command in COMMANDS if command.place == place)
    return here + tuple(c for c in COMMANDS if c.place == "app" and place != "app")


_READER = ("reader", "selection", "object")
_PARTS = {"reader": _READER, "tutor": ("tutor", *_READER)}


def helped(place: str) -> tuple[Command, ...]:
    """The commands that help and palette list in one place, with those of its parts."""
    parts = _PARTS.get(place, (place,))
    here = tuple(command for command in COMMANDS if command.place in parts)
    return here + tuple(c for c in COMMANDS if c.place == "app" and place != "app")
