"""Choosing a source: of the phrases that may be one, that for which most speaks.

What is told of a phrase: how it lies to its cue and what stands between them, how it begins and
ends, how long it is, which word heads it, and what is inside. The weights are counted; see the
data file.
"""

from __future__ import annotations

from fr_reader.text.grammar import VERBS
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
_ASIDES = frozenset(("in", "on", "from", "for", "at", "with", "as", "by", "about", "ing"))


def source_of(
    stream: Stream,
    classes: list[str],
    sentence: Sentence,
    at: int,
    cue: Range,
    earlier: list[Range],
) -> Range | None:
    """The source of the cue at `at`; `earlier` are those of the attributions before it."""
    weights = source_choices()
    known = cue_words().get(stream.low[at])
    own = known.stem if known else ""
    best: Range | None = None
    most = sum(
        weights.get(label, 0) for label in none_labels(stream, classes, sentence, at, cue, own)
    )
    place = Placed(stream, classes, sentence, at, cue, earlier, own)
    for each, origin in candidates(stream, classes, sentence, at, cue, earlier).items():
        score = 0
        for label in place.labels(each, origin):
            score += weights.get(label, 0)
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


def none_labels(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, cue: Range, stem: str
) -> list[str]:
    """What tells that a cue has no source."""
    before = classes[cue[0] - 1] if cue[0] > sentence.first else START
    after = classes[cue[1]] if cue[1] < sentence.last else END
    form = form_of(stream.low[at])
    return [
        "N",
        "Nb" + before,
        "Nf" + form,
        "Na" + after,
        "N|" + stem,
        "Nbf" + before + form,
        "Nh" + classes[at] + before,
    ]


class Placed:
    """A cue in its sentence, that tells of phrases how they lie to it."""

    __slots__ = ("after", "before", "classes", "cue", "earlier", "form", "low", "sentence", "stem")

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
        self.form = form_of(stream.low[at])
        self.before = classes[cue[0] - 1] if cue[0] > sentence.first else START
        self.after = classes[cue[1]] if cue[1] < sentence.last else END

    def labels(self, phrase: Range, origin: str) -> list[str]:
        """The labels of one phrase, whose weights add up; `origin` is what it was found as."""
        found = self._relation(phrase)
        found.append("O" + origin)
        found.append("Of" + origin + self.form)
        found.append("Ob" + origin + self.before)
        found += self._shape(phrase)
        return found

    def _relation(self, phrase: Range) -> list[str]:
        first, last = phrase
        start, end = self.cue
        known = ""
        if self.earlier and phrase in self.earlier:
            known = "L" if phrase == self.earlier[-1] else "F"
        form, before = self.form, self.before
        if last <= start:
            between = self.classes[last:start]
            relation, commas, verbs = self._between(between, last)
            near = between[0] if between else "!"
            return [
                "g" + relation,
                "gb" + relation + before,
                "gf" + relation + form,
                "gn" + near + commas + verbs,
                "gnb" + near + before,
                "adj" + form + self.after if not between else "",
                "t" + known + form + before,
            ]
        if first >= end:
            word = self.low[first - 1]
            return [
                "gA" + str(min(first - end, 3)),
                "aw" + word,
                "awf" + word + form,
                "A|" + self.stem + word,
                "t" + known + form + before,
            ]
        return ["gI" + form, "Ic" + self.classes[first] + form, "t" + known + form + before]

    def _between(self, between: list[str], last: int) -> tuple[str, str, str]:
        """What stands between a phrase and its cue, summed up; its commas; whether verbs."""
        gap = len(between)
        if not gap:
            return "B0", "0", ""
        size = "1" if gap == 1 else "2" if gap < 4 else "3" if gap < 9 else "4"
        commas = str(min(between.count(","), 2))
        low = self.low
        verbs = "v" if any(_verbal(low[last + i], label) for i, label in enumerate(between)) else ""
        relative = "w" if not _RELATIVE.isdisjoint(between) else ""
        return "B" + size + commas + verbs + relative, commas, verbs

    def _shape(self, phrase: Range) -> list[str]:
        first, last = phrase
        classes, low = self.classes, self.low
        inside = classes[first:last]
        before = classes[first - 1] if first > self.sentence.first else START
        after = classes[last] if last < self.sentence.last else END
        size = last - first
        length = str(size) if size < 4 else "5" if size < 7 else "8" if size < 12 else "12"
        commas = str(min(inside.count(","), 2))
        name = "c" if "Cap" in inside else ""
        relative = "w" if not _RELATIVE.isdisjoint(inside) else ""
        head = self._head(first, last)
        found = [
            "l" + length,
            "st" + before + " " + inside[0],
            "en" + inside[-1] + " " + after,
            "l1" + low[first] + (length if size < 3 else ""),
            "ic" + commas + name + relative,
            "icc" + commas + after,
            "h" + low[head],
            "hs" + low[head][-3:],
            "hc" + classes[head] + name,
        ]
        if not _VERBAL.isdisjoint(inside):
            found.append("iv" + commas + relative)
        if not VERBS.isdisjoint(low[first:last]):
            found.append("iV")
        found += ["i" + label for label in ("to", "and", "of", "Q", "Time") if label in inside]
        if not _ASIDES.isdisjoint(inside):
            found.append("ipp")
        return found

    def _head(self, first: int, last: int) -> int:
        """The token that heads a phrase, roughly: the last before what qualifies it."""
        at = first
        while at < last and self.classes[at] not in _HEAD_ENDS:
            at += 1
        return at - 1 if at > first else first


def _verbal(low: str, label: str) -> bool:
    return label in _VERBAL or low in VERBS
