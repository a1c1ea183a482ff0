"""How likely a frame is an attribution, once its source and its content are known too.

A cue is scored by the words right around it. What is read from it tells more: whether there is
somebody who can speak, and whether what is reported looks like a clause.
"""

from __future__ import annotations

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


def likelihood(stream: Stream, classes: list[str], sentence: Sentence, frame: Frame) -> int:
    """What speaks for a frame, in tenths of log-odds."""
    weights = frame_weights()
    total = weights["bias"]
    for label in frame_labels(stream, classes, sentence, frame):
        total += weights.get(label, 0)
    return total


def frame_labels(stream: Stream, classes: list[str], sentence: Sentence, frame: Frame) -> list[str]:
    """What tells of a frame: its score so far, its source, its content, and these with its cue."""
    known = cue_words().get(stream.low[frame.head])
    stem = known.stem if known else ""
    form = form_of(stream.low[frame.head])
    step = str(min(max(frame.score // _STEP, _LOWEST), _HIGHEST))
    labels = [
        "s" + step,
        "s" + step + form,
        "r" + frame.rule,
        "k" + str(frame.cue[1] - frame.cue[0]),
        "k1" + stream.low[frame.cue[0]],
        "k2" + stream.low[frame.cue[1] - 1],
        "p" + str(min(frame.cue[0] - sentence.first, 4)),
    ]
    labels += _source_labels(stream, classes, sentence, frame, stem)
    if frame.contents:
        labels += _content_labels(stream, classes, frame.contents[-1], stem, form)
    return labels


def _source_labels(
    stream: Stream, classes: list[str], sentence: Sentence, frame: Frame, stem: str
) -> list[str]:
    if frame.source is None:
        return ["S-", "S-" + stem, "S-r" + frame.rule]
    first, last = frame.source
    at = first
    while at < last and classes[at] not in _HEAD_ENDS:
        at += 1
    head = at - 1 if at > first else first
    kind = classes[head]
    named = "c" if "Cap" in classes[first:last] else ""
    gap = frame.cue[0] - last
    where = "a" if gap < 0 else str(min(gap, 4))
    before = classes[first - 1] if first > sentence.first else START
    return [
        "h" + stream.low[head],
        "hs" + stream.low[head][-3:],
        "hk" + kind + named,
        "hk" + kind + named + stem,
        "hw" + kind + where,
        "g" + where,
        "b" + before + where,
        "l" + str(min(last - first, 6)),
        "f" + classes[first] + kind,
    ]


def _content_labels(
    stream: Stream, classes: list[str], content: Range, stem: str, form: str
) -> list[str]:
    first, last = content
    one = classes[first]
    two = classes[first + 1] if first + 1 < last else END
    three = classes[first + 2] if first + 2 < last else END
    size = last - first
    length = str(size) if size < 3 else "4" if size < 5 else "8" if size < 9 else "9"
    inside = classes[first:last]
    finite = "" if _FINITE.isdisjoint(inside) else "v"
    quoted = "q" if "Q" in inside else ""
    return [
        "c1" + stream.low[first],
        "c2" + one + " " + two,
        "c3" + one + " " + two + " " + three,
        "cs" + stem + " " + one,
        "cf" + form + one + finite,
        "cl" + length + finite,
        "cq" + quoted + finite,
        "cq" + quoted + stem,
        "ce" + inside[-1],
    ]
