"""What became of the annotations of an article whose text was revised, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.cli.output import say
from fr_reader.model import Annotation
from fr_reader.store import Store
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


def waiting(store: Store) -> int:
    """How many annotations of a project are to be reviewed; only revised articles are looked at."""
    revised = (entry.id for entry in store.entries() if entry.revision > 1)
    return sum(len(store.astray(article_id)) for article_id in revised)


def tell_waiting(number: int, left_out: bool = False) -> None:
    """Say on stderr how many are to be reviewed and how, unless there is none."""
    if number:
        verb = "waits" if number == 1 else "wait"
        noun = "annotation" if number == 1 else "annotations"
        out = f" and {'is' if number == 1 else 'are'} left out" if left_out else ""
        say(
            f"{number} {noun} {verb} for review{out}: "
            "fr-reader review lists what does, R in the reader shows it"
        )
