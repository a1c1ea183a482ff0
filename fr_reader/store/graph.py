"""The lines of a journal as a graph: which of them was written after which.

Every line names the one it was written after. Lines that name none were written before lines did
so: there the number says which came before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from fr_reader.store.lines import Line


@dataclass(slots=True)
class Graph:
    """Lines in an order in which each stands below those it was written after.

    `parents` are the places of those. Lines are gathered in stretches without a fork: `stretch` is
    the number of a line's, `above` has, as bits, the stretches that are wholly above another.
    """

    lines: list[Line]
    parents: list[tuple[int, ...]]
    stretch: list[int] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Graph:
        """The graph of these lines."""
        guessed = _guessed(lines)
        ordered = sorted(lines, key=lambda line: (line.number, line.time, line.check))
        places = {line.check: place for place, line in enumerate(ordered)}
        parents = [
            tuple(
                sorted(
                    places[check]
                    for check in guessed.get(line.check, line.after)
                    if check in places and ordered[places[check]].number < line.number
                )
            )
            for line in ordered
        ]
        graph = cls(ordered, parents)
        graph._stretch()
        return graph

    def _stretch(self) -> None:
        children = [0] * len(self.lines)
        for parents in self.parents:
            for parent in parents:
                children[parent] += 1
        for parents in self.parents:
            if len(parents) == 1 and children[parents[0]] == 1:
                self.stretch.append(self.stretch[parents[0]])
                continue
            above = 0
            for parent in parents:
                above |= self.above[self.stretch[parent]] | 1 << self.stretch[parent]
            self.stretch.append(len(self.above))
            self.above.append(above)
        self.heads = [place for place, count in enumerate(children) if not count]

    def knew(self, place: int, earlier: int) -> bool:
        """Whether the line at `place` was written after the one at `earlier`."""
        one, other = self.stretch[place], self.stretch[earlier]
        return earlier < place if one == other else bool(self.above[one] >> other & 1)

    def shared(self) -> int:
        """The stretches that every head was written after, or is in, as bits."""
        bits = -1
        for head in self.heads:
            bits &= self.above[self.stretch[head]] | 1 << self.stretch[head]
        return bits


def _guessed(lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """What the lines were written after that do not say so, or name lines that are not there.

    It is the line above, where its number is the one before; else the line with that number, or
    the nearest below it: the first to be written of several.
    """
    there = {line.check for line in lines}
    lost = [line for line in lines if not there.issuperset(line.after) or not line.after]
    if not lost:
        return {}
    before: dict[str, Line] = dict(zip((line.check for line in lines[1:]), lines[:-1], strict=True))
    numbered: dict[int, Line] = {}
    for line in sorted(lines, key=lambda each: (each.number, each.time, each.check)):
        numbered.setdefault(line.number, line)
    numbers = sorted(numbered)
    found: dict[str, tuple[str, ...]] = {}
    for line in lost:
        last = before.get(line.check)
        known = tuple(check for check in line.after if check in there)
        if last is None or last.number != line.number - 1:
            last = _nearest(numbered, numbers, line.number)
        found[line.check] = known or ((last.check,) if last else ())
    return found


def _nearest(numbered: dict[int, Line], numbers: list[int], number: int) -> Line | None:
    """The line with the greatest number below `number`."""
    place = bisect_left(numbers, number)
    return numbered[numbers[place - 1]] if place else None
