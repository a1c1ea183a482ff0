"""Contexts: what stands around a word that may be a cue, as a few labels whose weights add up."""

from __future__ import annotations

from functools import cache, lru_cache

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.weights import cue_contexts, cue_words
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.stream import Stream

CLAUSE = 10
"""What a word that tells has for it at least where only a clause can follow."""
TELLING = frozenset(("says", "claims", "denies", "asks", "supports"))
"""The senses of words that tell something; the others feel, want or support it."""
_SKIP = frozenset(("adv", "not"))
AUXILIARY = frozenset(("be", "been", "have", "do", "mod", "adv", "not"))
"""The classes of what may stand between a subject and its verb."""
_BE = frozenset(("be", "been"))
_HAVE = frozenset(("have", "mod"))
_COMMON = frozenset(("w", "s", "ed", "ing"))
_COMMON_BEFORE = _COMMON | {"adv"}
_MAY_SPEAK = frozenset(("Cap", "w", "s", "he", "who", "have", "adv", ")", ",", "be"))
_BEGIN_A_CLAUSE = frozenset(("he", "it", "Cap", "the", "a", "his", "s", "this"))
_FINITE = frozenset(("be", "have", "mod", "do", "ed", "not", "s"))
_FINAL = frozenset((".", "!", "?", "…"))
_BEYOND = [END] * 4
BIDS = word_set(
    "advised advises begged begs urged urges implored implores ordered orders instructed instructs"
    " commanded commands reminded reminds beseeched exhorted entreated cautioned directed invited"
    " invites encouraged encourages told tells asked asks warned warns summoned"
)
COURTS = word_set(
    "court jury inquest tribunal hearing inquiry trial panel committee magistrates judge jurors"
    " commission"
)
HEARS = frozenset(("heard", "hears"))
_BIDDEN = frozenset(("the", "a", "his", "him", "w", "s", "Cap", "num", "this", "of", "and", "adv"))
OWNS_UP = word_set("deny denies denied admit admits admitted")
_SHORTEST_DOING = 5
_BASES = frozenset(("w", "be", "have", "do", "adv", "not"))
_LONGEST_BIDDEN = 8
_NEAR_COMMA = 8
_KEPT = 20_000
"""So many sums of weights are kept of each kind."""
_ED = word_set("said told found thought wrote known seen made")


@lru_cache(maxsize=_KEPT)
def form_of(low: str) -> str:
    """The form of a cue by its look: `ing`, `ed`, `s` or `b` for any other."""
    if low.endswith("ing"):
        return "ing"
    if low.endswith("ed") or low in _ED:
        return "ed"
    return "s" if low.endswith("s") else "b"


@lru_cache(maxsize=_KEPT)
def stem_and_form(low: str) -> tuple[str, str]:
    """The stem of a cue, empty for a word that is none, and its form (see `form_of`)."""
    known = cue_words().get(low)
    return known.stem if known else "", form_of(low)


def cue_score(
    stream: Stream, classes: list[str], at: int, first: int, last: int, title: bool
) -> int:
    """How much speaks for the word at `at` being a cue in its sentence, the tokens
    `[first, last)`, in tenths of log-odds.

    `>x` weighs the class after it (an adverb right after it left out), `>x y` the two after it,
    `>>x y` the two after that, `<x` the class before it, `<<x` the class before its auxiliaries
    and adverbs, with `be` or `aux` behind it where there are some, `<<x y` this and the one before
    that; `s:`, `n:` and `m:` weigh common words that stand before it and after it.
    """
    low = stream.low
    n1, n2, n3, n4 = classes[at + 1 : at + 5] if at + 5 <= last else _ahead(classes, at, last)
    after = at + 1
    if n1 in _SKIP:
        n1, n2, n3 = n2, n3, n4
        after += 1
    back, helped = at - 1, ""
    p1 = ps = classes[back] if back >= first else START
    if p1 in AUXILIARY:
        back, helped = _before_auxiliaries(classes, at, first)
        ps = classes[back] if back >= first else START
    own = _OWN[low[at]]
    total = own.weight + own.after[n1] + own.before[p1] + own.subject[ps + helped]
    total += _onward(n1, n2, n3)
    total += _backward(n1, ps, helped, classes[back - 1] if back > first else START)
    subjects, nexts, seconds = own.around
    if ps in _COMMON_BEFORE and back >= first:
        total += subjects.get(low[back], 0)
    if n1 in _COMMON:
        total += nexts.get(low[after], 0)
    if n2 in _COMMON:
        total += seconds.get(low[after + 1], 0)
    if stream.text[at] != low[at]:
        total += cue_contexts()["*"].get("cap", 0)
    return total + cue_contexts()["*"].get("title", 0) if title else total


def _ahead(classes: list[str], at: int, last: int) -> list[str]:
    """The four classes after a token near the end of its sentence."""
    return (classes[at + 1 : last] + _BEYOND)[:4]


def _before_auxiliaries(classes: list[str], at: int, first: int) -> tuple[int, str]:
    """The token before a word's auxiliaries and adverbs, and which auxiliaries those are."""
    back = at - 1
    passive = have = False
    stop = max(first, at - 6)
    while back >= stop and classes[back] in AUXILIARY:
        label = classes[back]
        passive = passive or label in _BE
        have = have or label in _HAVE
        back -= 1
    return back, "be" if passive else "aux" if have else ""


@cache
def _of_stem(stem: str) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """What a stem's own contexts add: by the class after it, before it, before its auxiliaries."""
    after, before, subject = {}, {}, {}
    for label, weight in cue_contexts().get(stem, {}).items():
        if label.startswith(">"):
            after[label[1:]] = weight
        else:
            before[label[1:]] = weight
        if label.startswith("<<"):
            subject[label[2:]] = weight
    return after, before, subject


