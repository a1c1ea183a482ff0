"""Blocks: which stretches of an old text stand, word for word, in a new one, and where.

A run of tokens that occurs once in the old text and once in the new is a landmark: it was there
and is there, wherever it has gone. Landmarks grow in both directions as far as the tokens agree,
and what lies between two neighbouring blocks is compared again with shorter landmarks. The work
grows in proportion to the texts. Nothing assumes that the order was kept, so moved paragraphs are
found like all others; where a passage was doubled, the blocks that grow into its copies from
different sides show that two places lay claim to it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LANDMARK = 5
"""Tokens in a landmark, to begin with."""

_BETWEEN = (3, 2, 1)
"""Tokens in a landmark between two blocks that are neighbours in both texts …"""

_BESIDE = (3,)
"""… and beside a block whose neighbours went elsewhere."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Tokens `[old, old + size)` of the old text are `[new, new + size)` of the new one."""

    old: int
    new: int
    size: int

    @property
    def shift(self) -> int:
        """How much further on the tokens stand in the new text."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class _Area:
    """The part of each text that is compared: tokens `[old, old_end)` and `[new, new_end)`."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def empty(self) -> bool:
        return self.old >= self.old_end or self.new >= self.new_end


def align(old: Sequence[int], new: Sequence[int]) -> list[Block]:
    """The blocks two sequences of tokens have in common, in the order of the old one.

    Blocks overlap where a passage could have come from, or gone to, more than one place.
    """
    whole = _Area(0, len(old), 0, len(new))
    blocks = _grown(old, new, whole, LANDMARK)
    for area, lengths in list(_gaps(blocks, whole)):
        blocks += _within(old, new, area, lengths)
    return sorted(set(blocks))


def _grown(old: Sequence[int], new: Sequence[int], area: _Area, length: int) -> list[Block]:
    """The landmarks of `length` tokens in `area`, grown as far as they go, in old order."""
    there = _once(new, area.new, area.new_end, length)
    blocks: list[Block] = []
    reached: dict[int, int] = {}
    for run, at in _once(old, area.old, area.old_end, length).items():
        to = there.get(run, -1)
        if at < 0 or to < 0 or reached.get(to - at, -1) >= at + length:
            continue
        start, end = at, at + length
        while start > area.old and start + to - at > area.new:
            if old[start - 1] != new[start - 1 + to - at]:
                break
            start -= 1
        while end < area.old_end and end + to - at < area.new_end:
            if old[end] != new[end + to - at]:
                break
            end += 1
        reached[to - at] = end
        blocks.append(Block(start, start + to - at, end - start))
    return sorted(blocks)


def _once(tokens: Sequence[int], start: int, end: int, length: int) -> dict[tuple[int, ...], int]:
    """Each run of `length` tokens with its place, or with -1 where it comes again."""
    places: dict[tuple[int, ...], int] = {}
    for at in range(start, end - length + 1):
        run = tuple(tokens[at : at + length])
        places[run] = -1 if run in places else at
    return places


def _gaps(blocks: list[Block], whole: _Area) -> Iterator[tuple[_Area, tuple[int, ...]]]:
    """What lies between blocks that follow each other in the old text, with where it may be now."""
    first = Block(whole.old, whole.new, 0)
    last = Block(whole.old_end, whole.new_end, 0)
    by_old = [first, *blocks, last]
    by_new = [first, *sorted(blocks, key=lambda block: (block.new, block.old)), last]
    rank = {block: number for number, block in enumerate(by_new)}
    for before, after in pairwise(by_old):
        start, end = before.old + before.size, after.old
        follower = by_new[min(rank[before] + 1, len(by_new) - 1)]
        leader = by_new[max(rank[after] - 1, 0)]
        behind = _Area(start, end, before.new + before.size, follower.new)
        ahead = _Area(start, end, leader.new + leader.size, after.new)
        together = follower == after
        for area in (behind,) if together else (behind, ahead):
            if not area.empty:
                yield area, _BETWEEN if together else _BESIDE


def _within(
    old: Sequence[int], new: Sequence[int], area: _Area, lengths: tuple[int, ...]
) -> list[Block]:
    """The blocks inside a gap, in the same order in both texts, with ever shorter landmarks."""
    areas, found = [area], []
    for length in lengths:
        rest: list[_Area] = []
        for part in areas:
            blocks = _in_order(_grown(old, new, part, length))
            found += blocks
            ends = [*blocks, Block(part.old_end, part.new_end, 0)]
            at, to = part.old, part.new
            for block in ends:
                between = _Area(at, block.old, to, block.new)
                if not between.empty:
                    rest.append(between)
                at, to = block.old + block.size, block.new + block.size
        areas = rest
    return found


def _in_order(blocks: list[Block]) -> list[Block]:
    """Blocks one after the other in both texts, the longest first to be kept."""
    kept: list[Block] = []
    for block in sorted(blocks, key=lambda block: (-block.size, block.old, block.new)):
        place = bisect(kept, block)
        if all(_apart(block, other) for other in kept[max(0, place - 1) : place + 1]):
            kept.insert(place, block)
    return kept


def _apart(one: Block, other: Block) -> bool:
    before, after = sorted((one, other))
    return before.old + before.size <= after.old and before.new + before.size <= after.new


def in_order(old: Sequence[int], new: Sequence[int]) -> list[Block]:
    """The blocks two short sequences of tokens have in common, one after the other in both.

    What comes more than once is only found beside what does not. The work grows in proportion to
    the sequences.
    """
    shorter = min(len(old), len(new))
    ahead = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = range(1, shorter - ahead + 1)
    behind = next((at - 1 for at in rest if old[-at] != new[-at]), shorter - ahead)
    middle = _Area(ahead, len(old) - behind, ahead, len(new) - behind)
    blocks = _within(old, new, middle, (LANDMARK, *_BETWEEN))
    ends = Block(0, 0, ahead), Block(middle.old_end, middle.new_end, behind)
    return sorted(block for block in (*blocks, *ends) if block.size)
