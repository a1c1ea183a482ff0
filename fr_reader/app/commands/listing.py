"""The commands that go through a list: the same in the codebook and among the speakers."""

from __future__ import annotations

from fr_reader.app.commands.command import MOVE, PLACE, Command


def listing(place: str, what: str) -> tuple[Command, ...]:
    """The commands that move the cursor in the list of a place, find in it, and leave it.

    `what` is the word for what is listed there.
    """
    moves = (
        ("down", ("j", "down"), f"Next {what}", f"Moves to the next {what}."),
        ("up", ("k", "up"), f"Previous {what}", f"Moves to the {what} before."),
        ("top", ("g", "home"), f"First {what}", f"Moves to the first {what}."),
        ("bottom", ("G", "end"), f"Last {what}", f"Moves to the last {what}."),
        ("page-down", ("ctrl+d", "pagedown"), "Down a screen", "Moves down by about a screen."),
        ("page-up", ("ctrl+u", "pageup"), "Up a screen", "Moves up by about a screen."),
    )
    return (
        *(
            Command(f"{place}.{name}", keys, title, words, MOVE)
            for name, keys, title, words in moves
        ),
        Command(
            f"{place}.find",
            ("/",),
            f"Find a {what}",
            f"Shows only what fits the letters typed; {{{place}.back}} shows all again.",
            MOVE,
            hint="find",
        ),
        Command(
            f"{place}.back",
            ("escape",),
            "Back out",
            "Ends finding, then goes back to where you came from.",
            PLACE,
            hint="back",
        ),
        Command(
            f"{place}.close",
            ("q",),
            "Close",
            "Goes back to where you came from; everything is already saved.",
            PLACE,
        ),
    )
