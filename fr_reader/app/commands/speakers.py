"""The commands of the speakers, and those that lead to them."""

from __future__ import annotations

from fr_reader.app.commands.command import CHANGE, PLACE, Command
from fr_reader.app.commands.listing import listing

SPEAKERS: tuple[Command, ...] = (
    *(
        Command(
            f"{place}.speakers",
            ("P",),
            "The speakers",
            "Shows the speakers of the project with what they said, to describe and merge them.",
            PLACE,
        )
        for place in ("library", "reader")
    ),
    *listing("speakers", "speaker"),
    Command(
        "speakers.rename",
        ("r",),
        "Rename the speaker",
        "Calls the speaker something else; the old name stays an alias, as texts may use it.",
        CHANGE,
        hint="rename",
    ),
    Command(
        "speakers.role",
        ("e", "enter"),
        "Edit the role",
        "Says what the speaker does, such as spokesperson.",
        CHANGE,
        hint="role",
    ),
    Command(
        "speakers.affiliation",
        ("f",),
        "Edit the affiliation",
        "Says in what body the speaker does so.",
        CHANGE,
        hint="body",
    ),
    Command(
        "speakers.alias",
        ("a",),
        "Add an alias",
        "Adds a name that texts use for the speaker.",
        CHANGE,
        hint="alias",
    ),
    Command(
        "speakers.remove-alias",
        ("A",),
        "Remove an alias",
        "Chooses an alias to take away from the speaker.",
        CHANGE,
    ),
    Command(
        "speakers.merge",
        ("m",),
        "Merge into another speaker",
        "Lets everything the speaker said count as another one’s, who goes by both names then.",
        CHANGE,
        hint="merge",
    ),
    Command(
        "speakers.part",
        ("p",),
        "Part who was merged",
        "Makes one who was merged into the speaker a speaker of their own again.",
        CHANGE,
        hint="part",
    ),
    Command(
        "speakers.split",
        ("s",),
        "Split off quotations",
        "Chooses quotations of the speaker and gives them to another one, known or new.",
        CHANGE,
        hint="split",
    ),
    Command(
        "speakers.remove",
        ("d", "delete"),
        "Remove the speaker",
        "Removes a speaker who has no quotation.",
        CHANGE,
    ),
    Command("speakers.undo", ("u",), "Undo", "Takes the last change back.", CHANGE, hint="undo"),
    Command("speakers.redo", ("ctrl+r",), "Redo", "Does again what was taken back.", CHANGE),
)
