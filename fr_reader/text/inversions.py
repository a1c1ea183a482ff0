"""Inversions: the sentence behind a quotation that says no more than whose it was: `So wrote X.`"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at
from fr_reader.text.grammar import DETERMINERS, OBJECT_PRONOUNS, PERSONAL, is_capital, word_set
from fr_reader.text.phrases import FAR, Range
from fr_reader.text.place import Finding, Place, is_title
from fr_reader.text.stream import Stream
from fr_reader.text.word_kinds import CAPITAL, PAST, PERSONAL_PRONOUN

_OPENS_NAMED = PERSONAL | DETERMINERS
SO = word_set("so thus")
"""What opens such a sentence."""


def says_whose(stream: Stream, cue: int) -> bool:
    """Whether the cue at token `cue` is that of `So wrote X`."""
    if cue < 1 or stream.first_of[cue] != cue - 1 or stream.low[cue - 1] not in SO:
        return False
    form = cue_at(stream, cue)
    return form is not None and form.form in ("past", "s")


def utters(place: Place, verb: int, named: Range) -> bool:
    """Whether a past that no lexicon knows can only tell how it was said: `“S,” tootled Ann Oak`.

    Verbs of uttering are an open class: any may stand between the comma and a name.
    """
    stream = place.stream
    if verb != place.at + 1 and stream.text[verb - 1] != ",":
        return False
    if stream.kinds[verb] & (PAST | CAPITAL) != PAST or place.ending not in (",", "", "!", "?"):
        return False
    who = named[0] == verb + 1 and stream.kinds[named[0]] & (CAPITAL | PERSONAL_PRONOUN)
    return bool(who) and stream.low[named[0]] not in OBJECT_PRONOUNS and not is_title(place)


def so_said(stream: Stream, first: int) -> Finding | None:
    """The X of `So wrote X` where such a sentence begins at token `first`."""
    cue = first + 1
    if cue + 1 >= stream.size or not says_whose(stream, cue):
        return None
    named = phrase_starting(stream, cue + 1, min(stream.last_of(first), cue + FAR))
    if named is None:
        return None
    dated = (at for at in range(named[0] + 1, named[1] - 1) if stream.text[at + 1].isdigit())
    cut = next((at for at in dated if stream.low[at] in ("in", "on")), named[1])
    named = named[0], cut
    low, text = stream.low[named[0]], stream.text[slice(*named)]
    if low not in _OPENS_NAMED and not any(is_capital(token) for token in text):
        return None
    return Finding("cue-then-speaker", 0.9, (cue, cue + 1), named)
