"""The commands of the screen on which disagreements are settled."""

from __future__ import annotations

from fr_reader.app.commands.command import MOVE, PLACE, REVIEW, Command

SETTLING: tuple[Command, ...] = (
    Command(
        "settle.first",
        ("a", "1"),
        "Take what the first coder did",
        "Lets what the first coder did stand, rejects the rest and goes on.",
        REVIEW,
        hint="first",
        action="take(0)",
    ),
    Command(
        "settle.second",
        ("b", "2"),
        "Take what the second coder did",
        "Lets what the second coder did stand, rejects the rest and goes on.",
        REVIEW,
        hint="second",
        action="take(1)",
    ),
    *(
        Command(
            f"settle.coder-{number}",
            (str(number),),
            f"Take what coder {number} did",
            f"Lets what coder {number} did stand, rejects the rest and goes on.",
            REVIEW,
            action=f"take({number - 1})",
        )
        for number in range(3, 10)
    ),
    Command(
        "settle.all",
        ("e",),
        "Take everything",
        "Lets what every coder did stand, a code or a speaker once, and goes on.",
        REVIEW,
        hint="both",
        action="take_all",
    ),
    Command(
        "settle.none",
        ("x",),
        "Take neither",
        "Rejects what every coder did, and goes on.",
        REVIEW,
        hint="neither",
        action="take_none",
    ),
    Command(
        "settle.otherwise",
        ("o",),
        "Settle it otherwise",
        "Asks for another code or speaker to stand there instead.",
        REVIEW,
        hint="otherwise",
    ),
    Command(
        "settle.reason",
        ("m",),
        "Write the reason",
        "Asks for the reason that is kept as a memo with what you decide next.",
        REVIEW,
        hint="reason",
    ),
    Command(
        "settle.undo",
        ("u",),
        "Undo the last ruling",
        "Takes the last ruling back and shows its passage again.",
        REVIEW,
        hint="undo",
    ),
    Command("settle.next", ("n", "space"), "Next", "Shows the next passage.", MOVE, hint="next"),
    Command("settle.previous", ("p",), "Previous", "Shows the one before.", MOVE, hint="before"),
    Command(
        "settle.open",
        ("enter",),
        "Open the article there",
        "Opens the article at the passage.",
        PLACE,
        hint="open",
    ),
    Command("settle.down", ("j", "down"), "Scroll down", "Scrolls down by a line.", MOVE),
    Command("settle.up", ("k", "up"), "Scroll up", "Scrolls up by a line.", MOVE),
    Command(
        "settle.page-down",
        ("ctrl+d", "pagedown"),
        "Scroll down a screen",
        "Scrolls down by about a screen.",
        MOVE,
    ),
    Command(
        "settle.page-up",
        ("ctrl+u", "pageup"),
        "Scroll up a screen",
        "Scrolls up by about a screen.",
        MOVE,
    ),
    Command(
        "settle.back",
        ("escape", "q"),
        "Back to the overview",
        "Goes back to the list; what is settled is saved.",
        PLACE,
        hint="back",
    ),
)
