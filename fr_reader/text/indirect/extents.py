"""How far a cue reaches: its auxiliaries, adverbs and negation, the verb of a phrase like "raised
concerns", and the words behind it that belong to it ("called for", "said in a statement").

From its head a cue grows word by word to either side as long as the counted weights speak for it.
"""

from __future__ import annotations

from bisect import bisect_left

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
_RAISES = word_set(
    "make makes made making give gives gave giving take takes took taking have has had having"
    " express expresses expressed expressing raise raises raised raising voice voiced voices issue"
    " issued issues issuing release released offer offers offered offering hold holds held put"
    " send sent sends deliver delivered show shows showed shown draw drew cast set lay laid get"
    " got find found came come comes pay paid is are was were be been being show did do does"
)
_THOUGHTS = word_set("concerns concern questions doubts fears hope hopes alarm")


def cue_extent(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Range:
    """The cue around its head at `at`."""
    return _extent(stream.low, classes, (sentence.first, sentence.last), at)


def _extent(low: list[str], classes: list[str], bounds: Range, at: int) -> Range:
    """The cue around its head at `at`, inside the tokens `bounds`."""
    known = cue_words().get(low[at])
    stem = known.stem if known else ""
    form = form_of(low[at])
    before, behind = cue_extents()["<"], cue_extents()[">"]
    first = _grown(low, classes, at, (stem, form), (-1, max(bounds[0], at - _FAR)), before)
    last = _grown(low, classes, at, (stem, form), (1, min(bounds[1], at + 1 + _FAR)), behind)
    if last == at and raises_thought(low, at) and at + 2 < bounds[1]:
        last += 1
    return first, last + 1


def _grown(
    low: list[str],
    classes: list[str],
    at: int,
    head: tuple[str, str],
    to: tuple[int, int],
    weights: dict[str, int],
) -> int:
    """The last token of the cue in one direction; `to` is the step and where it must end."""
    step, limit = to
    ahead = at + step
    while (ahead >= limit) if step < 0 else (ahead < limit):
        total = weights["bias"]
        for label in growth(low, classes, at, ahead, head, to):
            total += weights.get(label, 0)
        if total <= _ENOUGH:
            break
        ahead += step
    return ahead - step


def growth(
    low: list[str],
    classes: list[str],
    at: int,
    ahead: int,
    head: tuple[str, str],
    to: tuple[int, int],
) -> list[str]:
    """What tells whether the token at `ahead` belongs to the cue that has grown up to it.

    `head` is the stem and the form of the head at `at`.
    """
    step, limit = to
    stem, form = head
    edge = START if step < 0 else END
    here, word = classes[ahead], low[ahead]
    one = two = edge
    word1 = word2 = edge
    if (ahead + step >= limit) if step < 0 else (ahead + step < limit):
        one, word1 = classes[ahead + step], low[ahead + step]
        if (ahead + 2 * step >= limit) if step < 0 else (ahead + 2 * step < limit):
            two, word2 = classes[ahead + 2 * step], low[ahead + 2 * step]
    far = str(min(abs(ahead - at), 5))
    pair = here + " " + one
    return [
        "w" + word,
        "c" + here + " " + far,
        "cc" + pair,
        "ccc" + pair + " " + two,
        "ww" + word + " " + word1,
        "wc" + word + " " + one,
        "w3" + word + " " + word2,
        "|" + stem + " " + word,
        "|" + stem + " @" + here,
        "p" + classes[ahead - step] + " " + here,
        "f" + form + word,
        "f" + form + "@" + here + far,
        "v" + word1,
        "pw" + low[ahead - step] + " " + word,
        "d" + far,
    ]


def raises_thought(low: list[str], at: int) -> bool:
    """Whether the word at `at` and the next are a phrase like "raised concerns"."""
    return low[at] in _RAISES and at + 1 < len(low) and low[at + 1] in _THOUGHTS


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
