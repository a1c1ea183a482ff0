"""Losses, gathered while a file is read or written."""

from __future__ import annotations

from fr_reader.model import Loss, visible

_MOST_EXAMPLES = 3
_LONGEST = 40


class Losses:
    """What could not be carried over, by kind, in the order it was met."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}
        self._examples: dict[tuple[str, str], list[str]] = {}

    def add(self, what: str, why: str, example: str = "", count: int = 1) -> None:
        """Count something that was lost; `why` says what became of it."""
        if not count:
            return
        key = what, why
        self._counts[key] = self._counts.get(key, 0) + count
        examples = self._examples.setdefault(key, [])
        shown = visible(" ".join(example.split()))
        shown = shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
        if shown and shown not in examples and len(examples) < _MOST_EXAMPLES:
            examples.append(shown)

    def all(self) -> tuple[Loss, ...]:
        """All of them."""
        return tuple(
            Loss(what, count, why, tuple(self._examples[what, why]))
            for (what, why), count in self._counts.items()
        )
