"""Appositions: the noun phrase that begins at a token, with what explains it after a comma."""

from __future__ import annotations

from fr_reader.text.grammar import TIME_WORDS, TITLES, word_set
from fr_reader.text.lexicon import things
from fr_reader.text.naming import ON_BODIES
from fr_reader.text.offices import is_person_noun
from fr_reader.text.phrases import (
    FAR,
    Range,
    is_particle,
    is_testament,
    is_word,
    joins_names,
    verb_like,
)
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.word_kinds import (
    ADVERB,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE_CUE,
    NAME_MARK,
    PAST,
    PERSONAL_PRONOUN,
    PREPOSITION,
    RELATIVE_PRONOUN,
    STOPS,
    TIME,
    WORD,
)

_NO_PLAIN_WORD = (
    STOPS | PREPOSITION | COORDINATOR | PERSONAL_PRONOUN | TIME | ADVERB | FINITE_CUE | PAST
)
"""A word with none of these can stand anywhere in a noun phrase."""
_PLAIN = WORD | RELATIVE_PRONOUN | _NO_PLAIN_WORD
_NO_EXPLANATION = STOPS | PREPOSITION | COORDINATOR | PERSONAL_PRONOUN
_CLOSES_CLAUSE = frozenset((",", ";", ".", ":", "!", "?", QUOTED, "—", "–", "(", ")"))
_ENDS_APPOSED = frozenset((",", ";", ".", ":", QUOTED, "—", "–"))
_KNOWING = word_set("briefed familiar close privy acquainted involved")
"""What tells how nameless people know: “two people briefed on the matter”."""
_OWNERS = frozenset(("his", "her", "their"))
_TRAILING = word_set("of for from with at in to")


def phrase_starting(
    stream: Stream, first: int, highest: int, *, clause: bool = True
) -> Range | None:
    """The noun phrase that begins at `first`, with its appositions, before token `highest`.

    A clause with "who" belongs to it, of which without `clause` only the first word is taken.
    """
    if first >= highest:
        return None
    if stream.kinds[first] & PERSONAL_PRONOUN or stream.low[first] in ("who", "that"):
        return first, first + 1
    highest = min(highest, first + FAR)
    end = _core_end(stream, first, highest, clause)
    if end > first + 1 and stream.low[end - 1] == "to":
        end -= 1  # “said by police to be late”
    if end <= first:
        return None
    known = end + 1 < highest and stream.low[end] in _KNOWING
    if known and stream.low[end + 1] in ("on", "with", "to", "of", "about", "by", "in"):
        return first, _clause_end(stream, end, highest)
    if end < highest and stream.low[end] in ("who", "whose"):
        return first, _clause_end(stream, end, highest)
    return first, _with_appositions(stream, end, highest)


def _clause_end(stream: Stream, at: int, highest: int) -> int:
    """Where a relative clause that no comma parts from its noun ends: at the next mark."""
    while at < highest and (stream.kinds[at] & WORD or stream.text[at] not in _CLOSES_CLAUSE):
        at += 1
    return at


def _core_end(stream: Stream, first: int, highest: int, clause: bool) -> int:
    """Where the noun phrase itself ends, without appositions and without a `clause`."""
    at = first
    kinds = stream.kinds
    while at < highest:
        kind = kinds[at]
        if kind & _PLAIN != WORD:
            if clause and kind & RELATIVE_PRONOUN and stream.low[at] in ("who", "whose"):
                break
            if not _goes_on(stream, at, highest, first):
                break
        at += 1
    return at


def _goes_on(stream: Stream, at: int, highest: int, first: int) -> bool:
    """Whether the token at `at` is part of the phrase that begins at `first`."""
    kind, begins = stream.kinds[at], at == first
    if not kind & WORD:
        if stream.text[at] == QUOTED:
            return not begins and at in stream.names
        return bool(kind & NAME_MARK)
    if kind & STOPS and is_particle(stream, at):
        return True
    if kind & STOPS:
        return is_testament(stream, at) or (bool(kind & CAPITAL) and not begins)
    if kind & PREPOSITION:
        return not begins and _belongs(stream, at, highest, first)
    if kind & COORDINATOR:
        joins = stream.low[at] == "and" and at + 1 < highest and not begins
        return joins and joins_names(stream, at)
    if begins:
        return True
    if stream.low[at] == "first" and stream.kinds[at - 1] & DETERMINER:
        return True
    if kind & CAPITAL and kind & (TIME | ADVERB):
        return _inside_name(stream, at, highest)
    return not (kind & (PERSONAL_PRONOUN | TIME | ADVERB) or verb_like(stream, at))


