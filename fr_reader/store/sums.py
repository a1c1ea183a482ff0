"""Sums: whole numbers under names, that are added up over articles and taken off again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import add, sub
from typing import Any

Key = tuple[str, ...]
Numbers = tuple[int, ...]
Sums = dict[str, dict[Key, Numbers]]
"""By what is counted, and of what: equally many numbers, none below 0, of one kind. In what is
added up there is no key whose numbers are all 0, and no kind without keys."""


def plus(sums: Sums, other: Mapping[str, Mapping[Key, Numbers]]) -> None:
    """Add `other` to `sums`."""
    for kind, rows in other.items():
        own = sums.setdefault(kind, {})
        for key, numbers in rows.items():
            if any(numbers):
                known = own.get(key)
                own[key] = numbers if known is None else tuple(map(add, known, numbers))
        if not own:
            del sums[kind]


def minus(sums: Sums, other: Mapping[str, Mapping[Key, Numbers]]) -> None:
    """Take `other` off `sums`, to which it was added before. Raises KeyError if it was not."""
    for kind, rows in other.items():
        for key, numbers in rows.items():
            if any(numbers):
                left = tuple(map(sub, sums[kind][key], numbers))
                if any(left):
                    sums[kind][key] = left
                else:
                    del sums[kind][key]
        if not sums.get(kind, True):
            del sums[kind]


def total(all_: Iterable[Mapping[str, Mapping[Key, Numbers]]]) -> Sums:
    """What all of them come to."""
    sums: Sums = {}
    for one in all_:
        plus(sums, one)
    return sums


def as_json(sums: Sums) -> Any:
    """As JSON can say it: of each kind its keys and its numbers."""
    return {
        kind: [[list(key) for key in rows], [list(n) for n in rows.values()]]
        for kind, rows in sums.items()
    }


def of_json(value: Any) -> Sums:
    """What `as_json` said. Raises ValueError, TypeError or AttributeError for anything else."""
    return {
        kind: dict(zip(map(tuple, keys), map(tuple, numbers), strict=True))
        for kind, (keys, numbers) in value.items()
    }
