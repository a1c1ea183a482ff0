"""Mentions: all the words that name a speaker, once the rules have told where the name stands."""

from __future__ import annotations

from fr_reader.text.offices import PERSON_WORDS, is_office
from fr_reader.text.phrases import Range, phrase_ending
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.word_kinds import ADVERB, DETERMINER, TIME

_LONGEST_OFFICE = 12


def whole_mention(stream: Stream, speaker: Range) -> Range:
    """The mention with what belongs to it on its left.

    That is the `@` of a handle, or the office in `her lawyer, X, a partner, said`.
    """
    first, last = speaker
    if first > 0 and stream.text[first - 1] == "@":
        return first - 1, last
    if first > 2 and stream.text[first - 1] == "," and "," in stream.text[first:last]:
        return _office_before(stream, first), last
    return speaker


def _office_before(stream: Stream, name: int) -> int:
    """Where the office begins that a comma parts from the name at token `name`, or `name`."""
    lowest = max(stream.first_of[name], name - _LONGEST_OFFICE)
    phrase = phrase_ending(stream, name - 2, lowest)
    if phrase is None or not stream.kinds[phrase[0]] & DETERMINER:
        return name
    low = stream.low[slice(*phrase)]
    if not any(word in PERSON_WORDS or is_office(word) for word in low):
        return name
    before = phrase[0] - 1
    if before >= stream.first_of[name]:
        apart = stream.text[before] in (",", QUOTED) or stream.kinds[before] & (ADVERB | TIME)
        return phrase[0] if apart else name
    return phrase[0]
