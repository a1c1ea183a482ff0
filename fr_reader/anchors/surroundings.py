"""Surroundings: how well what stands beside a place agrees, edits included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fr_reader.anchors.tokens import Tokens

_FAR = 400
"""How many tokens to a side are looked at."""

_WINDOW = 80
"""How long an insertion or deletion may be for the comparison to go on behind it, in tokens."""

_FOOTHOLD = 4
"""How many tokens must agree for it to go on."""

_GAPS = 8
"""How many such gaps are crossed."""

_TEXT_ENDS = 10
"""How many words it is worth that both texts end there."""

_WEAK = 3
"""So few words that agree beside a place say little for it."""

GOING_ON = 5
"""How many words agree on each side of a place that is amid a passage."""

_MARGIN = 3
"""How many words more must agree around a place than around its rivals …"""

_LONG = 30
"""… and without a break where other words that agree are near the rival too."""


@dataclass(frozen=True, slots=True)
class Side:
    """How many words agree on one side of a place.

    `words`: those that agree less those skipped between them; `run`: those that agree before
    anything is skipped; `led_on`: something agreed again behind what was skipped, or both texts
    ended there.
    """

    words: int
    run: int
    led_on: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What agrees before and after a place."""

    before: Side
    after: Side

    @classmethod
    def of(cls, old: Tokens, new: Tokens, at: int, to: int, length: int) -> Surroundings:
        """Around `length` tokens from `at` of the old and from `to` of the new text."""
        return cls(
            _agreeing(old, new, at - 1, to - 1, -1),
            _agreeing(old, new, at + length, to + length, 1),
        )

    @property
    def words(self) -> int:
        """How many words agree on both sides together."""
        return self.before.words + self.after.words

    @property
    def slight(self) -> bool:
        """Whether next to nothing agrees."""
        return self.words <= _WEAK

    def chance(self, other: Surroundings) -> bool:
        """Whether so few words agree, where `other` stands amid more, that it may be chance."""
        return self.slight and all(its.run < own.run for its, own in self._sides(other))

    def below(self, other: Surroundings) -> bool:
        """Whether less agrees here than around `other`, before and after, or too little to say."""
        return other.words >= self.words + _MARGIN and all(
            its.words < own.words or its.words == own.words <= _WEAK
            for its, own in self._sides(other)
        )

    def far_below(self, other: Surroundings) -> bool:
        """Whether less agrees here on each side, and in all not a third of it."""
        less = all(its.words < own.words for its, own in self._sides(other))
        return (less or self.slight) and self.words * 3 <= other.words

    def clear_of(self, other: Surroundings, side: Literal["before", "after"]) -> bool:
        """Whether on one side plainly more agrees here than around `other`, which breaks off."""
        own, its = (getattr(each, side) for each in (self, other))
        breaks_off = min(other.before.words, other.after.words) < GOING_ON
        return bool(breaks_off and own.words >= its.words + _MARGIN and own.run > its.run)

    def cut_out(self, other: Surroundings) -> bool:
        """Whether what stands here is a piece cut out of the middle of what `other` stands in."""
        return all(
            its.run + (_LONG if its.led_on else _MARGIN) <= own.run
            for its, own in self._sides(other)
        )

    def _sides(self, other: Surroundings) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
        return (self.before, other.before), (self.after, other.after)


def _agreeing(old: Tokens, new: Tokens, at: int, to: int, step: int) -> Side:
    """What agrees from token `at` of the old and `to` of the new text on, or, `step` -1, back."""
    one, other = old.ids, new.ids
    words = best = run = gaps = 0
    start = at
    while 0 <= at < len(one) and 0 <= to < len(other) and abs(at - start) < _FAR:
        if one[at] == other[to]:
            words += old.count(at, at + 1)
            best = max(best, words)
            run = words if not gaps else run
            at, to = at + step, to + step
            continue
        skip = _skipped(one, other, at, to, step) if gaps < _GAPS else None
        if skip is None:
            break
        gaps += 1
        words -= sum(skip)
        at, to = at + skip[0] * step, to + skip[1] * step
    ends = at in (-1, len(one)) and to in (-1, len(other))
    bonus = _TEXT_ENDS * ends
    return Side(max(best, words + bonus), run + (0 if gaps else bonus), bool(gaps or ends))


def _skipped(
    one: list[int], other: list[int], at: int, to: int, step: int
) -> tuple[int, int] | None:
    """How many tokens of each text to skip for the next that agree; None where there are none."""
    there: dict[tuple[int, ...], int] = {}
    for by, run in enumerate(_runs(other, to, step)):
        there.setdefault(run, by)
    skips = [(by, there[run]) for by, run in enumerate(_runs(one, at, step)) if run in there]
    return min(skips, key=lambda skip: (sum(skip), skip), default=None)


def _runs(tokens: list[int], start: int, step: int) -> list[tuple[int, ...]]:
    if step > 0:
        part = tokens[start : start + _WINDOW]
    else:
        part = tokens[max(0, start + 1 - _WINDOW) : start + 1][::-1]
    return [tuple(part[at : at + _FOOTHOLD]) for at in range(len(part) - _FOOTHOLD + 1)]
