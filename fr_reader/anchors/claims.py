"""Claims: which places of the new text a passage of the old one lays claim to, and its rivals.

A passage is placed without asking only where one block, and no other, carries the whole of it,
where no other passage of the old text is carried to the same place, and where the block is more
than a few words that could have met by chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fr_reader.anchors.blocks import Block, align
from fr_reader.anchors.islands import Islands
from fr_reader.anchors.surroundings import GOING_ON, Surroundings
from fr_reader.anchors.tokens import Tokens, compared

_LEAST_RUN = 5
"""Words a block must have for a passage at its edge, with a stranger beside it, to be placed …"""

_LEAST_ALONE = 3
"""… and words the passage itself must have then."""

_TOO_MANY = 200
"""Words that stand elsewhere so often are too common to be told apart."""

_LEAST_PIECE = 2
"""Words a half of a passage must have to be looked for elsewhere."""

_BESIDE = 2
"""Tokens beside a passage that must stand with its beginning, or end, where it may be torn."""

_Side = Literal["before", "after", ""]

Range = tuple[int, int]
"""Tokens from the first number to before the second one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A place the whole passage was carried to; `sure` where that cannot be chance."""

    new: Range
    sure: bool


class Claims:
    """Two texts, compared once; then any number of passages can be asked for."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = compared(old, new)
        self._blocks = align(self.old.ids, self.new.ids)
        self._from = _covering(len(self.old), [(b.old, b.size) for b in self._blocks])
        self._to = _covering(len(self.new), [(b.new, b.size) for b in self._blocks])
        self._islands = Islands(self._blocks, self.old, self.new)

    @property
    def kept(self) -> float:
        """The share of the old text's words that stand in the new one; 1 where it has none."""
        words = self.old.words[-1]
        there = sum(self.old.count(at, at + 1) for at, by in enumerate(self._from) if by)
        return there / words if words else 1.0

    def of(self, passage: Range) -> list[Claim]:
        """The places the whole of `passage` was carried to, each once, in text order."""
        first, end = passage
        whole = [n for n in self._from[first] if n in self._from[end - 1]]
        alone = len(whole) == 1 and not self._rivals(self._from, whole[0], passage, self.old)
        claims = {}
        for number in whole:
            block = self._blocks[number]
            new = first + block.shift, end + block.shift
            sure = alone and self._is_no_chance(block, passage)
            sure = sure and not self._islands.doubtful(block)
            sure = sure and not self._rivals(self._to, number, new, self.new)
            sure = sure and self.decided(passage, new)
            claims[new] = Claim(new, sure)
        return [claims[new] for new in sorted(claims)]

    def taken(self, place: Range, passage: Range) -> bool:
        """Whether most of a place of the new text comes from elsewhere than from `passage`."""
        first, end = passage
        strange = 0
        for at in range(*place):
            origins = [at - self._blocks[n].shift for n in self._to[at]]
            if origins and not any(first <= origin < end for origin in origins):
                strange += 1
        return strange * 2 > place[1] - place[0]

    def settled(self, passage: Range, place: Range) -> bool:
        """Whether nothing speaks against a place that no one block carries the passage to."""
        touching = {number for at in range(*place) for number in self._to[at]}
        doubtful = any(self._islands.doubtful(self._blocks[number]) for number in touching)
        return not doubtful and self.decided(passage, place)

    def decided(self, passage: Range, place: Range) -> bool:
        """Whether what stands around tells this passage and this place from all others alike.

        `place` has the words of `passage`. Where these words stand elsewhere too, in the new text
        or in the old one, what stands there must agree less, before them and after them. The same
        holds where one half of them stands: the other half may have been changed there.
        """
        at, to, length = passage[0], place[0], passage[1] - passage[0]
        half = length // 2
        return (
            self._only_there(at, to, length)
            and self._only_its(at, to, length)
            and not self._torn(at, to, length)
            and self._only_there(at, to, half, outside="before")
            and self._only_there(at + half, to + half, length - half, outside="after")
        )

    def _only_there(self, at: int, to: int, length: int, outside: _Side = "") -> bool:
        """Whether no other place of the new text may be that of these tokens.

        They may be one half of a passage, on whose `outside` more must agree than elsewhere.
        """
        if outside and self.old.count(at, at + length) < _LEAST_PIECE:
            return True
        news = [new for new in self.new.places(self.old.ids[at : at + length]) if new != to]
        if len(news) > _TOO_MANY:
            return False
        here = self._around(at, to, length)
        for new in news:
            if outside and here.clear_of(self._around(at, new, length), outside):
                continue
            by = self._carried_by(self._to, new, length, -1)
            better = [(old, new) for old in by if old != at]
            if not self._outdone((at, new), better, here, length):
                return False
        return True

    def _torn(self, at: int, to: int, length: int) -> bool:
        """Whether its beginning stands elsewhere behind what stood before it, and its end likewise.

        So it is where a copy of it was put between the two. Where the whole of it stands is not
        looked at.
        """
        last = at + length - 1
        lead, trail = min(_BESIDE, at), min(_BESIDE, len(self.old) - 1 - last)
        here, ids = self._around(at, to, length), self.old.ids
        whole = set(self.new.places(ids[at : at + length]))
        begins = {place + lead for place in self.new.places(ids[at - lead : at + 1])} - whole
        ends = set(self.new.places(ids[last : last + trail + 1])) - {
            place + length - 1 for place in whole
        }
        if len(begins) + len(ends) > _TOO_MANY:
            return bool(lead and trail)
        before, after = min(here.before.run, GOING_ON), min(here.after.run, GOING_ON)
        return any(self._around(at, place, 1).before.run >= before for place in begins) and any(
            self._around(last, place, 1).after.run >= after for place in ends
        )

    def _only_its(self, at: int, to: int, length: int) -> bool:
        """Whether no other passage of the old text may be the one that stands there."""
        olds = [old for old in self.old.places(self.old.ids[at : at + length]) if old != at]
        if len(olds) > _TOO_MANY:
            return False
        here = self._around(at, to, length)
        for old in olds:
            by = self._carried_by(self._from, old, length, 1)
            better = [(old, new) for new in by if new != to]
            if not self._outdone((old, to), better, here, length):
                return False
        return True

    def _outdone(self, rival: Range, better: list[Range], here: Surroundings, length: int) -> bool:
        """Whether next to nothing speaks for a rival, or it belongs to another pair of places.

        A rival nobody else lays claim to is a copy, or else it is the original. It is a copy where
        it is plainly a piece of what stands unbroken elsewhere.
        """
        its = self._around(*rival, length)
        if its.chance(here) or (its.far_below(here) and its.cut_out(here)):
            return True
        others = [self._around(*pair, length) for pair in better]
        return any(its.far_below(it) or (its.below(here) and its.below(it)) for it in others)

    def _carried_by(
        self, covering: list[tuple[int, ...]], first: int, length: int, sign: int
    ) -> list[int]:
        """Where blocks carry the whole of `length` tokens from `first` on, or, -1, from where."""
        both = [n for n in covering[first] if n in covering[first + length - 1]]
        return [first + sign * self._blocks[n].shift for n in both]

    def _around(self, at: int, to: int, length: int) -> Surroundings:
        return Surroundings.of(self.old, self.new, at, to, length)

    def carried(self, token: int) -> int | None:
        """Where a token of the old text stands now; None where that is not one place."""
        places = {token + self._blocks[n].shift for n in self._from[token]}
        return places.pop() if len(places) == 1 else None

    def _is_no_chance(self, block: Block, passage: Range) -> bool:
        old, end = self.old, block.old + block.size
        before = old.count(block.old, passage[0]) or (not block.old and not block.new)
        after = old.count(passage[1], end) or (
            end == len(self.old) and end + block.shift == len(self.new)
        )
        if before and after:
            return True
        enough = old.count(block.old, end) >= _LEAST_RUN
        return enough and old.count(*passage) >= _LEAST_ALONE

    def _rivals(
        self, covering: list[tuple[int, ...]], own: int, place: Range, text: Tokens
    ) -> bool:
        """Whether other blocks, going elsewhere, have half of the words of `place` or more."""
        shift = self._blocks[own].shift
        elsewhere = sum(
            text.count(at, at + 1)
            for at in range(*place)
            if any(self._blocks[number].shift != shift for number in covering[at])
        )
        return elsewhere > 0 and elsewhere * 2 >= text.count(*place)


def _covering(length: int, ranges: list[Range]) -> list[tuple[int, ...]]:
    """For each token the numbers of the ranges, given as start and size, that have it."""
    covering: list[tuple[int, ...]] = [()] * length
    for number, (start, size) in enumerate(ranges):
        for at in range(start, start + size):
            covering[at] += (number,)
    return covering
