"""Introductions: what stands before the colon that a quotation follows.

`Jane Doe: “S”`, `A second look – Jane Doe: “S”`, `From Doe’s letter: “S”`, `According to Doe: “S”`,
`Reed said it was over, but Doe had an answer: “S”`.
"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at
from fr_reader.text.grammar import (
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    TIME_WORDS,
    VERBS,
    is_capital,
    word_set,
)
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.phrases import FAR, Range, is_word, verb_like
from fr_reader.text.place import Finding
from fr_reader.text.speeches import SPEECHES
from fr_reader.text.stream import QUOTED, Stream

_DASHES = frozenset(("–", "—", "--", "-", "―"))
_LEADS = word_set("from by per via quoting")
_LONGEST_NAME = 9
_LONGEST_OFFICE = 12
_COME = word_set("come comes came")
_VOICES = word_set("voice voices cry cries shout shouts call calls whisper words scream roar")
_SPOKEN = _VOICES | SPEECHES
_SMALL = word_set("and of the for de van von")


def named_before(stream: Stream, colon: int, lowest: int) -> Range | None:
    """The name or source that is all there is before the colon, back to a dash or to "from"."""
    first = _heading_end(stream, colon, lowest)
    if first is None or not first < colon <= first + _LONGEST_NAME:
        return None
    if stream.low[first] in _LEADS and first + 1 < colon:
        return _source(stream, first + 1, colon)
    if stream.low[first] == "more" and first + 2 < colon and stream.low[first + 1] in _LEADS:
        return _source(stream, first + 2, colon)
    return (first, colon) if _is_name(stream, first, colon) else None


def _heading_end(stream: Stream, colon: int, lowest: int) -> int | None:
    """One past the dash that sets a heading apart from a name, else the sentence's beginning."""
    for at in range(colon - 1, max(lowest, colon - _LONGEST_NAME - 1) - 1, -1):
        if stream.text[at] in _DASHES:
            return at + 1
        if stream.text[at] in (",", ";", QUOTED):
            return None
    return lowest if colon - lowest <= _LONGEST_NAME else None


def _is_name(stream: Stream, first: int, last: int) -> bool:
    """Whether every word is part of a name, and none of them a verb."""
    low = stream.low[first]
    if not is_capital(stream.text[first]) or low in TIME_WORDS or low in cue_forms():
        return False
    for at in range(first, last):
        token, low = stream.text[at], stream.low[at]
        if not token[0].isalpha():
            if token not in "()&.’'":
                return False
        elif low in PERSONAL if is_capital(token) else low not in _SMALL:
            return False
    return True


def _source(stream: Stream, first: int, colon: int) -> Range | None:
    """Who or what is quoted in `From Doe’s letter:`."""
    if any(cue_at(stream, at) or stream.low[at] in _COME for at in range(first, colon)):
        return None
    if not (is_capital(stream.text[first]) or stream.low[first] in DETERMINERS):
        return None
    return first, colon


def described_before(stream: Stream, dash: int) -> Range | None:
    """`X, a nurse — `: a name with its apposition, from the beginning of the paragraph."""
    first = 1 if stream.text[0] == "-" else 0
    comma = next((at for at in range(first, dash) if stream.text[at] in (",", "(")), dash)
    if not first < comma < dash - 1 or dash - comma > _LONGEST_OFFICE:
        return None
    if any(verb_like(stream, at) for at in range(comma + 1, dash)):
        return None
    return (first, dash) if named_before(stream, comma, first) == (first, comma) else None


def last_clause(stream: Stream, lowest: int, colon: int) -> int:
    """Where the last clause before the colon begins: `…, but Doe had an answer:`."""
    for at in range(colon - 2, max(lowest, colon - 25), -1):
        if stream.text[at] == ";":
            return at + 1
        if stream.low[at] not in COORDINATORS or not _parts(stream, at - 1):
            continue
        opens = stream.low[at + 1] in PERSONAL or is_capital(stream.text[at + 1])
        verbs = any(
            stream.low[after] in VERBS or cue_at(stream, after) is not None
            for after in range(at + 2, colon)
        )
        if opens and verbs:
            return at + 1
    return lowest


def _parts(stream: Stream, at: int) -> bool:
    return at >= 0 and (stream.text[at] in (",", QUOTED) or stream.text[at] in _DASHES)


def according_before(stream: Stream, lowest: int, colon: int) -> Finding | None:
    """`According to Doe: “S”`."""
    for at in range(max(lowest, colon - FAR), colon - 2):
        if stream.low[at] == "according" and stream.low[at + 1] == "to" and is_word(stream, at + 2):
            named = phrase_starting(stream, at + 2, colon)
            if named is not None:
                return Finding("according-to", 0.9, (at, at + 2), named)
    return None


def came_from(stream: Stream, first: int, colon: int) -> Range | None:
    """X in `Then came the news from X:`, `Then came the voice of X:`."""
    come = next((at for at in range(first, colon) if stream.low[at] in ("came", "comes")), colon)
    for at in range(come + 1, colon - 1):
        of = stream.low[at] == "of" and stream.low[at - 1] in _SPOKEN
        if of or stream.low[at] == "from":
            named = phrase_starting(stream, at + 1, colon)
            return named if named and stream.low[named[1] - 1] not in DETERMINERS else None
    return None


def in_words_of(stream: Stream, comma: int, lowest: int) -> Finding | None:
    """`in Doe’s words, “S”`, `in the words of Doe, “S”`, `as Doe’s letter put it, “S”`."""
    for at in range(comma - 1, max(lowest, comma - 12) - 1, -1):
        if stream.low[at] == "quote" and at > lowest and stream.low[at - 1] == "to":
            return Finding("words-of", 0.9, (at - 1, at + 1), (at + 1, comma))
        if stream.low[at] != "words":
            continue
        if stream.low[at + 1] == "of" and at + 2 < comma:
            return Finding("words-of", 0.9, (at, at + 2), (at + 2, comma))
        first = next(
            (i for i in range(at - 1, max(lowest, at - 8) - 1, -1) if _in(stream, i)), None
        )
        if first is None or at + 1 != comma or not first + 1 < at:
            return None
        return Finding("words-of", 0.9, (at, at + 1), (first + 1, at))
    return None


def _in(stream: Stream, at: int) -> bool:
    return stream.low[at] == "in" and stream.low[at + 1] not in ("a", "other", "many", "few", "so")
