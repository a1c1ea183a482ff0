"""Islands: blocks amid new words, and whether they may be only a quotation of what stood elsewhere.

A note of correction quotes the very words it takes back. They stand in the new text then, once
perhaps and unchanged, and yet an annotation of them does not belong there. What was really moved
comes to stand between other parts of the old text; what a note quotes has new words beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum, auto

from fr_reader.anchors.blocks import Block
from fr_reader.anchors.tokens import Tokens

_QUOTABLE = 48
"""No note quotes so many words."""

_BREAK = 20
"""Tokens between two blocks of one island, in either text, at most."""

_FRAME = 3
"""So many new words may be those of a note."""

_MARKS = 4
"""Marks at the edge of a block that may belong to the words beside it."""


class _Border(Enum):
    """What an island has beside it: other parts of the old text, new words, or nothing more."""

    KNOWN = auto()
    NEW = auto()
    LAST = auto()
    """New words or none, and no other block beyond them …"""
    FRAME = auto()
    """… and a quotation mark where they begin or end."""
    END = auto()


class Islands:
    """The blocks two texts have in common, in the order of the new one."""

    def __init__(self, blocks: Sequence[Block], old: Tokens, new: Tokens) -> None:
        self._blocks, self._old, self._new = blocks, old, new
        self._by_new = sorted(blocks, key=lambda block: (block.new, block.old))
        self._rank = {block: rank for rank, block in enumerate(self._by_new)}
        weights = [old.count(block.old, block.old + block.size) for block in self._by_new]
        self._ordered = {self._by_new[at] for at in _in_order(self._by_new, weights)}

    def doubtful(self, block: Block) -> bool:
        """Whether what `block` carries may only be quoted where it now stands."""
        words = self._old.count(block.old, block.old + block.size)
        before, words = self._border(block, -1, words)
        after, words = self._border(block, 1, words)
        if words >= _QUOTABLE:
            return False
        if block not in self._ordered:
            return {before, after} - {_Border.KNOWN, _Border.END} != set()
        beside = {before, after}
        return _Border.FRAME in beside or (_Border.NEW in beside and _Border.KNOWN not in beside)

    def _border(self, block: Block, step: int, words: int) -> tuple[_Border, int]:
        """What is beside the island of `block`, and its words, those of the block included."""
        rank = self._rank[block]
        while words < _QUOTABLE:
            rank += step
            if not 0 <= rank < len(self._by_new):
                return self._last(block, step), words
            other = self._by_new[rank]
            one, two = (block, other) if step > 0 else (other, block)
            if not self._go_on(one, two):
                few = self._new.count(one.new + one.size, two.new) < _FRAME
                known = few or self._own_line(block, step) or self._within(one, two)
                return (_Border.KNOWN if known else _Border.NEW), words
            words += self._old.count(other.old, other.old + other.size)
            block = other
        return _Border.KNOWN, words

    def _go_on(self, one: Block, two: Block) -> bool:
        """Whether two blocks are of one island: neither new lines nor much else between them."""
        start, end = one.new + one.size, two.new
        lines = start < end and self._new.broken(self._bare(start, -1), self._bare(end, 1))
        return not lines and end - start <= _BREAK and 0 <= two.old - one.old - one.size <= _BREAK

    def _bare(self, at: int, step: int) -> int:
        """A border of a block without the marks that may belong to the words beside it."""
        for _ in range(_MARKS):
            outermost = at if step > 0 else at - 1
            if not 0 < outermost < len(self._new) - 1 or self._new.count(outermost, outermost + 1):
                break
            at += step
        return at

    def _last(self, block: Block, step: int) -> _Border:
        """The same where no block is beside it any more."""
        at, to = self._edge(block, step)
        lost = self._old.count(*((at, len(self._old)) if step > 0 else (0, at)))
        if to in (0, len(self._new)):
            return _Border.LAST if lost and block in self._ordered else _Border.END
        if self._own_line(block, step):
            return _Border.KNOWN
        marked = '"' in (self._new.text(to - 1, to), self._new.text(to, to + 1))
        return _Border.FRAME if marked else _Border.LAST

    def _own_line(self, block: Block, step: int) -> bool:
        """Whether a line ends at this edge of the block, in both texts, and no colon leads on."""
        at, to = self._edge(block, step)
        if step < 0 and to > 0 and self._new.text(to - 1, to) == ":":
            return False
        for _ in range(min(_MARKS, block.size)):
            if self._old.broken(at, at) and self._new.broken(to, to):
                return True
            outermost = at if step < 0 else at - 1
            if self._old.count(outermost, outermost + 1):
                return False
            at, to = at - step, to - step
        return False

    def _within(self, one: Block, two: Block) -> bool:
        """Whether both kept their order, and the new words between them came into their line."""
        ordered = one in self._ordered and two in self._ordered
        return ordered and not self._new.broken(one.new + one.size, two.new)

    def _edge(self, block: Block, step: int) -> tuple[int, int]:
        """The first token behind the block, or, `step` -1, its own first, in both texts."""
        size = block.size if step > 0 else 0
        return block.old + size, block.new + size


def _in_order(blocks: Sequence[Block], weights: Sequence[int]) -> list[int]:
    """The heaviest blocks that keep the order of the old text, by their numbers in the new one.

    The longest increasing subsequence, by weight, with a Fenwick tree of maxima.
    """
    olds = sorted({block.old for block in blocks})
    tree: list[tuple[int, int]] = [(0, -1)] * (len(olds) + 1)
    before = [-1] * len(blocks)
    for number, block in enumerate(blocks):
        place = bisect_left(olds, block.old)
        best, at = (0, -1), place
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        before[number] = best[1]
        best, at = (best[0] + weights[number], number), place + 1
        while at < len(tree):
            tree[at] = max(tree[at], best)
            at += at & -at
    at, kept = max(_all(tree, len(olds)), default=(0, -1))[1], []
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept


def _all(tree: Sequence[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    found = []
    while at > 0:
        found.append(tree[at])
        at -= at & -at
    return found
