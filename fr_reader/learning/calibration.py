"""From scores to probabilities, by a logistic curve fitted to scores of held-out examples.

Platt, "Probabilistic outputs for support vector machines" (1999), with the targets he takes
against overfitting, fitted by Newton's method with backtracking as in Lin, Lin and Weng, "A note
on Platt's probabilistic outputs for support vector machines" (Machine Learning 68, 2007).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = 100
_SMALLEST_STEP = 1e-10
_RIDGE = 1e-12

Scored = tuple[float, bool]
"""A score, and whether the example has the code."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The probability of a score `s` is 1 / (1 + exp(-(slope · s + shift)))."""

    slope: float
    shift: float

    def probability(self, score: float) -> float:
        """Between 0 and 1; it grows with the score."""
        return _logistic(self.slope * score + self.shift)


def fitted(scored: Sequence[Scored]) -> Curve:
    """The curve that fits best; a flat one where lower scores have the code more often."""
    having = sum(belongs for _, belongs in scored)
    lacking = len(scored) - having
    high, low = (having + 1) / (having + 2), 1 / (lacking + 2)
    points = [(score, high if belongs else low) for score, belongs in scored]
    base = math.log((having + 1) / (lacking + 1))
    curve = _newton(points, Curve(0.0, base))
    return curve if curve.slope > 0 else Curve(0.0, base)


def _newton(points: Sequence[tuple[float, float]], curve: Curve) -> Curve:
    loss = _loss(points, curve)
    for _ in range(_STEPS):
        slope_by, shift_by, gain = _direction(points, curve)
        step = 1.0
        while step >= _SMALLEST_STEP:
            tried = Curve(curve.slope + step * slope_by, curve.shift + step * shift_by)
            found = _loss(points, tried)
            if found < loss - 1e-4 * step * gain:
                break
            step /= 2
        else:
            return curve
        settled = loss - found < 1e-9 * max(1.0, loss)
        curve, loss = tried, found
        if settled:
            return curve
    return curve


def _direction(points: Sequence[tuple[float, float]], curve: Curve) -> tuple[float, float, float]:
    """Newton's step in slope and shift, and how steeply the loss falls along it."""
    by_slope = by_shift = cross = 0.0
    curving_slope = curving_shift = _RIDGE
    for score, target in points:
        p = curve.probability(score)
        off, spread = p - target, p * (1 - p)
        by_slope += off * score
        by_shift += off
        curving_slope += spread * score * score
        cross += spread * score
        curving_shift += spread
    determinant = curving_slope * curving_shift - cross * cross
    if determinant <= 0:
        return -by_slope, -by_shift, by_slope**2 + by_shift**2
    slope = -(curving_shift * by_slope - cross * by_shift) / determinant
    shift = -(curving_slope * by_shift - cross * by_slope) / determinant
    return slope, shift, -(by_slope * slope + by_shift * shift)


def _loss(points: Sequence[tuple[float, float]], curve: Curve) -> float:
    """What the probabilities cost: the cross entropy with the targets."""
    at = ((curve.slope * score + curve.shift, target) for score, target in points)
    return math.fsum(_softplus(z) - target * z for z, target in at)


def _softplus(z: float) -> float:
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def _logistic(z: float) -> float:
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))