def _inside_name(stream: Stream, at: int, highest: int) -> bool:
    """Whether a day or an adverb with a capital is part of a name: “Housing Now”, “the Sunday Ham”.

    “said Ann Oak Monday” tells a day.
    """
    kinds = stream.kinds
    if kinds[at] & ADVERB:
        return bool(kinds[at - 1] & (CAPITAL | DETERMINER))
    after = at + 1 < highest and kinds[at + 1] & (CAPITAL | TIME) == CAPITAL
    return bool(after and kinds[at - 1] & (CAPITAL | DETERMINER))


def _is_pure_name(stream: Stream, first: int, last: int) -> bool:
    """Whether the tokens `[first, last)` have a name among them and no common noun."""
    named = False
    for at in range(first, last):
        kind = stream.kinds[at]
        if kind & CAPITAL:
            named = True
        elif not kind & DETERMINER and stream.text[at][0].islower():
            return False
    return named


def _belongs(stream: Stream, at: int, highest: int, first: int) -> bool:
    """Whether a preposition's phrase is part of the noun phrase before it, begun at `first`."""
    low = stream.low[at]
    capital = at + 1 < highest and stream.kinds[at + 1] & (CAPITAL | TIME) == CAPITAL
    if low == "on" and capital and stream.low[at - 1] in ON_BODIES:
        return bool(stream.kinds[at - 1] & CAPITAL)
    if low not in _TRAILING or at + 1 >= highest or not is_word(stream, at + 1):
        return False
    after = stream.low[at + 1]
    if low == "in" and after in ("a", "an") and _wears(stream, at, highest):
        return True
    if after in TIME_WORDS or (after in ("last", "an", "a", "this") and low in ("in", "at", "to")):
        return False
    if _is_pure_name(stream, first, at):
        if after in _OWNERS:
            return False  # “said Ann Oak of her horse”
        return low in ("of", "for") or (low == "from" and bool(stream.kinds[at + 1] & CAPITAL))
    return True


def _wears(stream: Stream, at: int, highest: int) -> bool:
    """Whether "in a dressing gown" tells of somebody what they wear, or what they are in."""
    if not is_person_noun(stream.low[at - 1]):
        return False
    noun = at + 2
    while noun + 1 < min(highest, at + 6) and stream.text[noun + 1][0].islower():
        if stream.kinds[noun + 1] & (STOPS | PREPOSITION | COORDINATOR | TIME | FINITE_CUE):
            break
        noun += 1
    return noun < highest and stream.low[noun] in things()


def _with_appositions(stream: Stream, end: int, highest: int) -> int:
    """`end` moved behind the appositions after it: ", a nurse from Leeds," or " (Lab.)"."""
    kinds = stream.kinds
    for _ in range(4):
        if end >= highest or kinds[end] & WORD:
            break
        token = stream.text[end]
        if token == "(":
            close = next((i for i in range(end, highest) if stream.text[i] == ")"), None)
            if close is None:
                break
            end = close + 1
            continue
        if token != "," or end + 1 >= highest or not _apposes(stream, end + 1, highest):
            break
        stop = end + 1
        while stop < highest and (kinds[stop] & WORD or stream.text[stop] not in _ENDS_APPOSED):
            stop += 1
        if stop < highest and stream.text[stop] == QUOTED:
            break
        end = stop
    return end


def _counts(stream: Stream, at: int, highest: int) -> bool:
    """Whether a number counts the noun behind it and is no age: ", 400 ballots"."""
    after = at + 1
    if after >= highest or not stream.text[after][0].islower():
        return False
    low = stream.low[after]
    kind = stream.kinds[after] & (PREPOSITION | COORDINATOR | RELATIVE_PRONOUN | STOPS | FINITE_CUE)
    return low not in ("year", "years") and not kind


def _apposes(stream: Stream, at: int, highest: int) -> bool:
    """Whether the words after a comma explain the name before it."""
    token, low = stream.text[at], stream.low[at]
    if low in ("who", "whose", "a", "an", "the", "one", "himself", "herself", "also"):
        return low != "also"
    if token[0].isdigit():
        return not _counts(stream, at, highest)
    if low in TITLES:
        return True
    kind = stream.kinds[at]
    if kind & (_NO_EXPLANATION | ADVERB) or low.endswith("ing"):
        return False
    if token == QUOTED or verb_like(stream, at):
        return False
    return at + 1 < highest and not kind & TIME
