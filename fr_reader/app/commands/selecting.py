"""The commands of the reader that select, and those that apply while something is selected."""

from __future__ import annotations

from fr_reader.app.commands.command import MARK, Command

SELECTING: tuple[Command, ...] = (
    Command(
        "reader.select",
        ("v",),
        "Select",
        "Starts a selection that the moving keys let grow and shrink, or ends it.",
        MARK,
        hint="select",
    ),
    Command(
        "reader.span",
        ("V",),
        "Select from word to word",
        "Puts two letters on every word in sight: type those of the first and of the last word; "
        "the second in capitals takes the marks beside the word along.",
        MARK,
        hint="span",
    ),
    Command(
        "reader.inside",
        ("i",),
        "Select inside …",
        "Selects inside the quotation, sentence, clause, paragraph or word the next key names.",
        MARK,
    ),
    Command(
        "reader.around",
        ("I",),
        "Select all of …",
        "Selects the whole of what the next key names, with its marks.",
        MARK,
        action="whole",
    ),
    Command(
        "selection.around",
        ("a",),
        "Select around …",
        "Selects the whole of what the next key names, with its marks.",
        MARK,
    ),
    Command(
        "selection.other-end",
        ("O",),
        "Move the other end",
        "Lets the moving keys move the other end of the selection.",
        MARK,
    ),
)
