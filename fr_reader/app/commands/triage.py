"""The commands that go through what is suggested, or put astray by a new text."""

from __future__ import annotations

from fr_reader.app.commands.command import REVIEW, Command

TRIAGE: tuple[Command, ...] = (
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
)
