"""Tokens of a folded text: words, and every other sign by itself, as numbers to compare."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from fr_reader.anchors.folding import Folded, fold
from fr_reader.model import Span

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts written without blanks between words: there each character counts as one."""

_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w ]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens.

    `raw` is the text before it was folded; `ids[i]` is the same number for the same token in both
    of two compared texts; token `i` is `[starts[i], ends[i])` in the folded text; `words[i]` is
    how many words come before it; `index` says where a number stands.
    """

    raw: str
    folded: Folded
    ids: list[int]
    starts: array[int]
    ends: array[int]
    words: list[int]
    index: dict[int, list[int]]

    def __len__(self) -> int:
        return len(self.ids)

    def count(self, start: int, end: int) -> int:
        """How many words tokens `[start, end)` hold."""
        return self.words[end] - self.words[start] if start < end else 0

    def of(self, span: Span) -> tuple[int, int]:
        """The range of tokens that `span` of the text touches; empty where it holds none."""
        start, end = self.folded.inside(span)
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def broken(self, start: int, end: int) -> bool:
        """Whether a line, or the text, ends between the tokens before `start` and from `end` on."""
        folded = self.folded
        if not start or end == len(self):
            return True
        last, first = self.ends[start - 1] - 1, self.starts[end]
        return "\n" in self.raw[folded.ends[last] : folded.starts[first]]

    def places(self, ids: list[int]) -> list[int]:
        """Where these tokens stand one after the other."""
        rarest = min(range(len(ids)), key=lambda at: len(self.index.get(ids[at], ())))
        starts = (place - rarest for place in self.index.get(ids[rarest], ()))
        return [at for at in starts if at >= 0 and self.ids[at : at + len(ids)] == ids]

    def text(self, start: int, end: int) -> str:
        """The folded text of tokens `[start, end)`."""
        return self.folded.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def span(self, start: int, end: int) -> Span:
        """Where tokens `[start, end)` stand in the text."""
        folded = self.folded
        return Span(folded.starts[self.starts[start]], folded.ends[self.ends[end - 1] - 1])


def compared(*texts: str) -> tuple[Tokens, ...]:
    """Texts as tokens that can be compared with each other."""
    numbers: dict[str, int] = {}
    return tuple(_tokens(text, numbers) for text in texts)


def _tokens(raw: str, numbers: dict[str, int]) -> Tokens:
    folded = fold(raw)
    starts, ends, ids, word = array("q"), array("q"), [], []
    for found in _TOKEN.finditer(folded.text):
        token = found.group()
        starts.append(found.start())
        ends.append(found.end())
        ids.append(numbers.setdefault(token, len(numbers)))
        word.append(token[0].isalnum())
    index: dict[int, list[int]] = {}
    for at, number in enumerate(ids):
        index.setdefault(number, []).append(at)
    return Tokens(raw, folded, ids, starts, ends, [0, *accumulate(word)], index)
