"""What became of a passage of an edited text, known from where each of its letters came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from fr_reader.model import Span
from tests.anchors.letters import QUOTED, Letter, Letters


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of a passage, by the letters and figures of its words.

    `home`: where they all stand together, in order, with none between them. `copies`: where
    copies of them do. `quoted`: a note quotes them, as what stood elsewhere. `left`: how large a
    share of them is anywhere, copies not counted. `gone`: not one is left, copies included.
    """

    home: Span | None
    copies: tuple[Span, ...]
    quoted: bool
    left: float
    gone: bool

    @property
    def kind(self) -> str:
        """One word for it."""
        if self.home is not None:
            return "untouched, copied" if self.copies else "untouched"
        if self.copies:
            return "copied, then deleted" if self.left <= 0.5 else "copied, then changed"
        if self.quoted:
            return "quoted in a note"
        return "deleted" if self.gone else "changed"


class Ledger:
    """An old text and the letters of the new one; knows what became of any passage."""

    def __init__(self, old: str, letters: Letters) -> None:
        self._old = old
        self._spelt = list(_spelt(letters))
        self._left = {one.origin for one, _ in self._spelt if not one.copy}
        self._places: dict[int, list[int]] = defaultdict(list)
        for number, (letter, _) in enumerate(self._spelt):
            if letter.origin is not None:
                self._places[letter.origin].append(number)

    def of(self, span: Span) -> Truth:
        """What became of `span` of the old text, which holds a letter or figure."""
        wanted = self._wanted(span)
        homes: dict[int, Span] = {}
        for number in self._places[wanted[0]]:
            run = self._spelt[number : number + len(wanted)]
            copy = run[0][0].copy
            if [(one.origin, one.copy) for one, _ in run] == [(at, copy) for at in wanted]:
                homes[copy] = Span(run[0][1].start, run[-1][1].end)
        home, quoted = homes.pop(0, None), homes.pop(QUOTED, None) is not None
        gone = not any(self._places[at] for at in wanted)
        left = sum(at in self._left for at in wanted) / len(wanted)
        return Truth(home, tuple(homes[copy] for copy in sorted(homes)), quoted, left, gone)

    def own(self, span: Span, place: Span) -> bool:
        """Whether at `place` of the new text are the letters of `span`, all of them and no other.

        A letter written as one with its neighbour may be either. Of "that one that of old" nobody
        can tell whether "that one" or "one that" was left out: less than half of the letters, at
        one end, may be those another passage had beside the gap.
        """
        there = [one for one, at in self._spelt if place.start < at.end and at.start < place.end]
        wanted = self._wanted(span)
        own = [one.origin for one in there if not one.copy and one.origin is not None]
        if len(own) < len(there) or len(own) < len(wanted):
            return False
        own = own[: len(wanted)]
        return own == wanted or self._slid(own, wanted) or self._slid(own[::-1], wanted[::-1])

    def _slid(self, own: list[int], wanted: list[int]) -> bool:
        """Whether letters at the beginning are others, one after the other, that read the same."""
        strange = max(at for at in range(len(own)) if own[at] != wanted[at]) + 1
        theirs, its = sorted(own[:strange]), sorted(wanted[:strange])
        together = self._wanted(Span(theirs[0], theirs[-1] + 1)) == theirs
        alike = [self._old[at] for at in theirs] == [self._old[at] for at in its]
        return strange * 2 < len(wanted) and together and alike

    def _wanted(self, span: Span) -> list[int]:
        return [at for at in range(span.start, span.end) if self._old[at].isalnum()]


def _spelt(letters: Letters) -> Iterator[tuple[Letter, Span]]:
    """The letters and figures, each with where it stands in the text."""
    start = end = 0
    for letter in letters:
        if letter.char:
            start, end = end, end + len(letter.char)
        if not letter.char or letter.char[0].isalnum():
            yield letter, Span(start, end)
