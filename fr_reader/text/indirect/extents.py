"""How far a cue reaches: its auxiliaries, adverbs and negation, the verb of a phrase like "raised
concerns", and the words behind it that belong to it ("called for", "said in a statement").

From its head a cue grows word by word to either side as long as the counted weights speak for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.classes import END, START, word_classes
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.indirect.weights import cue_extents, cue_words
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_FAR = 8
"""A cue grows over so many words at most, to either side."""
_ENOUGH = 2
"""A word with more than so many tenths of log-odds belongs to the cue."""
RAISES = word_set(
    "make makes made making give gives gave giving take takes took taking have has had having"
    " express expresses expressed expressing raise raises raised raising voice voiced voices issue"
    " issued issues issuing release released offer offers offered offering hold holds held put"
    " send sent sends deliver delivered show shows showed shown draw drew cast set lay laid get"
    " got find found came come comes pay paid is are was were be been being show did do does"
)
_EDGES = {-1: START, 1: END}
"""What stands for the words and classes beyond those a cue may reach, by the step of growing."""
_THOUGHTS = word_set("concerns concern questions doubts fears hope hopes alarm")


def cue_extent(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Range:
    """The cue around its head at `at`."""
    return _extent(stream.low, classes, (sentence.first, sentence.last), at)


def _extent(low: list[str], classes: list[str], bounds: Range, at: int) -> Range:
    """The cue around its head at `at`, inside the tokens `bounds`."""
    head = _head(low[at])
    first = _grown(low, classes, at, head, -1, max(bounds[0], at - _FAR))
    last = _grown(low, classes, at, head, 1, min(bounds[1] - 1, at + _FAR))
    if last == at and raises_thought(low, at) and at + 2 < bounds[1]:
        last += 1
    return first, last + 1


class _Head:
    """A word as the head of a cue: its stem, its form, and by class of a word what only its stem
    says of one before it (-1) and behind it (1)."""

    __slots__ = ("form", "own", "stem")

    def __init__(self, low: str) -> None:
        known = cue_words().get(low)
        self.stem = known.stem if known else ""
        self.form = form_of(low)
        self.own = {step: _by_stem(step).get(self.stem, {}) for step in _EDGES}


@lru_cache(maxsize=20_000)
def _head(low: str) -> _Head:
    return _Head(low)


@cache
def _by_stem(step: int) -> dict[str, dict[str, int]]:
    """By stem of a head: what it says of a word's belonging to the cue, by the word's class."""
    found: dict[str, dict[str, int]] = {}
    for label, weight in _table(step).items():
        stem, joint, here = label.partition(" @")
        if joint and stem[0] == "|":
            found.setdefault(stem[1:], {})[here] = weight
    return found


def _grown(low: list[str], classes: list[str], at: int, head: _Head, step: int, limit: int) -> int:
    """The last token of the cue in the direction of `step`, which it may reach up to `limit`.

    `head` is the word at `at`. The cue goes on while enough speaks for the next word.
    """
    place, edge, own, form = at + step, _EDGES[step], head.own[step], head.form
    beside, words = _tables(step)
    before, here = classes[at], ""
    while (left := (limit - place) * step) >= 0:
        here = classes[place]
        one, label, two = edge, edge, edge
        if left > 0:
            one, label = low[place + step], classes[place + step]
            two = classes[place + 2 * step] if left > 1 else edge
        total = _growth_by_class(step, form, before, here, label, two, (place - at) * step)
        if here in own:
            total += own[here]
        if one in beside:
            total += beside[one]
        word = words.get(low[place])
        if word is not None and total + word.most > _ENOUGH:
            second = low[place + 2 * step] if left > 1 else edge
            total += word.said(head, low[place - step], one, label, second)
        if total <= _ENOUGH:
            break
        before = here
        place += step
    return place - step


@lru_cache(maxsize=20_000)
def _growth_by_class(
    step: int, form: str, before: str, here: str, one: str, two: str, far: int
) -> int:
    """What the classes of words say, and how far the head is."""
    get, away = _table(step).get, str(min(far, 5))
    labels = ("bias", "c" + here + " " + away, "cc" + here + " " + one, "d" + away)
    total = sum([get(label, 0) for label in labels])
    total += get("ccc" + here + " " + one + " " + two, 0)
    return total + get("p" + before + " " + here, 0) + get("f" + form + "@" + here + away, 0)


def _table(step: int) -> dict[str, int]:
    """The weights for growing in one direction."""
    return cue_extents()["<" if step < 0 else ">"]


class _Word:
    """What a word says of belonging to a cue: alone, with the head's form and its stem, with the
    word before it, the next one and that one's class, and the one after the next; the most of it.
    """

    __slots__ = (
        "alone",
        "by_before",
        "by_class",
        "by_form",
        "by_next",
        "by_second",
        "by_stem",
        "most",
    )

    def __init__(self) -> None:
        self.alone = self.most = 0
        self.by_form: dict[str, int] = {}
        self.by_stem: dict[str, int] = {}
        self.by_before: dict[str, int] = {}
        self.by_next: dict[str, int] = {}
        self.by_class: dict[str, int] = {}
        self.by_second: dict[str, int] = {}

    def sum_up(self) -> None:
        """Tell the most that all of it adds."""
        kinds = (self.by_form, self.by_stem, self.by_before)
        behind = (self.by_next, self.by_class, self.by_second)
        most = sum(max(0, *kind.values()) for kind in (*kinds, *behind) if kind)
        self.most = most + max(0, self.alone)

    def said(self, head: _Head, before: str, one: str, label: str, second: str) -> int:
        """What the word says where it stands."""
        total = self.alone + self.by_form.get(head.form, 0) + self.by_stem.get(head.stem, 0)
        total += self.by_before.get(before, 0) + self.by_next.get(one, 0)
        return total + self.by_class.get(label, 0) + self.by_second.get(second, 0)


@cache
def _tables(step: int) -> tuple[dict[str, int], dict[str, _Word]]:
    """What a word says of the one beside it in one direction, and what each says of itself."""
    beside: dict[str, int] = {}
    words: dict[str, _Word] = {}
    for label, weight in _table(step).items():
        if label[0] == "v":
            beside[label[1:]] = weight
        for family, of, word in _words_of(label):
            known = words.setdefault(word, _Word())
            if family == "w":
                known.alone = weight
            else:
                by: dict[str, int] = getattr(known, _FAMILIES[family])
                by[of] = weight
    for known in words.values():
        known.sum_up()
    return beside, words


_FAMILIES = {
    "f": "by_form",
    "|": "by_stem",
    "pw": "by_before",
    "ww": "by_next",
    "wc": "by_class",
    "w3": "by_second",
}
"""By family of labels: where the weights of a word are kept."""


def _words_of(label: str) -> Iterator[tuple[str, str, str]]:
    """The words a label may be of, each with its family and what the word stands with."""
    first, joint, second = label.partition(" ")
    if label[0] == "|":
        yield "|", first[1:], second
    elif label[0] == "f":
        for form in ("ing", "ed", "s", "b"):
            if first[1:].startswith(form):
                yield "f", form, label[1 + len(form) :]
    elif label.startswith("pw"):
        yield "pw", first[2:], second
    elif label[0] == "w" and not joint:
        yield "w", "", first[1:]
    elif label[:2] in ("ww", "wc", "w3"):
        yield first[:2], second, first[2:]


def raises_thought(low: list[str], at: int) -> bool:
    """Whether the word at `at` and the next are a phrase like "raised concerns"."""
    return low[at] in RAISES and at + 1 < len(low) and low[at + 1] in _THOUGHTS


def widened(stream: Stream, cue: Range, speaker: Range | None) -> Range:
    """The cue of a quotation with all that belongs to it, the speaker and quotations left out."""
    known = cue_words()
    low = stream.low
    heads = [at for at in range(*cue) if low[at] in known]
    if not heads:
        return cue
    head = max(heads, key=lambda at: known[low[at]].weight)
    first, last = stream.first_of[head], stream.last_of(head)
    mark = bisect_left(stream.where, head)
    if mark > 0:
        first = max(first, stream.where[mark - 1] + 1)
    if mark < len(stream.where):
        last = min(last, stream.where[mark])
    while last > head + 1 and not stream.text[last - 1][0].isalnum():
        last -= 1
    if speaker is not None and speaker[0] > head:
        last = min(last, speaker[0])
    elif speaker is not None and speaker[1] <= head:
        first = max(first, speaker[1])
    classes = word_classes(stream.text[first:last])
    begin, end = _extent(low[first:last], classes, (0, last - first), head - first)
    return min(first + begin, cue[0]), max(first + end, cue[1])
