"""What can be selected as a whole: the keys that follow “inside” and “around”."""

from __future__ import annotations

from fr_reader.app.commands.command import MARK, Command

_WHAT = (
    ("quotation", "q", "Selects the quotation under the cursor, all its paragraphs."),
    ("sentence", "s", "Selects the sentence under the cursor; again, the next one as well."),
    ("clause", "c", "Selects the clause under the cursor; again, the next one as well."),
    ("paragraph", "p", "Selects the paragraph under the cursor; again, the next one as well."),
    ("word", "w", "Selects the word under the cursor; again, the next one as well."),
)

OBJECTS: tuple[Command, ...] = tuple(
    Command(
        f"object.{name}",
        (key,),
        f"Select the {name}",
        help_,
        MARK,
        hint=name,
        action=f"select_object('{name}')",
    )
    for name, key, help_ in _WHAT
)
