"""Which commands the status line of a place names, the first to know first."""

from __future__ import annotations

from fr_reader.app.commands.command import Command
from fr_reader.app.commands.table import commands_of

_HINTS = {
    "library": ("open", "export", "describe", "close", "help"),
    "empty": ("close", "help"),
    "codebook": (
        *("make", "define", "rename", "key", "colour", "merge", "parent", "fold", "remove"),
        *("undo", "back", "help"),
    ),
    "codebook-merged": ("part", "undo", "back", "help"),
    "speakers": (
        *("find", "rename", "role", "affiliation", "alias", "merge", "split", "part"),
        *("undo", "back", "help"),
    ),
    "overview": (*("next-sheet", "open", "filter", "copy", "write", "back", "help"),),
    "overview-compared": (
        *("open", "next-sheet", "unit", "what", "machine", "copy", "write", "back", "help"),
    ),
    "settle": (
        *("first", "second", "all", "none", "otherwise", "reason", "next", "previous", "undo"),
        *("open", "back", "help"),
    ),
    "passages": ("open", "find", "back", "help"),
    "reader": (
        *("next-quotation", "skip", "claim", "concern", "select", "memo", "find", "hint"),
        *("copy", "close", "help"),
    ),
    "plain": (
        *("select", "claim", "concern", "memo", "code", "find", "next-quotation", "copy"),
        *("export", "close", "help"),
    ),
    "done": (
        *("export", "next-quotation", "copy", "select", "claim", "concern", "memo", "find"),
        *("close", "help"),
    ),
    "blank": ("close", "help"),
    "quotation": (
        *("speaker", "claim", "concern", "copy", "next-quotation", "memo", "select", "code"),
        *("undo", "close", "help"),
    ),
    "tagged": (
        *("memo", "remove", "stance", "next-quotation", "copy", "nudge-forward", "undo"),
        *("link", "speaker", "claim", "concern", "help"),
    ),
    "tags": (
        *("next-tag", "memo", "remove", "stance", "next-quotation", "copy", "nudge-forward"),
        *("undo", "speaker", "help"),
    ),
    "found": ("next-found", "previous-found", "claim", "concern", "select", "back", "help"),
    "suggestion": (
        *("accept", "reject", "speaker", "skip", "reason", "claim", "concern", "accept-rest"),
        *("copy", "undo", "close", "help"),
    ),
    "review": ("accept", "later", "remove", "on-cursor", "back", "undo", "help"),
    "choice": ("accept", "next-place", "later", "remove", "on-cursor", "back", "undo", "help"),
    "orphan": ("on-cursor", "remove", "later", "back", "undo", "help"),
    "theirs": ("later", "back", "help"),
}
_WHILE_SELECTING = {
    "next-word": "more",
    "previous-word": "less",
    "speaker": "speaker",
    "claim": "claim",
    "concern": "concern",
    "copy": "copy",
    "inside": "inside",
    "around": "around",
    "other-end": "other end",
    "hint-words": "up to",
    "next-sentence": "sentence",
    "next-clause": "clause",
    "back": "leave",
}
_WORDS = {
    ("reader", "skip"): "review",
    ("found", "back"): "done",
    ("overview-compared", "open"): "differences",
}
"""Words that differ from the command's own in one place."""
_PARTS = {
    "empty": "library",
    **dict.fromkeys(("suggestion", "selection", "object", "label"), "reader"),
    **dict.fromkeys(("plain", "done", "blank", "quotation", "tagged", "tags", "found"), "reader"),
    **dict.fromkeys(("choice", "orphan", "theirs"), "review"),
    "codebook-merged": "codebook",
    "overview-compared": "overview",
}


def hinted(place: str) -> tuple[tuple[Command, str], ...]:
    """The commands a place's status line shows, the first to know first, each with its word.

    `selection` is the reader while something is being selected, `suggestion` the reader with the
    cursor on a suggestion, `quotation` on a quotation, `tagged` and `tags` on one tag or several,
    `found` on what was looked for; `reader` is elsewhere with something to review, `done` with
    nothing left, `plain` where nothing was suggested, and `blank` without any text. `empty` is the
    library without articles; `choice` is the review of an annotation with several places to
    propose, `orphan` of one without any, `theirs` of another coder's; `codebook-merged` is the
    codebook with the cursor on a code that was merged, `overview-compared` the overview with a
    sheet that compares coders.
    """
    where = commands_of(_PARTS.get(place, place))
    here = {command.id.partition(".")[2]: command for command in reversed(where)}
    if place == "selection":
        here |= {c.id.partition(".")[2]: c for c in commands_of("selection") if c.place == place}
        return tuple((here[name], word) for name, word in _WHILE_SELECTING.items())
    if place in ("object", "label"):
        objects = [(c, c.hint) for c in commands_of("object") if c.place == place]
        return (*objects, (here["back"], "leave"))
    names = _HINTS.get(place, ())
    return tuple((here[name], _WORDS.get((place, name), here[name].hint)) for name in names)
