"""The frames of a sentence: its cues are read by where they stand, those that are part of another's
report are left out."""

from __future__ import annotations

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.asides import SAYS_WHOSE, according, trailing
from fr_reader.text.indirect.choice import source_of
from fr_reader.text.indirect.contents import content_after
from fr_reader.text.indirect.context import (
    AUXILIARY,
    CLAUSE,
    TELLING,
    adds_that,
    bids,
    clause_follows,
    court_hears,
    denies_doing,
)
from fr_reader.text.indirect.extents import cue_extent, raises_thought
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.indirect.likely import likelihood
from fr_reader.text.indirect.nouns import (
    before_main_verb,
    comes_from,
    is_noun,
    pledges_to,
    tells_that,
    told_from,
)
from fr_reader.text.indirect.passives import holds_true, passive
from fr_reader.text.indirect.weights import cue_words
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream
from fr_reader.text.subjects import subject_before

_JOINS = frozenset((",", "and", "but", "or"))
_CONTRASTS = word_set("but while whereas though although")
_COLLECTIVES = word_set(
    "family police staff team crew council government public couple people"
    " report study survey poll inquest inquiry review audit statement letter memo"
)
"""Nouns that a verb may follow which could be a noun itself: "his family insist"."""
_NAMED = word_set("named identified quoted")
"""“who asked not to be named | said”: these end the clause of another verb."""
_TOLD = word_set("told informed notified assured advised warned reminded")
_BE = frozenset(("be", "been"))
_OPEN_ENDED = frozenset(("source-cue-content", "passive"))
_ENOUGH = -4
"""A frame needs more for it than this, in tenths of log-odds."""
_WEAK, _STRONG = 6, 10
"""A frame below the one gives way to one above the other that it reports."""
_FAR = 8
_SURE = 10
"""A cue with more for it than this is read although another reports it, if more than
`_FAR` tokens of that stand before it."""


def read_sentence(stream: Stream, classes: list[str], sentence: Sentence) -> list[Frame]:
    """The frames of one sentence, what is nested in another left out."""
    found: list[Frame] = []
    low, heads = stream.low, sorted(sentence.scores)
    for at in heads:
        frame = according(stream, classes, sentence, at) if low[at] in SAYS_WHOSE else None
        frame = frame or trailing(stream, classes, sentence, at)
        if frame is not None and _likely(stream, classes, sentence, frame):
            found.append(frame)
    taken = {frame.head for frame in found}
    for at in heads:
        if at in taken or (found and any(_names(frame, at) for frame in found)):
            continue
        edge = _free(stream, classes, sentence, found, at, sentence.scores[at]) if found else at
        weak = _weak(found, at, sentence.scores[at]) if edge < 0 else []
        if edge < 0 and not weak:
            continue
        frame = leading(stream, classes, sentence, at, _earlier(found, at) if found else [])
        if frame is None or not _likely(stream, classes, sentence, frame):
            continue
        if found and any(_says_the_same(each, frame) for each in found):
            continue
        if frame.rule == "passive" and any(
            _is_said_of(each, frame) and is_noun(stream, classes, sentence.first, each.head)
            for each in found
        ):
            continue
        if edge >= 0:
            _cut(found, at, edge)
        elif all(frame.score > each.score for each in weak):
            found = [each for each in found if each not in weak]
        else:
            continue
        found.append(frame)
    if len(found) == 1:
        return found if not _named(found[0], found[0].head) else []
    return [frame for frame in found if not any(_named(other, frame.head) for other in found)]


def _likely(stream: Stream, classes: list[str], sentence: Sentence, frame: Frame) -> bool:
    """Whether enough speaks for a frame; its score is set."""
    frame.score = sentence.scores[frame.head]
    frame.score = likelihood(stream, classes, sentence, frame)
    if frame.source is not None and frame.rule == "source-cue-content" and frame.score < CLAUSE:
        word = cue_words()[stream.low[frame.head]]
        tells = word.sense in TELLING and clause_follows(stream, classes, frame.head, sentence.last)
        tells = tells or (word.sense in TELLING and comes_from(stream, frame.head, sentence.last))
        tells = tells or adds_that(stream, classes, frame.head, sentence.last)
        tells = tells or bids(stream, classes, frame.head, sentence.last)
        tells = tells or court_hears(stream, frame.head, sentence.last)
        tells = tells or denies_doing(stream, frame.head, sentence.last)
        tells = tells or pledges_to(stream, classes, frame.head, sentence.last)
        if tells or raises_thought(stream.low, frame.head):
            frame.score = CLAUSE
    if frame.score < CLAUSE and (
        tells_that(stream, classes, frame.head, sentence.last)
        or (frame.rule == "passive" and holds_true(stream, frame.head))
    ):
        frame.score = CLAUSE
    return frame.score > _ENOUGH


def _says_the_same(one: Frame, other: Frame) -> bool:
    """Whether a surer cue reports what another would: "X | wrote in a report | that S"."""
    if not one.contents or not other.contents or one.score < other.score:
        return False
    return one.contents[-1][0] == other.contents[-1][0]


def _is_said_of(one: Frame, other: Frame) -> bool:
    """Whether a passive is said of what somebody claims: "Rumours that S | have been denied"."""
    if one.head > other.head or one.rule != "source-cue-content":
        return False
    first, last = one.contents[-1]
    subject = other.contents[0]
    return last <= other.cue[0] and first < subject[1] and subject[0] < last


