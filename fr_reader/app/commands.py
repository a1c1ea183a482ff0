"""The one table of commands: bindings, palette, help, status line and README are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.app.command import Command, key_face

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = ["COMMANDS", "Command", "bindings", "commands_of", "hinted", "key_face"]

_MOVE, _MARK, _TAKE, _PLACE = "Move", "Mark", "Take away", "Go elsewhere"


def _codes() -> tuple[Command, ...]:
    return tuple(
        Command(
            f"reader.code-{n}",
            (str(n),),
            f"Tag with the code on {n}",
            f"Tags what is under the cursor with the code that has the key {n}.",
            _MARK,
            action=f"tag_key('{n}')",
        )
        for n in range(1, 10)
    )


COMMANDS: tuple[Command, ...] = (
    # everywhere
    Command(
        "app.help",
        ("?",),
        "Keys of this place",
        "Lists the keys that work here; Enter runs one.",
        _PLACE,
        hint="keys",
    ),
    Command(
        "app.palette",
        ("ctrl+p", ":"),
        "Command palette",
        "Finds any command by its name and runs it.",
        _PLACE,
        action="command_palette",
    ),
    Command(
        "app.theme",
        ("T",),
        "Change the theme",
        "Lists the themes, shipped and your own, and switches to the one you choose.",
        _PLACE,
        action="pick_theme",
    ),
    Command(
        "app.quit",
        ("ctrl+q",),
        "Quit",
        "Leaves fr-reader; everything is already saved.",
        _PLACE,
    ),
    # library
    Command(
        "library.open",
        ("enter",),
        "Open the article",
        "Opens the article under the cursor.",
        _PLACE,
        hint="open",
    ),
    Command("library.down", ("j", "down"), "Next article", "Moves to the next article.", _MOVE),
    Command("library.up", ("k", "up"), "Previous article", "Moves to the article before.", _MOVE),
    Command("library.top", ("g", "home"), "First article", "Moves to the first article.", _MOVE),
    Command("library.bottom", ("G", "end"), "Last article", "Moves to the last article.", _MOVE),
    Command(
        "library.export",
        ("e",),
        "Export notes of all articles",
        "Writes markdown notes of the whole project to a file you name.",
        _TAKE,
        hint="export",
    ),
    Command(
        "library.close",
        ("q",),
        "Quit from the library",
        "Leaves fr-reader; everything is already saved.",
        _PLACE,
        hint="quit",
        action="app.quit",
    ),
    # reader: moving
    Command(
        "reader.next-paragraph",
        ("j", "down", "}"),
        "Next paragraph",
        "Moves the cursor, or the end of a selection, to the next paragraph.",
        _MOVE,
    ),
    Command(
        "reader.previous-paragraph",
        ("k", "up", "{"),
        "Previous paragraph",
        "Moves the cursor, or the end of a selection, to the paragraph before.",
        _MOVE,
    ),
    Command(
        "reader.next-quotation",
        ("]",),
        "Next quotation",
        "Puts the cursor on the next quotation, the whole of it.",
        _MOVE,
        hint="quote",
    ),
    Command(
        "reader.previous-quotation",
        ("[",),
        "Previous quotation",
        "Puts the cursor on the quotation before.",
        _MOVE,
    ),
    Command(
        "reader.next-sentence",
        (")",),
        "Next sentence",
        "Puts the cursor on the next sentence, or lets a selection grow by one.",
        _MOVE,
    ),
    Command(
        "reader.previous-sentence",
        ("(",),
        "Previous sentence",
        "Puts the cursor on the sentence before, or lets a selection shrink by one.",
        _MOVE,
    ),
    Command(
        "reader.next-word",
        ("w", "right"),
        "Next word",
        "Puts the cursor on the next word, or lets a selection grow by one.",
        _MOVE,
    ),
    Command(
        "reader.previous-word",
        ("b", "left"),
        "Previous word",
        "Puts the cursor on the word before, or lets a selection shrink by one.",
        _MOVE,
    ),
    Command("reader.first", ("g", "home"), "To the top", "Moves to the first paragraph.", _MOVE),
    Command("reader.last", ("G", "end"), "To the end", "Moves to the last paragraph.", _MOVE),
    Command(
        "reader.page-down",
        ("ctrl+d", "pagedown"),
        "Down a screen",
        "Moves the cursor down by about a screen.",
        _MOVE,
    ),
    Command(
        "reader.page-up",
        ("ctrl+u", "pageup"),
        "Up a screen",
        "Moves the cursor up by about a screen.",
        _MOVE,
    ),
    # reader: marking
    Command(
        "reader.speaker",
        ("s",),
        "Who says this",
        "Says who speaks: the speaker found in the text comes first, type to choose or name one.",
        _MARK,
        hint="who",
    ),
    Command(
        "reader.claim",
        ("c",),
        "Tag a claim",
        "Tags what is under the cursor, or the selection, as a claim.",
        _MARK,
        hint="claim",
        action="tag_key('c')",
    ),
    Command(
        "reader.concern",
        ("o",),
        "Tag a concern",
        "Tags what is under the cursor, or the selection, as a concern.",
        _MARK,
        hint="concern",
        action="tag_key('o')",
    ),
    *_codes(),
    Command(
        "reader.code",
        ("t",),
        "Tag with any code",
        "Chooses a code of the codebook by name, or makes a new one.",
        _MARK,
        hint="code",
    ),
    Command(
        "reader.memo",
        ("m",),
        "Write a memo",
        "Opens the memo of the chosen tag, or of the passage where there is none.",
        _MARK,
        hint="memo",
    ),
    Command(
        "reader.select",
        ("v",),
        "Select",
        "Starts a selection that the moving keys let grow and shrink.",
        _MARK,
        hint="select",
    ),
    Command(
        "reader.next-tag",
        ("tab",),
        "Choose the next tag here",
        "Goes through the tags under the cursor; remove and memo apply to the chosen one.",
        _MARK,
    ),
    Command(
        "reader.remove",
        ("d", "delete"),
        "Remove the chosen tag",
        "Removes the chosen tag under the cursor; undo brings it back.",
        _MARK,
    ),
    Command("reader.undo", ("u",), "Undo", "Takes the last act back.", _MARK, hint="undo"),
    Command("reader.redo", ("ctrl+r",), "Redo", "Does again what was taken back.", _MARK),
    # reader: taking away
    Command(
        "reader.copy",
        ("y",),
        "Copy with citation",
        "Copies the quotation or selection as a markdown block quotation with its citation.",
        _TAKE,
        hint="copy",
    ),
    Command(
        "reader.copy-words",
        ("Y",),
        "Copy the bare words",
        "Copies the words alone.",
        _TAKE,
    ),
    Command(
        "reader.export",
        ("e",),
        "Export notes of this article",
        "Writes markdown notes of this article to a file you name.",
        _TAKE,
        hint="export",
    ),
    # reader: leaving
    Command(
        "reader.back",
        ("escape",),
        "Back out",
        "Ends a selection, then widens the cursor to its paragraph, then goes to the library.",
        _PLACE,
    ),
    Command("reader.close", ("q",), "To the library", "Closes the article.", _PLACE, hint="close"),
)


def commands_of(place: str) -> tuple[Command, ...]:
    """The commands of one place, those that apply everywhere last."""
    here = tuple(command for command in COMMANDS if command.place == place)
    return here + tuple(c for c in COMMANDS if c.place == "app" and place != "app")


_HINTS = {
    "library": ("open", "export", "help", "close"),
    "reader": (
        *("next-quotation", "speaker", "claim", "concern", "memo"),
        *("copy", "export", "close", "help", "select", "undo", "code"),
    ),
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


def hinted(place: str) -> tuple[tuple[Command, str], ...]:
    """The commands a place's status line shows, the first to know first, each with its word.

    `selection` is the reader while something is being selected.
    """
    if place == "selection":
        here = {command.id.partition(".")[2]: command for command in commands_of("reader")}
        return tuple((here[name], word) for name, word in _WHILE_SELECTING.items())
    here = {command.id.partition(".")[2]: command for command in reversed(commands_of(place))}
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
