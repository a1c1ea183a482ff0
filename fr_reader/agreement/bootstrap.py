"""Confidence intervals by the bootstrap: what a figure would have been on other such texts.

What is drawn again are whole groups of units, articles or paragraphs, since the units of one text
are not independent of one another. The interval holds the middle 95 % of what 1,000 draws give.
The draws begin from a fixed seed: the same annotations always have the same interval.

Source: Efron and Tibshirani, “An Introduction to the Bootstrap” (1993), chapter 13; for groups,
Davison and Hinkley, “Bootstrap Methods and their Application” (1997), section 3.8.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

Group = TypeVar("Group")

DRAWS = 1_000
_SEED = 20_040_731
_TAIL = 0.025
FEWEST = 5
"""With fewer groups than these an interval would say more of them than of the figure."""

Interval = tuple[float, float]


def interval(
    groups: Sequence[Group], of: Callable[[Sequence[Group]], float | None], draws: int = DRAWS
) -> Interval | None:
    """The 95 % interval of `of` over the groups that could have been drawn.

    None where there are fewer than `FEWEST` groups, or where most draws leave it undefined.
    """
    if len(groups) < FEWEST:
        return None
    chance = random.Random(_SEED)
    found = []
    for _ in range(draws):
        value = of(chance.choices(groups, k=len(groups)))
        if value is not None:
            found.append(value)
    return _middle(found) if len(found) > draws // 2 else None


def _middle(values: list[float]) -> Interval:
    values = sorted(values)
    last = len(values) - 1
    return values[round(_TAIL * last)], values[round((1 - _TAIL) * last)]
