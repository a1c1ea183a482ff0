"""What became of a passage of an edited text, known from where each of its letters came from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from fr_reader.model import Span
from tests.anchors.edits import Letters


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of a passage, by the letters and figures of its words.

    `home`: where they all stand together, in order, with none between them. `copies`: where
    copies of them do. `gone`: not one is left, copies included.
    """

    home: Span | None
    copies: tuple[Span, ...]
    gone: bool

    @property
    def kind(self) -> str:
        """One word for it."""
        if self.home is not None:
            return "untouched, copied" if self.copies else "untouched"
        if self.copies:
            return "copied, then deleted"
        return "deleted" if self.gone else "changed"


class Ledger:
    """An old text and the letters of the new one; knows what became of any passage."""

    def __init__(self, old: str, letters: Letters) -> None:
        self._old = old
        self._letters = [letter for letter in letters for _ in letter.char]
        self._spelt = [at for at, one in enumerate(self._letters) if one.char[0].isalnum()]
        self._places: dict[int, list[int]] = defaultdict(list)
        for number, at in enumerate(self._spelt):
            origin = self._letters[at].origin
            if origin is not None:
                self._places[origin].append(number)

    def of(self, span: Span) -> Truth:
        """What became of `span` of the old text, which holds a letter or figure."""
        wanted = [at for at in range(span.start, span.end) if self._old[at].isalnum()]
        homes: dict[int, Span] = {}
        for number in self._places[wanted[0]]:
            run = self._spelt[number : number + len(wanted)]
            there = [self._letters[at] for at in run]
            copy = there[0].copy
            if [(one.origin, one.copy) for one in there] == [(at, copy) for at in wanted]:
                homes[copy] = Span(run[0], run[-1] + 1)
        home = homes.pop(0, None)
        gone = not any(self._places[at] for at in wanted)
        return Truth(home, tuple(homes[copy] for copy in sorted(homes)), gone)

    def own(self, span: Span, place: Span) -> bool:
        """Whether all letters at `place` of the new text are those of `span` themselves."""
        there = [one for one in self._letters[place.start : place.end] if one.char[0].isalnum()]
        return bool(there) and all(
            one.origin is not None and span.holds(one.origin) and not one.copy for one in there
        )
