"""Tokens: what stands between two spaces, told into words, numbers and marks.

The same chunks come again and again, so each is told once and kept.
"""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from fr_reader.text.grammar import ABBREVIATIONS
from fr_reader.text.indirect.weights import cue_words
from fr_reader.text.word_kinds import WordKinds, kind_of_word
from fr_reader.text.words import TOKEN

_LONGEST = 40
"""Longer chunks are not kept."""
_SHORT = 4
"""Bare digits up to so many are kept: years."""
_MOST = 50_000
"""When so many chunks are kept, all are dropped and telling begins anew."""
_ENDS = frozenset(".!?…")
_TAILS = frozenset(",;:!?")
"""Behind a plain word each of these is a token, whatever the word."""


Telling = tuple[tuple[int, ...], tuple[int, ...]]
"""The numbers of the tokens that a sentence may end with, and of those that may be cues."""
Chunk = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], Telling | None]
"""The tokens of a chunk, these in lower case, their kinds, and which are telling, if any is."""


class Chunks(dict[str, Chunk]):
    """What chunks met before were told into."""

    def __missing__(self, text: str) -> Chunk:
        if text.isalnum():
            if text.isascii() and text.isdigit():
                return self._number(text)
            chunk = _word(intern(text))
        elif (mark := text[-1:]) in _TAILS and text[:-1].isalnum():
            chunk = _joined(self[text[:-1]], mark)
        else:
            chunk = _chunk(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = chunk
        return chunk

    def _number(self, text: str) -> Chunk:
        """Bare digits are one token of one kind; long ones seldom come again and are not kept."""
        tokens = (text,)
        chunk: Chunk = tokens, tokens, _NUMBER, None
        if len(text) <= _SHORT:
            self[text] = chunk
        return chunk


def _word(word: str) -> Chunk:
    """The chunk that a bare word is."""
    low, kinds = _LOWER[word], (_KINDS[word],)
    tokens = (word,)
    telling = _CUE if low in cue_words() else None
    return tokens, tokens if low == word else (low,), _SHARED.setdefault(kinds, kinds), telling


def _joined(word: Chunk, mark: str) -> Chunk:
    """The chunk of a bare word and the mark behind it."""
    tokens, low, kinds, telling = word
    joined = *tokens, mark
    cues = telling[1] if telling is not None else ()
    ends = (1,) if mark in _ENDS else ()
    return (
        joined,
        joined if low is tokens else (*low, mark),
        (*kinds, _KINDS[mark]),
        (ends, cues) if ends or cues else None,
    )


def _chunk(text: str) -> Chunk:
    tokens = tuple([intern(token) for token, _, _ in told(text)])
    low = tuple(map(_LOWER.__getitem__, tokens))
    kinds = tuple(map(_KINDS.__getitem__, tokens))
    ends = tuple([at for at, token in enumerate(tokens) if token[-1] in _ENDS])
    known = cue_words()
    cues = tuple([at for at, word in enumerate(low) if word in known])
    telling = (ends, cues) if ends or cues else None
    kinds = _SHARED.setdefault(kinds, kinds) if len(kinds) == 1 else kinds
    return tokens, tokens if low == tokens else low, kinds, telling


class Lower(dict[str, str]):
    """Tokens met before in lower case."""

    def __missing__(self, token: str) -> str:
        low = intern(token.lower())
        if len(token) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[token] = low
        return low


_LOWER = Lower()
_KINDS = WordKinds()
_CUE: Telling = ((), (0,))
"""What is told of a bare word that may be a cue."""
_NUMBER = (kind_of_word("0"),)
_SHARED: dict[tuple[int, ...], tuple[int, ...]] = {}
"""The kinds of single tokens, each kept once."""


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
