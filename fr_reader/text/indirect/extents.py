"""How far a cue reaches: its auxiliaries, adverbs and negation, the verb of a phrase like "raised
concerns", and the words behind it that belong to it ("called for", "said in a statement")."""

from __future__ import annotations

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.classes import END
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.indirect.weights import cue_particles, cue_words
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream

_BEFORE = frozenset(("be", "been", "have", "do", "mod", "adv", "not"))
_CHAIN = frozenset(("w", "ed", "ing", "s", "have"))
_LIGHT = word_set(
    "make makes made making give gives gave giving take takes took taking have has had having"
    " express expresses expressed expressing raise raises raised raising voice voiced voices issue"
    " issued issues issuing release released offer offers offered offering hold holds held put"
    " send sent sends deliver delivered show shows showed shown draw drew cast set lay laid get"
    " got find found came come comes pay paid is are was were be been being show did do does"
)
_ARTICLES = frozenset(("a", "the", "this", "w", "not", "adv", "s", "ed", "ing"))
_DOCUMENTS = word_set(
    "statement interview tweet speech letter email e-mail memo post release report note filing"
    " message video ad twitter facebook conference court address rally testimony book essay column"
    " article editorial call debate fundraiser forum tweets posts"
)
_PHRASE = frozenset(("a", "the", "w", "s", "Cap", "his", "her", "this", "ed", "ing", "num"))
_THINGS = frozenset(("the", "a", "Cap", "his", "this"))
_TELLS = word_set("said say says saying told wants want wanted")
_THOUGHTS = word_set("concerns concern questions doubts fears hope hopes alarm")
_NOUN_STEP = 4


def cue_extent(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Range:
    """The cue around its head at `at`."""
    return _begin(stream, classes, sentence, at), _end(stream, classes, sentence, at)


def _auxiliaries(classes: list[str], sentence: Sentence, at: int) -> int:
    first = at
    lowest = max(sentence.first, at - 6)
    while first > lowest and classes[first - 1] in _BEFORE:
        first -= 1
    return first


def _begin(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> int:
    light = _light_verb(stream, classes, sentence, at)
    if light is not None:
        return _auxiliaries(classes, sentence, light)
    first = _auxiliaries(classes, sentence, at)
    if first - 2 > sentence.first and classes[first - 1] == "to":
        if classes[first - 2] in _CHAIN:
            return _auxiliaries(classes, sentence, first - 2)
        if stream.low[first - 2] == "on" and classes[first - 3] in _CHAIN:
            return _auxiliaries(classes, sentence, first - 3)
    return first


def _light_verb(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> int | None:
    """The verb of "made the claim", "has a message"; None where the head is no such noun."""
    low = stream.low
    back = at - 1
    lowest = max(sentence.first, at - _NOUN_STEP)
    while back >= lowest:
        if low[back] in _LIGHT and (back < at - 1 or classes[back] not in _BEFORE):
            return back if classes[back] not in ("be", "been", "do") or back < at - 1 else None
        if classes[back] not in _ARTICLES:
            return None
        back -= 1
    return None


def _end(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> int:
    last = at + 1
    if last >= sentence.last:
        return last
    low = stream.low
    after = classes[last + 1] if last + 1 < sentence.last else END
    if raises_thought(low, at):
        return last + 1
    if belongs(low[at], low[last]):
        return last + 1
    if low[last] == "to" and after in _THINGS and low[at] not in _TELLS:
        return last + 1
    if low[last] in ("in", "on", "at", "during"):
        for ahead in range(last + 1, min(sentence.last, last + 6)):
            if classes[ahead] not in _PHRASE:
                break
            if low[ahead] in _DOCUMENTS:
                return ahead + 1
    if low[last] in ("last", "earlier", "this", "late") and after in ("time", "Time"):
        return last + 2
    if classes[last] in ("Time", "adv") and after not in ("Cap", "w"):
        return last + 1
    return last


def belongs(head: str, after: str) -> bool:
    """Whether the word right behind a cue is part of it."""
    table = cue_particles()
    word = cue_words().get(head)
    own = table.get(word.stem, {}) if word else {}
    return own.get(after, table["*"].get(after, False))


def raises_thought(low: list[str], at: int) -> bool:
    """Whether the word at `at` and the next are a phrase like "raised concerns"."""
    return low[at] in _LIGHT and at + 1 < len(low) and low[at + 1] in _THOUGHTS
