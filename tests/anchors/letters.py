"""Texts that remember, letter by letter, where they come from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """Some code points, the place in the old text they come from (None: from nowhere) …

    … and which copy of it this is, 0 for the letter itself. One without code points is written
    with the letter before it.
    """

    char: str
    origin: int | None = None
    copy: int = 0


Letters = list[Letter]

QUOTED = -1
"""The number of a copy that only tells what stood elsewhere, as a note of correction does."""


def remembered(text: str) -> Letters:
    """A text before any edit."""
    return [Letter(char, at) for at, char in enumerate(text)]


def written(letters: Letters) -> str:
    """The text itself."""
    return "".join(letter.char for letter in letters)


def fresh(text: str) -> Letters:
    """Letters from nowhere."""
    return [Letter(char) for char in text]
