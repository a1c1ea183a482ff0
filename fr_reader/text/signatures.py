"""Signatures: the name behind a quotation that is its author's: `“S” — X`, `“S” (X)`."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at
from fr_reader.text.grammar import DETERMINERS, TIME_WORDS, is_capital
from fr_reader.text.offices import is_office
from fr_reader.text.phrases import Range, verb_like
from fr_reader.text.place import Finding, Place
from fr_reader.text.stream import QUOTED, Stream

_AFTER_NAMES = frozenset((".", ")", "]", '"', "”", "’", "'", "“"))


def dash_after(place: Place) -> Finding | None:
    """`“S” — X`: a dash and a name close the paragraph."""
    stream, dash = place.stream, place.at + 1
    if dash + 1 >= stream.size:
        return None
    if stream.text[dash] == "(" and stream.text[-1] == ")":
        return _in_brackets(stream, dash + 1, stream.size - 1)
    if stream.text[dash] not in ("—", "–", "-", "--", "―"):
        return None
    named = signature(stream, dash + 1)
    return Finding("dash", 0.9, None, named) if named else None


def _in_brackets(stream: Stream, first: int, last: int) -> Finding | None:
    """`“S” (X, Leeds)`: a name in brackets that close the paragraph."""
    if not first < last <= first + 9 or stream.low[first] in DETERMINERS:
        return None
    if not is_capital(stream.text[first + 1]) or any(
        verb_like(stream, at) for at in range(first, last)
    ):
        return None
    return Finding("dash", 0.8, None, (first, last)) if signature(stream, first) else None


def signature(stream: Stream, first: int) -> Range | None:
    """The name that is all that follows from token `first`: "— Jane Doe, Leeds"."""
    last = stream.size
    while last > first and stream.text[last - 1] in _AFTER_NAMES:
        last -= 1
    last = _undated(stream, first, last)
    if stream.text[first] == "@" and last == first + 2:
        return first, last
    if not first < last <= first + 14:
        return None
    named = is_capital(stream.text[first])
    office = first + 1 < last and is_office(stream.text[first])
    if not named and not (office and is_capital(stream.text[first + 1])):
        return None
    comma = next((at for at in range(first, last) if stream.text[at] == ","), last)
    if any(cue_at(stream, at) for at in range(first, comma)) or QUOTED in stream.text[first:last]:
        return None
    phrase = phrase_starting(stream, first, last)
    return (phrase[0], last) if phrase else None


def _undated(stream: Stream, first: int, last: int) -> int:
    """`last` before the date a post is signed with: "— Jane Doe (@doe) March 3, 2021"."""
    at, months = last, 0
    while at > first + 1 and (
        stream.low[at - 1] in TIME_WORDS
        or stream.text[at - 1] == "May"
        or stream.text[at - 1].isdigit()
        or stream.text[at - 1] == ","
    ):
        months += stream.low[at - 1] in TIME_WORDS or stream.text[at - 1] == "May"
        at -= 1
    return at if months else last
