"""The frames of a paragraph: cues are scored, then each is read by the rule its place asks for."""

from __future__ import annotations

from bisect import bisect_right

from fr_reader.text.indirect.classes import word_classes
from fr_reader.text.indirect.context import (
    CLAUSE,
    TELLING,
    clause_follows,
    context,
    cue_score,
    ends_sentence,
)
from fr_reader.text.indirect.extents import raises_thought
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.indirect.places import read_sentence
from fr_reader.text.indirect.weights import cue_words
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

THRESHOLD = -12
"""A cue with less for it than this, in tenths of log-odds, is not looked at any further."""
_PHRASE = 12
"""What a phrase like “raised concerns” adds."""
_FINAL = frozenset((".", "!", "?", "…"))


def classes_of(stream: Stream) -> list[str]:
    """The class of every token."""
    return word_classes(stream.text)


def sentences_of(
    stream: Stream, classes: list[str], taken: set[int], forced: set[int], title: bool
) -> list[Sentence]:
    """The sentences that hold a possible cue, with the scores of those that pass."""
    found: list[Sentence] = []
    words = cue_words()
    low, text = stream.low, stream.text
    for at, token in enumerate(low):
        word = words.get(token)
        if word is None or at in taken:
            continue
        if not found or found[-1].first != stream.first_of[at]:
            found.append(Sentence(stream.first_of[at], stream.last_of(at), {}))
        sentence = found[-1]
        labels = context(stream, classes, at, sentence.first, sentence.last)
        score = cue_score(word, token, labels, capital=text[at] != token, title=title)
        if raises_thought(low, at):
            score += _PHRASE
        if at in forced:
            score = max(score, 1)
        if word.sense in TELLING and _sure(stream, classes, at, sentence.last):
            score = max(score, CLAUSE)
        if score > THRESHOLD:
            sentence.scores[at] = score
    for sentence in found:
        while sentence.last > sentence.first and text[sentence.last - 1] in _FINAL:
            sentence.last -= 1
    return [sentence for sentence in found if sentence.scores]


def _sure(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether a verb that tells can only stand before a clause, or behind one."""
    return clause_follows(stream, classes, at, last) or ends_sentence(stream, classes, at, last)


def frames(
    stream: Stream, taken: set[int], fixed: set[int], forced: set[int], title: bool
) -> list[Frame]:
    """The frames of a paragraph.

    Tokens in `taken` are cues of quotations already, those in `fixed` are these quotations,
    those in `forced` are cues of quoted fragments.
    """
    classes = classes_of(stream)
    for at in fixed:
        classes[at] = "D"
    found: list[Frame] = []
    for sentence in sentences_of(stream, classes, taken, forced, title):
        found += read_sentence(stream, classes, sentence)
    return disjoint(found, fixed)


def disjoint(found: list[Frame], fixed: set[int]) -> list[Frame]:
    """The frames with contents that share no token with each other or with `fixed`.

    Of two that do, the one that begins first ends where the other's attribution begins.
    """
    stops = {at: at for at in fixed}
    for frame in found:
        begins = [frame.contents[0][0]] if frame.contents else []
        source = frame.source[0] if frame.source else frame.cue[0]
        edge = min(source, frame.cue[0], *begins)
        for first, last in frame.contents:
            stops[first] = edge if edge < first and first > frame.cue[0] else first
            stops.setdefault(last, last)
    starts = sorted(stops)
    for frame in found:
        clipped = [_clipped(each, starts, stops) for each in frame.contents if each[0] not in fixed]
        frame.contents = [(first, last) for first, last in clipped if first < last]
    return [frame for frame in found if frame.contents]


def _clipped(content: Range, starts: list[int], stops: dict[int, int]) -> Range:
    first, last = content
    place = bisect_right(starts, first)
    if place < len(starts) and starts[place] < last:
        edge = stops[starts[place]]
        return first, edge if edge > first else starts[place]
    return content
