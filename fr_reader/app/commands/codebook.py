"""The commands of the codebook, and those that lead to it."""

from __future__ import annotations

from fr_reader.app.commands.command import CHANGE, MOVE, PLACE, Command
from fr_reader.app.commands.listing import listing

CODEBOOK: tuple[Command, ...] = (
    *(
        Command(
            f"{place}.codebook",
            ("C",),
            "The codebook",
            "Shows the codes of the project with their definitions, to change and to merge them.",
            PLACE,
        )
        for place in ("library", "reader")
    ),
    *listing("codebook", "code"),
    Command(
        "codebook.fold",
        ("space",),
        "Fold or unfold",
        "Hides what stands below the code, or shows it again.",
        MOVE,
        hint="fold",
    ),
    Command(
        "codebook.make",
        ("n",),
        "Make a code",
        "Makes a new code beside the one under the cursor.",
        CHANGE,
        hint="new",
    ),
    Command(
        "codebook.make-below",
        ("N",),
        "Make a code below this one",
        "Makes a new code that stands below the one under the cursor.",
        CHANGE,
    ),
    Command(
        "codebook.rename",
        ("r",),
        "Rename the code",
        "Calls the code something else; what is tagged with it stays so.",
        CHANGE,
        hint="rename",
    ),
    Command(
        "codebook.define",
        ("e", "enter"),
        "Edit the definition",
        "Opens the definition of the code, which pickers show.",
        CHANGE,
        hint="define",
    ),
    Command(
        "codebook.key",
        ("#",),
        "Set the key",
        "Chooses the key that tags with the code: c, o or a digit from 1 to 9.",
        CHANGE,
        hint="key",
    ),
    Command(
        "codebook.colour",
        ("c",),
        "Set the colour",
        "Chooses the colour that passages with the code have in the text.",
        CHANGE,
        hint="colour",
    ),
    Command(
        "codebook.move-down",
        ("J", "alt+down"),
        "Move the code down",
        "Moves the code behind the next one beside it.",
        CHANGE,
    ),
    Command(
        "codebook.move-up",
        ("K", "alt+up"),
        "Move the code up",
        "Moves the code before the one above it.",
        CHANGE,
    ),
    Command(
        "codebook.parent",
        ("p",),
        "Put it below another code",
        "Chooses the code that this one stands below, or none.",
        CHANGE,
        hint="below",
    ),
    Command(
        "codebook.merge",
        ("m",),
        "Merge into another code",
        "Lets everything tagged with the code count as another one; no annotation is rewritten.",
        CHANGE,
        hint="merge",
    ),
    Command(
        "codebook.part",
        ("s",),
        "Part what was merged",
        "Makes the merged code under the cursor one of its own again, with what it was given.",
        CHANGE,
        hint="part",
    ),
    Command(
        "codebook.remove",
        ("d", "delete"),
        "Remove the code",
        "Removes a code that nothing has; one that is used can be merged into another.",
        CHANGE,
        hint="remove",
    ),
    Command("codebook.undo", ("u",), "Undo", "Takes the last change back.", CHANGE, hint="undo"),
    Command("codebook.redo", ("ctrl+r",), "Redo", "Does again what was taken back.", CHANGE),
)
