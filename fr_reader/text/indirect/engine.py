"""The frames of a paragraph: cues are scored, then each is read by the rule its place asks for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from functools import cache

from fr_reader.text.indirect.asides import VIEWS, tells_whose_view
from fr_reader.text.indirect.classes import word_classes
from fr_reader.text.indirect.context import (
    BIDS,
    CLAUSE,
    HEARS,
    OWNS_UP,
    TELLING,
    adds_that,
    bids,
    clause_follows,
    court_hears,
    cue_score,
    denies_doing,
    ends_sentence,
    form_of,
)
from fr_reader.text.indirect.extents import RAISES, raises_thought
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.indirect.nouns import (
    PLEDGES,
    comes_from,
    is_in_name,
    is_told_by,
    is_trade,
    pledges_to,
    tells_that,
)
from fr_reader.text.indirect.passives import holds_true
from fr_reader.text.indirect.places import read_sentence
from fr_reader.text.indirect.weights import cue_words
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

THRESHOLD = -12
"""A cue with less for it than this, in tenths of log-odds, is not looked at any further."""
_TELLING_NEXT = frozenset(("that", "from", "by", "among", "to"))
_ASKING = BIDS | HEARS | OWNS_UP | PLEDGES | VIEWS
"""Of these words alone is it asked whether what stands with them makes them cues."""
_PHRASE = 12
"""What a phrase like “raised concerns” adds."""
_NAMELESS = [["not", "to", "be", word] for word in ("named", "identified", "quoted")]
_NAMELESS.append(["to", "remain", "anonymous"])
"""Who asks this says nothing of the matter."""
_NAMELESS_OPENS = frozenset(("not", "to"))
_FINAL = frozenset((".", "!", "?", "…"))
_TAKES = frozenset(("take", "takes", "took", "taking", "taken"))
_REWORDS = ["other", "words"]
"""Nobody’s: what follows is said once more, not reported."""
_MOST = 12
"""No more cues of one sentence are read, the surest, so that reading one takes bounded time."""


def possible_cues(stream: Stream, taken: Set[int]) -> list[int]:
    """The tokens that may be cues, but those in `taken`."""
    return [at for at in stream.cues if at not in taken] if taken else stream.cues


def sentences_of(
    stream: Stream, classes: list[str], cues: list[int], forced: Set[int], title: bool
) -> list[Sentence]:
    """The sentences that hold some of the possible `cues`, with the scores of those that pass."""
    found: list[Sentence] = []
    telling = _telling()
    low, text, first_of = stream.low, stream.text, stream.first_of
    first = last = -1
    scores: dict[int, int] = {}
    for at in cues:
        if first_of[at] != first:
            first, last, scores = first_of[at], stream.last_of(at), {}
            found.append(Sentence(first, last, scores))
        token = low[at]
        follows = low[at + 1] if at + 1 < last else ""
        score = cue_score(stream, classes, at, first, last, title)
        if token in RAISES and raises_thought(low, at):
            score += _PHRASE
        if forced and at in forced:
            score = max(score, 1)
        if score < CLAUSE and (token in telling or follows in _TELLING_NEXT):
            score = _with_neighbours(stream, classes, at, last, score)
        if score > THRESHOLD and not _is_none(stream, at, last):
            scores[at] = score
    for sentence in found:
        while sentence.last > sentence.first and text[sentence.last - 1] in _FINAL:
            sentence.last -= 1
        if len(sentence.scores) > _MOST:
            sentence.scores = _surest(sentence.scores)
    return [sentence for sentence in found if sentence.scores]


def _with_neighbours(stream: Stream, classes: list[str], at: int, last: int, score: int) -> int:
    """The score of a word, that of a sure cue where what stands with it allows for nothing else."""
    low = stream.low
    tells = low[at] in _tellers()
    sure = (low[at] in _ASKING and _asks(stream, classes, at, last)) or (
        (tells or (at + 1 < last and low[at + 1] in _TELLING_NEXT))
        and _sure(stream, classes, at, last, tells)
    )
    return CLAUSE if sure else score


def _is_none(stream: Stream, at: int, last: int) -> bool:
    """Whether the word at `at` is no cue for what stands beside it."""
    if is_told_by(stream, at, last) or is_trade(stream, at, last) or is_in_name(stream, at, last):
        return True
    if at and stream.low[at] == "charge" and stream.low[at - 1] in _TAKES:
        return True
    return _is_nobodys(stream.low, at)


def _is_nobodys(low: list[str], at: int) -> bool:
    """Whether the word at `at` asks for no name, or says once more what is said before."""
    if low[at] == "words" and low[max(at - 1, 0) : at + 1] == _REWORDS:
        return True
    if at + 1 == len(low) or low[at + 1] not in _NAMELESS_OPENS:
        return False
    return low[at + 1 : at + 5] in _NAMELESS or low[at + 1 : at + 4] in _NAMELESS


def _asks(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether the word at `at`, one of `_ASKING`, can only be a cue for what stands with it."""
    asks = bids(stream, classes, at, last) or pledges_to(stream, classes, at, last)
    asks = asks or court_hears(stream, at, last) or denies_doing(stream, at, last)
    return asks or tells_whose_view(stream, at, last)