def _named(frame: Frame, at: int) -> bool:
    return frame.source is not None and frame.source[0] <= at < frame.source[1]


def _names(frame: Frame, at: int) -> bool:
    return frame.cue[0] <= at < frame.cue[1] or _named(frame, at)


def _weak(found: list[Frame], at: int, score: int) -> list[Frame]:
    """The frames that report a far surer cue at `at`, where all that do are weak."""
    if score <= _STRONG:
        return []
    inside = [f for f in found if any(first <= at < last for first, last in f.contents)]
    return inside if all(f.score < _WEAK for f in inside) else []


def _free(
    stream: Stream,
    classes: list[str],
    sentence: Sentence,
    found: list[Frame],
    at: int,
    score: int,
) -> int:
    """Whether a cue is not part of what another reports: where that must end, -1 if it is part.

    A cue joined to the one before it by a comma or a conjunction ends what that one reports.
    """
    inside = [f for f in found if any(first <= at < last for first, last in f.contents)]
    if not inside:
        return at
    back = at - 1
    while back > sentence.first and classes[back] in AUXILIARY:
        back -= 1
    passive = any(classes[i] in ("be", "been") for i in range(back + 1, at))
    joined = classes[back] in _JOINS and score > 0 and not passive
    if joined and all(f.rule in _OPEN_ENDED for f in inside):
        edge = back - 1 if classes[back - 1] == "," else back
        return -1 if any(f.contents[-1][0] >= edge for f in inside) else edge
    begun = max(f.contents[-1][0] for f in inside)
    if score > 0 and not passive and all(f.rule in _OPEN_ENDED for f in inside):
        own = _own_clause(stream, classes, sentence, back + 1)
        if own > begun + 1:
            return own
    return at if score > _SURE and at - begun > _FAR else -1


def _own_clause(stream: Stream, classes: list[str], sentence: Sentence, verb: int) -> int:
    """The comma before "while X denies", "but X says" with the verb at `verb`, else -1."""
    subject = subject_before(stream, verb, sentence.first)
    if subject is None or subject[0] - 2 <= sentence.first or subject[1] != verb:
        return -1
    opener = subject[0] - 1
    if classes[opener] == ";":
        return opener
    if stream.low[opener] in _CONTRASTS and classes[opener - 1] == ",":
        return opener - 1
    return -1


def _cut(found: list[Frame], at: int, edge: int) -> None:
    """End at `edge` what is reported around the cue at `at`, which is joined to its own."""
    if edge < at:
        for frame in found:
            first, last = frame.contents[-1] if frame.contents else (at, at)
            if first <= at < last:
                frame.contents[-1] = (first, edge)


def _earlier(found: list[Frame], at: int) -> list[Range]:
    """The sources of the attributions before token `at`, the nearest last."""
    known = sorted((f.cue[0], f.source) for f in found if f.cue[0] < at and f.source is not None)
    return list(dict.fromkeys(source for _, source in known))


def leading(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, earlier: list[Range]
) -> Frame | None:
    """`X said that S`, `X's claim that S`: what is reported follows."""
    told = told_from(stream, classes, sentence, at)
    if told is not None:
        return told
    cue = cue_extent(stream, classes, sentence, at)
    nameless = at > 1 and stream.low[at - 1] in _NAMED and stream.low[at - 2] == "be"
    if cue[0] < at and (nameless or stream.low[at - 1] in _COLLECTIVES):
        cue = at, cue[1]
    if stream.low[cue[1] - 1] == "at" and stream.low[cue[1] : cue[1] + 1] in (["least"], ["most"]):
        cue = cue[0], max(at + 1, cue[1] - 1)
    frame = passive(stream, classes, sentence, at, cue)
    if frame is not None:
        return frame
    if not _says_more(stream, cue[1], sentence.last):
        return None
    source = source_of(stream, classes, sentence, at, cue, earlier)
    if source is not None and source[1] <= cue[0] and _is_told(stream, classes, at, cue):
        source = None
    if source is not None:
        source = _with_relative(stream, source, cue)
    end = cue[1]
    if source is not None and source[0] >= end and source[0] <= end + 2:
        end = source[1]
    content = content_after(stream, classes, sentence, at, end)
    if content is None:
        return None
    if is_noun(stream, classes, sentence.first, at):
        content = before_main_verb(stream, classes, content)
    return Frame("source-cue-content", at, cue, source, [content])


def _is_told(stream: Stream, classes: list[str], at: int, cue: Range) -> bool:
    """Whether who stands before the cue is told it: "Parents were told | that S"."""
    return stream.low[at] in _TOLD and not _BE.isdisjoint(classes[cue[0] : at])


def _with_relative(stream: Stream, source: Range, cue: Range) -> Range:
    """The source with the clause that stands between it and its cue: "X, who was there, | said"."""
    first, last = source
    low = stream.low
    relative = last + 1 < cue[0] and low[last] == "," and low[last + 1] in ("who", "whose", "which")
    if not relative or low[cue[0] - 1] != ",":
        return source
    return (first, cue[0] - 1) if "," not in low[last + 1 : cue[0] - 1] else source


def _says_more(stream: Stream, first: int, last: int) -> bool:
    """Whether a word or a quotation is among the tokens `[first, last)`."""
    while last > first and not (stream.text[last - 1][0].isalnum() or last - 1 in stream.quoted):
        last -= 1
    return last > first
