"""Neighbours: attributions that stand in the sentence or the paragraph next to a quotation.

`X agreed. “S.”`, `X said:` above the quotation, `— X` below it, and a quotation set apart from the
text whose last line names the speaker.
"""

from __future__ import annotations

from fr_reader.text.cues import cue_at, cue_range
from fr_reader.text.governors import main_clause, speaker_of
from fr_reader.text.grammar import DETERMINERS, RELATIVE, is_capital, word_set
from fr_reader.text.phrases import FAR
from fr_reader.text.place import Finding
from fr_reader.text.rules_before import introduction
from fr_reader.text.signatures import signature
from fr_reader.text.speeches import speech_owner
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.subjects import subject_before
from fr_reader.text.word_kinds import AUXILIARY, CUE, PAST, PERSONAL_PRONOUN

DASHES = "-–—―"
LONGEST_SIGNATURE = 120
"""What signs a quotation is no longer than this, in code points."""
_MARKS = "\"”’'»“"
_NEAR_END = 7
_SHORT = 4
_THEN = word_set("then later finally again after eventually moments seconds minutes")
_LONGEST_PAUSE = 14
"""So many tokens at most stand between words and the same sentence's words after a pause."""
_SHORT_QUESTION = 7
"""“The answer of X?” has so many tokens at most."""


def above(stream: Stream) -> Finding | None:
    """`X said:` in the paragraph above."""
    if not stream.text or stream.text[-1] != ":":
        return None
    finding = introduction(stream, stream.size - 1)
    return finding if finding.speaker is not None else None


def below(text: str, stream: Stream) -> tuple[int, int] | None:
    """The tokens of the name in `— X` in the paragraph below; `text` is that paragraph."""
    if stream.size < 2 or text[0] not in DASHES:
        return None
    return signature(stream, 1)


def last_line(text: str, stream: Stream) -> tuple[int, int] | None:
    """The name in the last line of a quotation set apart, which only a closing mark ends."""
    end = text.rstrip(" .")
    if not end or end[-1] not in _MARKS or stream.where or text[0] in _MARKS:
        return None
    return signature(stream, 0)


def sentence_before(stream: Stream, at: int, alone: bool) -> Finding | None:
    """`X agreed. “S.”`: who is reported in the sentence before, which has no quotation.

    `alone` tells that no quotation stands before it in the paragraph: then it is enough that the
    sentence is about one person, as in `X took a softer line. “S.”`.
    """
    if at == 0 or stream.first_of[at] != at or stream.text[at - 1] == QUOTED:
        return None
    first = stream.first_of[at - 1]
    if at - first > 2 * FAR or QUOTED in stream.text[first:at]:
        return None
    if stream.text[at - 1] == "?" and at - first <= _SHORT_QUESTION:
        owner = speech_owner(stream, first, at - 1)  # `X’s answer? “S.”`
        if owner is not None:
            return Finding("sentence-before", 0.8, None, owner)
    return _aside_at_end(stream, first, at) or _reported(stream, first, at, alone)


def _aside_at_end(stream: Stream, first: int, end: int) -> Finding | None:
    """`…, X says.`"""
    for verb in range(end - 2, max(first, end - _NEAR_END), -1):
        form = cue_at(stream, verb)
        if form is None or form.form not in ("past", "s"):
            continue
        subject = subject_before(stream, verb, first)
        if subject is not None and subject[0] > first and stream.text[subject[0] - 1] == ",":
            return Finding("sentence-before", 0.8, cue_range(stream, verb), subject)
    return None


def _reported(stream: Stream, first: int, end: int, alone: bool) -> Finding | None:
    """`X agreed.`, `X told them it was late.`"""
    found = main_clause(stream, first, end)
    if found is None:
        return None
    subject, verb = found
    last = stream.text[subject[1] - 1]
    apposed = last == "," and any(is_capital(stream.text[at]) for at in range(*subject))
    person = stream.low[subject[0]] in ("he", "she", "i") or is_capital(last) or apposed
    if stream.low[subject[0]] in ("it", "there"):
        return None
    if not person or stream.low[subject[0]] in RELATIVE:
        return None
    for at in range(verb, min(end, verb + FAR)):
        form = cue_at(stream, at)
        if form is None or form.form not in ("past", "s"):
            continue
        whose, _ = speaker_of(stream, at, first)
        if whose is not None and (at == verb or whose == subject):
            return Finding("sentence-before", 0.8, cue_range(stream, at), whose)
    named = apposed or (is_capital(last) and stream.low[subject[0]] not in DETERMINERS)
    return Finding("sentence-before", 0.6, None, subject) if alone and named else None


def beat_after(stream: Stream, at: int) -> Finding | None:
    """`“S.” X shook her head. “S.”`: who is told of between two quotations that nobody says."""
    first = at + 1
    if stream.first_of[at] != at or first >= stream.size or stream.first_of[first] != first:
        return None
    last = stream.last_of(first)
    if last >= stream.size or stream.text[last] != QUOTED or QUOTED in stream.text[first:last]:
        return None
    found = main_clause(stream, first, last)
    if found is None or found[0][0] != first:
        return None
    subject = found[0]
    named = is_capital(stream.text[subject[1] - 1]) and stream.low[first] not in DETERMINERS
    if not (named or stream.low[first] in ("he", "she")) or stream.low[first] == "i":
        return None
    return Finding("sentence-after", 0.6, None, subject)


def goes_on(stream: Stream, before: int, at: int, finding: Finding, words: int) -> int | None:
    """The last token, as an end, of a sentence that goes on with what the one before it quoted.

    `“S,” X said. But that is “no more than S.”`: more than half of the sentence is quoted, and no
    cue is in it. `words` is how many words the quotation at token `at` has.
    """
    if finding.cue is None or finding.mixed or words < _SHORT:
        return None
    first = stream.last_of(max(before, finding.cue[0]))
    if stream.first_of[at] != first:
        return None
    last = stream.last_of(at)
    if last - first > 2 * FAR:
        return None
    around = [i for i in range(first, last) if i != at and stream.text[i][0].isalnum()]
    if len(around) > words:
        return None
    if any(cue_at(stream, i) is not None for i in around):
        return at + 1 if at == first else None
    while last > at + 1 and stream.text[last - 1] in (".", "!", "?", "…"):
        last -= 1
    return last


def resumes(stream: Stream, before: int, at: int, finding: Finding) -> bool:
    """`“S,” X said, “S,” and then, after a pause, | “S”`: whether words go on with the quotation
    at `at` in the sentence of the one at `before`, behind nothing but when."""
    if finding.mixed or stream.first_of[at] != stream.first_of[before]:
        return False
    if (
        not 2 < at - before < _LONGEST_PAUSE
        or stream.low[before + 1] != "and"
        or stream.low[before + 2] not in _THEN
    ):
        return False
    kinds = stream.kinds[before + 1 : at]
    return not any(kind & (AUXILIARY | PAST | CUE | PERSONAL_PRONOUN) for kind in kinds)


def follows(stream: Stream, before: int, at: int, finding: Finding) -> bool:
    """Whether the quotation at `at` begins the sentence right after the attribution's one."""
    if finding.cue is None:
        return before + 1 == at
    if stream.first_of[at] != at:
        end = max(finding.cue[1], finding.speaker[1] if finding.speaker else 0)
        return before < finding.cue[0] and end <= at and stream.first_of[at] <= finding.cue[0]
    return stream.last_of(max(before, finding.cue[0])) == at
