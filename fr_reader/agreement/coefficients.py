"""Percent, Cohen's kappa, Fleiss' kappa and Krippendorff's alpha for nominal labels.

Each takes counted rows and gives a number, or None where it is not defined: where nothing can be
compared, or where only one label occurs, so that no agreement is better than chance. One is
perfect agreement, nought is what chance would give.

Sources: Cohen, “A Coefficient of Agreement for Nominal Scales” (1960); Light, “Measures of response
agreement for qualitative data” (1971) for the mean over pairs; Fleiss, “Measuring nominal scale
agreement among many raters” (1971); Krippendorff, “Computing Krippendorff's Alpha-Reliability”
(2011) for alpha with missing labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations

from fr_reader.agreement.rows import Label, Row, Rows, of_pair, whole

Coefficient = Callable[[Rows], float | None]


def percent(rows: Rows) -> float | None:
    """The share, from 0 to 1, of the pairs of labels given to one unit that are the same."""
    pairs = same = 0
    for row, count in rows.items():
        labels = _told(row)
        n = labels.total()
        pairs += count * n * (n - 1)
        same += count * sum(m * (m - 1) for m in labels.values())
    return same / pairs if pairs else None


def cohen(rows: Rows) -> float | None:
    """Cohen's kappa of two coders, over the units both saw. Raises ValueError for other numbers."""
    if any(len(row) != 2 for row in rows):
        raise ValueError("Cohen's kappa takes two coders")
    pairs = whole(rows)
    n = sum(pairs.values())
    if not n:
        return None
    firsts, seconds = _margin(pairs, 0), _margin(pairs, 1)
    same = sum(count for (one, other), count in pairs.items() if one == other)
    by_chance = sum(count * seconds[label] for label, count in firsts.items())
    if by_chance == n * n:
        return None
    return (n * same - by_chance) / (n * n - by_chance)


def mean_cohen(rows: Rows) -> float | None:
    """The mean of Cohen's kappa over all pairs of coders (Light); of two, their kappa.

    A pair it is not defined for is left out.
    """
    coders = max((len(row) for row in rows), default=0)
    found = [cohen(of_pair(rows, *pair)) for pair in combinations(range(coders), 2)]
    known = [kappa for kappa in found if kappa is not None]
    return sum(known) / len(known) if known else None


def fleiss(rows: Rows) -> float | None:
    """Fleiss' kappa, over the units that every coder saw."""
    complete = whole(rows)
    n = sum(complete.values())
    coders = max((len(row) for row in complete), default=0)
    if not n or coders < 2:
        return None
    totals: Counter[Label] = Counter()
    agreeing = 0
    for row, count in complete.items():
        labels = _told(row)
        agreeing += count * sum(m * (m - 1) for m in labels.values())
        for label, times in labels.items():
            totals[label] += count * times
    observed = agreeing / (n * coders * (coders - 1))
    if len(totals) < 2:
        return None
    by_chance = sum(times * times for times in totals.values()) / (n * coders) ** 2
    return (observed - by_chance) / (1 - by_chance)


def alpha(rows: Rows) -> float | None:
    """Krippendorff's alpha for nominal labels; a unit counts by how many coders saw it."""
    totals: Counter[Label] = Counter()
    apart = 0.0
    for row, count in rows.items():
        labels = _told(row)
        n = labels.total()
        if n < 2:
            continue
        apart += count * (n * n - sum(m * m for m in labels.values())) / (n - 1)
        for label, times in labels.items():
            totals[label] += count * times
    n = totals.total()
    expected = n * n - sum(times * times for times in totals.values())
    return 1 - (n - 1) * apart / expected if expected else None


def _told(row: Row) -> Counter[Label]:
    """How often each label was given to one unit."""
    return Counter(label for label in row if label is not None)


def _margin(pairs: Rows, place: int) -> Counter[Label]:
    labels: Counter[Label] = Counter()
    for row, count in pairs.items():
        labels[row[place]] += count
    return labels
