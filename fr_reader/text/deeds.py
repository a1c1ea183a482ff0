"""Deeds: what is done to a thing, or for a time, by verbs that say something as readily.

`counted the swans`, `has judged dog shows for thirty years`, `asked for a glass of water`, `stood
still for an hour`: a verb, a bare noun phrase, and no clause. Where the noun is what can be touched
or counted, or a length of time is all there is, nothing is reported.
"""

from __future__ import annotations

from functools import lru_cache

from fr_reader.text.grammar import OBJECT_PRONOUNS, word_set
from fr_reader.text.handling import HANDLES, is_handled, is_undergone
from fr_reader.text.indirect.frames import Frame
from fr_reader.text.indirect.weights import cue_words
from fr_reader.text.lexicon import cue_forms, things
from fr_reader.text.objects import THINGS, WORDS, core, head_of, is_length, is_thing, lasts
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_ASKS = word_set("ask asks asked asking")
_TELLS = word_set("tell tells told telling")
_TALES = word_set("tale tales story stories joke jokes truth lie lies secret secrets")
_LONGEST_HEARER = 4
_WRITES = word_set("write writes wrote written writing")
_WORKS = word_set(
    "book novel poem play song memoir diary dissertation thesis introduction commentary essay opera"
    " symphony ballad hymn sonnet musical sequel thriller cookbook story report manual guide"
    " handbook textbook screenplay script lyrics music column"
)
"""What is written and reports nothing: “wrote three novels about bees”."""
_ABOUT = word_set("for against of about over")
"""Behind these stands what is wanted, feared or talked of, whatever it is."""
_GOALS = word_set("goal goals")
_KEEPS = word_set("keep keeps kept keeping in score scores scored scoring")
"""Before “goal” these play football: “kept goal for the town”."""
_CALLS = word_set("call calls called calling")
_AWAY = word_set("at up off")
"""Behind “called” these make it another deed: “called at the shop”, “called off the strike”."""
_OWNERS = word_set("his her their my its the a")
"""Before “voice” these make it a noun: “lost her voice on the way”."""
_SIGNS = word_set("sign signs signed signing")
_VOTES = word_set("vote votes voted voting")
_OBJECTS = {
    verb: word_set(nouns)
    for verbs, nouns in (
        (_SIGNS, "contract lease deal autograph book shirt cheque form extension"),
        (
            word_set("dismiss dismisses dismissed dismissing throw throws threw thrown"),
            "lawsuit suit case appeal indictment petition coach manager employee worker",
        ),
        (
            word_set("post posts posted posting"),
            "profit loss turnover revenue rise fall gain win time score",
        ),
        (
            word_set("name names named naming make makes made making"),
            "squad team side line-up lineup eleven debut",
        ),
        (
            word_set("attack attacks attacked attacking"),
            "village town camp base convoy checkpoint airfield airport post ship tanker",
        ),
        (
            word_set("address addresses addressed addressing show shows showed showing"),
            "crowd rally audience meeting congregation assembly film match jury court jurors",
        ),
    )
    for verb in verbs
}
"""By verb: what it says nothing with, though it does with others: `signed | a contract`."""
_NAMES = word_set("named renamed christened")
_WISHES = frozenset(("supports", "objects", "wants", "fears", "denies"))
_PICTURES = word_set("footage picture pictures photo photos photograph photographs images video")
"""Of what these are is shown, not said: “released footage of the arrest”."""
_ASKED_FOR = THINGS | WORDS
_FORETELLS = word_set(
    "promise pledge announce propose suggest recommend predict forecast hope plan vow offer blame"
    " describe mention cite criticise criticize praise demand seek request prefer believe welcome"
    " complain warn threaten accept deny urge discuss favor favour approve"
)
"""Verbs of other senses whose object is what is said, whatever it is."""
_PLAINLY_ASKS = word_set(
    "call calls called calling ask asks asked asking plea pleas appeal appeals"
)
_FORCES = word_set(
    "gale storm hurricane cyclone typhoon tornado flood blaze fire wave wind avalanche landslide"
    " earthquake quake tide tsunami rain snow frost drought lightning crash collision accident"
    " explosion blast disease virus cancer outbreak famine plague"
)
"""What does things and says nothing."""
_HARDLY = -8
"""A word with no more for it, in tenths of log-odds, says something as seldom as it does."""
_CLEARLY = 10
"""A frame with more for it than this, in tenths of log-odds, is one though a thing follows."""
_GIVES = word_set("offer offers offered offering show shows showed shown showing")
_CLEARLY_SO = 20
_OF_THEIR_OWN = _GOALS | _NAMES | _CALLS | {"voice"}
_BY_THEIR_VERBS = _TELLS | _WRITES | _ASKS | _PLAINLY_ASKS | _GIVES


