"""Choosing a source: of the phrases that may be one, that for which most speaks.

What is told of a phrase: how it lies to its cue and what stands between them, how it begins and
ends, how long it is, which word heads it, and what is inside. The weights are counted; see the
data file.
"""

from __future__ import annotations

from functools import lru_cache

from fr_reader.text.grammar import VERBS, word_set
from fr_reader.text.indirect.candidates import candidates
from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.indirect.weights import cue_words, source_choices
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_VERBAL = frozenset(("be", "have", "mod", "do", "ed", "been"))
_RELATIVE = frozenset(("who", "which", "that"))
_HEAD_ENDS = frozenset(
    (",", "who", "which", "of", "in", "for", "from", "(", "with", "at", "on", "that", "to", "as")
)
_INSIDE = (("to", "t"), ("and", "a"), ("of", "o"), ("Q", "Q"), ("Time", "T"))
_SPEAKS = word_set("he she they i we")
_KEPT = 20_000
"""So many sums of weights are kept of each kind."""
_ASIDES = frozenset(("in", "on", "from", "for", "at", "with", "as", "by", "about", "ing"))

Relation = tuple[str, str, str, str, str, str, str]
Shape = tuple[str, str, str, str, str, str, str, str, str]


def source_of(
    stream: Stream,
    classes: list[str],
    sentence: Sentence,
    at: int,
    cue: Range,
    earlier: list[Range],
) -> Range | None:
    """The source of the cue at `at`; `earlier` are those of the attributions before it."""
    if cue[0] > sentence.first and stream.low[cue[0] - 1] in _SPEAKS:
        return cue[0] - 1, cue[0]
    known = cue_words().get(stream.low[at])
    place = Placed(stream, classes, sentence, at, cue, earlier, known.stem if known else "")
    best: Range | None = None
    most = place.none()
    for each, origin in candidates(stream, classes, sentence, at, cue, earlier).items():
        score = place.weight(each, origin)
        if score > most:
            best, most = each, score
    return _closed(stream, best) if best else None


def _closed(stream: Stream, phrase: Range) -> Range:
    """A phrase without the marks at its end; a bracket is part of it."""
    first, last = phrase
    while last - 1 > first and not (stream.text[last - 1][0].isalnum() or _ends(stream, last - 1)):
        last -= 1
    return first, last


def _ends(stream: Stream, at: int) -> bool:
    return stream.text[at] in (")", "]", "%") or at in stream.quoted


