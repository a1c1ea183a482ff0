"""The commands of the reader that tag, and take back what was done."""

from __future__ import annotations

from fr_reader.app.commands.command import MARK, Command


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


MARKING: tuple[Command, ...] = (
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
        "reader.next-tag",
        ("tab",),
        "Choose the next tag here",
        "Goes through the tags under the cursor; remove and memo apply to the chosen one.",
        MARK,
        hint="next tag",
    ),
    Command(
        "reader.remove",
        ("d", "delete"),
        "Remove the chosen tag",
        "Removes the chosen tag under the cursor; undo brings it back.",
        MARK,
        hint="remove",
    ),
    Command(
        "reader.stance",
        ("=",),
        "Next stance of the claim or concern",
        "Says how the speaker stands to the chosen claim (denies, hedges, reports, asserts) or "
        "concern (dismisses, worried about); {reader.repeat} does not repeat it.",
        MARK,
        hint="stance",
    ),
    Command(
        "reader.link",
        ("L",),
        "Link the claim or concern to another",
        "Says that the chosen claim or concern supports, rebuts or repeats another one of the "
        "project, or removes such a link.",
        MARK,
        hint="link",
    ),
    Command(
        "reader.repeat",
        (".",),
        "Repeat the last tag",
        "Puts the code or the speaker given last on what is under the cursor, or the selection.",
        MARK,
    ),
    Command(
        "reader.nudge-forward",
        (">",),
        "Move the tag’s end forward",
        "Moves the end of the chosen tag, or its beginning, to the next word.",
        MARK,
        hint="move end",
    ),
    Command(
        "reader.nudge-back",
        ("<",),
        "Move the tag’s end back",
        "Moves the end of the chosen tag, or its beginning, to the word before.",
        MARK,
    ),
    Command(
        "reader.other-edge",
        ("O",),
        "Move the tag’s other end",
        "Lets {reader.nudge-back} and {reader.nudge-forward} move the other end of the tag.",
        MARK,
    ),
    Command("reader.undo", ("u",), "Undo", "Takes the last act back.", MARK, hint="undo"),
    Command("reader.redo", ("ctrl+r",), "Redo", "Does again what was taken back.", MARK),
)
