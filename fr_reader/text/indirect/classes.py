"""Word classes: one short label a token, so that contexts of cues can be counted and looked up.

Function words that matter to what follows a cue have a label of their own; other words are told
by their look alone (capital, number, -ed, -ing, -ly, -s).
"""

from __future__ import annotations

from collections.abc import Set

from fr_reader.text.grammar import (
    ADVERBS,
    OBJECT_PRONOUNS,
    TIME_WORDS,
    is_adverb,
    word_set,
)
from fr_reader.text.stream import QUOTED

START, END = "<", ">"
"""The labels of what stands before the first token of a sentence and after its last."""

_GROUPS = {
    "he": "he she we they i",
    "it": "it there",
    "you": "you",
    "be": "is are was were am isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't",
    "been": "been be being",
    "have": "has have had having hasn’t hasn't haven’t haven't hadn’t hadn't",
    "do": "do does did don’t don't doesn’t doesn't didn’t didn't",
    "mod": "will would can could may might must shall should won’t won't wouldn’t wouldn't can’t"
    " can't cannot couldn’t couldn't shouldn’t shouldn't 'll 'd",
    "not": "not n’t n't never",
    "the": "the",
    "a": "a an",
    "his": "his its their my our your whose",
    "her": "her",
    "this": "this these those such some any no every each all both another",
    "wh": "what how why where whether whatever whoever",
    "when": "when while as because since although though after before until unless once",
    "and": "and or nor",
    "but": "but yet",
    "from": "from at into through during under over between among without upon toward towards"
    " after before since following amid despite",
}
_SELF = "that to by of for on in about with as against if who which than like so out up that's"
_MARKS = {".": ".", "!": ".", "?": ".", "…": ".", "—": "-", "–": "-", "--": "-", "―": "-", "’": "'"}


def _table() -> dict[str, str]:
    table = {word: word for word in _SELF.split()}
    for label, words in _GROUPS.items():
        for word in words.split():
            table.setdefault(word, label)
    for word in OBJECT_PRONOUNS:
        table.setdefault(word, "him")
    for word in ADVERBS:
        table.setdefault(word, "adv")
    for word in TIME_WORDS:
        table.setdefault(word, "time")
    table[QUOTED.lower()] = "Q"
    return table


_TABLE = _table()
_ENDINGS = (("ed", "ed"), ("ing", "ing"), ("s", "s"))
_SHORT = word_set("need feed bed red seed king thing ring bring spring sing wing")


class _Known(dict[str, str]):
    """The labels of tokens met before, so that each is told once; there are only so many."""

    def __missing__(self, token: str) -> str:
        label = word_class(token, token.lower())
        if len(self) < _MOST:
            self[token] = label
        return label


_MOST = 100_000
_KNOWN = _Known()


def words_of(labels: Set[str]) -> frozenset[str]:
    """The words in lower case that have one of the labels, unless their capitals tell otherwise."""
    return frozenset(word for word, label in _TABLE.items() if label in labels)


def word_classes(tokens: list[str]) -> list[str]:
    """The labels of a row of tokens."""
    return list(map(_KNOWN.__getitem__, tokens))


def word_class(token: str, low: str) -> str:
    """The label of a token; `low` is it in lower case."""
    label = _TABLE.get(low) if token not in ("May", "Will") else None
    if label is not None and not (label == "time" and token != low):
        return label
    first = token[0]
    if not first.isalnum():
        return _MARKS.get(token, token if token in ",:;()$\"'“" else "?")
    if first.isupper():
        return "Time" if label else "Cap"
    if first.isdigit():
        return "num"
    if is_adverb(token):
        return "adv"
    if low not in _SHORT:
        for ending, name in _ENDINGS:
            if low.endswith(ending) and len(low) > 3:
                return name
    return "w"
