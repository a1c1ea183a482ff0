"""Comparing coders: every figure of agreement, with its interval and what it was measured on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from fr_reader.agreement.bootstrap import DRAWS, FEWEST, Interval, interval
from fr_reader.agreement.coefficients import Coefficient, alpha, fleiss, mean_cohen, percent
from fr_reader.agreement.labels import (
    POPULATIONS,
    Coded,
    Labelled,
    Unit,
    grouped,
    labelled,
    unitized,
    with_code,
)
from fr_reader.agreement.rows import Row, Rows, together
from fr_reader.agreement.rows import units as comparable
from fr_reader.agreement.unitizing import Unitized, disagreement, joined
from fr_reader.model import Annotation

COEFFICIENTS: Mapping[str, Coefficient] = {
    "percent": percent,
    "Cohen's kappa": mean_cohen,
    "Fleiss' kappa": fleiss,
    "Krippendorff's alpha": alpha,
}
"""The coefficients over units, by name. Of more than two coders, Cohen's kappa is the mean over
their pairs."""
UNITIZING = "alpha for unitizing"
_WORK, _FEWEST_DRAWS = 2_000_000, 100
"""Of very many passages fewer draws are made for an interval: so many passages in all."""
ALL = ""
"""Stands for all codes together: two coders agree on a unit who gave it the same set of codes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A coefficient: its value, None where it is not defined, and its 95 % interval if known."""

    name: str
    value: float | None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The agreement on one code, or on all (`ALL`), over one kind of unit.

    `units` is how many of them at least two coders saw, `marked` to how many of those each coder
    gave the code. `population` and `drawn` say in words what the units are taken from and what was
    drawn again for the intervals.
    """

    code: str
    unit: str
    population: str
    drawn: str
    units: int
    marked: tuple[int, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What coders agree on: one `Measured` a code and kind of unit, that on all codes first."""

    coders: tuple[str, ...]
    articles: int
    measured: tuple[Measured, ...]


def agreement(
    articles: Sequence[Coded],
    coders: Sequence[str],
    codes: Sequence[str],
    unit: Unit,
    body: Callable[[Annotation], str],
) -> Agreement:
    """How far `coders` agree on `codes` over the units of `articles`.

    `body` is as in `labelled`. Raises ValueError for fewer than two coders.
    """
    if len(coders) < 2:
        raise ValueError("agreement takes two coders")
    units = [each for coded in articles for each in labelled(coded, coders, unit, body)]
    shared = [coded for coded in articles if len(coded.seen.intersection(coders)) > 1]
    by = "article" if len(shared) >= FEWEST else "paragraph"
    groups = grouped(units, unit, by)
    measured = [_measured(ALL, unit, by, groups, coders)] if len(codes) != 1 else []
    measured += [
        _measured(code, unit, by, [with_code(group, code) for group in groups], coders)
        for code in codes
    ]
    return Agreement(tuple(coders), len(shared), tuple(measured))


def _measured(
    code: str, unit: Unit, by: str, groups: Sequence[Rows], coders: Sequence[str]
) -> Measured:
    rows = together(groups)
    shared = {row: count for row, count in rows.items() if comparable({row: count})}
    figures = []
    for name, of in COEFFICIENTS.items():
        value = of(rows)
        spread = None if value is None else interval(groups, partial(_of_all, of))
        figures.append(Figure(name, value, spread))
    marked = tuple(
        sum(count for row, count in shared.items() if row[place]) for place in range(len(coders))
    )
    drawn = f"{by}s"
    return Measured(
        code, unit.value, POPULATIONS[unit], drawn, comparable(rows), marked, tuple(figures)
    )


def _of_all(of: Coefficient, groups: Sequence[Rows]) -> float | None:
    return of(together(groups))


def unitizing(
    articles: Sequence[Coded],
    coders: Sequence[str],
    codes: Sequence[str],
    body: Callable[[Annotation], str],
) -> Agreement:
    """Alpha for unitizing, of the articles that all `coders` saw, laid end to end.

    That of all codes together adds their disagreements up. Raises ValueError as `agreement`.
    """
    if len(coders) < 2:
        raise ValueError("agreement takes two coders")
    shared = [coded for coded in articles if coded.seen.issuperset(coders)]
    by_code = {
        code: [part for one in shared if (part := unitized(one, coders, body, code)) is not None]
        for code in codes
    }
    measured = [_unitizing(ALL, list(by_code.values()), len(coders))] if len(codes) != 1 else []
    measured += [_unitizing(code, [parts], len(coders)) for code, parts in by_code.items()]
    return Agreement(tuple(coders), len(shared), tuple(measured))


def _unitizing(code: str, by_code: Sequence[Sequence[Unitized]], coders: int) -> Measured:
    whole = [joined(parts) for parts in by_code if parts]
    found = [disagreement(one) for one in whole]
    observed, expected = sum(one.observed for one in found), sum(one.expected for one in found)
    value = 1 - observed / expected if expected else None
    spread = None
    if value is not None and len(parts := list(zip(*by_code, strict=True))) >= FEWEST:
        marks = sum(len(own) for one in whole for own in one.units)
        spread = interval(parts, _alpha, max(_FEWEST_DRAWS, min(DRAWS, _WORK // (marks or 1))))
    marked = tuple(sum(len(one.units[place]) for one in whole) for place in range(coders))
    return Measured(
        code,
        "passage",
        "all characters of the texts every coder saw, as one continuum",
        "articles" if spread else "",
        whole[0].length if whole else 0,
        marked,
        (Figure(UNITIZING, value, spread),),
    )


def _alpha(parts: Sequence[tuple[Unitized, ...]]) -> float | None:
    """Alpha of all codes together, of articles that have one continuum a code."""
    found = [disagreement(joined(of_code)) for of_code in zip(*parts, strict=True)]
    expected = sum(one.expected for one in found)
    return 1 - sum(one.observed for one in found) / expected if expected else None


def disagreements(units: Sequence[Labelled], code: str) -> list[Labelled]:
    """The units on which coders who saw them differ, on one code or on any (`ALL`)."""

    def labels(row: Row) -> set[object]:
        told = (label for label in row if label is not None)
        return {
            (code in label) if code and isinstance(label, frozenset) else label for label in told
        }

    return [unit for unit in units if len(labels(unit.row)) > 1]
