"""Cues: the verbs that report, where they stand in a stream of tokens."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import AUXILIARIES, PARTICLES, word_set
from fr_reader.text.lexicon import CueForm, cue_forms
from fr_reader.text.phrases import Range
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.word_kinds import ADVERB, ADVERBIAL, CAPITAL, CUE, TIME

_BE = word_set("is are was were be been being got gets")


_PLURAL = word_set("i we you they who and people men women to some many others let")


_BEFORE_NOUNS = word_set(
    "the a an this that’s his her its their my our your no any some of for in on at with from by"
    " into about these those other"
)


_ARTICLES = word_set("a an the his its their our my your")
"""After these a participle describes a noun, or is one: "a written statement", "her ruling"."""
_NOUNS = frozenset(("words",))
"""Forms of cue verbs that are nouns in the news: “had four words for the cameras”."""
_GO = word_set("go goes going gone")
_BEHIND_GOES: tuple[list[str], ...] = ([","], [":"], [QUOTED], ["."], [])
"""Only before these something is said in “goes”: “as the saying goes, S”."""
_POSSESSIVE = ("’s", "'s", "’", "'")


def cue_at(stream: Stream, index: int) -> CueForm | None:
    """The cue verb at a token, if it is one and not a name or a noun after an article."""
    if not stream.kinds[index] & CUE:
        return None
    low = stream.low[index]
    form = cue_forms()[low]
    if low in _NOUNS:
        return None
    if stream.kinds[index] & CAPITAL and index > stream.first_of[index]:
        return None
    before = stream.low[index - 1] if index > 0 else ""
    if form.form in ("base", "s") and (before in _BEFORE_NOUNS or before.endswith(_POSSESSIVE)):
        return None
    if form.form in ("past", "participle", "ing") and before in _ARTICLES:
        return None
    if low == "goes" and stream.text[index + 1 : index + 2] not in _BEHIND_GOES:
        return None
    on = low in _GO and stream.low[index + 1 : index + 2] == ["on"]
    if on and stream.text[index + 2 : index + 3] not in _BEHIND_GOES:
        return None  # “would go on all night”
    if low in PARTICLES and before in cue_forms():
        return None
    if form.form == "base" and not _takes_base(stream, index):
        return None
    return form


def _takes_base(stream: Stream, index: int) -> bool:
    """Whether a plain verb form has a subject or auxiliary before it that asks for one."""
    at = index - 1
    while at >= 0 and stream.kinds[at] & ADVERB:
        at -= 1
    if at < 0:
        return False
    low = stream.low[at]
    return low in _PLURAL or low in AUXILIARIES or (low.endswith("s") and not low.endswith("ss"))


def is_passive(stream: Stream, verb: int, form: CueForm) -> bool:
    """Whether the cue is a passive: "was told", "is described as"."""
    if form.form not in ("past", "participle"):
        return False
    at = verb - 1
    while at >= 0 and stream.kinds[at] & ADVERB:
        at -= 1
    return at >= 0 and stream.low[at] in _BE


def agent_after(stream: Stream, verb: int, highest: int) -> Range | None:
    """The "by X" after a passive cue."""
    for at in range(verb + 1, min(highest, verb + 8)):
        if stream.low[at] == "by":
            return phrase_starting(stream, at + 1, highest)
        if stream.text[at] == ",":
            return None
    return None


def cue_range(stream: Stream, verb: int) -> Range:
    """The cue with its auxiliaries, adverbs and particle: "has also said", "shot back"."""
    first = verb
    kinds = stream.kinds
    while first > 0 and kinds[first - 1] & ADVERBIAL and not kinds[first - 1] & (CAPITAL | TIME):
        if first == verb and is_will(stream, verb):
            break
        first -= 1
    last = verb + 1
    if (
        last < stream.size
        and stream.low[last] in PARTICLES
        and stream.low[last] not in ("on", "in")
    ):
        last += 1
    return first, last


def is_will(stream: Stream, verb: int) -> bool:
    """Whether "will" before a verb is a noun, as no past follows the auxiliary: "the will said"."""
    if stream.low[verb - 1] != "will" or verb < 2:
        return False
    form = cue_forms().get(stream.low[verb])
    return form is not None and form.form in ("past", "s")


def last_cue(stream: Stream, lowest: int, before: int) -> int | None:
    """The cue nearest before token `before`, not before `lowest`."""
    kinds = stream.kinds
    for at in range(before - 1, max(lowest, before - 45) - 1, -1):
        if kinds[at] & CUE and cue_at(stream, at) is not None:
            return at
    return None
