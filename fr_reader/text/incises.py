"""Incises: who speaks, said inside the speech itself, as French marks and dialogue dashes have it.

`« S, says X. S »` and `— S, said X. S`: the attribution stands between commas or before a full
stop, and no mark sets it apart from the words.
"""

from __future__ import annotations

from typing import NamedTuple

from fr_reader.model import Span
from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at, cue_range
from fr_reader.text.grammar import DETERMINERS, PERSONAL, is_capital
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream
from fr_reader.text.subjects import subject_before

_MARKS = frozenset((",", "?", "!", "…"))
_MOST_MARKS = 30
_MOST_WORDS = 25
_PRONOUNS = frozenset(("he", "she", "they", "i"))


class Incise(NamedTuple):
    """The attribution: cue and speaker, where the words before it end, where they go on or None."""

    cue: Span
    speaker: Span
    end: int
    rest: int | None


def incise(text: str, first: int, last: int) -> Incise | None:
    """The attribution inside the speech `text[first:last]`, or None.

    `end` leaves a comma out, and holds a question mark.
    """
    stream = Stream(text, first, last, [])
    marks = [at for at, token in enumerate(stream.text) if token in _MARKS]
    for mark in marks[:_MOST_MARKS]:
        stop = _stop(stream, mark)
        if not mark + 1 < stop <= mark + _MOST_WORDS:
            continue
        found = _said(stream, mark + 1, stop)
        if found is None:
            continue
        cue, speaker = found
        end = max(cue[1], speaker[1])
        comma = stream.text[mark] == ","
        return Incise(
            stream.span(*cue),
            stream.span(*speaker),
            stream.span(mark, mark + 1).start + (not comma),
            _rest(text, stream.span(end - 1, end).end, last),
        )
    return None


def _stop(stream: Stream, mark: int) -> int:
    """Where the sentence ends that holds what follows the mark, without its last mark."""
    if mark + 1 >= stream.size:
        return mark
    stop = stream.last_of(mark + 1)
    while stop > mark + 1 and not stream.text[stop - 1][0].isalnum():
        stop -= 1
    return stop


def _said(stream: Stream, first: int, stop: int) -> tuple[Range, Range] | None:
    """`said X` or `X said` from token `first`, up to the sentence's end or a comma."""
    form = cue_at(stream, first)
    if form is not None and form.form in ("past", "s"):
        named = phrase_starting(stream, first + 1, stop)
        if named is None or not _speaks(stream, named) or not _closed(stream, named[1], stop):
            return None
        return cue_range(stream, first), named
    for verb in range(first + 1, min(stop, first + _MOST_WORDS)):
        form = cue_at(stream, verb)
        if form is None or form.form not in ("past", "s"):
            continue
        subject = subject_before(stream, verb, first)
        if subject is None or subject[0] != first or not _speaks(stream, subject):
            return None
        return (cue_range(stream, verb), subject) if _closed(stream, verb + 1, stop) else None
    return None


def _closed(stream: Stream, at: int, stop: int) -> bool:
    return at >= stop or stream.text[at] == ","


def _speaks(stream: Stream, named: Range) -> bool:
    """Whether a phrase is a pronoun, a name or somebody described: "the boy"."""
    low = stream.low[named[0]]
    if low in PERSONAL:
        return low in _PRONOUNS
    return low in DETERMINERS or any(is_capital(stream.text[at]) for at in range(*named))


def _rest(text: str, at: int, last: int) -> int | None:
    """Where the words go on behind an attribution that ends at `at`."""
    while at < last and (text[at] in ".,;:!?" or text[at].isspace()):
        at += 1
    return at if at < last and any(each.isalnum() for each in text[at : at + 80]) else None
