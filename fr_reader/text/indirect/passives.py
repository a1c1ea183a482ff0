"""Passives: "S is expected to S", "S was criticised by X", "S was accused by X of S"."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.contents import content_after, content_end
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream
from fr_reader.text.subjects import subject_before
from fr_reader.text.word_kinds import AUXILIARY

_HELD = word_set("believed thought understood alleged feared rumoured rumored")
_TIMES_AND_MEANS = word_set(
    "dawn dusk sunset sunrise christmas easter spring summer autumn winter email e-mail letter"
    " phone text post telephone radio law"
)
_BASES = frozenset(("w", "have", "be", "been", "do"))
_BE = frozenset(("be", "been"))
_SEEMS = word_set("seem seems seemed appear appears appeared")
_OPENS_SAID = frozenset(("that", "wh", "if"))
_PASSIVE_AFTER = word_set("to as by of for with")
_FEELS = word_set(
    "concerned worried interested focused committed determined prepared pleased"
    " disappointed"
    " alarmed startled excited surprised opposed inclined convinced persuaded dedicated involved"
    " troubled angered frustrated based scheduled devoted impressed"
)
_BIDDEN = word_set(
    "asked advised told urged ordered instructed reminded warned encouraged invited begged"
)
"""Who is this by somebody is spoken to, not of."""
_LONGEST_DATE = 6
_LONGEST_ASIDE = 8
_DATE_OPENS = frozenset(("on", "in", "by", "at", "this", "time", "from", "w", "when"))
_DATE = _DATE_OPENS | {"Time", "num", "the", "adv", "a", "of"}


def passive(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, cue: Range
) -> Frame | None:
    """`S is expected to S`, `S was criticised by X`, `S seems S`: the subject is reported too."""
    low = stream.low
    after = classes[at + 1] if at + 1 < sentence.last else ">"
    seems = low[at] in _SEEMS
    be = not _BE.isdisjoint(classes[cue[0] : at])
    if not seems and not (
        be
        and after in _PASSIVE_AFTER
        and low[at].endswith(("ed", "n", "ld", "d", "likely", "certain", "t"))
    ):
        return None
    if low[at] in _FEELS:
        return None
    if after == "by" and at + 2 >= sentence.last:
        return None
    subject = subject_before(stream, cue[0], sentence.first)
    contents = [subject] if subject else []
    if after == "by" and _is_no_agent(stream, classes, sentence, at + 2):
        said = _said_behind(stream, classes, sentence, at, (at + 2, at + 3))
        until = (at + 1, _behind_date(classes, sentence, at + 3))
        return Frame("passive", at, cue, None, [said] if said else [*contents, until])
    if after == "by":
        agent = phrase_starting(stream, at + 2, sentence.last)
        said = _said_behind(stream, classes, sentence, at, agent)
        if agent is not None and said is None:
            agent, what = _agent_and_deed(stream, classes, sentence, at, agent)
            contents = what if what and low[at] in _BIDDEN else contents + what
        contents = [said] if said is not None else contents
        return Frame("passive", at, (cue[0], at + 2), agent, contents) if contents else None
    content = content_after(stream, classes, sentence, at, cue[1])
    if content is None:
        return None
    content = content[0], _behind_date(classes, sentence, content[1])
    return Frame("passive", at, cue, None, [*contents, content])


def _behind_date(classes: list[str], sentence: Sentence, end: int) -> int:
    """The sentence's end where only a date stands before it: "is expected to open | on Monday"."""
    rest = classes[end : sentence.last]
    if len(rest) > _LONGEST_DATE or not rest or rest[0] not in _DATE_OPENS:
        return end
    dated = _DATE.issuperset(rest) and not {"time", "Time", "num"}.isdisjoint(rest)
    return sentence.last if dated else end


def _is_no_agent(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> bool:
    """Whether "by" tells a time or a means: "expected by dawn", "told by email"."""
    if at >= sentence.last:
        return True
    low = stream.low[at]
    year = len(low) == 4 and low.isdigit()
    return year or classes[at] in ("time", "Time") or low in _TIMES_AND_MEANS


def holds_true(stream: Stream, at: int) -> bool:
    """Whether the word at `at` tells what is held true: "is thought to be", "is feared to be"."""
    low = stream.low
    held = 0 < at < len(low) - 1 and low[at] in _HELD and low[at + 1] == "to"
    return held and stream.kinds[at - 1] & AUXILIARY != 0


def _behind_aside(classes: list[str], comma: int, last: int) -> int:
    """Where "that" stands behind the comma: "told by X, for the airline, | that S"."""
    for at in range(comma + 1, min(last, comma + _LONGEST_ASIDE)):
        if classes[at] == "that" and classes[at - 1] == ",":
            return at
    return comma + 1


def _said_behind(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, agent: Range | None
) -> Range | None:
    """The S of "it was claimed by X that S", "they were told by X that S"."""
    if agent is None or agent[1] >= sentence.last:
        return None
    behind = agent[1]
    if classes[behind] == "," and behind + 1 < sentence.last and stream.low[at] in _BIDDEN:
        behind = _behind_aside(classes, behind, sentence.last)
    if classes[behind] not in _OPENS_SAID:
        return None
    return content_after(stream, classes, sentence, at, behind)


def _agent_and_deed(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, agent: Range
) -> tuple[Range, list[Range]]:
    """The X and the S of "accused by X of S", "praised by X for S", "urged by X to S".

    What does not tell a deed belongs to X: "by the head of the school".
    """
    first, last = agent
    for mark in range(first + 1, min(last + 1, sentence.last - 1)):
        after = classes[mark + 1]
        if classes[mark] in ("who", ","):
            break
        deed = (
            (classes[mark] in ("of", "for") and after == "ing")
            or (classes[mark] == "for" and after in ("his", "her"))
            or (classes[mark] == "to" and after in _BASES)
            or (classes[mark] == "not" and after == "to")
            or classes[mark] == "as"
        )
        if deed:
            return (first, mark), [(mark, content_end(stream, classes, sentence, at, mark))]
    return agent, []
