"""The commands of the review after a new text, one part of the table in `commands.py`."""

from __future__ import annotations

from fr_reader.app.commands.command import MOVE, PLACE, REVIEW, Command

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command(
        "review.accept",
        ("a",),
        "Accept this place",
        "Puts the annotation on the place shown and goes to the next one.",
        REVIEW,
        hint="accept",
    ),
    Command(
        "review.next-place",
        ("n", "tab"),
        "Next proposed place",
        "Shows the next place the annotation may belong to, where there are several.",
        REVIEW,
        hint="next place",
    ),
    Command(
        "review.later",
        ("space",),
        "Leave it for later",
        "Goes to the next annotation and leaves this one undecided.",
        REVIEW,
        hint="later",
    ),
    Command(
        "review.on-cursor",
        ("p",),
        "Put it under the cursor",
        "Puts the annotation on the passage under the cursor of the article, which is shown.",
        REVIEW,
        hint="put there",
    ),
    Command(
        "review.remove",
        ("d", "delete"),
        "Remove the annotation",
        "Removes the annotation; undo brings it back.",
        REVIEW,
        hint="remove",
    ),
    Command(
        "review.undo",
        ("u",),
        "Undo the last placing",
        "Takes the last annotation placed or removed back.",
        REVIEW,
        hint="undo",
    ),
    Command("review.down", ("j", "down"), "Scroll down", "Scrolls down by a line.", MOVE),
    Command("review.up", ("k", "up"), "Scroll up", "Scrolls up by a line.", MOVE),
    Command(
        "review.page-down",
        ("ctrl+d", "pagedown"),
        "Scroll down a screen",
        "Scrolls down by about a screen.",
        MOVE,
    ),
    Command(
        "review.page-up",
        ("ctrl+u", "pageup"),
        "Scroll up a screen",
        "Scrolls up by about a screen.",
        MOVE,
    ),
    Command(
        "review.back",
        ("escape", "q"),
        "Back to the article",
        "Closes the review; what is left waits.",
        PLACE,
        hint="back",
    ),
)
