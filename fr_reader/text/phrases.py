"""Phrases: the run of words that can be one noun phrase, read backwards from its end.

There is no parser here. A noun phrase is the run of words up to one that cannot stand in it: a
conjunction, an auxiliary, a common verb, punctuation.
"""

from __future__ import annotations

from fr_reader.text.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    VERBS,
    is_adverb,
    is_capital,
    word_set,
)
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.stream import QUOTED, Stream

Range = tuple[int, int]
"""Tokens `[first, last)` of a stream."""


FAR = 60
"""No noun phrase is read over more tokens than this, so every reading takes bounded time."""


STOP = SUBORDINATORS | AUXILIARIES | VERBS


_NOUNS = word_set(
    "report reports comment comments state states question questions attack attacks answer answers"
    " post posts email emails text texts message messages claim claims charge charges support"
    " order orders fear fears hope hopes plan plans vote votes call calls blog blogs tweet tweets"
    " press speaker leader opposing elected appointed advised retired presumed alleged found"
    " favored intended projected supposed titled headlines ads aims points chairs guards shows"
    " cries rules faults backs opens finishes ends jokes laughs notes concerned talks credits"
    " requests demands appeals estimates forecasts projects guesses considered invited rumored"
    " suspects accused worried recommended united unidentified married named shot read"
)


def is_word(stream: Stream, index: int) -> bool:
    """Whether a token is a word or number, not punctuation and not a quotation."""
    return stream.text[index][0].isalnum()


def verb_like(stream: Stream, index: int) -> bool:
    """Whether a lower-case word is a verb for all we know."""
    low = stream.low[index]
    if is_capital(stream.text[index]):
        return False
    if low in VERBS or low in AUXILIARIES:
        return True
    if low.endswith("ed") and len(low) > 4 and index and is_capital(stream.text[index - 1]):
        return low not in _NOUNS
    form = cue_forms().get(low)
    return form is not None and form.form in ("past", "s", "participle") and low not in _NOUNS


def joins_names(stream: Stream, at: int) -> bool:
    before, after = stream.text[at - 1], stream.text[at + 1]
    return is_capital(before) and (is_capital(after) or stream.low[at + 1] in DETERMINERS)


def phrase_ending(stream: Stream, last: int, lowest: int) -> Range | None:
    """The noun phrase whose last token is `last`, or None where no noun phrase ends there."""
    if stream.low[last] in PREPOSITIONS and not is_capital(stream.text[last]):
        return None
    at = last
    lowest = max(lowest, last - FAR)
    while at >= lowest and _may_stand(stream, at, last, lowest):
        at -= 1
    first = _trimmed(stream, at + 1, last)
    if first is None:
        return None
    return first, last + 1


def _may_stand(stream: Stream, at: int, last: int, lowest: int) -> bool:
    """Whether the token at `at` can be inside a noun phrase that ends at `last`."""
    token = stream.text[at]
    low = stream.low[at]
    if token == QUOTED:
        return at > lowest and at in stream.names
    if token in ("&", "%", "$", "/", "#", "@", "’", "'", "£", "€", "-"):
        return True
    if not token[0].isalnum():
        return False
    if low in STOP and not (is_capital(token) and at > stream.first_of[at]):
        return False
    if low in COORDINATORS:
        return low == "and" and at > lowest and joins_names(stream, at)
    if low in PERSONAL and low != "it":
        return False
    return not (at < last and verb_like(stream, at))


def _trimmed(stream: Stream, first: int, last: int) -> int | None:
    """The phrase without the adjunct or the conjunction it begins with."""
    while first <= last and (
        stream.low[first] in COORDINATORS
        or is_adverb(stream.text[first])
        or not is_word(stream, first)
        or stream.low[first] in SUBORDINATORS
    ):
        first += 1
    if first > last:
        return None
    if stream.low[first] in PREPOSITIONS and not (first == last and is_capital(stream.text[first])):
        return _core_start(stream, first + 1, last) if first < last else None
    return first


def _core_start(stream: Stream, first: int, last: int) -> int | None:
    """In "on Tuesday Mr. Doe" or "in a statement the mayor", where the subject begins."""
    at = last
    capital = is_capital(stream.text[last])
    while at >= first:
        low = stream.low[at]
        if low in DETERMINERS:
            return at if at > first or not capital else None
        if low in PREPOSITIONS and low != "of":
            return at + 1 if at < last else None
        if capital and not is_capital(stream.text[at]) and low != "of":
            return at + 1
        if low in TIME_WORDS:
            return at + 1 if at < last else None
        at -= 1
    return first if capital or stream.low[first] in SUBJECT_PRONOUNS else None
