"""Searching: the words of a lost passage, changed a little, among those of the new text.

Seeds are the pairs of tokens of the passage that are rarest in the new text. Around each the
nearest part of the text is measured, until the budget of work is spent; the work is counted, not
timed, so the same texts always give the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fr_reader.anchors.likeness import likeness, nearest
from fr_reader.anchors.tokens import Tokens

_SEEDS = 12
_OFTEN = 12
"""A pair of tokens that stands in more places than this is no seed."""

_BUDGET = 40_000
"""How many characters of the new text may be measured for one passage."""


class Search:
    """One text to search in; what it needs is made once."""

    def __init__(self, text: Tokens) -> None:
        self._text = text
        self._pairs: dict[tuple[int, int], list[int]] = {}
        for at, pair in enumerate(pairwise(text.ids)):
            self._pairs.setdefault(pair, []).append(at)

    def near(self, old: Tokens, first: int, end: int) -> Iterator[tuple[float, int, int]]:
        """Places like tokens `[first, end)` of `old`: likeness, first token, end."""
        passage, spent = old.text(first, end), 0
        tried: list[tuple[int, int]] = []
        for start in self._starts(old.ids[first:end]):
            lo, hi = self._window(start, end - first)
            if any(
                low <= lo + (hi - lo) // 4 and hi - (hi - lo) // 4 <= high for low, high in tried
            ):
                continue
            tried.append((lo, hi))
            spent += self._text.ends[hi - 1] - self._text.starts[lo]
            if spent > _BUDGET:
                return
            yield self.within(passage, lo, hi)

    def within(self, passage: str, first: int, end: int) -> tuple[float, int, int]:
        """The whole tokens among `[first, end)` nearest to `passage`: likeness, first, end."""
        text = self._text
        _, start, stop = nearest(passage, text.text(first, end))
        start, stop = start + text.starts[first], stop + text.starts[first]
        while first < end and text.ends[first] <= start:
            first += 1
        while end > first and text.starts[end - 1] >= stop:
            end -= 1
        return likeness(passage, text.text(first, end)), first, end

    def _starts(self, ids: list[int]) -> Iterator[int]:
        """Where the passage would begin in the text, judged by its rarest pairs."""
        pairs = enumerate(pairwise(ids))
        seeds = [(len(self._pairs[pair]), at, pair) for at, pair in pairs if pair in self._pairs]
        for often, at, pair in sorted(seeds)[:_SEEDS]:
            if often <= _OFTEN:
                yield from (place - at for place in self._pairs[pair])

    def _window(self, start: int, length: int) -> tuple[int, int]:
        slack = length // 4 + 3
        lo = max(0, min(start - slack, len(self._text) - 1))
        return lo, max(lo + 1, min(start + length + slack, len(self._text)))
