"""The commands of the reader that take something away, or lead elsewhere."""

from __future__ import annotations

from fr_reader.app.commands.command import PLACE, TAKE, Command

LEAVING: tuple[Command, ...] = (
    Command(
        "reader.copy",
        ("y",),
        "Copy with citation",
        "Copies the quotation or selection as a markdown block quotation with its citation.",
        TAKE,
        hint="copy",
    ),
    Command(
        "reader.citation-style",
        ("S",),
        "Citation style",
        "Shows the citation in one style after the other; Enter copies in the one shown, "
        "which is used from then on.",
        TAKE,
    ),
    Command(
        "reader.copy-words",
        ("Y",),
        "Copy the bare words",
        "Copies the words alone.",
        TAKE,
    ),
    Command(
        "reader.export",
        ("E",),
        "Export notes of this article",
        "Writes markdown notes of this article to a file you name.",
        TAKE,
        hint="export",
    ),
    Command(
        "reader.describe",
        ("M",),
        "What is known about the article",
        "Shows title, authors, publisher, date, url and language, and lets you put them right.",
        PLACE,
        hint="about",
    ),
    Command(
        "reader.done",
        ("K",),
        "Done with this article",
        "Says that you are done with the article, or not after all; it counts as seen by you then.",
        PLACE,
    ),
    Command(
        "reader.back",
        ("escape",),
        "Back out",
        "Ends a selection, then widens the cursor to its paragraph, then goes to the library.",
        PLACE,
        hint="back",
    ),
    Command("reader.close", ("q",), "To the library", "Closes the article.", PLACE, hint="close"),
)
