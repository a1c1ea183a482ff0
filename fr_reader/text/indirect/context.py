"""Contexts: what stands around a word that may be a cue, as a few labels whose weights add up."""

from __future__ import annotations

from functools import lru_cache

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.weights import Word, cue_contexts
from fr_reader.text.stream import Stream

_FORMS = ("ing", "ed", "s", "b")
_SKIP = frozenset(("adv", "not"))
AUXILIARY = frozenset(("be", "been", "have", "do", "mod", "adv", "not"))
"""The classes of what may stand between a subject and its verb."""
_BE = frozenset(("be", "been"))
_HAVE = frozenset(("have", "mod"))
_COMMON = frozenset(("w", "s", "ed", "ing"))
_COMMON_BEFORE = _COMMON | {"adv"}
_KEPT = 20_000
"""So many groups of labels are kept of each kind; making one takes longer than finding it."""
_ED = word_set("said told found thought wrote known seen made")


class Group:
    """Labels that depend on the same few classes, with what they add to each form of a cue.

    For the first `formed` of them, its `own`, a stem or a form may have weights of its own.
    """

    __slots__ = ("labels", "own", "weights")

    def __init__(self, *labels: str, formed: int = 0) -> None:
        every = cue_contexts()["*"]
        total = sum(every.get(label, 0) for label in labels)
        self.labels = labels
        self.own = labels[:formed]
        self.weights = {
            form: total + sum(every.get(form + label, 0) for label in self.own) for form in _FORMS
        }


Context = tuple[tuple[Group, ...], list[str]]
"""What stands around a word: by its classes, and as labels of common words."""


def context(stream: Stream, classes: list[str], at: int, first: int, last: int) -> Context:
    """The labels for the token at `at` in its sentence `[first, last)`.

    `>x` is the class after it, `>x y` the two after it, `>>x y` the two after that, `<x` the class
    before it, `<<x` the class before its auxiliaries and adverbs with "be" or "aux" if these are
    there; `s:`, `n:` and `m:` are common words that stand before it and after it.
    """
    n1, n2, n3, n4 = [*classes[at + 1 : min(at + 5, last)], END, END, END, END][:4]
    after = at + 1
    if n1 in _SKIP:
        n1, n2, n3 = n2, n3, n4
        after += 1
    p1 = classes[at - 1] if at > first else START
    back = at - 1
    passive = have = False
    stop = max(first, at - 6)
    while back >= stop and classes[back] in AUXILIARY:
        label = classes[back]
        passive = passive or label in _BE
        have = have or label in _HAVE
        back -= 1
    ps = classes[back] if back >= first else START
    pp = classes[back - 1] if back > first else START
    ps_be = ps + "be" if passive else ps + "aux" if have else ps
    low = stream.low
    words = []
    if ps in _COMMON_BEFORE and back >= first:
        words.append("s:" + low[back])
    if n1 in _COMMON:
        words.append("n:" + low[after])
    if n2 in _COMMON:
        words.append("m:" + low[after + 1])
    return (_after(n1, n2), _before(p1, ps_be, pp, ps), _around(n1, ps_be), _far(n2, n3)), words


@lru_cache(maxsize=_KEPT)
def _after(n1: str, n2: str) -> Group:
    return Group(f">{n1}", f">{n1} {n2}", formed=1)


@lru_cache(maxsize=_KEPT)
def _before(p1: str, ps_be: str, pp: str, ps: str) -> Group:
    return Group(f"<{p1}", f"<<{ps_be}", f"<<{pp} {ps}", formed=2)


@lru_cache(maxsize=_KEPT)
def _around(n1: str, ps_be: str) -> Group:
    return Group(f">{n1}<{ps_be}")


@lru_cache(maxsize=_KEPT)
def _far(n2: str, n3: str) -> Group:
    return Group(f">>{n2} {n3}")


def form_of(low: str) -> str:
    """The form of a cue by its look: `ing`, `ed`, `s` or `b` for any other."""
    if low.endswith("ing"):
        return "ing"
    if low.endswith("ed") or low in _ED:
        return "ed"
    return "s" if low.endswith("s") else "b"


def cue_score(word: Word, low: str, around: Context, *, capital: bool, title: bool) -> int:
    """How much speaks for a cue, in tenths of log-odds."""
    table = cue_contexts()
    every, own = table["*"], table.get(word.stem)
    form = form_of(low)
    groups, words = around
    total = word.weight
    for group in groups:
        total += group.weights[form]
        if own is not None:
            for label in group.own:
                total += own.get(label, 0)
    for label in words:
        total += every.get(label, 0)
    if capital:
        total += every.get("cap", 0)
    if title:
        total += every.get("title", 0)
    return total
