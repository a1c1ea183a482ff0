"""How the app behaves for this user: what the settings say that the screens need to know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.model import Suggestion

FIRST_THEME = "paper"
FIRST_STYLE = "fr-reader"
LONGEST_LINE = 78
"""Columns of text in a line at the most; longer lines tire the eye."""


@dataclass(frozen=True, slots=True)
class Proposing:
    """Which suggestions are proposed for review: none unless `on`, and those less sure than
    `least`, from 0 to 1, never."""

    on: bool = True
    least: float = 0.0

    def of(self, found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
        """Those of `found` that are proposed."""
        return tuple(s for s in found if self.on and s.confidence >= self.least)


@dataclass(frozen=True, slots=True)
class Manner:
    """`theme` is the one to begin with, `problems` what is wrong in the user's files, told when
    the app opens; with `tutor` articles open with the tutor; `style` is the one to cite in, and
    `profile` the program notes are written for."""

    theme: str = FIRST_THEME
    width: int = LONGEST_LINE
    proposing: Proposing = Proposing()
    problems: tuple[str, ...] = ()
    tutor: bool = False
    style: str = FIRST_STYLE
    profile: str = "commonmark"
