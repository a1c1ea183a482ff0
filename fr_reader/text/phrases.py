"""Phrases: the run of words that can be one noun phrase, read backwards from its end.

There is no parser here. A noun phrase is the run of words up to one that cannot stand in it: a
conjunction, an auxiliary, a common verb, punctuation.
"""

from __future__ import annotations

from fr_reader.text.grammar import SUBJECT_PRONOUNS
from fr_reader.text.offices import is_office, is_person_noun
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.word_kinds import (
    ADVERB,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE_CUE,
    IN_NAME_MARK,
    PAST,
    PERSONAL_PRONOUN,
    PREPOSITION,
    STOPS,
    SUBORDINATOR,
    TIME,
    VERBAL,
    WORD,
)

Range = tuple[int, int]
"""Tokens `[first, last)` of a stream."""


FAR = 60
"""No noun phrase is read over more tokens than this, so every reading takes bounded time."""


_MAY_BE_VERB = VERBAL | FINITE_CUE | PAST
_NO_PLAIN_WORD = STOPS | COORDINATOR | PERSONAL_PRONOUN | _MAY_BE_VERB
"""A word with none of these can stand anywhere in a noun phrase."""
_PLAIN = WORD | _NO_PLAIN_WORD
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "my", "our", "your"))
"""Right behind these a participle is no verb: “a leaked memo”."""
_OWNERS = frozenset(("his", "her", "their", "my", "the", "a", "your"))
_WHICH = frozenset(("which", "whom"))
_BEFORE_A_PHRASE = COORDINATOR | ADVERB | SUBORDINATOR


def is_word(stream: Stream, index: int) -> bool:
    """Whether a token is a word or number, not punctuation and not a quotation."""
    return bool(stream.kinds[index] & WORD)


def verb_like(stream: Stream, index: int) -> bool:
    """Whether a lower-case word is a verb for all we know."""
    kind = stream.kinds[index]
    if kind & CAPITAL or not kind & _MAY_BE_VERB:
        return False
    if kind & VERBAL:
        return True
    if kind & PAST and index:
        if stream.low[index - 1] in _ARTICLES:
            return False
        if stream.kinds[index - 1] & CAPITAL:
            return True
    return bool(kind & FINITE_CUE)


def is_testament(stream: Stream, at: int) -> bool:
    """Whether "will" is a noun: "Oakley's will", "her will"."""
    if stream.low[at] != "will" or at <= stream.first_of[at]:
        return False
    return stream.low[at - 1] in _OWNERS or stream.low[at - 1].endswith(("’s", "'s"))


def is_particle(stream: Stream, at: int) -> bool:
    """Whether "do" stands inside a name: "Caixa do Vale"."""
    if stream.low[at] != "do" or stream.text[at] != "do" or not 0 < at < stream.size - 1:
        return False
    return bool(stream.kinds[at - 1] & CAPITAL and stream.kinds[at + 1] & CAPITAL)


def joins_names(stream: Stream, at: int) -> bool:
    """Whether the conjunction at `at` stands between two names."""
    kinds = stream.kinds
    return bool(kinds[at - 1] & CAPITAL and kinds[at + 1] & (CAPITAL | DETERMINER))


def phrase_ending(stream: Stream, last: int, lowest: int) -> Range | None:
    """The noun phrase whose last token is `last`, or None where no noun phrase ends there."""
    kinds = stream.kinds
    if kinds[last] & (PREPOSITION | CAPITAL) == PREPOSITION:
        return None
    at = last
    lowest = max(lowest, last - FAR)
    while at >= lowest and (kinds[at] & _PLAIN == WORD or _may_stand(stream, at, last, lowest)):
        at -= 1
    first = _trimmed(stream, at + 1, last)
    if first is None:
        return None
    return first, last + 1


def _may_stand(stream: Stream, at: int, last: int, lowest: int) -> bool:
    """Whether the token at `at` can be inside a noun phrase that ends at `last`."""
    kind = stream.kinds[at]
    if not kind & WORD:
        if stream.text[at] == QUOTED:
            return at > lowest and at in stream.names
        return bool(kind & IN_NAME_MARK)
    if kind & STOPS and not (kind & CAPITAL and at > stream.first_of[at]):
        return is_testament(stream, at) or is_particle(stream, at)
    if kind & COORDINATOR:
        return stream.low[at] == "and" and at > lowest and joins_names(stream, at)
    if kind & PERSONAL_PRONOUN and stream.low[at] != "it":
        return False
    return not (at < last and verb_like(stream, at))


def _trimmed(stream: Stream, first: int, last: int) -> int | None:
    """The phrase without the adjunct or the conjunction it begins with."""
    kinds = stream.kinds
    while first <= last and (kinds[first] & _BEFORE_A_PHRASE or not kinds[first] & WORD):
        first += 1
    if first < last and stream.low[first] in _WHICH:
        first += 1  # “which X called”
    if first > last:
        return None
    if kinds[first] & PREPOSITION and not (first == last and kinds[first] & CAPITAL):
        return _core_start(stream, first + 1, last) if first < last else None
    return first


def _is_office(stream: Stream, at: int) -> bool:
    """Whether a word in small letters says what the one named behind it is."""
    low = stream.low[at]
    return low.isalpha() and (is_office(low) or is_person_noun(low))


def _core_start(stream: Stream, first: int, last: int) -> int | None:
    """In "on Tuesday Mr. Doe" or "in a statement the mayor", where the subject begins."""
    at = last
    kinds = stream.kinds
    capital = kinds[last] & CAPITAL
    while at >= first:
        kind = kinds[at]
        if kind & DETERMINER:
            return at if at > first or not capital else None
        if kind & PREPOSITION and stream.low[at] != "of":
            return at + 1 if at < last else None
        if capital and not kind & CAPITAL and stream.low[at] != "of" and not _is_office(stream, at):
            return at + 1
        if kind & TIME:
            return at + 1 if at < last else None
        at -= 1
    return first if capital or stream.low[first] in SUBJECT_PRONOUNS else None
