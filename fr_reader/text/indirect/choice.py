"""Choosing a source: of the phrases that may be one, that for which most speaks.

What is told of a phrase: how it lies to its cue and what stands between them, how it begins and
ends, how long it is, which word heads it, and what is inside. The weights are counted; see the
data file.
"""

from __future__ import annotations

from functools import lru_cache

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.candidates import candidates, is_plain, nearest_subject
from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.indirect.weights import cue_words, source_choices
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream
from fr_reader.text.word_kinds import VERB

_FLAGS = {
    "v": frozenset(("be", "have", "mod", "do", "ed", "been")),
    "w": frozenset(("who", "which", "that")),
    "p": frozenset(("in", "on", "from", "for", "at", "with", "as", "by", "about", "ing")),
    "t": frozenset(("to",)),
    "a": frozenset(("and",)),
    "o": frozenset(("of",)),
    "Q": frozenset(("Q",)),
    "T": frozenset(("Time",)),
}
"""What a phrase may hold, by classes of words: `v` verbs by their look, `w` relatives, `p` what
opens an aside."""
_VERBAL, _RELATIVE, _VERB, _NAME = 1, 2, 4, 8
_BITS = {"v": _VERBAL, "w": _RELATIVE, **{flag: 1 << n for n, flag in enumerate("ptaoQT", 4)}}
_HEAD_ENDS = frozenset(
    (",", "who", "which", "of", "in", "for", "from", "(", "with", "at", "on", "that", "to", "as")
)
_SPEAKS = word_set("he she they i we")
_SURE = 35
"""A plain subject right before the cue with so many tenths of log-odds is its source: of
these, more than 99 in 100 have more for them than any other phrase of the sentence."""
_KEPT = 20_000
"""So many sums of weights are kept of each kind."""

Relation = tuple[str, str, str, int, int, str, str, str]
"""How a phrase lies to its cue, whether it spoke before, the class nearest the cue; the commas in
between and what stands there as bits; the cue's form, the class before it and after it."""
Shape = tuple[int, str, str, str, str, int, int, str]
"""Its tokens, the class before it, of its first, of its last, after it; its commas, what it holds
as bits, the class of its head."""


def _holding() -> dict[str, int]:
    """By class of word: what a phrase with it holds, as bits."""
    holding = {"Cap": _NAME}
    for flag, classes in _FLAGS.items():
        for label in classes:
            holding[label] = holding.get(label, 0) | _BITS[flag]
    return holding


_HOLDING = _holding()
_PLAIN = frozenset(("Cap", "w", "s", "the", "a", "his", "num", "this", "adv"))
"""Phrases of these classes alone hold no more than a name."""


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
    subject = nearest_subject(stream, sentence, cue[0])
    if subject is not None and "who" in stream.low[subject[0] + 1 : subject[1] - 1]:
        return _closed(stream, subject)
    plain = subject if subject is not None and is_plain(classes, subject) else None
    weight = place.weight
    of_plain = weight(plain, "s") if plain else 0
    if plain is not None and of_plain >= _SURE:
        return _closed(stream, plain)
    best: Range | None = None
    most = place.none()
    for each, origin in candidates(stream, classes, sentence, at, cue, earlier).items():
        score = of_plain if each == plain else weight(each, origin)
        if score > most:
            best, most = each, score
    if best is None and subject is not None and subject[1] == cue[0] and place.form == "s":
        best = plain if cue[0] == at else None
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
        "kinds",
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
        self.kinds = stream.kinds
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
        return _none_weight(self.before, self.form, self.after, self.stem, self.head)

    def weight(self, phrase: Range, origin: str) -> int:
        """What speaks for a phrase; `origin` is what it was found as."""
        first, last = phrase
        head = first if last == first + 1 else self._head(first, last)
        low = self.low
        total = (
            _related_weight(self._relation(first, last), origin)
            + _shaped_weight(self._shape(first, last, head))
            + _worded_weight(low[first], min(last - first, 3), low[head])
        )
        if first >= self.cue[1]:
            total += _behind_weight(low[first - 1], self.form, self.stem)
        return total

    def _relation(self, first: int, last: int) -> Relation:
        """How a phrase lies to the cue."""
        start, end = self.cue
        known = ""
        if self.earlier and (first, last) in self.earlier:
            known = "L" if (first, last) == self.earlier[-1] else "F"
        if last <= start:
            if last == start:
                return "B0", known, "!", 0, 0, self.form, self.before, self.after
            gap = start - last
            relation = "B1" if gap == 1 else "B2" if gap < 4 else "B3" if gap < 9 else "B4"
            holds, commas = self._inside(last, start)
            holds &= _VERBAL | _VERB | _RELATIVE
            near = self.classes[last]
            return relation, known, near, commas, holds, self.form, self.before, self.after
        if first >= end:
            return "A" + str(min(first - end, 3)), known, "", 0, 0, self.form, self.before, ""
        return "I", known, self.classes[first], 0, 0, self.form, self.before, ""

    def _inside(self, first: int, last: int) -> tuple[int, int]:
        """What stands among the tokens `[first, last)`, as bits, and how many commas."""
        labels, get = self.classes[first:last], _HOLDING.get
        holds, commas = _NAME if "Cap" in labels else 0, 0
        if not _PLAIN.issuperset(labels):
            for label in labels:
                holds |= get(label, 0)
            commas = labels.count(",")
        for kind in self.kinds[first:last]:
            if kind & VERB:
                holds |= _VERB
                break
        return holds, commas

    def _shape(self, first: int, last: int, head: int) -> Shape:
        """What a phrase is like: its length, its edges, what is inside, its head."""
        classes = self.classes
        before = classes[first - 1] if first > self.sentence.first else START
        after = classes[last] if last < self.sentence.last else END
        opens = classes[first]
        if last == first + 1:
            return 1, before, opens, opens, after, 0, _HOLDING.get(opens, 0), opens
        holds, commas = self._inside(first, last)
        return last - first, before, opens, classes[last - 1], after, commas, holds, classes[head]

    def _head(self, first: int, last: int) -> int:
        """The token that heads a phrase, roughly: the last before what qualifies it."""
        at = first
        classes = self.classes
        while at < last and classes[at] not in _HEAD_ENDS:
            at += 1
        return at - 1 if at > first else first


