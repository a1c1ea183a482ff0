"""Short forms: abbreviations the article explains, and those made of the first letters of a name.

"The Fenland Trust (FT)" says what "the FT" is, and so does "the FT (Fenland Trust)"; where it says
nothing, the only body whose words begin with these letters is meant.
"""

from __future__ import annotations

import re

from fr_reader.text.grammar import DETERMINERS, PREPOSITIONS, word_set
from fr_reader.text.register import Names

_BRACKET = re.compile(r"\((?:(?:or|known as) )?(?:the )?[“\"‘']?([A-Z][\w&.-]{1,11})[”\"’']?[),;]")
_EXPLAINED = re.compile(r"([A-Z](?<!\w[A-Z])[A-Z&]{1,9}) \((?:the )?([A-Z][^()\n]{4,90})\)")
"""What stands before the first letter is looked at behind it, which is quicker."""
_KNOWN = re.compile(
    r", (?:[a-z]{3,14} )?known "
    r"(?:(?:to|in|by|among|around|across|at) [\w’' -]{1,40}? |[a-z]{3,14} )?"
    r"as (?:the )?[“\"‘']?([A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2})\b"
)
"""What somebody goes by: "Ann Oak, known to all as Digger"; the name stands before the comma."""
_SMALL = word_set("of for and the de du la le & in on to")
_FAR = 120
_FEWEST = 3
"""Of fewer letters than this no abbreviation is told from a name alone."""


def short_forms(text: str, names: Names) -> dict[str, str]:
    """By each short form of an article in lower case, the name it stands for."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        full = _before(text, match.start(), match.group(1))
        if full:
            found.setdefault(match.group(1).casefold(), full)
    for match in _EXPLAINED.finditer(text):
        words = match.group(2).split()
        if _spells(words, match.group(1)):
            found.setdefault(match.group(1).casefold(), " ".join(words))
    told: dict[str, set[str]] = {}
    for name in names.firsts():
        if name.form.is_body and len(name.words) >= _FEWEST:
            for small in (False, True):
                told.setdefault(_initials(list(name.words), small=small), set()).add(name.text)
    for short, full_names in told.items():
        if len(full_names) == 1:
            found.setdefault(short, next(iter(full_names)))
    return found


def known_as(text: str, names: Names) -> dict[str, str]:
    """By what somebody goes by, in lower case, their name: "Ann Oak, known to all as Digger"."""
    found: dict[str, str] = {}
    for match in _KNOWN.finditer(text) if " known " in text else ():
        named = names.between(max(0, match.start() - _FAR), match.start() + 1)
        if named and named[-1].end == match.start():
            found.setdefault(match.group(1).casefold(), names.fullest(named[-1].words))
    return found


def _before(text: str, at: int, short: str) -> str:
    """The name right before a bracket that holds `short`, or empty."""
    row: list[str] = []
    for word in reversed(text[max(0, at - _FAR) : at].rpartition("\n")[2].split()):
        if not (word[0].isupper() or word.casefold() in _SMALL):
            break
        if row and word[-1] in ",.;:)":
            break
        row.insert(0, word)
    while row and (row[0].casefold() in DETERMINERS or row[0].casefold() in PREPOSITIONS):
        row.pop(0)
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    starts = [n for n, word in enumerate(row) if word[0].casefold() == letters[0]]
    for start in starts:
        if _spells(row[start:], short):
            return " ".join(row[start:])
    for start in starts:
        if len(row) - start > 1 and _within(letters, "".join(row[start:]).casefold()):
            return " ".join(row[start:])
    return ""


def _initials(words: list[str], *, small: bool) -> str:
    return "".join(word[0].casefold() for word in words if small or word.casefold() not in _SMALL)


def _spells(words: list[str], short: str) -> bool:
    """Whether the first letters of words, with or without the small ones, are `short`."""
    letters = "".join(letter for letter in short.casefold() if letter.isalnum())
    return letters in (_initials(words, small=False), _initials(words, small=True))


def _within(letters: list[str], whole: str) -> bool:
    """Whether letters come in this order in `whole`."""
    rest = iter(whole)
    return all(letter in rest for letter in letters)
