"""Nouns as cues: "the minister's claim that S was rejected", "a warning from X that S"."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import VERBS, word_set
from fr_reader.text.indirect.contents import content_after
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.offices import is_office, is_person_noun
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream
from fr_reader.text.word_kinds import CAPITAL, CUE, FINITE_CUE, VERB

_OWNERS = frozenset(("the", "a", "his", "her", "this"))
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_BETWEEN = frozenset(("w", "s", "ed", "ing", "adv", "num", "time", "Time"))
_FINITE = frozenset(("be", "have", "mod", "do"))
_GOES_ON = word_set(
    ", and but who which that to the a his when it he wh if as than not adv been - ( in on of for"
    " by with"
)
"""Before a verb, these say that it belongs to the clause; after one, nothing need."""
_OTHER_CLAUSE = frozenset((",", "when", "that", "who", "which", "wh", "if", "as", "and", "but"))
"""Behind these, a verb need not be that of the main clause."""
_PASTS = word_set("split spread hurt burst proved cost rests hinges relies")
"""Verbs that look like nouns."""
_OBJECTS = frozenset(("num", "the", "a", "his", "him"))
"""Behind these a word in -s is a verb, not a noun: "feeds 400 families"."""
_TELLS = word_set(
    "claim claims allegation allegations accusation accusations suggestion suggestions warning"
    " warnings assertion assertions insistence denial denials complaint complaints fear fears"
    " concern concerns belief beliefs promise promises assurance assurances admission statement"
    " announcement prediction predictions argument conclusion finding findings opinion view hope"
    " hopes rumour rumours rumor rumors report reports contention threat threats suspicion"
    " suspicions worry worries advice pledge conviction confession declaration testimony"
)
"""Nouns of what is told; an owner before them or their plural needs no more than "that" behind."""
_SHOWING = word_set(
    "figures reports estimates claims polls surveys notes documents records accounts forecasts"
    " projections signs papers studies charts stamps logs books letters report study survey audit"
    " inquiry inquest review poll"
)
_SHOW = word_set(
    "show suggest indicate reveal say confirm point put prove imply showed suggested indicated"
    " revealed said confirmed claim allege estimate warn state found finds concluded concludes says"
    " warned warns claims claimed shows suggests states stated reveals noted notes"
)
PLEDGES = word_set(
    "pledge pledges promise promises vow vows threat threats offer refusal demand demands proposal"
    " proposals commitment invitation"
)
"""Nouns of what somebody says they will do, or want done."""
_OF_WHOM = frozenset(("by", "from", "of", "for", "on", "into"))
_WAS = frozenset(("was", "were"))
_FROM = frozenset(("from", "by", "among"))
_NEAR = 10


def is_noun(stream: Stream, classes: list[str], lowest: int, at: int) -> bool:
    """Whether the cue at `at` is a noun: an article or an owner stands before it."""
    if at == lowest and (
        comes_from(stream, at, min(at + _NEAR, stream.size))
        or tells_that(stream, classes, at, stream.size)
    ):
        return True
    if classes[at] not in ("w", "s", "ing") or _is_finite(stream, at):
        return False
    back = at - 1
    if classes[at] == "ing":
        owned = classes[back] in _OWNERS or stream.text[back].endswith(_POSSESSIVE)
        return back >= lowest and owned
    while back > lowest and classes[back] in _BETWEEN and at - back < 4:
        if stream.text[back].endswith(_POSSESSIVE):
            return True
        back -= 1
    if stream.text[back] in "’'" and back > lowest:
        return stream.low[back - 1].endswith("s")
    return back >= lowest and (classes[back] in _OWNERS or stream.text[back].endswith(_POSSESSIVE))


def _is_finite(stream: Stream, at: int) -> bool:
    """Whether a word can only be a verb: "found", "warns"; but "thought" and "claims" need not."""
    low = stream.low[at]
    past = low != "thought" and form_of(low) == "ed"
    return past or bool(stream.kinds[at] & FINITE_CUE and low.endswith("s") and low not in _TELLS)


def before_main_verb(stream: Stream, classes: list[str], content: Range) -> Range:
    """The clause "that S" or "to do S" without the main verb: "that S | filled the papers"."""
    first, last = content
    if last < first + 2 or classes[first] not in ("that", "to"):
        return content
    verbs = 0 if classes[first] == "that" and classes[first + 1] not in ("he", "it") else 1
    for at in range(first + 2 + verbs, last):
        if classes[first] == "to" and classes[at] in _OTHER_CLAUSE:
            return content
        low = stream.low[at]
        verbal = classes[at] in _FINITE or classes[at] == "ed" or low in VERBS or low in _PASTS
        acts = not verbs and classes[at] == "s" and at + 1 < last and classes[at + 1] in _OBJECTS
        verbal = verbal or acts
        if not verbal:
            continue
        before = classes[at - 1]
        stranded = low in _WAS and before in ("on", "in", "of", "for")
        if before in _FINITE or (verbs and before in _GOES_ON and not stranded):
            continue
        verbs += 1
        if verbs == 2:
            return first, at
    return content


def is_told_by(stream: Stream, at: int, last: int) -> bool:
    """Whether a noun that could be a verb is the subject of a verb: "figures show that", "A
    report by the office found that"."""
    low = stream.low
    if at + 2 >= last or low[at] not in _SHOWING:
        return False
    if low[at + 1] in _SHOW:
        return True
    if low[at + 1] not in _OF_WHOM:
        return False
    told = (i for i in range(at + 2, min(last, at + _NEAR) - 1) if low[i] in _SHOW)
    return any(low[i + 1] == "that" for i in told)


