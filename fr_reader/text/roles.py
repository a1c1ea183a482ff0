"""Roles: what the article calls its people, so that "the assembly member" finds its name.

A role is tied to a name by apposition ("Jane Doe, a senator", "Doe – who is also a councillor –")
or by standing before it ("assembly member Jane Doe").
"""

from __future__ import annotations

import re

from fr_reader.text.forms import Name
from fr_reader.text.grammar import (
    AUXILIARIES,
    COORDINATORS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from fr_reader.text.names import Names

_AFTER = re.compile(
    r"(?:, |,? [–—-]{1,2} )(?:who (?:is|was|has been) (?:also )?)?(?:now |then |currently )?"
    r"(?:a|an|the|its|their|his|her|[^\W\d_][\w’'-]{0,30}[’']s)\s([^,.;:–—“”\"()\n]{2,90})"
)
_IS = re.compile(r" (?:is|was) (?:also )?(?:a|an|the)\s([^,.;:–—“”\"()\n]{2,60})")
_BEFORE = re.compile(r"\n?((?: [\w’'-]{0,30}[^\W\d_]){1,4})")
"""To be read backwards, from the name on."""
_BREAKS = COORDINATORS | {"who", "which", "whose"}
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ee", "crat")


def is_person_noun(word: str) -> bool:
    """Whether a noun names a person by what they do."""
    low = word.casefold()
    return low in PERSON_NOUNS or (len(low) > 4 and low.endswith(_PERSON_ENDINGS))


def head_words(phrase: str) -> tuple[str, ...]:
    """The words of a noun phrase up to its first preposition or clause, in lower case."""
    words: list[str] = []
    for word in phrase.casefold().split():
        if word in PREPOSITIONS or word in SUBORDINATORS or word in AUXILIARIES or word in _BREAKS:
            break
        words.append(word.strip(",."))
    return tuple(words)


def roles(text: str, names: Names) -> dict[str, set[str]]:
    """For each head noun of a role, the full names the article ties it to."""
    found: dict[str, set[str]] = {}
    for name in names.all:
        full = names.person(name)
        if full is None:
            continue
        for phrase in _phrases(text, name):
            words = head_words(phrase)
            if words and is_person_noun(words[-1]):
                found.setdefault(words[-1], set()).add(full)
    return found


def _phrases(text: str, name: Name) -> list[str]:
    phrases = []
    if text[name.end : name.end + 1] in (",", " "):
        for pattern in (_AFTER, _IS):
            match = pattern.match(text, name.end, name.end + 160)
            if match:
                phrases.append(match.group(1))
    if text[name.start - 1 : name.start] not in (" ", "\n"):
        return phrases
    before = _BEFORE.match(text[max(0, name.start - 90) : name.start][::-1])
    if before:
        phrases.append(before.group(1)[::-1])
    return phrases
