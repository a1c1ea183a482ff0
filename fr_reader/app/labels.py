"""Two letters for each of many places on the screen, to jump there by typing them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

LETTERS = "asdfghjklewrtyuiopvbnmcxzq"
"""The home row first, so that a few labels lie under the fingers."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Places (offsets) by their labels of two letters; `typed` is what has been typed so far."""

    places: dict[str, int]
    typed: str = ""

    @classmethod
    def over(cls, offsets: Iterable[int]) -> Labels:
        """Labels for these offsets in their order, as many as there are pairs of letters."""
        pairs = (first + second for second, first in product(LETTERS, repeat=2))
        return cls(dict(zip(pairs, dict.fromkeys(offsets), strict=False)))

    def type(self, letter: str) -> Labels | None:
        """What is left after a letter; None where no label goes on with it."""
        typed = self.typed + letter
        left = {label: place for label, place in self.places.items() if label.startswith(typed)}
        return Labels(left, typed) if left else None

    @property
    def reached(self) -> int | None:
        """The offset whose label has been typed in full."""
        return self.places.get(self.typed)

    @property
    def shown(self) -> dict[int, str]:
        """What is left of each label, by offset."""
        return {place: label[len(self.typed) :] for label, place in self.places.items()}
