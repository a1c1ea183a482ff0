"""Which of many texts are copies of one another, found by their sketches and kept up to date.

A sketch takes a few hundred bytes, so that those of 100,000 texts can be kept and looked through
at once; the texts themselves are compared only where sketches say that it is worth it. The order
of the keys decides everything that the order of the texts could decide, so that what is found out
bit by bit is what is found out of all texts anew.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from fr_reader.text import wire

SIZE = wire.PARTS * 4
"""The bytes of a sketch."""

Group = tuple[str, ...]
"""The keys of texts that are copies of one another, in their order: two or more."""
Alike = Callable[[str, str], bool]
"""Whether the texts under two keys are copies."""

_Listed = list[dict[int, list[int]]]
"""By part, and by value there: the numbers of the first texts with it, in their order."""


class Sketches:
    """Sketches by key, numbered in the order of the keys."""

    def __init__(self, sketches: Mapping[str, bytes]) -> None:
        """`sketches`: of `SIZE` bytes each; without any for a text too short to be told apart."""
        self.keys = sorted(key for key, sketch in sketches.items() if sketch)
        self.values = array("I", b"".join(map(sketches.__getitem__, self.keys)))
        self._numbers = {key: number for number, key in enumerate(self.keys)}

    def number(self, key: str) -> int | None:
        """The number of a key; None where it has no sketch."""
        return self._numbers.get(key)

    def of(self, number: int) -> array[int]:
        """The sketch with a number."""
        return self.values[number * wire.PARTS : (number + 1) * wire.PARTS]

    def columns(self) -> Iterator[array[int]]:
        """The values of each part in turn, one a text."""
        return (self.values[part :: wire.PARTS] for part in range(wire.PARTS))

    def shared(self) -> _Listed:
        """All values that more than one text has."""
        return [_shared(column) for column in self.columns()]

    def having(self, wanted: list[set[int]]) -> tuple[_Listed, list[Counter[int]]]:
        """The texts with the values `wanted` of each part, and how many there are of each."""
        listed, counts = [], []
        for column, values in zip(self.columns(), wanted, strict=True):
            found: dict[int, list[int]] = {}
            for number, value in enumerate(column):
                if value in values:
                    found.setdefault(value, []).append(number)
            counts.append(Counter({value: len(own) for value, own in found.items()}))
            listed.append({value: own[: wire.MOST_LISTED] for value, own in found.items()})
        return listed, counts

    def candidates(self, number: int, listed: _Listed) -> list[int]:
        """The texts with a lesser number that share enough of a sketch."""
        hits: Counter[int] = Counter()
        sketch = self.of(number)
        for value, there in zip(sketch, listed, strict=True):
            if value in there:
                hits.update(there[value])
        size = wire.PARTS - sketch.count(0)
        least = wire.least_shared(size)
        return sorted(other for other, times in hits.items() if times >= least and other < number)


def groups(sketches: Sketches, alike: Alike) -> list[Group]:
    """The texts that are copies, a copy of a copy among them, each group in the order of keys."""
    listed = sketches.shared()
    numbers = {own for part in listed for found in part.values() for own in found}
    for part, column in zip(listed, sketches.columns(), strict=True):
        full = {value for value, found in part.items() if len(found) >= wire.MOST_LISTED}
        if full:
            numbers.update(n for n, value in enumerate(column) if value in full)
    pairs = ((own, other) for own in sorted(numbers) for other in sketches.candidates(own, listed))
    return _joined(sketches, (), pairs, alike)


def regrouped(
    known: Iterable[Group], sketches: Sketches, before: Mapping[str, bytes], alike: Alike
) -> list[Group]:
    """The groups of today, by those that were `known`, where only the texts in `before` came,
    went or changed; it holds the sketches that these had, as `Sketches` takes them."""
    touched, kept = set(before), []
    for group in known:
        if touched_by(group, before):
            touched.update(group)
        else:
            kept.append(group)
    changed = _numbers(sketches, before)
    wanted = _values(sketches, _numbers(sketches, touched))
    own = _values(sketches, changed)
    for sketch in filter(None, before.values()):
        for part, value in enumerate(array("I", sketch)):
            own[part].add(value)
    for part, values in enumerate(own):
        values.discard(0)
        wanted[part] |= values
    listed, counts = sketches.having(wanted)
    if any(
        count[value] + len(before) > wire.MOST_LISTED
        for count, values in zip(counts, own, strict=True)
        for value in values
    ):
        return groups(sketches, alike)  # who is listed may differ for texts that never changed
    return _joined(sketches, kept, _again(sketches, listed, changed, touched), alike)


def touched_by(group: Group, changed: Collection[str]) -> bool:
    """Whether one of a group was changed."""
    return any(own in changed for own in group)


def _again(
    sketches: Sketches, listed: _Listed, changed: set[int], touched: Collection[str]
) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing of which one was changed, or both were copies of such a text."""
    near = _numbers(sketches, touched)
    there = {own for part in listed for found in part.values() for own in found}
    for own in sorted(there | near):
        for other in sketches.candidates(own, listed):
            if own in changed or other in changed or (own in near and other in near):
                yield own, other


def _numbers(sketches: Sketches, keys: Iterable[str]) -> set[int]:
    found = map(sketches.number, keys)
    return {number for number in found if number is not None}


def _values(sketches: Sketches, numbers: Iterable[int]) -> list[set[int]]:
    """The values of some texts, by part."""
    wanted: list[set[int]] = [set() for _ in range(wire.PARTS)]
    for number in numbers:
        for values, value in zip(wanted, sketches.of(number), strict=True):
            values.add(value)
    for values in wanted:
        values.discard(0)
    return wanted


def _shared(column: array[int]) -> dict[int, list[int]]:
    first: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    for number, value in enumerate(column):
        if not value:
            continue
        if value not in first:
            first[value] = number
        elif len(own := found.setdefault(value, [first[value]])) < wire.MOST_LISTED:
            own.append(number)
    return found


def _joined(
    sketches: Sketches, kept: Iterable[Group], pairs: Iterable[tuple[int, int]], alike: Alike
) -> list[Group]:
    """The groups that were kept, and those of pairs that are alike."""
    heads: dict[str, str] = {}

    def head(key: str) -> str:
        while heads.setdefault(key, key) != key:
            heads[key] = key = heads[heads[key]]
        return key

    for group in kept:
        heads.update(dict.fromkeys(group, group[0]))
    for own, other in pairs:
        one, two = sketches.keys[own], sketches.keys[other]
        if head(one) != head(two) and alike(one, two):
            heads[head(one)] = head(two)
    members: dict[str, list[str]] = {}
    for key in sorted(heads):
        members.setdefault(head(key), []).append(key)
    return [tuple(group) for group in members.values() if len(group) > 1]
