"""Adjuncts: where, when and to whom something is said, and nothing of what.

`said | in an interview`, `appeared | before magistrates`, `spoke | to staff on Monday`: a phrase
that a preposition opens and no clause behind it.
"""

from __future__ import annotations

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.frames import Frame
from fr_reader.text.stream import Stream
from fr_reader.text.word_kinds import AUXILIARY, PAST, RELATIVE_PRONOUN, SUBORDINATOR, VERB

_WHEN_OR_WHERE = word_set("in on at after before during under from without outside inside near")
_TALKS = word_set(
    "speak speaks spoke speaking talk talks talked talking write writes wrote writing complain"
    " complains complained return returns returned appear appears appeared testify testifies"
    " testified"
)
"""With whom or where they do, these say nothing by themselves."""
_APPEARS = word_set("appear appears appeared appearing")
_PLACES = word_set("in at from near outside inside to with")
"""Behind the verbs above these belong to a place or a hearer: “spoke to us at | her home”."""
_RESTS = word_set("hang hangs hung hanging sit sits sat sitting lie lies lay lying")
_WHERE_IT_RESTS = word_set("over above on in at by near beside beneath under behind below")
_HEARER = word_set("to with")
_OPENS_CLAUSE = word_set("that to whether how")
_OPENS_MATTER = _OPENS_CLAUSE | word_set("about of against for over")
"""Behind a hearer or a place, these open what is talked of."""
_MINDS = word_set(
    "bristle bristled bristles lash lashed lashes marvel marvelled marveled hint hinted hints scoff"
    " scoffed scoffs laugh laughed laughs jeer jeered rail railed rails alarmed dismayed gesture"
    " gestured agree agrees agreed confident acquiesced insist insists insisted believe believes"
    " believed challenge challenged question questions questioned comment commented comments"
    " speaking lecture lectured sparred voted vote back fired firing hit hits balk balked standing"
    " stand stood interest interested disappointed"
)
"""With a preposition behind them these tell what is minded: “bristled at the question”."""
_CLAUSE = AUXILIARY | PAST | VERB | RELATIVE_PRONOUN | SUBORDINATOR


def is_adjunct(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """Whether the tokens `[first, last)` behind a cue only tell where, when or to whom."""
    low = stream.low
    opener, verb = low[first], low[frame.head]
    if verb in _RESTS and not {opener, low[first - 1]}.isdisjoint(_WHERE_IT_RESTS):
        return not any(kind & _CLAUSE & ~SUBORDINATOR for kind in stream.kinds[first:last])
    if first == frame.cue[1] and verb in _TALKS and low[first - 1] in _PLACES:
        plain = _OPENS_MATTER.isdisjoint(low[first:last]) and "," not in low[first:last]
        return plain and not any(kind & _CLAUSE for kind in stream.kinds[first:last])
    hearer = opener in _HEARER and verb in _TALKS
    if not (hearer or opener in _WHEN_OR_WHERE) or first + 1 >= last:
        return False
    if not hearer and not _MINDS.isdisjoint(low[slice(*frame.cue)]):
        return False
    matter = _OPENS_CLAUSE if verb in _APPEARS else _OPENS_MATTER
    if not matter.isdisjoint(low[first + 1 : last]) or "," in low[first:last]:
        return False
    if any(at in stream.quoted for at in range(first, last)):
        return False
    return not any(kind & _CLAUSE for kind in stream.kinds[first + 1 : last])