@cache
def _tellers() -> frozenset[str]:
    """The finite forms of verbs that tell."""
    known = cue_words().items()
    tells = {form for form, word in known if word.sense in TELLING or form == "warns"}
    return frozenset(form for form in tells if form_of(form) in ("s", "ed"))


@cache
def _telling() -> frozenset[str]:
    """The words of which it is asked what stands with them."""
    return _ASKING | _tellers()


def _surest(scores: dict[int, int]) -> dict[int, int]:
    """The cues that most speaks for, of equal ones the first, in text order."""
    chosen = sorted(scores, key=lambda at: (-scores[at], at))[:_MOST]
    return {at: scores[at] for at in sorted(chosen)}


def _sure(stream: Stream, classes: list[str], at: int, last: int, tells: bool) -> bool:
    """Whether a verb that tells can only stand before a clause, or behind one; "X from Y that"."""
    follows = stream.low[at + 1] if at + 1 < last else ""
    if follows in _TELLING_NEXT:
        noun = classes[at] in ("w", "s", "ing") or at == stream.first_of[at]
        if noun and (comes_from(stream, at, last) or tells_that(stream, classes, at, last)):
            return True
        if holds_true(stream, at) or adds_that(stream, classes, at, last):
            return True
    return tells and (
        clause_follows(stream, classes, at, last) or ends_sentence(stream, classes, at, last)
    )


def frames(
    stream: Stream, taken: Set[int], fixed: Set[int], forced: Set[int], title: bool
) -> list[Frame]:
    """The frames of a paragraph.

    Tokens in `taken` are cues of quotations already, those in `fixed` are these quotations,
    those in `forced` are cues of quoted fragments.
    """
    cues = possible_cues(stream, taken)
    if not cues:
        return []
    classes = word_classes(stream.text)
    for at in fixed:
        classes[at] = "D"
    found: list[Frame] = []
    for sentence in sentences_of(stream, classes, cues, forced, title):
        found += read_sentence(stream, classes, sentence)
    return disjoint(found, fixed) if found else []


def disjoint(found: list[Frame], fixed: Set[int]) -> list[Frame]:
    """The frames with contents that share no token with each other or with `fixed`.

    Of two that do, the one that begins first ends where the other's attribution begins.
    """
    if len(found) == 1 and len(found[0].contents) == 1 and not fixed:
        first, last = found[0].contents[0]
        return found if first < last else []
    stops = {at: at for at in fixed}
    for frame in found:
        begins = [frame.contents[0][0]] if frame.contents else []
        source = frame.source[0] if frame.source else frame.cue[0]
        edge = min(source, frame.cue[0], *begins)
        for first, last in frame.contents:
            stops[first] = edge if edge < first and first > frame.cue[0] else first
            stops.setdefault(last, last)
    starts = sorted(stops)
    begun: set[int] = set()
    for frame in found:
        clipped = [_clipped(each, starts, stops) for each in frame.contents if each[0] not in fixed]
        whole = [(first, last) for first, last in clipped if first < last and first not in begun]
        frame.contents = whole
        begun.update(first for first, _ in whole)
    return [frame for frame in found if frame.contents]


def _clipped(content: Range, starts: list[int], stops: dict[int, int]) -> Range:
    first, last = content
    place = bisect_right(starts, first)
    if place < len(starts) and starts[place] < last:
        edge = stops[starts[place]]
        return first, edge if edge > first else starts[place]
    return content
