"""Contents: where what a cue reports begins and ends.

The end is the first token before which the counted weights speak for one, else the sentence's.
"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import VERBS, word_set
from fr_reader.text.indirect.classes import END
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.indirect.weights import content_ends, cue_words, strong_cues
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_INNER = frozenset(("w", "s", "Cap", "num", "the", "a", "his"))
_VERBAL = frozenset(("be", "have", "do", "mod"))
_OWN_KIND = word_set("that to wh if he it Q ing about of for on")
_LONGEST = 400
_TELLS = word_set(
    "told tell tells telling reminded reminds assured informed warned asked asks ask asking"
)
_ADDRESSED = frozenset(("Cap", "the", "a", "him", "her", "his", "w", "s", "this", "num", "you"))
_SAID = frozenset(("that", "wh", "if", "he", "it", "Q", "this"))
_BEHIND_TIME = frozenset(("that", "about", "he", "it", "the", "Q", ",", "to", "time", "num", "on"))


def content_after(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, first: int
) -> Range | None:
    """The reported words from token `first`, behind the cue at `at`, or None where none follow."""
    first = _start(stream, classes, sentence, first)
    if first >= sentence.last or classes[first] in ("D", ";"):
        return None
    return first, content_end(stream, classes, sentence, at, first)


def _start(stream: Stream, classes: list[str], sentence: Sentence, first: int) -> int:
    """Where the content begins: behind a date, and behind whom it was said to."""
    begun = _after_time(classes, sentence, first)
    to = begun + 1 if begun < sentence.last and classes[begun] == "to" else begun
    tells = stream.low[first - 1] in _TELLS
    if (tells or to > begun) and to < sentence.last and classes[to] in _ADDRESSED:
        named = phrase_starting(stream, to, sentence.last)
        end = named[1] if named is not None else to + 1
        end = _after_time(classes, sentence, end)
        if end < sentence.last and classes[end] in (_SAID if tells else ("that",)):
            return end
    return begun


def _after_time(classes: list[str], sentence: Sentence, first: int) -> int:
    """`first`, moved behind commas, adverbs and dates."""
    while first < sentence.last:
        label = classes[first]
        after = classes[first + 1] if first + 1 < sentence.last else END
        if label in (",", ":", "adv", "time") or (label == "Time" and after in _BEHIND_TIME):
            first += 1
        elif label in ("on", "this", "in", "w") and after in ("Time", "time"):
            first += 2
        else:
            break
    return first


def content_end(
    stream: Stream, classes: list[str], sentence: Sentence, head: int, first: int
) -> int:
    """Where the content that begins at `first`, reported by the cue at `head`, ends."""
    low = stream.low
    table = content_ends()
    every = table["*"]
    word = cue_words().get(low[head])
    own = table.get(word.stem, {}) if word else {}
    form = form_of(low[head])
    kind = classes[first] if classes[first] in _OWN_KIND else "np"
    last = min(sentence.last, first + _LONGEST)
    window = [*classes[first:last], END, END, END, END]
    bias = every["bias"]
    verb = "-"
    get = every.get
    strong = strong_cues()
    for offset in range(1, last - first):
        n0 = window[offset]
        p1 = window[offset - 1]
        if verb == "-" and (p1 in _VERBAL or low[first + offset - 1] in VERBS):
            verb = "v"
        if n0 in _INNER:
            continue
        if n0 == "D":
            return first + offset
        n1, n2, n3 = window[offset + 1 : offset + 4]
        following = first + offset + 1
        if following < last and low[following] in strong:
            n1 += "!"
        left = last - first - offset
        near = (
            "1"
            if offset < 2
            else "2"
            if offset < 4
            else "3"
            if offset < 8
            else "4"
            if offset < 16
            else "5"
        )
        rest = "1" if left < 3 else "2" if left < 6 else "3" if left < 12 else "4"
        nv, n01 = n0 + verb, n0 + " " + n1
        n012 = n01 + " " + n2
        total = (
            bias
            + get(nv, 0)
            + get(n01, 0)
            + get(n012, 0)
            + get(nv + kind, 0)
            + get(nv + near, 0)
            + get(n01 + verb, 0)
            + get(p1 + "_" + n0, 0)
            + get(nv + form, 0)
            + own.get(n0, 0)
            + get(n012 + " " + n3, 0)
            + get(nv + "r" + rest, 0)
            + get(p1 + "_" + n01, 0)
        )
        if total > 4:
            return first + offset
    return last
