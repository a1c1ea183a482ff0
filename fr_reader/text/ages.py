"""Ages: of whom the article says how old they are, so that "the 83-year-old" finds its name."""

from __future__ import annotations

import re

from fr_reader.text.lexicon import cue_forms
from fr_reader.text.register import Names

_AGE = re.compile(r"(?<![\w.,£$€])\d{1,3}(?![\w.,]*\d)")
_AFTER_NAME = (", ", " (", ", aged ", " is ", ", who is ", ", now ", " was ", " turned ", " – ")
_FAR = 60
_SAYS = frozenset(("says", "asks"))
_ENDS = frozenset(".,;:\n")


def _speaks(between: str) -> bool:
    """Whether who is of an age says something to whom is named next: "told", but not "retired"."""
    forms = (cue_forms().get(word) for word in between.split()[1:])
    return any(form is not None and form.sense in _SAYS for form in forms)


def ages(text: str, names: Names) -> dict[str, list[str]]:
    """The full names of people by their age: "Ann Oak, 83", "83-year-old diver Ann Oak"."""
    found: dict[str, dict[str, None]] = {}
    for match in _AGE.finditer(text):
        for name in names.between(match.start() - _FAR, match.end() + _FAR):
            if name.end <= match.start():
                told = text[name.end : match.start()] in _AFTER_NAME
            else:
                between = text[match.end() : name.start]
                told = between.startswith(("-year-old ", "‑year‑old ")) and not (
                    _ENDS & set(between) or _speaks(between)
                )
            person = names.person(name) if told else None
            if person is not None:
                found.setdefault(match.group(), {})[person] = None
    return {age: list(people) for age, people in found.items()}
