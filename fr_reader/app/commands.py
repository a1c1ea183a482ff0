"""The one table of commands: bindings, palette, help, status line and README are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.app.command import MOVE, PLACE, TAKE, Command, key_face
from fr_reader.app.reader_commands import READER_COMMANDS
from fr_reader.app.review_commands import REVIEW_COMMANDS

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = ["COMMANDS", "Command", "bindings", "commands_of", "hinted", "key_face"]

COMMANDS: tuple[Command, ...] = (
    # everywhere
    Command(
        "app.help",
        ("?",),
        "Keys of this place",
        "Lists the keys that work here; Enter runs one.",
        PLACE,
        hint="keys",
    ),
    Command(
        "app.palette",
        ("ctrl+p", ":"),
        "Command palette",
        "Finds any command by its name and runs it.",
        PLACE,
        action="command_palette",
    ),
    Command(
        "app.theme",
        ("T",),
        "Change the theme",
        "Lists the themes, shipped and your own, and switches to the one you choose.",
        PLACE,
        action="pick_theme",
    ),
    Command(
        "app.quit",
        ("ctrl+q",),
        "Quit",
        "Leaves fr-reader; everything is already saved.",
        PLACE,
    ),
    # library
    Command(
        "library.open",
        ("enter",),
        "Open the article",
        "Opens the article under the cursor.",
        PLACE,
        hint="open",
    ),
    Command("library.down", ("j", "down"), "Next article", "Moves to the next article.", MOVE),
    Command("library.up", ("k", "up"), "Previous article", "Moves to the article before.", MOVE),
    Command("library.top", ("g", "home"), "First article", "Moves to the first article.", MOVE),
    Command("library.bottom", ("G", "end"), "Last article", "Moves to the last article.", MOVE),
    Command(
        "library.export",
        ("e",),
        "Export notes of all articles",
        "Writes markdown notes of the whole project to a file you name.",
        TAKE,
        hint="export",
    ),
    Command(
        "library.close",
        ("q",),
        "Quit from the library",
        "Leaves fr-reader; everything is already saved.",
        PLACE,
        hint="quit",
        action="app.quit",
    ),
    *READER_COMMANDS,
    *REVIEW_COMMANDS,
)


def commands_of(place: str) -> tuple[Command, ...]:
    """The commands of one place, those that apply everywhere last."""
    here = tuple(command for command in COMMANDS if command.place == place)
    return here + tuple(c for c in COMMANDS if c.place == "app" and place != "app")


_HINTS = {
    "library": ("open", "export", "close", "help"),
    "reader": (
        *("next-quotation", "speaker", "claim", "concern", "memo", "copy", "export", "close"),
        *("select", "undo", "code", "help"),
    ),
    "suggestion": ("accept", "reject", "speaker", "skip", "reason", "accept-rest", "help"),
    "review": ("accept", "later", "remove", "on-cursor", "back", "undo", "help"),
    "choice": ("accept", "next-place", "later", "remove", "on-cursor", "back", "undo", "help"),
    "orphan": ("on-cursor", "remove", "later", "back", "undo", "help"),
    "theirs": ("later", "back", "help"),
}
_WHILE_SELECTING = {
    "next-word": "more",
    "previous-word": "less",
    "next-sentence": "sentence",
    "next-paragraph": "paragraph",
    "speaker": "speaker",
    "claim": "claim",
    "concern": "concern",
    "copy": "copy",
    "back": "leave",
}
_PARTS = {
    **dict.fromkeys(("suggestion", "selection"), "reader"),
    **dict.fromkeys(("choice", "orphan", "theirs"), "review"),
}


def hinted(place: str) -> tuple[tuple[Command, str], ...]:
    """The commands a place's status line shows, the first to know first, each with its word.

    `selection` is the reader while something is being selected, `suggestion` the reader with the
    cursor on a suggestion; `choice` is the review of an annotation with several places to propose,
    `orphan` of one without any, `theirs` of another coder's.
    """
    where = commands_of(_PARTS.get(place, place))
    here = {command.id.partition(".")[2]: command for command in reversed(where)}
    if place == "selection":
        return tuple((here[name], word) for name, word in _WHILE_SELECTING.items())
    return tuple((here[name], here[name].hint) for name in _HINTS.get(place, ()))


def bindings(place: str) -> list[Binding]:
    """Textual bindings of the commands that belong to `place` itself, each with its id."""
    from textual.binding import Binding  # noqa: PLC0415 - the table itself needs no Textual

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
