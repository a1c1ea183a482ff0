"""Subjects: the noun phrase that speaks, told from the verb that reports it."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import agent_after, cue_at, is_passive, is_will
from fr_reader.text.grammar import word_set
from fr_reader.text.offices import is_office, is_person_noun
from fr_reader.text.phrases import FAR, Range, phrase_ending
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.word_kinds import (
    ADVERB,
    ADVERBIAL,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    PAST,
    PERSONAL_PRONOUN,
    PREPOSITION,
    RELATIVE_PRONOUN,
    SUBORDINATOR,
    TIME,
    VERBAL,
    WORD,
)

_MAY_BE_SKIPPED = ADVERBIAL | TIME
"""What may stand between a subject and its verb."""
_PRONOUN = PERSONAL_PRONOUN | RELATIVE_PRONOUN
_FEWEST_LISTED = 3
"""“Bo Elm and Cy Ash” has so many tokens at least."""
_BETWEEN_CLAUSES = COORDINATOR | ADVERB
_OPENS_ADJUNCT = PREPOSITION | SUBORDINATOR | TIME
_OPENS_CLAUSE = VERBAL | ADVERB | CUE | PAST
_ENDS_NO_CLAUSE = PERSONAL_PRONOUN | COORDINATOR | RELATIVE_PRONOUN | SUBORDINATOR
_FULL_NAME = 2
_SHORTEST = 4
"""A noun, "who" and a clause have so many tokens at least."""
_NEAR = 12
_LONGEST_NAME = 5
"""The clause with "who" begins within so many tokens of a subject's own beginning."""
_APART = frozenset((",", "–", "—", "--", "-"))


_CLOSING = {")": "(", "]": "["}


_DOCUMENTS = word_set(
    "statement tweet letter email e-mail message post memo release report note interview speech"
    " text ad video comment remark remarks comments tweets statements messages caption sign signs"
    " words way"
)


def subject_before(stream: Stream, verb: int, lowest: int) -> Range | None:
    """The subject that ends right before the verb at `verb`, not before token `lowest`."""
    index = verb - 1
    lowest = max(lowest, verb - FAR)
    kinds = stream.kinds
    if index >= lowest and kinds[index] & _MAY_BE_SKIPPED and not is_will(stream, verb):
        while index >= lowest and (
            (kinds[index] & ADVERBIAL and not kinds[index] & CAPITAL)
            or (kinds[index] & TIME and index > lowest and kinds[index - 1] & WORD)
        ):
            index -= 1
    if index < lowest:
        return None
    kind = kinds[index]
    if kind & _PRONOUN:
        return index, index + 1
    if kind & WORD:
        found = phrase_ending(stream, index, lowest)
        return _listed(stream, found, lowest) if found is not None else None
    token = stream.text[index]
    if token in _CLOSING:
        return _before_bracket(stream, index, lowest)
    if token in _APART:
        return _before_apposition(stream, index, lowest)
    return phrase_ending(stream, index, lowest) if token == QUOTED else None


def _listed(stream: Stream, last: Range, lowest: int) -> Range:
    """The whole of "Ann Oak, Bo Elm and Cy Ash", of which `last` is "Bo Elm and Cy Ash"."""
    first = last[0]
    if last[1] - first < _FEWEST_LISTED or not stream.kinds[first] & CAPITAL:
        return last
    if "and" not in stream.low[first : last[1]]:
        return last
    while first - 2 >= lowest and stream.text[first - 1] == ",":
        named = phrase_ending(stream, first - 2, lowest)
        if named is None or first - 1 - named[0] < _FULL_NAME:
            break
        if not all(stream.kinds[at] & CAPITAL for at in (first - 3, first - 2)):
            break
        opens = named[0] == lowest or stream.text[named[0] - 1] == ","
        if not opens or stream.kinds[named[0]] & (PREPOSITION | SUBORDINATOR):
            break
        first = named[0]
    return (first, last[1]) if first == lowest else last


def with_clause(stream: Stream, verb: int, lowest: int, near: Range | None) -> Range | None:
    """The whole of "A nurse who asked not to be named | said", where that opens at `lowest`.

    `near` is what stands right before the verb and may be the subject of a clause of its own: "A
    nurse who thinks X | said".
    """
    kinds = stream.kinds
    if verb < lowest + _SHORTEST or kinds[verb - 1] & _ENDS_NO_CLAUSE:
        return None
    near_start = stream.low[lowest : min(verb, lowest + _NEAR)]
    if "who" not in near_start:
        return None
    who = lowest + near_start.index("who")
    if who == lowest or who + 2 >= verb or "," in stream.text[who:verb]:
        return None
    if not (kinds[who + 1] & _OPENS_CLAUSE or stream.low[who + 1].endswith(("s", "ed"))):
        return None
    named = near is not None and kinds[verb - 1] & CAPITAL
    if named and near is not None and not kinds[near[0] - 1] & PREPOSITION:
        return None
    whole = phrase_starting(stream, lowest, verb)
    return whole if whole is not None and whole[1] == verb else None


def _before_bracket(stream: Stream, index: int, lowest: int) -> Range | None:
    opener = _CLOSING[stream.text[index]]
    at = index - 1
    while at >= lowest and stream.text[at] != opener:
        at -= 1
    if at <= lowest:
        return None
    head = phrase_ending(stream, at - 1, lowest)
    return (head[0], index + 1) if head else None


