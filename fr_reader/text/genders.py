"""Genders: what a pronoun tells of a person whose first name says nothing: "Sky lost her hat"."""

from __future__ import annotations

import re

from fr_reader.text.register import Names

_PRONOUN = re.compile(r"(?:s(?<![\w’']s)he|h(?<![\w’']h)(?:e|ers?|erself|is|im|imself))(?![\w’'])")
"""A whole word; what stands before it is looked at behind its first letter, which is quicker."""
_SENTENCE_END = re.compile(r"[a-z\d]{2}[.!?][”’\"]? |\n|[“\"«]")
_OBJECT = re.compile(
    r"her(?=[,.;:]| (?:with|to|in|on|at|from|for|by|and|as|after|before|off|out)\b)"
)
"""“her” where it is no owner; whoever the sentence is about is then another."""
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_FAR = 200
_MOST = 3
"""So many places of a name are looked at."""


def genders(text: str, names: Names) -> dict[str, str]:
    """By the fullest form of a name, `m` or `f`, where a pronoun in its own sentence tells it.

    Only the first pronoun counts, and only where no other person is named between.
    """
    found: dict[str, str] = {}
    persons = names.persons()
    left = {who: _MOST for who in set(persons) if who is not None and not names.gender(who)}
    for name, person in zip(names.all, persons, strict=True):
        if person is None or not left.get(person):
            continue
        left[person] -= 1
        if not _opens(text, name.start):
            continue
        match = _PRONOUN.search(text, name.end, name.end + _FAR)
        if match is None or _SENTENCE_END.search(text, name.end, match.start()):
            continue
        between = names.between(name.end, match.start())
        if match.group() == "him" or _OBJECT.match(text, match.start()):
            continue
        if not any(names.person(other) for other in between):
            found[person] = "f" if match.group() in _FEMALE else "m"
            left[person] = 0
    return found


def _opens(text: str, start: int) -> bool:
    """Whether nothing but a few words stands before a name in its sentence."""
    before = text[max(0, start - 40) : start]
    return _PRONOUN.search(before) is None
