"""Tokens: what stands between two spaces, told into words, numbers and marks.

The same chunks come again and again, so each is told once and kept.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from sys import intern
from typing import TypeVar

from fr_reader.text.grammar import ABBREVIATIONS
from fr_reader.text.indirect.weights import cue_words
from fr_reader.text.word_kinds import NUMBER, kind_of_word
from fr_reader.text.words import TOKEN

_T = TypeVar("_T")
_LONGEST = 40
"""Longer chunks are not kept."""
_SHORT = 4
"""Bare digits up to so many are kept: years."""
_MOST = 50_000
"""When so many chunks are kept, all are dropped and telling begins anew."""
_ENDS = frozenset(".!?…")
_TAILS = frozenset(",;:!?")
"""Behind a plain word each of these is a token, whatever the word."""


Telling = tuple[int, tuple[int, ...], tuple[int, ...]]
"""How many tokens there are more than one, the numbers of those that a sentence may end with, and
of those that may be cues."""
Chunk = tuple[tuple[str, ...], Telling | None]
"""The tokens of a chunk, and what is to be told of them: of a plain word alone nothing is."""


class Chunks(dict[str, Chunk]):
    """What chunks met before were told into."""

    def __missing__(self, text: str) -> Chunk:
        chunk: Chunk = ((text,), None) if _is_number(text) else _chunk(text)
        if is_kept(text):
            if len(self) >= _MOST:
                self.clear()
            self[text] = chunk
        return chunk


def _is_number(text: str) -> bool:
    """Whether nothing but the digits 0 to 9 stands there, which is one token of one kind."""
    return text.isascii() and text.isdigit()


def is_kept(text: str) -> bool:
    """Whether a chunk or token may come again: it is not long, and no long row of bare digits."""
    return len(text) <= (_SHORT if _is_number(text) else _LONGEST)


def looked_up(table: dict[str, _T], keys: list[str]) -> list[_T]:
    """What a table has for each of some keys; all are asked for at once, which is quicker."""
    if len(keys) > 1:
        return list(itemgetter(*keys)(table))
    return [table[key] for key in keys]


def _chunk(text: str) -> Chunk:
    tokens = tuple(intern(token) for token in _tokens(text))
    ends = tuple(at for at, token in enumerate(tokens) if token[-1] in _ENDS)
    cues = tuple(at for at, token in enumerate(tokens) if token.lower() in cue_words())
    more = len(tokens) - 1
    return tokens, (more, ends, cues) if more or ends or cues else None


def _tokens(text: str) -> tuple[str, ...]:
    if text.isalnum():
        return (text,)
    word, mark = text[:-1], text[-1:]
    if mark in _TAILS and word.isalnum():
        return word, mark
    return tuple(token for token, _, _ in told(text))


class Lower(dict[str, str]):
    """Tokens met before in lower case."""

    def __missing__(self, token: str) -> str:
        low = intern(token.lower())
        if is_kept(token):
            if len(self) >= _MOST:
                self.clear()
            self[token] = low
        return low


class Kinds(dict[str, int]):
    """The kinds of the tokens met before."""

    def __missing__(self, token: str) -> int:
        kind = NUMBER if _is_number(token) else kind_of_word(token)
        if is_kept(token):
            if len(self) >= _MOST:
                self.clear()
            self[token] = kind
        return kind


@lru_cache(maxsize=10_000)
def told(text: str) -> tuple[tuple[str, int, int], ...]:
    """The tokens of `text`, with where each starts and ends in it.

    A full stop after an abbreviation is part of it.
    """
    found: list[tuple[str, int, int]] = []
    before = ""
    for match in TOKEN.finditer(text):
        token, (start, end) = match.group(), match.span()
        if token == "." and found and found[-1][2] == start and _abbreviates(before):
            found[-1] = found[-1][0] + token, found[-1][1], end
        else:
            found.append((token, start, end))
        before = token
    return tuple(found)


def _abbreviates(word: str) -> bool:
    """Whether a full stop after the word belongs to it: "Sen.", "J."."""
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())
