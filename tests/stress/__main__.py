"""Everything that can go wrong, in full: `python -m tests.stress [SEED]`.

It takes some twenty-five minutes, prints a line for each kind of trial as it ends, and a table at
the end. The exit code says whether anything was lost.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks import kill_nine
from tests.stress import anchoring, crowd, damage, errors, full, kills, power, typing_kills, windows
from tests.stress.stage import Tally

Trial = Callable[[Random], list[Tally]]

TRIALS: dict[str, tuple[int, Trial]] = {
    "kills": (2_000, lambda lot: [kills.run(lot)]),
    "errors": (500, lambda lot: [errors.run(lot, points_in=6)]),
    "power": (10_000, lambda lot: [power.run(lot, draws=120, chained=200)]),
    "damage": (10_000, lambda lot: damage.run(lot, flip_one_in=4)),
    "windows": (500, lambda lot: [windows.run(lot, points_in=3)]),
    "crowd": (10, lambda lot: [crowd.run(lot, rounds=10, acts=500)]),
    "app": (100, lambda lot: [typing_kills.run(lot, rounds=100)]),
    "anchors": (10_000, lambda lot: [anchoring.run(lot, texts=10_000)]),
    "full disk": (0, lambda _: [full.run()]),
}
"""How many trials of a kind there must be, and what makes them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    name: str
    trials: int
    failures: int
    seconds: float
    enough: bool

    def __str__(self) -> str:
        few = "" if self.enough else "  too few"
        return f"{self.name:28} {self.trials:8,} {self.failures:6,} {self.seconds:8.0f}{few}"


def main(seed: str = "stress") -> int:
    """Go through all trials; the exit code is 0 when nothing was lost and all were made."""
    rows = [row for name in TRIALS for row in _run(name, seed)]
    start = time.perf_counter()
    print("\nkill -9 of a process that tags")
    killed = kill_nine.main(100)
    rows.append(Row("kill -9", 100, killed, time.perf_counter() - start, True))
    print(f"\n{'':28} {'trials':>8} {'wrong':>6} {'seconds':>8}")
    for row in rows:
        print(row)
    return int(any(row.failures or not row.enough for row in rows))


def _run(name: str, seed: str) -> list[Row]:
    least, trial = TRIALS[name]
    start = time.perf_counter()
    tallies = trial(Random(f"{seed} {name}"))
    seconds = time.perf_counter() - start
    enough = sum(tally.trials for tally in tallies) >= least
    for tally in tallies:
        print(f"{tally.name}: {tally.trials:,}, of them wrong {len(tally.failures)}")
        for what, number in tally.notes.items():
            print(f"    {number:8,} {what}")
        for failure in tally.failures[:20]:
            print(f"    {failure}")
        sys.stdout.flush()
    return [Row(t.name, t.trials, len(t.failures), seconds / len(tallies), enough) for t in tallies]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
