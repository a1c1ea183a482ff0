"""The commands of the reader, one part of the table in `commands.py`."""

from __future__ import annotations

from fr_reader.app.command import MARK, MOVE, PLACE, REVIEW, TAKE, Command


def _codes() -> tuple[Command, ...]:
    return tuple(
        Command(
            f"reader.code-{n}",
            (str(n),),
            f"Tag with the code on {n}",
            f"Tags what is under the cursor with the code that has the key {n}.",
            MARK,
            action=f"tag_key('{n}')",
        )
        for n in range(1, 10)
    )


READER_COMMANDS: tuple[Command, ...] = (
    # reader: moving
    Command(
        "reader.next-paragraph",
        ("j", "down", "}"),
        "Next paragraph",
        "Moves the cursor, or the end of a selection, to the next paragraph.",
        MOVE,
    ),
    Command(
        "reader.previous-paragraph",
        ("k", "up", "{"),
        "Previous paragraph",
        "Moves the cursor, or the end of a selection, to the paragraph before.",
        MOVE,
    ),
    Command(
        "reader.next-quotation",
        ("]",),
        "Next quotation",
        "Puts the cursor on the next quotation, the whole of it.",
        MOVE,
        hint="quote",
    ),
    Command(
        "reader.previous-quotation",
        ("[",),
        "Previous quotation",
        "Puts the cursor on the quotation before.",
        MOVE,
    ),
    Command(
        "reader.next-sentence",
        (")",),
        "Next sentence",
        "Puts the cursor on the next sentence, or lets a selection grow by one.",
        MOVE,
    ),
    Command(
        "reader.previous-sentence",
        ("(",),
        "Previous sentence",
        "Puts the cursor on the sentence before, or lets a selection shrink by one.",
        MOVE,
    ),
    Command(
        "reader.next-word",
        ("w", "right"),
        "Next word",
        "Puts the cursor on the next word, or lets a selection grow by one.",
        MOVE,
    ),
    Command(
        "reader.previous-word",
        ("b", "left"),
        "Previous word",
        "Puts the cursor on the word before, or lets a selection shrink by one.",
        MOVE,
    ),
    Command("reader.first", ("g", "home"), "To the top", "Moves to the first paragraph.", MOVE),
    Command("reader.last", ("G", "end"), "To the end", "Moves to the last paragraph.", MOVE),
    Command(
        "reader.page-down",
        ("ctrl+d", "pagedown"),
        "Down a screen",
        "Moves the cursor down by about a screen.",
        MOVE,
    ),
    Command(
        "reader.page-up",
        ("ctrl+u", "pageup"),
        "Up a screen",
        "Moves the cursor up by about a screen.",
        MOVE,
    ),
    # reader: marking
    Command(
        "reader.speaker",
        ("s",),
        "Who says this",
        "Says who speaks: the speaker found in the text comes first, type to choose or name one.",
        MARK,
        hint="who",
    ),
    Command(
        "reader.claim",
        ("c",),
        "Tag a claim",
        "Tags what is under the cursor, or the selection, as a claim.",
        MARK,
        hint="claim",
        action="tag_key('c')",
    ),
    Command(
        "reader.concern",
        ("o",),
        "Tag a concern",
        "Tags what is under the cursor, or the selection, as a concern.",
        MARK,
        hint="concern",
        action="tag_key('o')",
    ),
    *_codes(),
    Command(
        "reader.code",
        ("t",),
        "Tag with any code",
        "Chooses a code of the codebook by name, or makes a new one.",
        MARK,
        hint="code",
    ),
    Command(
        "reader.memo",
        ("m",),
        "Write a memo",
        "Opens the memo of the chosen tag, or of the passage where there is none.",
        MARK,
        hint="memo",
    ),
    Command(
        "reader.select",
        ("v",),
        "Select",
        "Starts a selection that the moving keys let grow and shrink.",
        MARK,
        hint="select",
    ),
    Command(
        "reader.next-tag",
        ("tab",),
        "Choose the next tag here",
        "Goes through the tags under the cursor; remove and memo apply to the chosen one.",
        MARK,
    ),
    Command(
        "reader.remove",
        ("d", "delete"),
        "Remove the chosen tag",
        "Removes the chosen tag under the cursor; undo brings it back.",
        MARK,
    ),
    Command("reader.undo", ("u",), "Undo", "Takes the last act back.", MARK, hint="undo"),
    Command("reader.redo", ("ctrl+r",), "Redo", "Does again what was taken back.", MARK),
    # reader: going through suggestions
    Command(
        "reader.accept",
        ("a",),
        "Accept the suggestion",
        "Makes the suggestion under the cursor yours and goes to the next one.",
        REVIEW,
        hint="accept",
    ),
    Command(
        "reader.reject",
        ("x",),
        "Turn the suggestion down",
        "Turns the suggestion under the cursor down and goes to the next one.",
        REVIEW,
        hint="reject",
    ),
    Command(
        "reader.skip",
        ("space",),
        "Next suggestion",
        "Goes to the next suggestion and leaves this one undecided.",
        REVIEW,
        hint="skip",
    ),
    Command(
        "reader.accept-rest",
        ("A",),
        "Accept all that is left",
        "Accepts every suggestion left in this article, after asking.",
        REVIEW,
        hint="all",
    ),
    Command(
        "reader.reason",
        ("r",),
        "Why is this suggested",
        "Shows which rule made the suggestion under the cursor, how sure it is, and why.",
        REVIEW,
        hint="why",
    ),
    Command(
        "reader.review",
        ("R",),
        "Review what a new text put astray",
        "Goes through the annotations that are not surely in the article’s new text; "
        "none is placed without you.",
        REVIEW,
    ),
    # reader: taking away
    Command(
        "reader.copy",
        ("y",),
        "Copy with citation",
        "Copies the quotation or selection as a markdown block quotation with its citation.",
        TAKE,
        hint="copy",
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
        ("e",),
        "Export notes of this article",
        "Writes markdown notes of this article to a file you name.",
        TAKE,
        hint="export",
    ),
    # reader: leaving
    Command(
        "reader.back",
        ("escape",),
        "Back out",
        "Ends a selection, then widens the cursor to its paragraph, then goes to the library.",
        PLACE,
    ),
    Command("reader.close", ("q",), "To the library", "Closes the article.", PLACE, hint="close"),
)
