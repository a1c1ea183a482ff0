"""The commands that apply in every place of the app."""

from __future__ import annotations

from fr_reader.app.commands.command import MOVE, PLACE, Command

EVERYWHERE: tuple[Command, ...] = (
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
        "app.search",
        ("ctrl+f",),
        "Search the project",
        "Finds words in all texts, quotations, speakers, codes and memos, and opens the place.",
        MOVE,
    ),
    Command(
        "app.overview",
        ("ctrl+o",),
        "Overview of the project",
        "Counts speakers, codes, claims and agreement over all articles, in tables to look into.",
        PLACE,
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
        "app.suspend",
        ("ctrl+z",),
        "Back to the shell for a while",
        "Suspends fr-reader; the shell’s fg brings it back as it was.",
        PLACE,
    ),
    Command(
        "app.quit",
        ("ctrl+q",),
        "Quit",
        "Leaves fr-reader; everything is already saved.",
        PLACE,
    ),
)
