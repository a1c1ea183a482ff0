"""Articles are edited as newspapers do, and no annotation may land on other words unasked."""

from __future__ import annotations

from random import Random

from tests.anchors.many import Figures
from tests.stress.stage import Tally


def run(random: Random, *, texts: int) -> Tally:
    """Edit so many texts; each quotation placed silently where it does not belong is a failure.

    The notes tell what became of the quotations, by what had been done to them.
    """
    tally = Tally("texts edited under annotations")
    first = random.randrange(10**9)
    figures = Figures().take(range(first, first + texts))
    tally.trials = figures.texts
    tally.failures = [str(case) for case in figures.wrong]
    for (kind, state), number in sorted(figures.states.items()):
        tally.notes[f"{kind}: {state}"] = number
    again = round(1000 * figures.share("untouched", "exact", "moved"))
    tally.notes["of 1,000 quotations with their words untouched found again"] = again
    return tally
