"""Contexts: what stands around a word that may be a cue, as a few labels whose weights add up."""

from __future__ import annotations

from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.classes import END, START
from fr_reader.text.indirect.weights import Word, cue_contexts
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
_NEAR_COMMA = 8
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
    return [
        ">" + n1,
        "<" + p1,
        "<<" + ps_be,
        ">" + n1 + " " + n2,
        "<<" + pp + " " + ps,
        ">" + n1 + "<" + ps_be,
        ">>" + n2 + " " + n3,
        "s:" + low[back] if back >= first and ps in _COMMON_BEFORE else "",
        "n:" + low[after] if n1 in _COMMON else "",
        "m:" + low[after + 1] if n2 in _COMMON else "",
    ]


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
    every, own = table["*"], table.get(word.stem, {})
    form = form_of(low)
    total = word.weight
    for label in labels:
        if label in every:
            total += every[label]
    for label in labels[:3]:
        total += own.get(label, 0) + every.get(form + label, 0)
    if capital:
        total += every.get("cap", 0)
    if title:
        total += every.get("title", 0)
    return total


def clause_follows(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether what stands behind the verb at `at` can only be a clause: "it does", "that the"."""
    if at + 2 >= last or form_of(stream.low[at]) not in ("s", "ed") or at < 1:
        return False
    if stream.text[at] != stream.low[at] or classes[at - 1] not in _MAY_SPEAK:
        return False
    if stream.low[at + 1] == "that":
        return classes[at + 2] in _BEGIN_A_CLAUSE
    return classes[at + 1] in ("he", "it") and classes[at + 2] in _FINITE


def ends_sentence(stream: Stream, classes: list[str], at: int, last: int) -> bool:
    """Whether a verb that tells stands last, its subject behind a comma: "…, the mayor confirms"."""
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
