"""The commands of the library."""

from __future__ import annotations

from fr_reader.app.commands.command import MOVE, PLACE, TAKE, Command

LIBRARY: tuple[Command, ...] = (
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
        ("E", "e"),
        "Export notes of all articles",
        "Writes markdown notes of the whole project to a file you name.",
        TAKE,
        hint="export",
    ),
    Command(
        "library.summary",
        ("y",),
        "Copy a summary of the article",
        "Copies figures and telling quotations of the article under the cursor, ready to paste.",
        TAKE,
    ),
    Command(
        "library.project-summary",
        ("Y",),
        "Copy a summary of the project",
        "Copies figures and telling quotations of all articles together, ready to paste.",
        TAKE,
    ),
    Command(
        "library.describe",
        ("M",),
        "What is known about the article",
        "Shows title, authors, publisher, date, url and language, and lets you put them right.",
        PLACE,
        hint="about",
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
)
