"""What became of the annotations of an article whose text was revised, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.model import Annotation
from fr_reader.store.protocol import Astray


@dataclass(frozen=True, slots=True)
class Carried:
    """How many annotations stand where they stood, stand elsewhere now, wait for somebody to say
    where they belong, and have nothing like their words left in the text."""

    still: int
    moved: int
    fuzzy: int
    orphans: int

    @classmethod
    def of(
        cls, before: Iterable[Annotation], now: Iterable[Annotation], astray: Iterable[Astray]
    ) -> Carried:
        """Those of the annotations that stand in the text `now`, and those `astray`."""
        stood = {(a.coder, a.id): a.segments for a in before}
        placed = [stood.get((a.coder, a.id)) == a.segments for a in now]
        orphans = [one.orphan for one in astray]
        still, gone = sum(placed), sum(orphans)
        return cls(still, len(placed) - still, len(orphans) - gone, gone)

    @property
    def waiting(self) -> int:
        """How many are to be reviewed."""
        return self.fuzzy + self.orphans

    def __str__(self) -> str:
        counted = (
            (self.still, "where they were", "where it was"),
            (self.moved, "moved", "moved"),
            (self.fuzzy, "to review", "to review"),
            (self.orphans, "without their words", "without its words"),
        )
        told = [f"{n} {one if n == 1 else many}" for n, many, one in counted if n]
        if not told:
            return "no annotations"
        number, _, words = told[0].partition(" ")
        noun = "annotation" if number == "1" else "annotations"
        return ", ".join([f"{number} {noun} {words}", *told[1:]])
