"""How likely a frame is an attribution, once its source and its content are known too.

A cue is scored by the words right around it. What is read from it tells more: whether there is
somebody who can speak, and whether what is reported looks like a clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.indirect.weights import cue_words, frame_weights
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_FINITE = frozenset(("be", "have", "mod", "do"))
_HEAD_ENDS = frozenset(
    (",", "who", "which", "of", "in", "for", "from", "(", "with", "at", "on", "that", "to", "as")
)
_STEP = 3
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
    low, get = stream.low, frame_weights().get
    known = cue_words().get(low[frame.head])
    stem = known.stem if known else ""
    form = form_of(low[frame.head])
    first, last = frame.cue
    step = min(max(frame.score // _STEP, _LOWEST), _HIGHEST)
    total = _by_look(step, form, frame.rule, last - first, min(first - sentence.first, 4))
    behind = _behind()
    total += behind["k1"].get(low[first], 0) + behind["k2"].get(low[last - 1], 0)
    if frame.source is None:
        total += get("S-", 0) + get("S-" + stem, 0) + get("S-r" + frame.rule, 0)
    else:
        total += _of_source(stream, classes, sentence, frame, stem)
    if frame.contents:
        total += _of_content(stream, classes, frame.contents[-1], stem, form)
    return total


@cache
def _behind() -> dict[str, dict[str, int]]:
    """By what labels begin with, the weights by what is behind that: a word of any kind."""
    weights = frame_weights().items()
    return {
        begins: {
            label[len(begins) :]: weight for label, weight in weights if label.startswith(begins)
        }
        for begins in ("k1", "k2", "h", "hs", "c1", "cq")
    }


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
    stream: Stream, classes: list[str], sentence: Sentence, frame: Frame, stem: str
) -> int:
    """What the source of a frame says, with its cue."""
    assert frame.source is not None
    first, last = frame.source
    at = first
    while at < last and classes[at] not in _HEAD_ENDS:
        at += 1
    head = at - 1 if at > first else first
    kind, word = classes[head], stream.low[head]
    named = "c" if "Cap" in classes[first:last] else ""
    gap = frame.cue[0] - last
    where = "a" if gap < 0 else str(min(gap, 4))
    before = classes[first - 1] if first > sentence.first else START
    outline = kind, named, where, before, min(last - first, 6), classes[first]
    get = frame_weights().get
    total = _by_outline(outline) + get("hk" + kind + named + stem, 0)
    behind = _behind()
    return total + behind["h"].get(word, 0) + behind["hs"].get(word[-3:], 0)


@lru_cache(maxsize=_KEPT)
def _by_outline(told: Outline) -> int:
    kind, named, where, before, size, opens = told
    labels = ("hk" + kind + named, "hw" + kind + where, "g" + where)
    return _sum((*labels, "b" + before + where, "l" + str(size), "f" + opens + kind))


def _of_content(stream: Stream, classes: list[str], content: Range, stem: str, form: str) -> int:
    """What the content of a frame says, with its cue."""
    behind = _behind()
    first, last = content
    inside = classes[first:last]
    one = inside[0]
    two = inside[1] if last - first > 1 else END
    three = inside[2] if last - first > 2 else END
    finite = "" if _FINITE.isdisjoint(inside) else "v"
    quoted = "q" if "Q" in inside else ""
    told = one, two, three, inside[-1], min(last - first, 9), finite, quoted
    total = _by_makeup(told, form) + behind["c1"].get(stream.low[first], 0)
    by_stem = _by_stem().get(stem)
    if by_stem is not None and one in by_stem:
        total += by_stem[one]
    return total + behind["cq"].get(quoted + stem, 0)


@lru_cache(maxsize=_KEPT)
def _by_makeup(told: Makeup, form: str) -> int:
    one, two, three, ends, size, finite, quoted = told
    length = str(size) if size < 3 else "4" if size < 5 else "8" if size < 9 else "9"
    pair = one + " " + two
    labels = ("c2" + pair, "c3" + pair + " " + three, "cf" + form + one + finite)
    return _sum((*labels, "cl" + length + finite, "cq" + quoted + finite, "ce" + ends))
