"""The share of all the trials that runs with the other tests: the same ones each time."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.stress import anchoring, crowd, damage, errors, kills, power, windows
from tests.stress.stage import Tally

SHARES: dict[str, tuple[int, Callable[[], list[Tally]]]] = {
    "kills": (60, lambda: [kills.run(Random(3), scenes_in=12, points_in=5)]),
    "errors": (40, lambda: [errors.run(Random(2), scenes_in=24, points_in=12)]),
    "power": (100, lambda: [power.run(Random(1), draws=4, chained=4, one_in=60)]),
    "damage": (60, lambda: damage.run(Random(1), cut_one_in=400, flip_one_in=400)),
    "windows": (30, lambda: [windows.run(Random(1), scenes_in=12, points_in=6)]),
    "anchors": (200, lambda: [anchoring.run(Random(1), texts=200)]),
    "crowd": (1, lambda: [crowd.run(Random(1), rounds=1, acts=40)]),
}
"""How many trials there are at least, and what goes through them."""
