"""Inversions: the sentence behind a quotation that says no more than whose it was: `So wrote X.`"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at
from fr_reader.text.grammar import DETERMINERS, PERSONAL, is_capital, word_set
from fr_reader.text.phrases import FAR
from fr_reader.text.place import Finding
from fr_reader.text.stream import Stream

SO = word_set("so thus")
"""What opens such a sentence."""


def says_whose(stream: Stream, cue: int) -> bool:
    """Whether the cue at token `cue` is that of `So wrote X`."""
    if cue < 1 or stream.first_of[cue] != cue - 1 or stream.low[cue - 1] not in SO:
        return False
    form = cue_at(stream, cue)
    return form is not None and form.form in ("past", "s")


def so_said(stream: Stream, first: int) -> Finding | None:
    """The X of `So wrote X` where such a sentence begins at token `first`."""
    cue = first + 1
    if cue + 1 >= len(stream) or not says_whose(stream, cue):
        return None
    named = phrase_starting(stream, cue + 1, min(stream.last_of(first), cue + FAR))
    if named is None:
        return None
    dated = (at for at in range(named[0] + 1, named[1] - 1) if stream.text[at + 1].isdigit())
    cut = next((at for at in dated if stream.low[at] in ("in", "on")), named[1])
    named = named[0], cut
    low, text = stream.low[named[0]], stream.text[slice(*named)]
    if low not in PERSONAL | DETERMINERS and not any(is_capital(token) for token in text):
        return None
    return Finding("cue-then-speaker", 0.9, (cue, cue + 1), named)
