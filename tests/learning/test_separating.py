"""The weights are those of the optimum, and the probabilities those of the best curve."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fr_reader.learning.calibration import Curve, fitted
from fr_reader.learning.separating import COST, Labelled, separated

NAMES = st.lists(st.sampled_from("abcdefg"), unique=True).map(tuple)
EXAMPLES = st.lists(st.tuples(NAMES, st.booleans()), max_size=30)


def _objective(examples: list[Labelled], weights: dict[str, float], bias: float) -> float:
    """What is to be least: half the squared length and the squared hinge losses at their cost."""
    length = sum(w * w for w in weights.values()) + bias * bias
    losses = (
        max(0.0, 1 - (1 if belongs else -1) * (sum(weights[n] for n in names) + bias)) ** 2
        for names, belongs in examples
    )
    return length / 2 + COST * sum(losses)


@settings(max_examples=60)
@given(EXAMPLES, st.integers(0, 7), st.sampled_from((-0.1, 0.1)))
def test_no_weight_moved_makes_it_better(examples: list[Labelled], which: int, by: float) -> None:
    found = separated(examples)
    weights = {name: found.weights.get(name, 0.0) for name in "abcdefg"}
    best = _objective(examples, weights, found.bias)
    if which == 7:
        moved = _objective(examples, weights, found.bias + by)
    else:
        name = "abcdefg"[which]
        moved = _objective(examples, {**weights, name: weights[name] + by}, found.bias)
    assert best <= moved + 1e-3


def test_what_only_one_side_has_speaks_for_it() -> None:
    found = separated([(("rent", "x"), True), (("bus", "x"), False)] * 5)
    assert found.weights["rent"] > 0 > found.weights["bus"]
    assert found.weights["x"] == pytest.approx(0, abs=0.02)
    assert found.score(("rent", "never seen")) == found.score(("rent",))


@given(st.lists(st.tuples(st.floats(-50, 50), st.booleans()), max_size=40))
def test_the_curve_never_falls_and_stays_between_0_and_1(
    scored: list[tuple[float, bool]],
) -> None:
    curve = fitted(scored)
    assert curve.slope >= 0
    told = [curve.probability(score) for score, _ in sorted(scored)]
    assert told == sorted(told)
    assert all(0 <= p <= 1 for p in told)


def test_probabilities_come_to_the_shares_they_speak_of() -> None:
    scored = [(1.0, True)] * 80 + [(1.0, False)] * 20 + [(-1.0, True)] * 10 + [(-1.0, False)] * 90
    curve = fitted(scored)
    # with Platt's targets: 80 and 10 of 100, each of the 200 drawn a little to the middle
    high, low = 91 / 92, 1 / 112
    assert curve.probability(1.0) == pytest.approx((80 * high + 20 * low) / 100, abs=1e-6)
    assert curve.probability(-1.0) == pytest.approx((10 * high + 90 * low) / 100, abs=1e-6)


def test_scores_that_tell_nothing_give_the_share_of_all() -> None:
    curve = fitted([(-1.0, True), (1.0, False)] * 10)
    assert curve == Curve(0.0, 0.0)


@pytest.mark.parametrize("score", [-1e6, -800.0, 0.0, 800.0, 1e6])
def test_no_score_is_too_large(score: float) -> None:
    assert math.isfinite(Curve(3.0, -1.0).probability(score))