def _segments(stream: Stream, index: int, lowest: int) -> list[Range]:
    """What stands between the marks before `index`, nearest first, within the sentence."""
    found: list[Range] = []
    kinds = stream.kinds
    end = index
    at = index - 1
    lowest = max(lowest, stream.first_of[index])
    while at >= lowest and len(found) < 7:
        if not kinds[at] & WORD:
            token = stream.text[at]
            if token in _APART:
                found.append((at + 1, end))
                end = at
            elif token in (";", ":") or (token == QUOTED and at < index - 12):
                break
        at -= 1
    found.append((at + 1, end))
    return [(max(first, lowest), last) for first, last in found if last > first]


def _before_apposition(stream: Stream, index: int, lowest: int) -> Range | None:
    """The head of `X, the mayor,`: the nearest earlier part that ends in a name or a noun."""
    parts = _segments(stream, index, lowest)
    if len(parts) < 2:
        return None
    kinds = stream.kinds
    best: Range | None = None
    owned = _owned(stream, parts)
    if owned is not None:
        return owned, index + 1
    for first, last in parts[1:]:
        if stream.text[last - 1] == QUOTED:
            break
        phrase = phrase_ending(stream, last - 1, first)
        if phrase is None or kinds[last - 1] & TIME:
            continue
        if kinds[last - 1] & CAPITAL:
            return phrase[0], index + 1
        if _adjunct(stream, first):
            if _follows_adjunct(stream, phrase):
                return phrase[0], index + 1
            continue
        if best is not None:
            continue
        named = any(kind & CAPITAL for kind in kinds[slice(*phrase)])
        if named or kinds[phrase[0]] & DETERMINER:
            best = (phrase[0], index + 1)
    return best


def _adjunct(stream: Stream, first: int) -> bool:
    subordinate = stream.kinds[first] & (PREPOSITION | SUBORDINATOR)
    return bool(subordinate) or stream.low[first].endswith("ing")


def _owned(stream: Stream, parts: list[Range]) -> int | None:
    """Where `its owner, Ann Oak,` begins: a name behind what somebody is, behind another part."""
    (first, last), (begun, ended) = parts[:2]
    named = (
        1 < last - first <= _LONGEST_NAME and stream.kinds[first] & stream.kinds[last - 1] & CAPITAL
    )
    if not named or not stream.kinds[begun] & DETERMINER or ended - begun > _LONGEST_NAME:
        return None
    noun = stream.low[ended - 1]
    return begun if is_person_noun(noun) or is_office(noun) else None


def _follows_adjunct(stream: Stream, phrase: Range) -> bool:
    """Whether a phrase is somebody right behind an adjunct: `After the vote | the mayor`."""
    first, last = phrase
    return (
        first >= 2
        and stream.kinds[first - 1] & (WORD | PREPOSITION) == WORD
        and bool(stream.kinds[first] & DETERMINER)
        and (is_person_noun(stream.low[last - 1]) or is_office(stream.low[last - 1]))
    )


def main_subject(stream: Stream, first: int, before: int) -> Range | None:
    """The subject a sentence opens with, after any adjunct that a comma closes."""
    at = first
    text, kinds = stream.text, stream.kinds
    if ";" in text[first:before]:
        for index in range(before - 1, first, -1):
            if text[index] == ";":
                at = index + 1
                break
    for _ in range(4):
        while at < before and (kinds[at] & _BETWEEN_CLAUSES or not kinds[at] & WORD):
            at += 1
        if at >= before:
            return None
        if text[at - 1] == QUOTED and cue_at(stream, at) is not None:
            return phrase_starting(stream, at + 1, before)
        if not (kinds[at] & _OPENS_ADJUNCT or stream.low[at].endswith(("ing", "ed"))):
            return phrase_starting(stream, at, before, clause=False)
        stop = min(before, at + 40)
        if "," not in text[at:stop]:
            return None
        at = text.index(",", at, stop) + 1
    return None


def subject_of(stream: Stream, verb: int, lowest: int) -> tuple[Range | None, bool]:
    """The subject of the cue at `verb`, and whether it stands right before it."""
    form = cue_at(stream, verb)
    if form is not None and is_passive(stream, verb, form):
        agent = agent_after(stream, verb, stream.size)
        return agent, agent is not None
    near = subject_before(stream, verb, lowest)
    if form is not None and form.form == "ing" and near is not None:
        if stream.low[near[1] - 1] in _DOCUMENTS or stream.low[verb - 1] == ",":
            far = main_subject(stream, lowest, verb)
            return (far, False) if far is not None else (near, True)
        return near, True
    if form is not None and form.form == "base" and stream.low[verb - 1] == "to":
        near = None
    if near is not None and not _object_like(stream, near):
        return near, True
    return _shared_subject(stream, verb, lowest), False


def _object_like(stream: Stream, near: Range) -> bool:
    return stream.low[near[0]] in ("him", "her", "them", "me", "us") and near[1] - near[0] == 1


def _shared_subject(stream: Stream, verb: int, lowest: int) -> Range | None:
    """For "X went on to say", "X stood up and said", "X left, adding": the subject of the rest."""
    main = main_subject(stream, lowest, verb)
    if main is not None:
        return main
    at = verb - 1
    steps = 0
    while at > lowest and steps < 40:
        kind = stream.kinds[at]
        if not kind & CAPITAL and (kind & VERBAL or cue_at(stream, at) is not None):
            found = subject_before(stream, at, lowest)
            if found is not None:
                return found
        if stream.text[at] == ";":
            return None
        at -= 1
        steps += 1
    return None
