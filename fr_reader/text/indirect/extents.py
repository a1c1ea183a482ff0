"""How far a cue reaches: its auxiliaries, adverbs and negation, the verb of a phrase like "raised
concerns", and the words behind it that belong to it ("called for", "said in a statement").

From its head a cue grows word by word to either side as long as the counted weights speak for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
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
    first = _grown(low, classes, at, head, (-1, max(bounds[0], at - _FAR)))
    last = _grown(low, classes, at, head, (1, min(bounds[1] - 1, at + _FAR)))
    if last == at and raises_thought(low, at) and at + 2 < bounds[1]:
        last += 1
    return first, last + 1


@dataclass(frozen=True, slots=True)
class _Head:
    """A word as the head of a cue: its stem, its form, and by class of a word what only its stem
    says of one before it (-1) and behind it (1)."""

    stem: str
    form: str
    own: dict[int, dict[str, int]]


@lru_cache(maxsize=20_000)
def _head(low: str) -> _Head:
    known = cue_words().get(low)
    stem = known.stem if known else ""
    return _Head(stem, form_of(low), {step: _by_stem(step).get(stem, {}) for step in _EDGES})


@cache
def _by_stem(step: int) -> dict[str, dict[str, int]]:
    """By stem of a head: what it says of a word's belonging to the cue, by the word's class."""
    found: dict[str, dict[str, int]] = {}
    for label, weight in _tables(step)[0].items():
        stem, joint, here = label.partition(" @")
        if joint and stem[0] == "|":
            found.setdefault(stem[1:], {})[here] = weight
    return found


def _grown(low: list[str], classes: list[str], at: int, head: _Head, to: tuple[int, int]) -> int:
    """The last token of the cue in one direction.

    `head` is the word at `at`, `to` the step and the last token it may
    reach.
    """
    step, limit = to
    far, room = 1, (limit - at) * step
    while far <= room and _growth(low, classes, at, far, head, to) > _ENOUGH:
        far += 1
    return at + (far - 1) * step


def _growth(
    low: list[str], classes: list[str], at: int, far: int, head: _Head, to: tuple[int, int]
) -> int:
    """What speaks for the word `far` from its head belonging to a cue that has grown up to it."""
    step, limit = to
    place = at + far * step
    word, here = low[place], classes[place]
    left = (limit - place) * step
    edge = _EDGES[step]
    one, label = (low[place + step], classes[place + step]) if left > 0 else (edge, edge)
    two = classes[place + 2 * step] if left > 1 else edge
    total = _growth_by_class(step, head.form, classes[place - step], here, label, two, far)
    total += head.own[step].get(here, 0) + _beyond(step).get(one, 0)
    table, most = _tables(step)
    if word in most and total + most[word] > _ENOUGH:
        get = table.get
        total += (
            get("f" + head.form + word, 0)
            + get("|" + head.stem + " " + word, 0)
            + get("pw" + low[place - step] + " " + word, 0)
        )
        total += (
            get("w" + word, 0)
            + get("ww" + word + " " + one, 0)
            + get("wc" + word + " " + label, 0)
            + get("w3" + word + " " + (low[place + 2 * step] if left > 1 else edge), 0)
        )
    return total


@lru_cache(maxsize=20_000)
def _growth_by_class(
    step: int, form: str, before: str, here: str, one: str, two: str, far: int
) -> int:
    """What the classes of words say, and how far the head is."""
    get, away = _tables(step)[0].get, str(min(far, 5))
    labels = ("bias", "c" + here + " " + away, "cc" + here + " " + one, "d" + away)
    total = sum([get(label, 0) for label in labels])
    total += get("ccc" + here + " " + one + " " + two, 0)
    return total + get("p" + before + " " + here, 0) + get("f" + form + "@" + here + away, 0)


@cache
def _tables(step: int) -> tuple[dict[str, int], dict[str, int]]:
    """The weights for growing in one direction, and by word the most that those of it add."""
    table = cue_extents()["<" if step < 0 else ">"]
    most: dict[str, dict[str, int]] = {}
    for label, weight in table.items():
        for family, word in _words_of(label):
            of_word = most.setdefault(word, {})
            of_word[family] = max(of_word.get(family, 0), weight)
    return table, {word: sum(of_word.values()) for word, of_word in most.items()}


@cache
def _beyond(step: int) -> dict[str, int]:
    """What the word beyond another says of that one, by itself."""
    return {label[1:]: weight for label, weight in _tables(step)[0].items() if label[0] == "v"}


def _words_of(label: str) -> Iterator[tuple[str, str]]:
    """The words a label may be of, with the family of labels it is of then."""
    first, _, second = label.partition(" ")
    if label[0] == "|":
        yield "|", second
    elif label[0] == "f":
        for form in ("ing", "ed", "s", "b"):
            if first[1:].startswith(form):
                yield "f", first[1 + len(form) :]
    elif label.startswith("pw"):
        yield "pw", second
    elif label[0] == "w":
        yield "w", first[1:]
        yield first[:2], first[2:]


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
