"""Role phrases: a noun phrase about somebody, told into the role and the body it is held in.

"the Met’s lead for image search" is the role “lead for image search” at “the Met”; "Green Party
London assembly member" is a “London assembly member” of the “Green Party”. A place stays in the
role ("mayor of Exampleton"), as does every complement that is not plainly a body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fr_reader.text.complements import complements
from fr_reader.text.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    word_set,
)
from fr_reader.text.names import PLURAL_OWNERS, bare
from fr_reader.text.offices import is_office, is_person_noun
from fr_reader.text.role_words import (
    PARTIES,
    PARTY_MEMBERS,
    SECOND_OF_PARTIES,
    closes_body,
    is_acronym,
    is_body_noun,
    is_function,
    is_modifier,
    is_role,
    is_verb,
    leads_body,
    role_at,
)

_BEFORE = word_set("also now currently himself herself themselves both") | DETERMINERS
_CLAUSES = SUBORDINATORS | word_set("who which whose whom where")
_EVALUATING = word_set("most best worst first last only oldest youngest longest next second third")
_FIRSTS = word_set("minister lady officer sea secretary")
_LONGEST_HEAD = 7
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Told:
    """A role, the body it is held in, and the whole phrase; each empty where not told."""

    role: str = ""
    affiliation: str = ""
    words: str = ""


def told(
    words: Sequence[str], is_person: Callable[[Sequence[str]], bool], *, whole: bool = False
) -> Told | None:
    """What a noun phrase says somebody is; None where it is no role.

    `is_person` says whether a name is a person's. With `whole`, None also where a part of the
    phrase would have to be left out.
    """
    if len(words) > _LONGEST:
        return None
    at, the = 0, False
    while at < len(words) and words[at].casefold() in _BEFORE:
        the = words[at].casefold() == "the"
        at += 1
    phrase = _up_to_clause(words[at:])
    cut = next((i for i, word in enumerate(phrase) if i and word in PREPOSITIONS), len(phrase))
    head, rest = phrase[:cut], phrase[cut:]
    if any(map(is_verb, phrase)) or _is_shouted(phrase):
        return None
    kept = _without_other_life(head)
    if len(kept) < len(head):
        rest = rest if kept[-1:] == head[-1:] else []
        head = kept
        if whole:
            return None
    if whole and at + len(phrase) < len(words):
        return None
    return _split(head, rest, the, is_person, whole)


def _split(
    head: list[str],
    rest: list[str],
    the: bool,
    is_person: Callable[[Sequence[str]], bool],
    whole: bool,
) -> Told | None:
    owner, head = _owned(head)
    if not _is_title(head) or not set(map(str.casefold, owner)).isdisjoint(TIME_WORDS):
        return None
    if head[-1].casefold() in PARTY_MEMBERS:
        party = len(head) == 1 and not owner and head[0][:1].isupper()
        return Told("", head[0], head[0]) if party else None
    size = body_prefix(head)
    body, noun = " ".join(head[:size]), head[size:]
    kept, found, used = complements(noun, rest, is_person)
    if whole and used < len(rest):
        return None
    all_words = " ".join([*owner, *head, *rest[:used]])
    if owner:
        owning = _owning(owner, the, noun, is_person)
        if owning and not body:
            return Told(" ".join([*noun, *(kept if not found else rest[:used])]), owning, all_words)
        return Told(" ".join([*owner, *head, *kept]), found, all_words)
    if body and found:
        return Told(" ".join([*head, *kept]), found, all_words)
    return Told(" ".join([*noun, *kept]), body or found, all_words)


def _up_to_clause(words: Sequence[str]) -> list[str]:
    """The words before a relative clause."""
    for at, word in enumerate(words):
        if word in _CLAUSES:
            return list(words[:at])
    return list(words)


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether two words in a row are written in capitals and are no short forms."""
    loud = [len(word) > 3 and word.isupper() for word in words]
    return any(one and two for one, two in pairwise(loud))


def _without_other_life(head: list[str]) -> list[str]:
    """A head without what “and” joins to it that is no role: “nurse | and mother”."""
    if "and" not in head:
        return head
    at = head.index("and")
    first, second = head[:at], head[at + 1 :]
    if role_at(first):
        two = bool(second) and second[0] not in DETERMINERS and role_at(second)
        return head if two else first
    return second if at and is_person_noun(head[at - 1]) else head


def _owned(head: list[str]) -> tuple[list[str], list[str]]:
    """The owner in “the Met’s lead”, and what follows it."""
    for at in range(len(head) - 2, -1, -1):
        word = head[at]
        if word.endswith(("’s", "'s", "s’")) and word.casefold() not in PLURAL_OWNERS:
            return head[: at + 1], head[at + 1 :]
    return [], head


def _is_title(head: Sequence[str]) -> bool:
    """Whether words can be the name of a role, from its modifiers to its noun."""
    if not head or len(head) > _LONGEST_HEAD or head[0] == "and" or not role_at(head):
        return False
    lows = [word.casefold() for word in head]
    for low, after in zip(lows, [*lows[1:], ""], strict=True):
        if low in _EVALUATING and not (low == "first" and after in _FIRSTS):
            return False
    return not any(is_function(word) for word in head[:-1] if word != "and")


def is_capital_title(words: Sequence[str]) -> bool:
    """Whether a phrase that is written like a name is a title: "Mayor of X", not "Bo King"."""
    start = next((i for i, word in enumerate(words) if word.casefold() not in _BEFORE), 0)
    cut = next((i for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words))
    owner, head = _owned(list(words[start:cut]))
    if start or owner or not head or head[-1][:1].islower():
        return True
    size = body_prefix(head)
    complement = size > 0 or cut < len(words) or head[-1].isupper()
    return complement and all(is_office(word) or is_role(word) for word in head[size:])


def body_prefix(head: Sequence[str]) -> int:
    """How many words of a role’s name are that of a body before it: “Green Party | member”."""
    most = len(head) - 1
    first = head[0].casefold()
    if is_modifier(first) or "and" in head[1:2]:
        return 0
    size = 0
    if head[0][:1].isupper() and first in PARTIES and most:
        size = 1 + (most > 1 and head[1].casefold() in SECOND_OF_PARTIES)
    elif is_acronym(head[0]) and most and not is_role(head[0]):
        size = 1
    for at in range(1, most):
        if not head[at][:1].isupper():
            break
        if closes_body(head[at]):
            size = at + 1
    return size if head[0][:1].isupper() and role_at(head[size:]) else 0


def _owning(
    owner: list[str], the: bool, noun: Sequence[str], is_person: Callable[[Sequence[str]], bool]
) -> str:
    """The body an owner names, or empty where it is a person or a place."""
    words = [*owner[:-1], bare(owner[-1])]
    if words[-1][:1].islower():
        return " ".join(["the", *words]) if the and is_body_noun(words[-1]) else ""
    if not all(word[:1].isupper() for word in words):
        return ""
    known = closes_body(words[-1]) or is_acronym(words[-1])
    if not known and (is_person(words) or not (the or leads_body(noun))):
        return ""
    return with_article(words, the)


def with_article(words: Sequence[str], the: bool) -> str:
    """A body’s name; its article stays before a short form of one word: “the Met”."""
    short = len(words) == 1 and not is_acronym(words[0])
    return " ".join(["the", *words] if the and short else words)
