"""Agreement in the made-up newsroom, against contingency tables that were written down by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from fr_reader.agreement.comparing import ALL
from fr_reader.overview.comparison import CODES, SPEAKERS, Comparison
from tests.newsroom import CODERS, EXPECTED, in_memory

PAIRS = ("ann_bob", "ann_cem", "bob_cem")
SINGLE = [
    (unit, code)
    for unit in ("quotation", "sentence")
    for code, own in EXPECTED[unit].items()
    if isinstance(own, dict) and code != "all"
]
Figures = dict[str, float | None]


@pytest.fixture(scope="module")
def codes() -> Comparison:
    return Comparison(in_memory(), CODERS, CODES)


def _figures(comparison: Comparison, unit: str, code: str) -> tuple[Figures, int, tuple[int, ...]]:
    (found,) = (each for each in comparison.measured(unit).measured if each.code == code)
    values = {figure.name: figure.value for figure in found.figures}
    for figure in found.figures:
        if figure.interval is not None:
            low, high = figure.interval
            assert figure.value is not None
            assert -1 <= low <= high <= 1
    return values, found.units, found.marked


def _mean(fractions: Sequence[Sequence[int]]) -> float:
    known = [over / under for over, under in filter(None, fractions)]
    return sum(known) / len(known)


def _fraction(own: Sequence[int]) -> float:
    return own[0] / own[1]


@pytest.mark.parametrize(("unit", "code"), SINGLE)
def test_a_code(unit: str, code: str, codes: Comparison) -> None:
    values, units, marked = _figures(codes, unit, code)
    known: dict[str, Any] = EXPECTED[unit]
    own = known[code]
    tables = [own[pair] for pair in PAIRS]
    sizes = (known["units"], known["seen_by_three"], known["seen_by_three"])
    assert tuple(map(sum, tables)) == sizes
    assert units == known["units"]
    assert marked == (sum(own["ann_bob"][:2]), sum(own["ann_bob"][::2]), sum(own["ann_cem"][::2]))
    same = sum(table[0] + table[3] for table in tables)
    assert values == pytest.approx(
        {
            "percent": same / sum(sizes),
            "Cohen's kappa": _mean(own["kappas"]),
            "Fleiss' kappa": _fraction(own["fleiss"]),
            "Krippendorff's alpha": _fraction(own["alpha"]),
        }
    )


@pytest.mark.parametrize(("unit", "code"), SINGLE)
def test_the_fractions_are_those_of_the_tables(unit: str, code: str) -> None:
    """The hand count against itself: each fraction follows from the tables beside it."""
    known: dict[str, Any] = EXPECTED[unit]
    own = known[code]
    for pair, kappa in zip(PAIRS, own["kappas"], strict=True):
        both, first, second, neither = own[pair]
        n = both + first + second + neither
        chance = (both + first) * (both + second) + (neither + first) * (neither + second)
        if kappa:
            assert kappa == [n * (both + neither) - chance, n * n - chance]
        else:
            assert chance == n * n
    three, alone = known["seen_by_three"], own["alone"]
    differing = sum(own[pair][1] + own[pair][2] for pair in PAIRS)
    assert differing == 2 * own["mixed"] + alone  # of three, two pairs differ where one is alone
    yes = sum(own["ann_cem"][:2]) + sum(own["bob_cem"][:2]) + sum(own["ann_cem"][::2])
    labels = 3 * three
    chance = yes**2 + (labels - yes) ** 2
    same = labels - 2 * own["mixed"]
    assert own["fleiss"] == [same * labels - chance, labels**2 - chance]
    every = labels + 2 * (known["units"] - three)
    marked = sum(own["ann_bob"][:2]) + sum(own["ann_bob"][::2]) + sum(own["ann_cem"][::2])
    expected = marked * (every - marked)
    apart = own["mixed"] + alone
    assert own["alpha"] == [expected - (every - 1) * apart, expected]


@pytest.mark.parametrize(("what", "table"), [(CODES, "quotation"), (SPEAKERS, "voices")])
def test_all_together(what: str, table: str) -> None:
    values, units, marked = _figures(Comparison(in_memory(), CODERS, what), "quotation", ALL)
    own = EXPECTED[table]["all"]
    assert units == EXPECTED["quotation"]["units"]
    assert list(marked) == own["marked"]
    assert values == pytest.approx(
        {
            "percent": sum(own["same"]) / (37 + 28 + 28),
            "Cohen's kappa": _mean(own["kappas"]),
            "Fleiss' kappa": _fraction(own["fleiss"]),
            "Krippendorff's alpha": _fraction(own["alpha"]),
        }
    )


def test_two_coders(codes: Comparison) -> None:
    """The first table alone, over all articles; cem is not asked."""
    two = Comparison(codes.project, CODERS[:2], CODES)
    for code in ("claim", "wildlife"):
        values, units, _ = _figures(two, "quotation", code)
        own = EXPECTED["quotation"][code]
        assert units == 37
        assert values["percent"] == pytest.approx((own["ann_bob"][0] + own["ann_bob"][3]) / 37)
        assert values["Cohen's kappa"] == pytest.approx(_fraction(own["kappas"][0]))


def test_differences(codes: Comparison) -> None:
    """The quotations that those who saw them are not at one on."""
    for unit, code in SINGLE:
        own = EXPECTED[unit][code]
        found = codes.differing(unit, code)
        assert len(found) == own["mixed"] + own["alone"]
    # 26 of the 28 seen by all, and 6 of the 9 seen by two: see the labels all together.
    assert len(codes.differing("quotation")) == 26 + 6
