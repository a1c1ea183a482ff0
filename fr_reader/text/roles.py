"""Roles: what the article calls its people, so that "the assembly member" finds its name.

A role is tied to a name by apposition ("Jane Doe, a senator", "Doe – who is also a councillor –",
"Jane Doe, 52, chief engineer at the dam"), by standing before it ("assembly member Jane Doe"), by
a title ("Sen. Jane Doe") or by a plain statement ("Jane Doe is the education secretary").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fr_reader.text.forms import Name
from fr_reader.text.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from fr_reader.text.lexicon import cue_forms, first_names
from fr_reader.text.offices import is_honour, is_person_noun, nouns_of_title
from fr_reader.text.origins import is_origin
from fr_reader.text.register import Names

Roles = dict[str, dict[str, set[str]]]
"""By the head noun of a role: the full names it is tied to, and the words it was told with."""
_AGE = r"(?:,? (?:aged )?\(?\d{1,3}\)?)?"
_REST = r"([^,.;:–—“”\"()\n]{2,90})"
_AFTER = re.compile(
    rf"{_AGE}(?:, |,? [–—-]{{1,2}} )(?:who (?:is|was|has been) (?:also )?)?"
    r"(?:now |then |currently )?(?:an?|the|its|their|his|her|[^\W\d_][\w’'-]{0,30}[’']s)\s"
    rf"{_REST}"
)
_BARE = re.compile(rf"{_AGE}(?:, |,? [–—-]{{1,2}} )(?=[a-z]){_REST}")
_IS = re.compile(
    r" (?:(?:is|was|has been|became|(?:works?|worked|serve[sd]) as) (?:also )?(?:a|an|the)\s"
    r"|(?:is|was|has been|were) (?:re-?)?(?:elected|appointed|named|made|installed|sworn in)\s"
    r"(?:as )?(?:a |an |the |its |their )?)([^,.;:–—“”\"()\n]{2,60})"
)
_BEFORE = re.compile(r"\n?((?: [\w’'-]{0,30}[^\W\d_]){1,4})")
"""To be read backwards, from the name on."""
_BEFORE_COMMA = re.compile(
    r"(?:[Tt]he|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) ((?:[\w’'-]{1,30} ){0,8}[\w’'-]{1,30}), "
    r"(?:(?:the )?(?:Mrs?|Ms|Dr|Sir|Dame|(?:(?:Right|Rt|Most|Very) )?Rev(?:erend)?)\.? )?$"
)
_LEADS = frozenset(", ")
_APPOSED = frozenset("a(–—-")
"""And digits: what may stand behind the space before an apposition or an age."""
_VERBS = frozenset("iwhbs")
"""What the verbs of a plain statement begin with."""
_APPOSED_ENDS = frozenset(",.)")
_SPACES = frozenset(" \n")
_RANKS_BEFORE = frozenset(("detective", "sergeant", "captain", "deputy", "lieutenant", "constable"))
"""Ranks that stand before another: “Detective Sergeant”."""
_FAR = 200
_NEAR = 90
"""A noun farther behind a name, or before it, than this, in code points, is not what it is called.
"""
_ENDS_HEAD = PREPOSITIONS | SUBORDINATORS | AUXILIARIES | COORDINATORS | {"who", "which", "whose"}
"""The words of a role end before one of these."""


def head_words(phrase: str) -> tuple[str, ...]:
    """The words of a noun phrase up to its first preposition or clause, in lower case."""
    words: list[str] = []
    for word in phrase.casefold().split():
        if word in _ENDS_HEAD:
            break
        words.append(word.strip(",."))
    return tuple(words)


def roles(text: str, names: Names) -> Roles:
    """For each head noun of a role, the full names the article ties it to."""
    found: Roles = {}
    for name, full in zip(names.all, names.persons(), strict=True):
        if full is None:
            continue
        for noun in nouns_of_title(name.form.title):
            found.setdefault(noun, {}).setdefault(full, set())
        for phrase in _phrases(text, name):
            words = head_words(phrase)
            last = words[-1] if words else ""
            if not (is_person_noun(last) or is_origin(last) or last in _RANKS_BEFORE):
                continue
            for noun in (*(word for word in words[:-1] if word in _RANKS_BEFORE), words[-1]):
                told = found.setdefault(noun, {}).setdefault(full, set())
                told.update(word.strip(",.") for word in phrase.casefold().split())
    return found


def named_as(text: str, names: Names, noun: str) -> list[str]:
    """The names, of no persons, that the article calls by a noun: "Oak Aid, a charity".

    Only names near the noun are looked at.
    """
    found: dict[str, None] = {}
    seen = 0
    for at in _places(text, noun):
        for name in names.between(max(seen, at - _FAR), at + _NEAR + 1):
            seen = name.start + 1
            if name.form.titled or name.form.first in first_names():
                continue
            for phrase in _phrases(text, name):
                words = head_words(phrase)
                if words and words[-1] == noun:
                    found[names.fullest(name.words)] = None
    return list(found)


def _places(text: str, noun: str) -> list[int]:
    """Where a noun stands as a word, in small letters, with a capital, or in capitals."""
    found: list[int] = []
    for form in (noun, noun.capitalize(), noun.upper()):
        at = text.find(form)
        while at >= 0:
            after = at + len(form)
            if not (text[after : after + 1].isalnum() or text[at - 1 : at].isalnum()):
                found.append(at)
            at = text.find(form, at + 1)
    return sorted(found)


def _phrases(text: str, name: Name) -> Iterator[str]:
    """What stands beside a name and may tell a role."""
    start, end, _ = name
    if text[end : end + 1] in _LEADS:
        behind = _behind(text, end)
        if behind:
            yield behind
    if text[start - 1 : start] not in _SPACES:
        return
    if text[start - 2 : start] == ", ":
        apposed = text[end : end + 1] in _APPOSED_ENDS
        match = _BEFORE_COMMA.search(text[max(0, start - _NEAR) : start]) if apposed else None
        if match:
            yield match.group(1)
        return
    if text[start - 1] == " " and not text[start - 2 : start - 1].isalnum():
        return
    before = text[max(0, start - _NEAR) : start]
    if before[:-1].rpartition(" ")[2] in PREPOSITIONS:
        return
    match = _BEFORE.match(before[::-1])
    if match:
        words = match.group(1)[::-1].split()
        if words[-1] in PREPOSITIONS:
            return
        at = words.index("and") + 1 if "and" in words else 0
        yield " ".join(words[at:])
        if at and " ".join(words).islower():
            yield " ".join(words[: at - 1])


def _behind(text: str, end: int) -> str:
    """The phrase in apposition to a name that ends at `end`, or what it is stated to be; or empty.

    What the letter behind the comma or space cannot begin is not looked for.
    """
    after = text[end + 1 : end + 2]
    apposed = text[end] == "," or after in _APPOSED or after.isdecimal()
    stop = end + 160
    if apposed:
        match = _AFTER.match(text, end, stop)
    else:
        match = _IS.match(text, end, stop) if after in _VERBS else None
    if match:
        return match.group(1)
    if after.isupper() or after == ".":
        honour = text[end + 1 : end + 5].partition(" ")[0].rstrip(",.")
        if is_honour(honour):
            return honour
    bare = _BARE.match(text, end, stop) if apposed else None
    return bare.group(1) if bare and _is_noun_phrase(bare.group(1)) else ""


def _is_noun_phrase(phrase: str) -> bool:
    """Whether words without an article before them read like a role and not like a clause."""
    words = head_words(phrase)
    return bool(words) and not any(
        word in DETERMINERS or word in cue_forms() or word.endswith("ing") for word in words
    )