def _related(told: Relation, origin: str) -> list[str]:
    relation, known, near, several, holds, form, before, after = told
    commas = str(min(several, 2)) + ("v" if holds & (_VERBAL | _VERB) else "")
    if relation[0] == "B" and near != "!":
        relation += commas + ("w" if holds & _RELATIVE else "")
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
    size, before, first, last, after, several, holds, head = told
    length = str(size) if size < 4 else "5" if size < 7 else "8" if size < 12 else "12"
    commas = str(min(several, 2))
    name = "c" if holds & _NAME else ""
    relative = "w" if size > 1 and holds & _RELATIVE else ""
    found = [
        "l" + length,
        "st" + before + " " + first,
        "en" + last + " " + after,
        "ic" + commas + name + relative,
        "icc" + commas + after,
        "hc" + head + name,
    ]
    if holds & _VERBAL:
        found += ["iv" + commas + relative, "iv"]
    if size > 1:
        found += ["i" + flag for flag, bit in _BITS.items() if flag != "v" and holds & bit]
        found += ["iV"] if holds & _VERB else []
    return found


def _sum(labels: list[str]) -> int:
    get = source_choices().get
    return sum([get(label, 0) for label in labels])


@lru_cache(maxsize=_KEPT)
def _related_weight(told: Relation, origin: str) -> int:
    """What the way a phrase lies to its cue says."""
    return _sum(_related(told, origin))


@lru_cache(maxsize=_KEPT)
def _shaped_weight(told: Shape) -> int:
    """What the look of a phrase says."""
    return _sum(_shaped(told))


@lru_cache(maxsize=_KEPT)
def _worded_weight(first: str, size: int, head: str) -> int:
    """What the words of a phrase say: its first, with its length where that is small, its head."""
    return _sum(["l1" + first + (str(size) if size < 3 else ""), "h" + head, "hs" + head[-3:]])


@lru_cache(maxsize=_KEPT)
def _behind_weight(before: str, form: str, stem: str) -> int:
    """What the word before a phrase that stands behind its cue says."""
    return _sum(["aw" + before, "awf" + before + form, "A|" + stem + before])


@lru_cache(maxsize=_KEPT)
def _none_weight(before: str, form: str, after: str, stem: str, head: str) -> int:
    """What the surroundings of a cue say for its having no source."""
    labels = ["N", "Nb" + before, "Nf" + form, "Na" + after, "N|" + stem]
    return _sum([*labels, "Nbf" + before + form, "Nh" + head + before])
