"""Handling: what is done with hands, feet or eyes, and what things do.

`drove the first tram`, `found the body`, `was hit by a lorry`: such a verb says nothing where what
follows is a thing, or somebody, whatever a clause tells of it.
"""

from __future__ import annotations

from fr_reader.text.grammar import OBJECT_PRONOUNS, word_set
from fr_reader.text.indirect.frames import Frame
from fr_reader.text.lexicon import things
from fr_reader.text.objects import RELATIVES, THINGS, core, head_of, is_length, is_thing
from fr_reader.text.offices import is_person_noun
from fr_reader.text.phrases import Range, verb_like
from fr_reader.text.stream import Stream
from fr_reader.text.word_kinds import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    PREPOSITION,
    RELATIVE_PRONOUN,
    TIME,
)

HANDLES = word_set(
    "drove drive drives driving watched watch watches watching hit hits hitting stopped stops stop"
    " stopping opened opens open opening found finds find finding discovered discovers recovered"
    " spotted spots seized seizes unearthed rescued rescues carried carries dropped drops pulled"
    " pulls pushed pushes hung hangs laid lays lined lines hammered ripped rips cracked painted"
    " paints painting brought brings sent sends took takes held holds raised raises lifted caught"
    " catches counted counts blessed blesses met meets visited visits greeted greets saved saves"
    " cut cuts closed closes cleared clears crossed crosses left leaves led leads followed follows"
    " chased chases picked picks planted plants sang sings drew draws struck strikes kept"
    " withdrew withdraws withdrawn signed signs signing arrested arrests swam climbed climbs"
    " fell falls won wins lost taken driven drawn reached reaches entered enters left moved moves"
    " knock knocks knocked knocking floated floats"
    " used uses loaded tied towed dug fed feeds fixed cleaned washed sewed cooked baked"
)
"""What is done with hands, feet or eyes, and seldom with words."""
_MANY = word_set(
    "people men women children boys girls dogs body bodies remains corpse treasure hoard"
)
_BUILT = word_set(
    "bridge building road house school church station shop bank office floor wall chapel hall room"
    " tape film video match game photograph photo picture letter book gun weapon plant school page"
    " court theatre museum library hospital factory tunnel railway stadium fleet crowd crew herd"
    " flock queue face hand head arm voice border car-park anthem aria carol duet wreck summit"
)
_HANDLED = THINGS | _BUILT
"""What is done with hands can be done with these too, though they are spoken of as readily."""
_BE = word_set("is are was were be been being")
_APPEARS = word_set("appear appears appeared")
_BROUGHT = word_set("taken brought sent moved flown rushed driven")
_MEASURES = word_set("million billion percent % points point pounds dollars euros km miles")
_TIMES = word_set("time times occasion occasions")


def is_done_by(stream: Stream, frame: Frame) -> bool:
    """Whether a thing does what a passive tells: `was hit by | a lorry`; or how often, where to."""
    if frame.source is None:
        if stream.low[frame.head] in _BROUGHT and stream.low[frame.cue[1] - 1] == "to":
            return True
        first, last = frame.contents[-1]
        appears = stream.low[frame.head] in _APPEARS
        often = stream.low[first][0].isdigit() or "times" in stream.low[first : first + 3]
        if appears and (frame.cue[1] - 1 > frame.head or often):
            return True
        if stream.low[frame.head] == "called" and stream.low[frame.cue[1] - 1] == "to":
            return head_of(stream, first, last) is not None
        return stream.low[last - 1] in _TIMES and is_length(stream, first, last)
    if _is_amount(stream, frame.source):
        return True
    head = core(stream, *frame.source)
    if head is None or is_thing(stream, head, THINGS):
        return head is not None
    somebody = is_person_noun(stream.low[head].removesuffix("s"))
    return not somebody and is_thing(stream, head, things())


def _is_amount(stream: Stream, phrase: Range) -> bool:
    """Whether a phrase is how much: `was cut by | C$40 million`."""
    first, last = phrase
    return any(stream.text[at][0] in "$£€¥₹" for at in range(first, min(last, first + 2))) or (
        stream.text[first][0].isdigit() and stream.low[last - 1] in _MEASURES
    )


def is_handled_by(stream: Stream, frame: Frame) -> bool:
    """Whether what seems to speak behind its cue is handled: `the twins found | a coin`."""
    if frame.source is None or stream.low[frame.head] not in HANDLES:
        return False
    return frame.source[0] > frame.head and is_handled(stream, *frame.source)


def is_handled(stream: Stream, first: int, last: int) -> bool:
    """Whether a phrase is a thing, or so many people or animals, whatever a clause tells of it."""
    noun = core(stream, first, last)
    if noun is None:
        return False
    last = _joined_at(stream, noun, last)
    after = noun + 1
    opens = after < last and not stream.kinds[after] & COORDINATOR
    if opens and stream.low[after] not in RELATIVES and head_of(stream, first, last) is None:
        return False
    low = stream.low[noun]
    return (
        low in _MANY
        or is_person_noun(low.removesuffix("s"))
        or is_thing(stream, noun, _HANDLED)
        or is_thing(stream, noun, things())
    )


def _joined_at(stream: Stream, noun: int, last: int) -> int:
    """Where another verb is joined on: `the door at eight | and walked through it`."""
    for at in range(noun + 1, last - 1):
        if stream.low[at] == "and" and verb_like(stream, at + 1):
            return at
    return last


def is_undergone(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """`was found | on the moor`, `found | it in the loft`: where or how, and no clause."""
    low, kinds = stream.low, stream.kinds
    if any(kinds[at] & (AUXILIARY | RELATIVE_PRONOUN) for at in range(first, last)):
        return False
    if low[first] in ("to", "that", "guilty", "wanting", "by", "against", "for"):
        return False
    if kinds[first] & PREPOSITION:
        return True
    if low[first] in OBJECT_PRONOUNS:
        return first + 1 == last or bool(kinds[first + 1] & (PREPOSITION | ADVERB | TIME))
    return any(low[at] in _BE for at in range(frame.cue[0], frame.head))
