"""Naming: the proper name in the words of a mention, without what explains it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from fr_reader.text.forms import BODIES, FOR_OTHERS
from fr_reader.text.grammar import DETERMINERS, PARTICLES_OF_NAMES, PREPOSITIONS
from fr_reader.text.names import bare, is_owner
from fr_reader.text.offices import is_honour, is_office, is_person_noun, is_title
from fr_reader.text.openers import home_at, name_from

_SMALL = PARTICLES_OF_NAMES | {"of", "for", "the", "&"}
_NOT_FIRST = frozenset(
    (
        "the",
        "a",
        "an",
        "in",
        "but",
        "and",
        "as",
        "one",
        "our",
        "both",
        "another",
        "neither",
        "either",
    )
)
ON_BODIES = frozenset(
    ("commission", "committee", "council", "panel", "institute", "inquiry", "board")
)
"""“on” may follow these inside a name: “the Commission on Tides”."""
_ARABIC = frozenset(("al", "el", "as", "ash", "an", "ar", "ad", "at", "az", "ul", "d", "l"))


def _head(words: Sequence[str]) -> Sequence[str]:
    """The words up to the first preposition; “of” between capitals is part of a name, and “for”
    in that of a body: “Department for Transport”."""
    for index, word in enumerate(words):
        if index and word in PREPOSITIONS and not _joins(words, index):
            return words if _says_of_what(words, index) else words[:index]
    return words


def _says_of_what(words: Sequence[str], index: int) -> bool:
    """Whether “of” and a noun tell an office before a whole name: “head of year | Ann Oak”.

    But “a friend of singer Ann Oak” is no Ann Oak.
    """
    after = words[index + 1 : index + 2]
    name = words[index + 2 :]
    return (
        words[index] == "of"
        and len(name) > 1
        and after[0].islower()
        and after[0] not in DETERMINERS
        and not is_person_noun(after[0])
        and all(map(_is_capital, name))
    )


def _joins(words: Sequence[str], index: int) -> bool:
    """Whether a preposition stands inside a name."""
    before, after = words[index - 1], words[index + 1 : index + 3]
    if after[:1] == ["the"] and before.casefold() in BODIES:
        after = after[1:]
    between = before[0].isupper() and bool(after) and after[0][0].isupper()
    return between and (
        words[index] == "of"
        or (words[index] == "for" and before.casefold() in FOR_OTHERS)
        or (words[index] == "on" and before.casefold() in ON_BODIES)
    )


def _is_capital(word: str) -> bool:
    """Whether a word can be part of a name: “Oak”, “al-Oak”."""
    if word[0].isupper():
        return True
    first, mark, rest = word.replace("‑", "-").replace("’", "-").partition("-")
    return bool(mark) and first in _ARABIC and rest[:1].isupper()


def _is_unnamed(words: Sequence[str]) -> bool:
    """Whether words name an office and not who holds it: "the Mayor of London"."""
    office = words[1:] if words and words[0].casefold() == "the" else words
    if len(office) > 2 and office[1] == "of" and is_title(office[0]):
        return name_from(office) == 0
    return len(office) > 1 and all(map(is_office, office))


@lru_cache(maxsize=20_000)
def name_at_end(phrase: str) -> tuple[str, ...] | None:
    """The proper name a phrase ends in, without the titles and offices before it.

    None where its head is a common noun: "a friend of Ann Oak", "the mayor". The same mentions
    come again and again, so answers are kept.
    """
    named: list[str] = []
    for word in reversed(_head(phrase.split())):
        small = bool(named) and (word in _SMALL or word == "on")
        if not small and (not _is_capital(word) or (named and is_owner(word, named))):
            break
        named.insert(0, word if named else bare(word))
    while named and (not _is_capital(named[0]) or named[0].casefold() in _NOT_FIRST):
        named.pop(0)
    while len(named) > 1 and is_honour(named[-1]):
        named.pop()
    if len(named) > 1:
        if _is_unnamed(named):
            return None
        named = named[name_from(named) :]
        named = named[: home_at(named)]
    if len(named) == 1 and is_title(named[0]):
        return None
    return tuple(named) or None


def joined_names(phrase: str) -> tuple[str, str] | None:
    """Both sides of “Ann Oak and Bo Elm”, “the council and the Oak Trust”: “and” before a name."""
    words = _head(phrase.split())
    for at in range(1, len(words) - 1):
        if words[at] != "and":
            continue
        after = words[at + 1 :]
        named = after[1:] if after[0] == "the" else after
        if named and _is_capital(named[0]) and _is_capital(named[-1]):
            return " ".join(words[:at]), " ".join(after)
    return None