def _is_force(stream: Stream, frame: Frame) -> bool:
    """Whether what seems to speak is weather, water or fire: `the gale claimed | the bandstand`."""
    if frame.source is None:
        return False
    noun = core(stream, *frame.source)
    return noun is not None and is_thing(stream, noun, _FORCES)


def is_deed(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """Whether the tokens `[first, last)` behind a cue are what is done, or how long it is."""
    word = stream.low[frame.head]
    if first == frame.cue[1] and stream.low[first - 1] == "of":
        return stream.low[first - 2] in _PICTURES
    if (word in _VOTES and stream.low[first][0].isdigit()) or (
        word in _SIGNS and first == frame.cue[1] and stream.low[first - 1] == "for"
    ):
        return True
    of_its_own = _by_its_words(stream, frame, first, last) if word in _OF_THEIR_OWN else None
    if of_its_own is not None:
        return of_its_own
    cue = cue_words().get(word)
    if cue is None or cue.sense in _WISHES:
        return False
    if is_length(stream, first, last):
        return word not in _PLAINLY_ASKS and cue.weight <= 0
    if (
        word in HANDLES
        and frame.score < _CLEARLY_SO
        and (is_handled(stream, first, last) or is_undergone(stream, frame, first, last))
    ):
        return True
    noun = None if _foretells(word) else head_of(stream, first, last)
    if noun is None:
        return False
    if _is_force(stream, frame):
        return True
    by_verb = _by_its_verb(stream, frame, (first, last), noun)
    return _by_its_thing(stream, frame, (first, last), noun) if by_verb is None else by_verb


def _by_its_words(stream: Stream, frame: Frame, first: int, last: int) -> bool | None:
    """What the words around tell of "goal", "named", "called" and "voice"; None for nothing."""
    word = stream.low[frame.head]
    if word in _GOALS:
        return frame.head > 0 and stream.low[frame.head - 1] in _KEEPS
    if word in _NAMES:
        called = stream.low[first] in OBJECT_PRONOUNS and last == first + 2
        return True if called or stream.low[first] in ("after", "for") else None
    if word == "voice":
        return frame.head > 0 and stream.low[frame.head - 1] in _OWNERS
    if word in _CALLS:
        near = stream.low[max(frame.head + 1, first - 2) : first + 1]
        return True if "back" in stream.low[first:last] or not _AWAY.isdisjoint(near) else None
    return None


@lru_cache(maxsize=1_000)
def _foretells(word: str) -> bool:
    """Whether the object of a cue is what is said, whatever it is."""
    if word in _BY_THEIR_VERBS:
        return False
    cue, form = cue_words()[word], cue_forms().get(word)
    return cue.stem in _FORETELLS or (form is not None and form.lemma in _FORETELLS)


def _by_its_verb(stream: Stream, frame: Frame, content: Range, noun: int) -> bool | None:
    """What verbs of some kinds say of it; None where the verb leaves it open."""
    word, (first, last) = stream.low[frame.head], content
    if word in _TELLS:
        return noun + 1 == last <= first + _LONGEST_HEARER and stream.low[noun] not in _TALES
    if word in _WRITES:
        return first == frame.head + 1 and is_thing(stream, noun, _WORKS)
    if is_thing(stream, noun, _OBJECTS.get(word, frozenset())):
        return True
    if word in _ASKS:
        return stream.low[frame.head + 1] == "for" and is_thing(stream, noun, _ASKED_FOR)
    if word in _PLAINLY_ASKS or stream.low[first - 1] in _ABOUT:
        return False
    if word in _GIVES:
        known = is_thing(stream, noun, _ASKED_FOR) or is_thing(stream, noun, things())
        return frame.score < _CLEARLY_SO and known
    return None


def _by_its_thing(stream: Stream, frame: Frame, content: Range, noun: int) -> bool:
    """What the thing says that it is done with."""
    (first, last), cue = content, cue_words()[stream.low[frame.head]]
    if is_thing(stream, noun, THINGS):
        return True
    if frame.score < _CLEARLY and is_thing(stream, noun, things()):
        return True
    if cue.sense == "claims" or stream.low[first].endswith("ing"):
        return False
    return cue.weight <= _HARDLY and lasts(stream, noun + 1, last)
