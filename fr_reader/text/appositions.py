"""Appositions: the noun phrase that begins at a token, with what explains it after a comma."""

from __future__ import annotations

from fr_reader.text.grammar import (
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    TIME_WORDS,
    TITLES,
    is_adverb,
    is_capital,
    word_set,
)
from fr_reader.text.phrases import FAR, STOP, Range, is_word, joins_names, verb_like
from fr_reader.text.stream import QUOTED, Stream

_INSIDE = frozenset("&$%#@£€’'")
_TRAILING = word_set("of for from with at in to")


def phrase_starting(stream: Stream, first: int, highest: int) -> Range | None:
    """The noun phrase that begins at `first`, with its appositions, before token `highest`."""
    if first >= highest:
        return None
    low = stream.low[first]
    if low in PERSONAL or low in ("who", "that"):
        return first, first + 1
    highest = min(highest, first + FAR)
    end = _core_end(stream, first, highest)
    if end <= first:
        return None
    return first, _with_appositions(stream, end, highest)


def _core_end(stream: Stream, first: int, highest: int) -> int:
    """Where the noun phrase itself ends, without appositions."""
    at = first
    named = common = False
    while at < highest and _goes_on(stream, at, highest, at == first, (named, common)):
        token = stream.text[at]
        named = named or is_capital(token)
        common = common or (token[0].islower() and stream.low[at] not in DETERMINERS)
        at += 1
    return at


def _goes_on(stream: Stream, at: int, highest: int, begins: bool, seen: tuple[bool, bool]) -> bool:
    """Whether the token at `at` is part of the phrase; `seen` a name, a common noun, before it."""
    token, low = stream.text[at], stream.low[at]
    named, common = seen
    if token == QUOTED:
        return not begins and at in stream.names
    if not token[0].isalnum():
        return token in _INSIDE
    if low in STOP:
        return is_capital(token) and (named or not begins)
    if low in PREPOSITIONS:
        return not begins and _belongs(stream, at, highest, named and not common)
    if low in COORDINATORS:
        return low == "and" and at + 1 < highest and not begins and joins_names(stream, at)
    if begins:
        return True
    return not (low in PERSONAL or low in TIME_WORDS or is_adverb(token) or verb_like(stream, at))


def _belongs(stream: Stream, at: int, highest: int, pure_name: bool) -> bool:
    """Whether a preposition's phrase is part of the noun phrase before it."""
    low = stream.low[at]
    if low not in _TRAILING or at + 1 >= highest or not is_word(stream, at + 1):
        return False
    after = stream.low[at + 1]
    if after in TIME_WORDS or (after in ("last", "an", "a", "this") and low in ("in", "at", "to")):
        return False
    if pure_name:
        return low in ("of", "for") or (low == "from" and is_capital(stream.text[at + 1]))
    return True


def _with_appositions(stream: Stream, end: int, highest: int) -> int:
    """`end` moved behind the appositions after it: ", a nurse from Leeds," or " (Lab.)"."""
    for _ in range(4):
        if end >= highest:
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
        while stop < highest and stream.text[stop] not in (",", ";", ".", ":", QUOTED, "—", "–"):
            stop += 1
        if stop < highest and stream.text[stop] == QUOTED:
            break
        end = stop
    return end


def _apposes(stream: Stream, at: int, highest: int) -> bool:
    """Whether the words after a comma explain the name before it."""
    token, low = stream.text[at], stream.low[at]
    if low in ("who", "whose", "a", "an", "the", "one", "himself", "herself", "also"):
        return low != "also"
    if low in TITLES or token[0].isdigit():
        return True
    if low in STOP or low in PREPOSITIONS or low in COORDINATORS or low in PERSONAL:
        return False
    if low.endswith("ing") or is_adverb(token) or token == QUOTED or verb_like(stream, at):
        return False
    return at + 1 < highest and low not in TIME_WORDS
