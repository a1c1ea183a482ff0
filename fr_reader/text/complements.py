"""Complements: what follows the noun of a role with "of", "for", "at", and the body it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fr_reader.text.forms import BODIES
from fr_reader.text.grammar import DETERMINERS, PREPOSITIONS, TIME_WORDS, word_set
from fr_reader.text.lexicon import first_names
from fr_reader.text.names import bare
from fr_reader.text.offices import is_title
from fr_reader.text.role_words import (
    closes_body,
    is_acronym,
    is_body_noun,
    is_courtesy,
    leads_body,
    role_at,
)

_ARTICLES = frozenset(("the", "a", "an"))
_SPOKEN = word_set("spokesman spokeswoman spokesperson")
_TO = word_set("adviser advisor aide ambassador envoy secretary assistant consultant delegate")
_ON = word_set("adviser advisor expert lead spokesman spokeswoman spokesperson rapporteur")
_AMOUNTS = word_set(
    "more over nearly almost about many several some two three four five six seven eight nine ten"
    " decades decade life ever less years"
)
_SMALL = word_set("of for and & de la du the")
_COUNTRIES = frozenset(("States", "Kingdom", "Republic", "Emirates"))
_LONGEST = 6


IsPerson = Callable[[Sequence[str]], bool]


def complements(
    noun: Sequence[str], rest: Sequence[str], is_person: IsPerson
) -> tuple[list[str], str, int]:
    """The words of `rest` that belong to the role called `noun`, the body they lead to or empty,
    and how many words were used. `is_person` says whether a name is a person's."""
    kept: list[str] = []
    at = 0
    while at < len(rest):
        end = _group_end(rest, at)
        preposition, phrase = rest[at], list(rest[at + 1 : end])
        named = without_second(phrase)
        body = _body(noun, preposition, named)
        if body and not _is_person(named, is_person):
            return kept, body, at + 1 + len(named)
        stop = _before_other_life(phrase)
        if not _belongs(noun, preposition, phrase[:stop]):
            break
        kept += [preposition, *phrase[:stop]]
        at = at + 1 + stop
        if stop < len(phrase):
            break
    return kept, "", at


def without_second(words: Sequence[str]) -> Sequence[str]:
    """Words up to an “and” that somebody’s name follows: “the University of X | and Ann Oak”."""
    for at in range(1, len(words) - 1):
        after = words[at + 1]
        if words[at] == "and" and after[:1].isupper() and _begins_name(after):
            return words[:at]
    return words


def _begins_name(word: str) -> bool:
    return is_courtesy(word) or is_title(word) or word.casefold() in first_names()


def _is_person(phrase: Sequence[str], is_person: IsPerson) -> bool:
    """Whether a name somebody speaks for is a person’s: “for Mrs. Oak”."""
    first = phrase[0]
    if _begins_name(first):
        return not closes_body(phrase[-1])
    return len(phrase) == 1 and is_person(phrase)


def _group_end(rest: Sequence[str], at: int) -> int:
    """Where the phrase of the preposition at `at` ends: before the next that is in no name."""
    end, inside = at + 1, False
    while end < len(rest):
        if rest[end] in PREPOSITIONS:
            inside = _inside_name(rest, end, inside)
            if not inside:
                break
        end += 1
    return end


def _inside_name(rest: Sequence[str], at: int, inside: bool) -> bool:
    """Whether “of” or “for” stands inside the name of a body: "University of X"; `inside` says
    that one did before: "Foundation for Defence | of Y"."""
    after = at + 2 if rest[at + 1 : at + 2] == ["the"] else at + 1
    return (
        rest[at] in ("of", "for")
        and (inside or rest[at - 1].casefold() in BODIES)
        and rest[at - 1][:1].isupper()
        and after < len(rest)
        and rest[after][:1].isupper()
    )


def named_body(phrase: Sequence[str], *, surely: bool = False) -> str:
    """The body a phrase names, its article left out before a longer name; empty for anything else.

    With `surely`, any name counts: the words before it say that a body follows.
    """
    the = bool(phrase) and phrase[0].casefold() == "the"
    words = list(phrase[1:] if phrase and phrase[0] in _ARTICLES else phrase)
    if not words or words[0].casefold() in TIME_WORDS:
        return ""
    if words[0][:1].islower():
        return " ".join(["the", *words]) if the and surely and is_body_noun(words[-1]) else ""
    if not all(word[:1].isupper() or word in _SMALL for word in words[:-1]):
        return ""
    if not words[-1][:1].isupper():
        return " ".join(words) if words[-1] in BODIES and len(words) < 5 else ""
    if words[-1].endswith(("’s", "'s")) or words[-1] in _COUNTRIES:
        return ""
    telling = any(word.casefold() in BODIES and closes_body(word) for word in words)
    if not (telling or is_acronym(words[-1]) or surely):
        return ""
    short = len(words) == 1 and not is_acronym(words[0])
    return " ".join(["the", *words] if the and short else words)


def _body(noun: Sequence[str], preposition: str, phrase: Sequence[str]) -> str:
    last = noun[-1].casefold()
    surely = (
        preposition in ("at", "with")
        or (preposition == "of" and leads_body(noun))
        or (preposition == "for" and last in _SPOKEN)
    )
    if preposition not in ("of", "at", "for", "with", "in", "from", "on"):
        return ""
    if preposition == "of" and last in _PLACED and not surely:
        return ""
    return named_body(phrase, surely=surely)


_PLACED = word_set("mayor king queen pope duke duchess earl prince princess archbishop bishop")
"""What they are of is a place."""


def _before_other_life(phrase: Sequence[str]) -> int:
    """Where an “and” begins what is no part of the complement: “of policy | and a mother”."""
    for at, word in enumerate(phrase):
        if word != "and" or not at:
            continue
        after = phrase[at + 1 :]
        if not after or after[0] in DETERMINERS or _is_somebody(after):
            return at
    return len(phrase)


def _is_somebody(words: Sequence[str]) -> bool:
    return any(role_at([word]) or word in ("mother", "father") for word in words)


def _belongs(noun: Sequence[str], preposition: str, phrase: Sequence[str]) -> bool:
    """Whether a complement that names no body is part of the role."""
    if not phrase or len(phrase) > _LONGEST or phrase[0][:1].isdigit():
        return False
    last = noun[-1].casefold()
    if phrase[0] in _AMOUNTS or any(word.casefold() in TIME_WORDS for word in phrase):
        return False
    if any(not word[:1].isalpha() and word != "&" for word in map(bare, phrase)):
        return False
    if preposition in ("of", "for"):
        return True
    return (preposition == "to" and last in _TO) or (preposition == "on" and last in _ON)
