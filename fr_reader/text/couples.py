"""Couples: people named together, whom “they” and “the pair” mean: "Ann Oak and her son, Bo"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from fr_reader.model import Span
from fr_reader.text.grammar import word_set
from fr_reader.text.register import Names

_JOINED = re.compile(
    r"(?: \((?:[^()\n]{1,20})\)|, \d{1,3},|,[^,.;:“”\"()\n]{1,60},)? and "
    r"(?:(?:his|her|their|the|a|an) (?:[^\W\d_][\w’'-]{0,20},? ){1,5}"
    r"|(?:[A-Z][\w’'-]{0,20}\.? ){0,3})"
)
"""What may stand between two people named together: “, the mayor, and her deputy, ”."""
_NEAREST = len(" and ")
_FAR = 160
PAIRS = word_set("pair two duo couple twins brothers sisters siblings newlyweds partners friends")
"""What two people named together are called when they speak."""


class Couples:
    """The people an article names together outside quotations, by where the first is named."""

    def __init__(self, text: str, names: Names, quoted: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._together: list[tuple[str, ...]] = []
        begins = [span.start for span in quoted]
        for at, (one, other) in enumerate(zip(names.all, names.all[1:], strict=False)):
            gap = other.start - one.end
            if not _NEAREST <= gap <= _FAR or text.find(" and ", one.end, other.start) < 0:
                continue
            if not _JOINED.fullmatch(text, one.end, other.start):
                continue
            near = bisect_left(begins, other.start)
            if near and quoted[near - 1].end > one.start:
                continue
            first, second = names.person(one), names.person(other)
            if first is None or second is None or first == second:
                continue
            before = names.all[at - 1] if at else None
            listed = before is not None and text[before.end : one.start] == ", "
            third = names.person(before) if before is not None and listed else None
            self._starts.append(one.start)
            self._together.append((third, first, second) if third else (first, second))

    def before(self, offset: int) -> tuple[int, tuple[str, ...]] | None:
        """Those named together last before `offset`, and where."""
        last = bisect_left(self._starts, offset)
        return (self._starts[last - 1], self._together[last - 1]) if last else None


def in_words(people: Sequence[str]) -> str:
    """“Ann Oak, Bo Elm and Cy Ash”."""
    return ", ".join(people[:-1]) + " and " + people[-1]
