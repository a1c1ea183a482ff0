"""Contexts: what stands around a word that may be a cue, as a few labels whose weights add up."""

from __future__ import annotations

from functools import lru_cache

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.weights import Word, contexts_of_form, cue_contexts
from fr_reader.text.stream import Stream

_SKIP = frozenset(("adv", "not"))
AUXILIARY = frozenset(("be", "been", "have", "do", "mod", "adv", "not"))
"""The classes of what may stand between a subject and its verb."""
_BE = frozenset(("be", "been"))
_HAVE = frozenset(("have", "mod"))
_COMMON = frozenset(("w", "s", "ed", "ing"))
_COMMON_BEFORE = _COMMON | {"adv"}
_NONE: dict[str, int] = {}
_KEPT = 20_000
"""So many labels are kept of each kind; making them takes longer than finding them again."""
_ED = word_set("said told found thought wrote known seen made")


def context(stream: Stream, classes: list[str], at: int, first: int, last: int) -> list[str]:
    """The labels for the token at `at` in its sentence `[first, last)`.

    `>x` is the class after it, `>x y` the two after it, `>>x y` the two after that, `<x` the class
    before it, `<<x` the class before its auxiliaries and adverbs with "be" or "aux" if these are
    there; `s:`, `n:` and `m:` are common words that stand before it and after it.
    """
    n1 = classes[at + 1] if at + 1 < last else END
    n2 = classes[at + 2] if at + 2 < last else END
    n3 = classes[at + 3] if at + 3 < last else END
    after = at + 1
    if n1 in _SKIP:
        n1, n2, n3 = n2, n3, (classes[at + 4] if at + 4 < last else END)
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
    ps_be = ps + ("be" if passive else ("aux" if have else ""))
    low = stream.low
    after1, after2, far = _after(n1, n2, n3)
    before, behind, pair = _before(p1, ps_be, pp, ps)
    return [
        after1,
        before,
        behind,
        after2,
        pair,
        _around(n1, ps_be),
        far,
        "s:" + low[back] if ps in _COMMON_BEFORE and back >= first else "",
        "n:" + low[after] if n1 in _COMMON else "",
        "m:" + low[after + 1] if n2 in _COMMON else "",
    ]


@lru_cache(maxsize=_KEPT)
def _after(n1: str, n2: str, n3: str) -> tuple[str, str, str]:
    return ">" + n1, ">" + n1 + " " + n2, ">>" + n2 + " " + n3


@lru_cache(maxsize=_KEPT)
def _before(p1: str, ps_be: str, pp: str, ps: str) -> tuple[str, str, str]:
    return "<" + p1, "<<" + ps_be, "<<" + pp + " " + ps


@lru_cache(maxsize=_KEPT)
def _around(n1: str, ps_be: str) -> str:
    return ">" + n1 + "<" + ps_be


def form_of(low: str) -> str:
    """The form of a cue by its look: `ing`, `ed`, `s` or `b` for any other."""
    if low.endswith("ing"):
        return "ing"
    if low.endswith("ed") or low in _ED:
        return "ed"
    return "s" if low.endswith("s") else "b"


def cue_score(word: Word, low: str, labels: list[str], *, capital: bool, title: bool) -> int:
    """How much speaks for a cue, in tenths of log-odds; `labels` are its context."""
    table = cue_contexts()
    every = table["*"]
    total = word.weight
    for label in labels:
        if label in every:
            total += every[label]
    own, formed = table.get(word.stem, _NONE), contexts_of_form(form_of(low))
    for label in labels[:3]:
        total += own.get(label, 0) + formed.get(label, 0)
    if capital:
        total += every.get("cap", 0)
    if title:
        total += every.get("title", 0)
    return total
