"""Contents: where what a cue reports begins and ends.

The end is the first token before which the counted weights speak for one, else the sentence's.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import VERBS, word_set
from fr_reader.text.indirect.classes import END, words_of
from fr_reader.text.indirect.context import form_of
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.indirect.weights import (
    content_end_bound,
    content_ends,
    cue_words,
    strong_cues,
)
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_TELLING = frozenset(("that", "D", ","))
"""Only before these does more than weights tell an end."""
_INNER = frozenset(("w", "s", "Cap", "num", "the", "a", "his"))
_VERBAL = frozenset(("be", "have", "do", "mod"))
_OWN_KIND = word_set("that to wh if he it Q ing about of for on")
_LONGEST = 150
"""No content of more tokens than this is read, so that reading one takes bounded time."""
_ENOUGH = 1
"""More than so many tenths of log-odds end a content; chosen on the totals of held-out articles."""
_TELLS = word_set(
    "told tell tells telling reminded reminds assured informed warned asked asks ask asking"
)
_ADDRESSED = frozenset(("Cap", "the", "a", "him", "her", "his", "w", "s", "this", "num", "you"))
_KEPT = 20_000
"""So many sums of weights are kept of each kind."""
_WHERE = word_set("in on at during")
_IN_MEDIUM = frozenset(
    (
        "the",
        "a",
        "his",
        "this",
        "w",
        "s",
        "Cap",
        "num",
        "ing",
        "ed",
        "to",
        "of",
        "on",
        "Time",
        "time",
        "with",
    )
)
_MEDIUM = 9
_NEW_SUBJECT = frozenset(("the", "a", "Cap", "s"))
"""Behind “, but” these open a clause of the writer's own: “said it was over, but the court …”."""
_OPENS_PHRASE = frozenset(("the", "a", "his", "her"))
_ENDS_PHRASE = frozenset(("w", "s", "Cap"))
_ARTICLES = frozenset(("the", "a", "an"))
_SAID = frozenset(("that", "wh", "if", "he", "it", "Q", "this", "the", "a", "his"))
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
    begun = _behind_medium(stream, classes, sentence, _after_time(classes, sentence, first))
    to = begun + 1 if begun < sentence.last and classes[begun] == "to" else begun
    tells = stream.low[first - 1] in _TELLS
    if (tells or to > begun) and to < sentence.last and classes[to] in _ADDRESSED:
        named = phrase_starting(stream, to, sentence.last)
        end = named[1] if named is not None else to + 1
        split = _second_phrase(stream, classes, to, end) if tells else None
        if split is not None:
            return split
        end = _after_time(classes, sentence, end)
        if end < sentence.last and classes[end] in (_SAID if tells else ("that",)):
            return end
    return begun


def _behind_medium(stream: Stream, classes: list[str], sentence: Sentence, first: int) -> int:
    """The "that" behind where it was said: "said in a joint letter | that S", or `first`."""
    if first >= sentence.last or stream.low[first] not in _WHERE:
        return first
    for at in range(first + 1, min(first + _MEDIUM, sentence.last)):
        if classes[at] == "that":
            return at
        if classes[at] not in _IN_MEDIUM:
            break
    return first


def _second_phrase(stream: Stream, classes: list[str], first: int, last: int) -> int | None:
    """Where another noun phrase begins among `[first, last)`: “jurors | the man had fled”."""
    for at in range(first + 1, last):
        before = classes[at - 1]
        if classes[at] in ("to", "who", ","):
            return None
        if classes[at] in _OPENS_PHRASE and before in _ENDS_PHRASE:
            return at
        if classes[at] == "Cap" and before in ("w", "s") and stream.low[first] in _ARTICLES:
            behind = at + 1
            while behind < last and classes[behind] == "Cap":
                behind += 1
            return at if behind == last < len(classes) and classes[last] in _VERBAL else None
    return None


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
    word = cue_words().get(low[head])
    stem, form = word.stem if word else "", form_of(low[head])
    kind = classes[first] if classes[first] in _OWN_KIND else "np"
    last = min(sentence.last, first + _LONGEST)
    inside = classes[first:last]
    window = [*inside, END, END, END, END]
    strong = strong_cues()
    told = _first_verb(inside, low[first:last])
    final = last - first - 1
    skipped = 0  # nothing ends before the first token
    for offset in [at for at, label in enumerate(inside) if label not in _INNER]:
        here, before, one = inside[offset], inside[offset - 1], window[offset + 1]
        if offset == skipped:
            continue
        verb = "v" if offset > told else "-"
        if here in _TELLING:
            if here == "that" == kind and before in (",", "and"):
                skipped = _own_verb(inside, offset)
                continue
            new = here == "," and one == "but" and verb == "v"
            if here == "D" or (new and window[offset + 2] in _NEW_SUBJECT):
                return first + offset
        if offset < final and low[first + offset + 1] in strong:
            one += "!"
        weight = _alone(here, verb, kind, form, stem) + _between(before, here, one, verb)
        if weight + content_end_bound(here) <= _ENOUGH:
            continue
        weight += _ahead(here, one, window[offset + 2], window[offset + 3])
        if weight + _place_weight(here + verb, offset, last - first - offset) > _ENOUGH:
            return first + offset
    return last


def _first_verb(inside: list[str], low: list[str]) -> int:
    """Which of a content's tokens is its first verb; their number where none is."""
    may_be = _may_be_verbs()
    for at, word in enumerate(low):
        if word in may_be and (word in VERBS or inside[at] in _VERBAL):
            return at
    return len(inside)


@cache
def _may_be_verbs() -> frozenset[str]:
    """The words that are frequent verbs, and those that may be classed as one of `_VERBAL`."""
    return VERBS | words_of(_VERBAL)


def _own_verb(inside: list[str], that: int) -> int:
    """The auxiliary of the clause that a further "that" opens, which ends nothing; 0 for none."""
    for at in range(that + 1, len(inside)):
        if inside[at] in _VERBAL:
            return at
        if inside[at] in ("ed", ","):
            break
    return 0


@lru_cache(maxsize=_KEPT)
def _alone(here: str, verb: str, kind: str, form: str, stem: str) -> int:
    """What a token itself says for an end before it, of any cue and of those of one stem; `verb`
    is `v` once one has come."""
    every = content_ends()["*"]
    total = every["bias"] + content_ends().get(stem, {}).get(here, 0)
    return total + sum(every.get(here + verb + told, 0) for told in ("", kind, form))


@lru_cache(maxsize=_KEPT)
def _between(before: str, here: str, one: str, verb: str) -> int:
    """What a token says together with its neighbours; a strong cue has a `!` behind its class."""
    get, pair = content_ends()["*"].get, here + " " + one
    return (
        get(pair, 0)
        + get(pair + verb, 0)
        + get(before + "_" + here, 0)
        + get(before + "_" + pair, 0)
    )


def _ahead(here: str, one: str, two: str, three: str) -> int:
    """What the tokens farther off say, which is never more than `content_end_bound`."""
    get, triple = content_ends()["*"].get, here + " " + one + " " + two
    return get(triple, 0) + get(triple + " " + three, 0)


def _place_weight(so_far: str, offset: int, left: int) -> int:
    """What the distance from the content's beginning and to the sentence's end say."""
    get = content_ends()["*"].get
    near = str(1 + bisect_left((1, 3, 7, 15), offset))
    rest = "r" + str(1 + bisect_left((2, 5, 11), left))
    return get(so_far + near, 0) + get(so_far + rest, 0)
