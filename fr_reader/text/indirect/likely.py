"""How likely a frame is an attribution, once its source and its content are known too.

A cue is scored by the words right around it. What is read from it tells more: whether there is
somebody who can speak, and whether what is reported looks like a clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.context import stem_and_form
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.indirect.weights import frame_weights
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_FINITE = frozenset(("be", "have", "mod", "do"))
_HEAD_ENDS = frozenset(
    (",", "who", "which", "of", "in", "for", "from", "(", "with", "at", "on", "that", "to", "as")
)
_STEP = 3
_FAR = 4
"""Nothing is told apart that stands farther off than so many tokens."""
_LOWEST, _HIGHEST = -8, 20
_KEPT = 20_000
"""So many sums of weights are kept of each kind."""


Outline = tuple[str, str, str, str, int, str]
"""Of a source: its kind, whether it holds a name, where it lies, the class before it, its tokens,
the class it begins with."""
Makeup = tuple[str, str, str, str, int, str, str]
"""Of a content: its first three classes and its last, its tokens, finite verbs, quotations."""


def likelihood(stream: Stream, classes: list[str], sentence: Sentence, frame: Frame) -> int:
    """What speaks for a frame, in tenths of log-odds."""
    low = stream.low
    stem, form = stem_and_form(low[frame.head])
    first, last = frame.cue
    begins, ends = _cues()
    place = first - sentence.first
    step = min(max(frame.score // _STEP, _LOWEST), _HIGHEST)
    total = _by_look(step, form, frame.rule, last - first, place if place < _FAR else _FAR)
    total += begins.get(low[first], 0) + ends.get(low[last - 1], 0)
    if frame.source is None:
        total += _without_source(stem, frame.rule)
    else:
        total += _of_source(low, classes, sentence.first, frame.source, first, stem)
    if frame.contents:
        total += _of_content(low, classes, frame.contents[-1], stem, form)
    return total


def _labelled(begins: str) -> dict[str, int]:
    """The weights whose label begins so, by what is behind that: a word of any kind."""
    size = len(begins)
    return {
        label[size:]: weight
        for label, weight in frame_weights().items()
        if label.startswith(begins)
    }


@cache
def _cues() -> tuple[dict[str, int], dict[str, int]]:
    """By the first and by the last word of a cue, what it says."""
    return _labelled("k1"), _labelled("k2")


@cache
def _sources() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """By the head of a source and by its last letters, what it says; every weight."""
    return _labelled("h"), _labelled("hs"), frame_weights()


@cache
def _contents() -> tuple[dict[str, int], dict[str, int]]:
    """By the first word of a content, and by a cue's stem with what it quotes, what it says."""
    return _labelled("c1"), _labelled("cq")


@lru_cache(maxsize=_KEPT)
def _without_source(stem: str, rule: str) -> int:
    """What it says that nobody speaks."""
    return _sum(("S-", "S-" + stem, "S-r" + rule))


@cache
def _by_stem() -> dict[str, dict[str, int]]:
    """By stem of a cue, what the class says that its content begins with."""
    found: dict[str, dict[str, int]] = {}
    for label, weight in frame_weights().items():
        stem, joint, one = label[2:].rpartition(" ")
        if label.startswith("cs") and joint:
            found.setdefault(stem, {})[one] = weight
    return found


def _sum(labels: Iterable[str]) -> int:
    get = frame_weights().get
    return sum([get(label, 0) for label in labels])


@lru_cache(maxsize=_KEPT)
def _by_look(step: int, form: str, rule: str, size: int, place: int) -> int:
    """What the score so far, the rule, the length and the place of the cue say."""
    score = "s" + str(step)
    labels = ("bias", score, score + form, "r" + rule, "k" + str(size), "p" + str(place))
    return _sum(labels)


def _of_source(
    low: list[str], classes: list[str], lowest: int, source: Range, cue: int, stem: str
) -> int:
    """What a source says with its cue, which begins at `cue`; the sentence begins at `lowest`."""
    first, last = source
    at = first
    while at < last and classes[at] not in _HEAD_ENDS:
        at += 1
    head = at - 1 if at > first else first
    kind, word = classes[head], low[head]
    named = "c" if "Cap" in classes[first:last] else ""
    gap, size = cue - last, last - first
    where = "a" if gap < 0 else str(gap if gap < _FAR else _FAR)
    before = classes[first - 1] if first > lowest else START
    total = _by_outline((kind, named, where, before, size if size < 6 else 6, classes[first]))
    heads, endings, every = _sources()
    total += every.get("hk" + kind + named + stem, 0)
    return total + heads.get(word, 0) + endings.get(word[-3:], 0)


@lru_cache(maxsize=_KEPT)
def _by_outline(told: Outline) -> int:
    kind, named, where, before, size, opens = told
    labels = ("hk" + kind + named, "hw" + kind + where, "g" + where)
    return _sum((*labels, "b" + before + where, "l" + str(size), "f" + opens + kind))


def _of_content(low: list[str], classes: list[str], content: Range, stem: str, form: str) -> int:
    """What the content of a frame says, with its cue."""
    first, last = content
    inside = classes[first:last]
    size = last - first
    one = inside[0]
    two = inside[1] if size > 1 else END
    three = inside[2] if size > 2 else END
    finite = "" if _FINITE.isdisjoint(inside) else "v"
    quoted = "q" if "Q" in inside else ""
    told = one, two, three, inside[-1], size if size < 9 else 9, finite, quoted
    begins, quotes = _contents()
    total = _by_makeup(told, form) + begins.get(low[first], 0) + quotes.get(quoted + stem, 0)
    by_stem = _by_stem().get(stem)
    return total if by_stem is None else total + by_stem.get(one, 0)


@lru_cache(maxsize=_KEPT)
def _by_makeup(told: Makeup, form: str) -> int:
    one, two, three, ends, size, finite, quoted = told
    length = str(size) if size < 3 else "4" if size < 5 else "8" if size < 9 else "9"
    pair = one + " " + two
    labels = ("c2" + pair, "c3" + pair + " " + three, "cf" + form + one + finite)
    return _sum((*labels, "cl" + length + finite, "cq" + quoted + finite, "ce" + ends))
