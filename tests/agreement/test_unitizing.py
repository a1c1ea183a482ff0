"""Alpha for unitizing gives what its author printed, and holds to what it must."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.agreement.unitizing import (
    Unitized,
    alpha_unitizing,
    disagreement,
    joined,
    united,
)
from fr_reader.model import Span


def _units(*places: tuple[int, int], start: int = 0, times: int = 1) -> tuple[Span, ...]:
    """Units by where they begin and how long they are."""
    return tuple(Span((at - start) * times, (at - start + length) * times) for at, length in places)


def test_it_is_what_krippendorff_printed_in_2004() -> None:
    """Quality and Quantity 38, p. 794 and following; the text goes from 150 to 450."""
    one = _units((225, 70), (370, 30), start=150)
    other = _units((220, 80), (355, 20), (400, 20), start=150)
    same = _units((180, 60), (300, 50), start=150)
    c, k = Unitized(300, (one, other)), Unitized(300, (same, same))
    assert disagreement(c).observed == pytest.approx(0.0144, abs=0.00005)
    assert disagreement(c).expected == pytest.approx(0.0532, abs=0.00005)
    assert disagreement(k).expected == pytest.approx(0.0490, abs=0.00005)
    assert disagreement(c).alpha == pytest.approx(0.729, abs=0.0005)
    assert disagreement(k).alpha == 1.0
    assert alpha_unitizing({"c": c, "k": k}) == pytest.approx(0.859, abs=0.0005)


_BERTHA = ((2, 8), (14, 6)), ((4, 4), (15, 2))
_GERRET = ((2, 6), (10, 2), (14, 4), (20, 2)), ((0, 2), (4, 4), (10, 4), (16, 2), (20, 2))
_HEATHER = (
    ((0, 2), (2, 8), (10, 4), (14, 6), (20, 4)),
    ((0, 4), (4, 4), (8, 7), (15, 2), (17, 7)),
)


@pytest.mark.parametrize(
    ("pair", "observed", "alpha"),
    [(_BERTHA, 0.03125, 0.553), (_HEATHER, 0.38715, 0.066)],
)
def test_it_is_what_krippendorff_printed_in_1995(
    pair: tuple[tuple[tuple[int, int], ...], ...], observed: float, alpha: float
) -> None:
    """Sociological Methodology 25, p. 57, where lengths are measured ever more finely."""
    fine = 50_000
    found = disagreement(Unitized(24 * fine, tuple(_units(*places, times=fine) for places in pair)))
    assert found.observed == pytest.approx(observed, abs=0.000005)
    assert found.alpha == pytest.approx(alpha, abs=0.0005)


def test_it_is_what_krippendorff_printed_for_a_coarse_measure() -> None:
    """The same, p. 66: the third pair, with lengths in twelfths."""
    halves = tuple(
        tuple(Span(at // 2, (at + length) // 2) for at, length in places) for places in _GERRET
    )
    found = disagreement(Unitized(12, halves))
    assert found.observed == pytest.approx(0.02777, abs=0.00001)
    assert found.expected == pytest.approx(0.05494, abs=0.00001)
    assert found.alpha == pytest.approx(0.494, abs=0.0005)


LENGTH = 60
_spans = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 20)).map(
        lambda pair: Span(pair[0], min(LENGTH, sum(pair)))
    ),
    max_size=8,
).map(united)


@given(st.lists(_spans, min_size=2, max_size=4))
def test_the_order_of_the_coders_says_nothing(units: list[tuple[Span, ...]]) -> None:
    one, other = (
        disagreement(Unitized(LENGTH, tuple(each))) for each in (units, list(reversed(units)))
    )
    assert one.observed == pytest.approx(other.observed)
    assert one.expected == pytest.approx(other.expected)


@given(_spans)
def test_the_same_units_are_perfect_agreement(units: tuple[Span, ...]) -> None:
    found = disagreement(Unitized(LENGTH, (units, units)))
    assert found.observed == 0
    assert found.alpha in (1.0, None)
    assert (found.alpha is None) == (found.expected == 0)


@given(_spans, _spans)
def test_observed_is_the_definition_pair_by_pair(
    one: tuple[Span, ...], other: tuple[Span, ...]
) -> None:
    def gaps(units: tuple[Span, ...]) -> list[Span]:
        edges = [0, *(edge for unit in units for edge in (unit.start, unit.end)), LENGTH]
        return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]

    def apart(own: tuple[Span, ...], theirs: tuple[Span, ...]) -> int:
        total = 0
        for unit in own:
            for their in theirs:
                if unit.overlaps(their):
                    total += (unit.start - their.start) ** 2 + (unit.end - their.end) ** 2
            for gap in gaps(theirs):
                if gap.start <= unit.start and unit.end <= gap.end:
                    total += 2 * len(unit) ** 2
        return total

    expected = (apart(one, other) + apart(other, one)) / (2 * LENGTH**2)
    assert disagreement(Unitized(LENGTH, (one, other))).observed == pytest.approx(expected)


def test_spans_of_one_coder_that_overlap_are_one() -> None:
    spans = [Span(5, 9), Span(0, 3), Span(2, 4), Span(9, 12), Span(6, 7)]
    assert united(spans) == (Span(0, 4), Span(5, 9), Span(9, 12))


def test_continua_are_laid_end_to_end() -> None:
    first = Unitized(10, ((Span(0, 5),), ()))
    second = Unitized(20, ((Span(5, 6),), (Span(0, 2),)))
    assert joined([first, second]) == Unitized(30, ((Span(0, 5), Span(15, 16)), (Span(10, 12),)))


def test_what_is_not_defined_is_none() -> None:
    assert disagreement(Unitized(10, ((Span(0, 5),),))).alpha is None
    assert disagreement(Unitized(0, ((), ()))).alpha is None
    assert disagreement(Unitized(10, ((), ()))).alpha is None
    assert alpha_unitizing({}) is None