def clause_follows(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether what stands behind the verb at `at` can only be a clause: "it does", "that the"."""
    if at + 2 >= last or form_of(stream.low[at]) not in ("s", "ed") or at < 1:
        return False
    if stream.text[at] != stream.low[at] or classes[at - 1] not in _MAY_SPEAK:
        return False
    if stream.low[at + 1] == "that":
        return classes[at + 2] in _BEGIN_A_CLAUSE
    return classes[at + 1] in ("he", "it") and classes[at + 2] in _FINITE


def adds_that(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether a participle behind a comma can only tell a clause: ", complaining that it rains"."""
    if at < 1 or at + 2 >= last or classes[at] != "ing":
        return False
    return stream.text[at - 1] == "," and stream.low[at + 1] == "that"


def bids(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether a verb of bidding has both whom it bids and what: "advised the cyclist to rest"."""
    if stream.low[at] not in BIDS or at + 3 >= last or classes[at - 1 : at] == ["to"]:
        return False
    stop = min(last, at + _LONGEST_BIDDEN)
    to = next((i for i in range(at + 2, stop) if stream.low[i] == "to"), None)
    if to is None or to + 1 >= last or classes[to + 1] not in _BASES:
        return False
    return all(classes[i] in _BIDDEN for i in range(at + 1, to))


def denies_doing(stream: Stream, at: int, last: int) -> bool:
    """Whether it is denied, or admitted, that something was done: "denies stealing the money"."""
    low = stream.low
    if low[at] not in OWNS_UP or at + 2 >= last:
        return False
    return low[at + 1].endswith("ing") and len(low[at + 1]) > _SHORTEST_DOING


def court_hears(stream: Stream, at: int, last: int) -> bool:
    """Whether a court is told something: "the jury heard that S", "S, the jury heard"."""
    low = stream.low
    if low[at] in HEARS and (at + 1 >= last or stream.text[at + 1] in _FINAL):
        before = low[max(at - _NEAR_COMMA, 0) : at]
        return "," in before and not COURTS.isdisjoint(before[before.index(",") :])
    if low[at] not in HEARS or at < 1 or at + 2 >= last or low[at + 1] != "that":
        return False
    return low[at - 1] in COURTS


def ends_sentence(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether a verb that tells stands last, behind a comma and its subject: "…, X confirms"."""
    if at + 1 < last and stream.text[at + 1] not in _FINAL:
        return False
    if form_of(stream.low[at]) not in ("s", "ed") or stream.low[at] not in cue_forms():
        return False
    for back in range(at - 1, max(at - _NEAR_COMMA, 3), -1):
        if classes[back] == ",":
            return at - back > 1
        if classes[back] in AUXILIARY or classes[back] in ("to", "that", "who", "which"):
            return False
    return False


class _ByForm(dict[str, int]):
    """By class of a word in one place near a cue of a form: what it adds for a cue of any stem."""

    __slots__ = ("form", "place")

    def __init__(self, place: str, form: str) -> None:
        self.place, self.form = place, form

    def __missing__(self, label: str) -> int:
        get, here = cue_contexts()["*"].get, self.place + label
        total = self[label] = get(here, 0) + get(self.form + here, 0)
        return total


class _Summed(dict[str, int]):
    """By class of a word in one place near a cue: what it adds, each summed up once.

    `own` is what it adds for the cue's stem alone, `every` what it adds for any.
    """

    __slots__ = ("every", "own")

    def __init__(self, own: dict[str, int], every: _ByForm) -> None:
        self.own, self.every = own, every

    def __missing__(self, label: str) -> int:
        total = self[label] = self.own.get(label, 0) + self.every[label]
        return total


@cache
def _places(form: str) -> tuple[_ByForm, _ByForm, _ByForm]:
    """What classes add to a cue of a form: after it, before it, before its auxiliaries."""
    return _ByForm(">", form), _ByForm("<", form), _ByForm("<<", form)


class _Own:
    """A word that may be a cue: its weight, and what the classes around it add by themselves;
    `around` is what common words add (see `_words_around`)."""

    __slots__ = ("after", "around", "before", "subject", "weight")

    def __init__(self, low: str) -> None:
        word = cue_words()[low]
        self.weight = word.weight
        self.around = _words_around()
        places = zip(_of_stem(word.stem), _places(form_of(low)), strict=True)
        self.after, self.before, self.subject = (
            _Summed(own, every) if own else every for own, every in places
        )


class _Owns(dict[str, _Own]):
    """The words met before that may be cues."""

    def __missing__(self, low: str) -> _Own:
        own = self[low] = _Own(low)
        return own


_OWN = _Owns()


@cache
def _words_around() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """What common words add: the one before a cue's auxiliaries, the next, the one after that."""
    before, after, second = (
        {label[2:]: weight for label, weight in cue_contexts()["*"].items() if label[:2] == place}
        for place in ("s:", "n:", "m:")
    )
    return before, after, second


@lru_cache(maxsize=_KEPT)
def _onward(n1: str, n2: str, n3: str) -> int:
    """What the classes after a cue say together."""
    get = cue_contexts()["*"].get
    return get(">" + n1 + " " + n2, 0) + get(">>" + n2 + " " + n3, 0)


@lru_cache(maxsize=_KEPT)
def _backward(n1: str, ps: str, helped: str, pp: str) -> int:
    """What the classes before a cue say together, and with the one after it."""
    get = cue_contexts()["*"].get
    return get(">" + n1 + "<" + ps + helped, 0) + get("<<" + pp + " " + ps, 0)