def is_trade(stream: Stream, at: int, last: int) -> bool:
    """Whether the word at `at` is part of what somebody named behind it is: `opposition whip Ann
    Example`, `judge turned baker Bo Example`."""
    if at + 2 >= last or not stream.kinds[at + 2] & CAPITAL or stream.kinds[at + 1] & CAPITAL:
        return False
    low = stream.low
    if low[at] == "turned":
        return at > 0 and is_person_noun(low[at - 1]) and is_person_noun(low[at + 1])
    return low[at] not in cue_forms() and is_office(low[at + 1])


def is_in_name(stream: Stream, at: int, last: int) -> bool:
    """Whether the word at `at` ends a name that has its own verb: "the Northern Express | left"."""
    kinds = stream.kinds
    if at < 1 or at + 1 >= last or at == stream.first_of[at]:
        return False
    named = kinds[at] & kinds[at - 1] & CAPITAL and form_of(stream.low[at]) in ("b", "s")
    return bool(named) and kinds[at + 1] & (CAPITAL | VERB) == VERB


def comes_from(stream: Stream, at: int, last: int) -> bool:
    """Whether "from X that" follows the noun at `at`, which can then only be a cue."""
    if at + 3 >= last or stream.low[at + 1] not in _FROM:
        return False
    return "that" in stream.low[at + 3 : min(last, at + _NEAR)]


def told_from(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Frame | None:
    """`a warning | from X | that S`, whatever stands before the noun."""
    if stream.kinds[at] & CUE and form_of(stream.low[at]) != "ing":
        return None
    if at < 1 or not comes_from(stream, at, sentence.last) or classes[at - 1] not in _OWNERS:
        return None
    agent = phrase_starting(stream, at + 2, sentence.last, clause=False)
    if agent is None or agent[1] >= sentence.last or classes[agent[1]] != "that":
        return None
    content = content_after(stream, classes, sentence, at, agent[1])
    if content is None:
        return None
    content = before_main_verb(stream, classes, content)
    return Frame("source-cue-content", at, (at, at + 1), agent, [content])


def pledges_to(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether a noun of will has an owner before it and "to" behind: "her pledge to resign"."""
    low = stream.low
    if at < 1 or at + 2 >= last or low[at] not in PLEDGES or low[at + 1] != "to":
        return False
    if classes[at + 2] not in ("w", "be", "have", "do"):
        return False
    return classes[at - 1] == "his" or stream.text[at - 1].endswith(_POSSESSIVE)


def tells_that(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether a noun of telling stands before "that": "her denial that", "Rumours that"."""
    low = stream.low
    if at + 3 >= last or low[at + 1] != "that" or low[at] not in _TELLS:
        return False
    if at == stream.first_of[at]:
        return low[at].endswith("s")
    before = stream.text[at - 1]
    return classes[at - 1] in ("his", "her") or before.endswith(_POSSESSIVE) or before in "’'"
