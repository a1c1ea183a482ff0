"""Openers: the offices, trades and descriptions that stand before a name and are no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.text.forms import BODIES, is_institutional
from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import describing, first_names
from fr_reader.text.offices import COURTESY, is_office, is_person_noun, is_suffix
from fr_reader.text.origins import ORIGINS
from fr_reader.text.trades import NO_NAMES, behind_trade

_BEFORE_NAMES = word_set(
    "mum-of-two twins triplets brothers sisters siblings newlyweds parents goatherd cowherd herd"
    " swineherd shepherdess fiancee fiance sweethearts grandparents wheelwright ploughwright"
    " playmate shopworker steelworker dockworker binman bargee"
)
"""Nouns with no ending of a person that open a sentence before a name."""
_IN_NAMES = word_set(
    "new old great big little saint st royal holy grand upper lower north south east west northern"
    " southern eastern western central black white red green blue golden high long international"
    " national american british english french german italian spanish russian chinese indian"
    " general united federal public free first second good happy super united young sweet"
)
"""Adjectives that are part of a name as readily."""
_TRADES = (
    *(
        "master",
        "keeper",
        "maker",
        "worker",
        "herd",
        "herder",
        "monger",
        "wright",
        "owner",
        "seller",
    ),
    *("grower", "breeder", "holder", "builder", "woman", "setter", "dresser", "winner", "goer"),
)
"""How trades end that are one word of two."""
_MOODS = ("ed", "en", "ing", "less", "ful", "ous")
"""How adjectives end that describe somebody and are in no name."""
_SAID = word_set("said says adds added wrote writes")


def name_from(words: Sequence[str]) -> int:
    """Where the name begins behind the offices before it; 0 where they are part of it."""
    if len(words) < 2:
        return 0
    at = name_starts(words)
    if at and words[-1].casefold() in BODIES:
        if home_at(words[at:]) < len(words) - at:
            return at
        courtesy = words[at - 1].casefold().rstrip(".") in COURTESY
        return at if courtesy and at == len(words) - 1 else 0
    return at


def home_at(words: Sequence[str]) -> int:
    """Where a person's name ends before what they are of: "Ann Oak of Elmtown".

    Where the first name is a rare one, that can be told of a body alone: "Endo Umi of Elm College".
    """
    if "of" not in words[2:4]:
        return len(words)
    at = words.index("of", 2)
    if words[0].casefold() in first_names():
        return at
    if is_institutional(words[:at]) or not is_institutional(words[at + 1 :]):
        return len(words)
    return len(words) if any(map(is_office, words[:at])) else at


def name_starts(words: Sequence[str]) -> int:
    """Where the name itself begins in a row of capitalised words: behind the last office in it.

    "Press Secretary Ann Oak" begins at Ann, "Secretary of State Ann Oak" too; the office is part
    of a name after a first name ("Billie King Oak") and where nothing follows it.
    """
    for at in range(len(words) - 2, -1, -1):
        office = is_office(words[at]) or _is_trade(words, at)
        if not office or all(map(is_suffix, words[at + 1 :])):
            continue
        before = words[at - 1].casefold().rstrip(".") if at else ""
        if before and (before in first_names() or (len(before) == 1 and before.isalpha())):
            continue
        return _behind_complement(words, at + 1)
    return behind_trade(words) or (1 if _is_description(words) else 0)


def _is_description(words: Sequence[str]) -> bool:
    """Whether the first of some words only describes whom the rest names: "Heartbroken Ann Oak".

    It has its capital from the beginning of a sentence, and is an adjective, the noun of several
    people ("Shipbuilders Oak & Sons") or a verb that their words come before ("Said Ann Oak").
    """
    low = words[0].casefold()
    known = len(words) > 1 and words[1].casefold() in first_names()
    if len(words) < (2 if known or "-" in low else 3) or low in first_names() or low in _IN_NAMES:
        return False
    if not NO_NAMES.isdisjoint(word.casefold() for word in words[1:]):
        return False
    if "-" in low and is_person_noun(low.rpartition("-")[2]):
        return True
    if low in _SAID:
        return len(words) > 2
    if low in _BEFORE_NAMES or (len(low) > 7 and low.endswith(_TRADES)):
        return known or len(words) > 2
    if low in describing():
        return known or (len(words) == 3 and low.endswith(_MOODS))
    if low.endswith("s") and not low.endswith("ss") and is_person_noun(low[:-1]):
        return known or "&" in words
    return known and low in ORIGINS


def _is_trade(words: Sequence[str], at: int) -> bool:
    """Whether a word with the ending of a person stands before a first name and more."""
    low = words[at].casefold()
    return (
        at + 2 < len(words)
        and len(low) > 5
        and low not in first_names()
        and words[at + 1].casefold() in first_names()
        and is_person_noun(low)
    )


def _behind_complement(words: Sequence[str], at: int) -> int:
    """Where the name begins behind an office: "of" and one word belong to the office."""
    if words[at].casefold() != "of":
        return at
    after = at + 2 + (words[at + 1 : at + 2] == ["the"])
    return after if len(words) - after > 1 else 0
