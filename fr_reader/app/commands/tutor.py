"""The commands of the tutor, beside those of the reader it is shown in."""

from __future__ import annotations

from fr_reader.app.commands.command import PLACE, Command

TUTOR: tuple[Command, ...] = (
    Command(
        "tutor.skip",
        ("f2",),
        "Skip this lesson",
        "Goes on to the next lesson of the tutor.",
        PLACE,
        hint="skip",
        action="skip_lesson",
    ),
    Command(
        "tutor.restart",
        ("f3",),
        "Begin the tutor again",
        "Takes back what was done and begins with the first lesson.",
        PLACE,
        hint="again",
        action="restart_tutor",
    ),
    Command(
        "tutor.leave",
        ("f4",),
        "Leave the tutor",
        "Takes the lessons away; the article stays open to try things on.",
        PLACE,
        hint="leave",
        action="leave_tutor",
    ),
)