class Placed:
    """A cue in its sentence, that tells of phrases how they lie to it."""

    __slots__ = (
        "after",
        "before",
        "classes",
        "cue",
        "earlier",
        "form",
        "head",
        "low",
        "sentence",
        "stem",
    )

    def __init__(
        self,
        stream: Stream,
        classes: list[str],
        sentence: Sentence,
        at: int,
        cue: Range,
        earlier: list[Range],
        stem: str,
    ) -> None:
        self.low = stream.low
        self.classes = classes
        self.sentence = sentence
        self.cue = cue
        self.earlier = earlier
        self.stem = stem
        self.head = classes[at]
        self.form = form_of(stream.low[at])
        self.before = classes[cue[0] - 1] if cue[0] > sentence.first else START
        self.after = classes[cue[1]] if cue[1] < sentence.last else END

    def none(self) -> int:
        """What speaks for there being no source."""
        get = source_choices().get
        return sum(get(label, 0) for label in self.none_labels())

    def none_labels(self) -> list[str]:
        """What tells that a cue has no source."""
        before, form = self.before, self.form
        return [
            "N",
            "Nb" + before,
            "Nf" + form,
            "Na" + self.after,
            "N|" + self.stem,
            "Nbf" + before + form,
            "Nh" + self.head + before,
        ]

    def weight(self, phrase: Range, origin: str) -> int:
        """What speaks for a phrase; `origin` is what it was found as."""
        get = source_choices().get
        total = _related_weight(self._relation(phrase), origin)
        total += _shaped_weight(self._shape(phrase))
        for label in self._words(phrase):
            total += get(label, 0)
        return total

    def labels(self, phrase: Range, origin: str) -> list[str]:
        """The labels of one phrase, whose weights add up."""
        return [
            *_related(self._relation(phrase), origin),
            *_shaped(self._shape(phrase)),
            *self._words(phrase),
        ]

    def _relation(self, phrase: Range) -> Relation:
        """How a phrase lies to the cue: relation, known, near, commas and verbs, form, before."""
        first, last = phrase
        start, end = self.cue
        known = ""
        if self.earlier and phrase in self.earlier:
            known = "L" if phrase == self.earlier[-1] else "F"
        if last <= start:
            relation, commas, verbs = self._between(self.classes[last:start], last)
            near = self.classes[last] if last < start else "!"
            return relation, known, near, commas + verbs, self.form, self.before, self.after
        if first >= end:
            return "A" + str(min(first - end, 3)), known, "", "", self.form, self.before, ""
        return "I", known, self.classes[first], "", self.form, self.before, ""

    def _between(self, between: list[str], last: int) -> tuple[str, str, str]:
        """What stands between a phrase and its cue, summed up; its commas; whether verbs."""
        gap = len(between)
        if not gap:
            return "B0", "0", ""
        size = "1" if gap == 1 else "2" if gap < 4 else "3" if gap < 9 else "4"
        commas = str(min(between.count(","), 2))
        verbs = "v" if self._verbal(between, last) else ""
        relative = "" if _RELATIVE.isdisjoint(between) else "w"
        return "B" + size + commas + verbs + relative, commas, verbs

    def _verbal(self, classes: list[str], first: int) -> bool:
        if not _VERBAL.isdisjoint(classes):
            return True
        return not VERBS.isdisjoint(self.low[first : first + len(classes)])

    def _shape(self, phrase: Range) -> Shape:
        """What a phrase is like: its length, its edges, what is inside, its head."""
        first, last = phrase
        classes = self.classes
        inside = classes[first:last]
        before = classes[first - 1] if first > self.sentence.first else START
        after = classes[last] if last < self.sentence.last else END
        size = last - first
        length = str(size) if size < 4 else "5" if size < 7 else "8" if size < 12 else "12"
        name = "c" if "Cap" in inside else ""
        if size == 1:
            flags = "" if _VERBAL.isdisjoint(inside) else "v"
            return length, before, inside[0], inside[0], after, "0", name, flags, inside[0]
        flags = "" if _VERBAL.isdisjoint(inside) else "v"
        flags += "" if VERBS.isdisjoint(self.low[first:last]) else "V"
        flags += "" if _RELATIVE.isdisjoint(inside) else "w"
        flags += "" if _ASIDES.isdisjoint(inside) else "p"
        for label, flag in _INSIDE:
            if label in inside:
                flags += flag
        commas = str(min(inside.count(","), 2))
        head = classes[self._head(first, last)]
        return length, before, inside[0], inside[-1], after, commas, name, flags, head

    def _words(self, phrase: Range) -> list[str]:
        first, last = phrase
        low = self.low
        size = last - first
        head = low[self._head(first, last)]
        found = ["l1" + low[first] + (str(size) if size < 3 else ""), "h" + head, "hs" + head[-3:]]
        if first >= self.cue[1]:
            word = low[first - 1]
            found += ["aw" + word, "awf" + word + self.form, "A|" + self.stem + word]
        return found

    def _head(self, first: int, last: int) -> int:
        """The token that heads a phrase, roughly: the last before what qualifies it."""
        at = first
        while at < last and self.classes[at] not in _HEAD_ENDS:
            at += 1
        return at - 1 if at > first else first


def _related(told: Relation, origin: str) -> list[str]:
    relation, known, near, commas, form, before, after = told
    found = [
        "t" + known + form + before,
        "O" + origin,
        "Of" + origin + form,
        "Ob" + origin + before,
    ]
    if relation[0] == "B":
        found += ["g" + relation, "gb" + relation + before, "gf" + relation + form]
        found += ["gn" + near + commas, "gnb" + near + before]
        if near == "!":
            found.append("adj" + form + after)
    elif relation[0] == "A":
        found.append("g" + relation)
    else:
        found += ["gI" + form, "Ic" + near + form]
    return found


def _shaped(told: Shape) -> list[str]:
    length, before, first, last, after, commas, name, flags, head = told
    relative = "w" if "w" in flags else ""
    found = [
        "l" + length,
        "st" + before + " " + first,
        "en" + last + " " + after,
        "ic" + commas + name + relative,
        "icc" + commas + after,
        "hc" + head + name,
    ]
    if "v" in flags:
        found.append("iv" + commas + relative)
    return found + ["i" + flag for flag in flags]


@lru_cache(maxsize=_KEPT)
def _related_weight(told: Relation, origin: str) -> int:
    get = source_choices().get
    return sum(get(label, 0) for label in _related(told, origin))


@lru_cache(maxsize=_KEPT)
def _shaped_weight(told: Shape) -> int:
    get = source_choices().get
    return sum(get(label, 0) for label in _shaped(told))
