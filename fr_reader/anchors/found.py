"""What became of a passage in a new text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fr_reader.model import Span


class State(StrEnum):
    """How surely a passage of an old text was found in a new one.

    `exact`: the same words at the same place. `moved`: the same words elsewhere, or there with
    other marks, hyphens or spaces, and nowhere they could be mistaken for others. `fuzzy`: words
    like them, or the same words in more than one place: for a person to decide. `orphan`: gone.
    """

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"
    ORPHAN = "orphan"

    @property
    def placed(self) -> bool:
        """Whether the passage stands where it was found, without anybody having to agree."""
        return self in (State.EXACT, State.MOVED)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the new text, and how alike its words are, from 0 to 1."""

    span: Span
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """The state of a passage and where it may be, the likeliest place first.

    Exact and moved have one place, fuzzy has at least one, an orphan has none.
    """

    state: State
    places: tuple[Place, ...] = ()

    @property
    def span(self) -> Span | None:
        """The likeliest place."""
        return self.places[0].span if self.places else None


ORPHAN = Found(State.ORPHAN)
