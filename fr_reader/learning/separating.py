"""A weight for each feature, so that their sum tells sentences with a code from those without.

It is a linear support vector machine with squared hinge loss, trained by dual coordinate descent
(Hsieh, Chang, Lin, Keerthi and Sundararajan, "A dual coordinate descent method for large-scale
linear SVM", ICML 2008, algorithm 1). Codes are rare, and there naive Bayes, which nltk has,
mistakes whatever is rarer still for evidence: docs/learning.md has the figures.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

COST = 0.3
"""What an example on the wrong side costs, against the length of the weights."""
_PASSES = 40
_NEAR_ENOUGH = 0.02
_BIAS = ""


@dataclass(frozen=True, slots=True)
class Separator:
    """The weights of features, and what is added for every sentence."""

    weights: Mapping[str, float]
    bias: float

    def score(self, features: Iterable[str]) -> float:
        """Above 0 where the features speak for the code rather than against it; unknown ones
        count for nothing."""
        known = self.weights
        return math.fsum([known.get(name, 0.0) for name in features]) + self.bias


Labelled = tuple[tuple[str, ...], bool]
"""The features of an example, and whether it has the code."""


def separated(examples: Sequence[Labelled], cost: float = COST) -> Separator:
    """Learn from examples. The same ones in the same order give the same weights."""
    rows = [((*names, _BIAS), 1.0 if belongs else -1.0) for names, belongs in examples]
    weights: dict[str, float] = {name: 0.0 for names, _ in rows for name in names}
    alphas = [0.0] * len(rows)
    order, shuffling = list(range(len(rows))), Random(0)
    for _ in range(_PASSES):
        shuffling.shuffle(order)
        if _improve(rows, order, alphas, weights, 1 / (2 * cost)) < _NEAR_ENOUGH:
            break
    bias = weights.pop(_BIAS, 0.0)
    return Separator(weights, bias)


def _improve(
    rows: Sequence[tuple[tuple[str, ...], float]],
    order: Iterable[int],
    alphas: list[float],
    weights: dict[str, float],
    diagonal: float,
) -> float:
    """Go once over all examples; the largest gradient met, by which it is known when to stop."""
    largest = 0.0
    for at in order:
        names, side = rows[at]
        alpha = alphas[at]
        gradient = side * sum([weights[name] for name in names]) - 1 + diagonal * alpha
        if alpha == 0.0 and gradient >= 0:
            continue
        largest = max(largest, abs(gradient))
        alphas[at] = max(alpha - gradient / (len(names) + diagonal), 0.0)
        change = side * (alphas[at] - alpha)
        for name in names:
            weights[name] += change
    return largest
