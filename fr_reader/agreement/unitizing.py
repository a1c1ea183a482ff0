"""Krippendorff's alpha for unitizing: do coders mark the same stretches of a text?

Where coders choose the passages themselves there are no units to be compared one by one. The text
is a continuum; each coder divides it into marked stretches and the gaps between them, and what is
compared is where these begin and end.

Source: Krippendorff, “Measuring the Reliability of Qualitative Text Analysis Data” (Quality and
Quantity 38, 2004, pp. 787–800), and “Content Analysis” (2nd edition, 2004, section 11.6).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, permutations

from fr_reader.model import Span


@dataclass(frozen=True, slots=True)
class Unitized:
    """The stretches each coder marked with one code in a continuum of `length` code points.

    `units` has one sequence a coder, each in text order without overlaps: see `united`.
    """

    length: int
    units: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What alpha is made of: the disagreement observed, and the one expected by chance."""

    observed: float
    expected: float

    @property
    def alpha(self) -> float | None:
        """One less their ratio; None where chance could not disagree."""
        return 1 - self.observed / self.expected if self.expected else None


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """One coder's spans in text order, those that overlap made one; neighbours stay apart."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif len(span):
            found.append(span)
    return tuple(found)


def joined(parts: Iterable[Unitized]) -> Unitized:
    """Several continua laid end to end, as one; all have the same coders."""
    length = 0
    units: list[list[Span]] = []
    for part in parts:
        units = units or [[] for _ in part.units]
        for own, spans in zip(units, part.units, strict=True):
            own += [Span(span.start + length, span.end + length) for span in spans]
        length += part.length
    return Unitized(length, tuple(map(tuple, units)))


def disagreement(of: Unitized) -> Disagreement:
    """How far the coders disagree on one code, and how far they would by chance.

    A coder without any unit has the whole continuum as a gap. Where there are fewer than two
    coders, or no text, both are nought.
    """
    coders = len(of.units)
    if coders < 2 or not of.length:
        return Disagreement(0.0, 0.0)
    gaps = [_gaps(units, of.length) for units in of.units]
    pairs = permutations(range(coders), 2)
    apart = sum(_apart(of.units[one], of.units[other], gaps[other]) for one, other in pairs)
    return Disagreement(apart / (coders * (coders - 1) * of.length**2), _expected(of, gaps))


def alpha_unitizing(by_code: Mapping[str, Unitized]) -> float | None:
    """Alpha of several codes together: their disagreements, observed and expected, added up."""
    each = [disagreement(one) for one in by_code.values()]
    expected = sum(one.expected for one in each)
    return 1 - sum(one.observed for one in each) / expected if expected else None


def _gaps(units: Sequence[Span], length: int) -> list[Span]:
    """What lies between the units, before the first and behind the last."""
    starts = [0, *(unit.end for unit in units)]
    ends = [*(unit.start for unit in units), length]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _apart(units: Sequence[Span], others: Sequence[Span], gaps: Sequence[Span]) -> int:
    """The sum of squared differences between one coder's units and what another one has there.

    A unit that lies wholly in a gap counts its length squared; twice over, as seen from the gap
    as well. Two units that overlap count the squares of how far their ends are apart.
    """
    total = 0
    other = gap = 0
    for unit in units:
        while gap < len(gaps) and gaps[gap].end < unit.end:
            gap += 1
        if gap < len(gaps) and gaps[gap].start <= unit.start:
            total += 2 * len(unit) ** 2
        while other < len(others) and others[other].end <= unit.start:
            other += 1
        at = other
        while at < len(others) and others[at].start < unit.end:
            total += (unit.start - others[at].start) ** 2 + (unit.end - others[at].end) ** 2
            at += 1
    return total


def _expected(of: Unitized, gaps: Sequence[Sequence[Span]]) -> float:
    """The disagreement of all placements the units could have had, gaps being what they are."""
    lengths = sorted(len(gap) for own in gaps for gap in own)
    behind = [0, *accumulate(reversed(lengths))]
    sizes = [len(unit) for own in of.units for unit in own]
    others = len(sizes) - 1
    total = 0.0
    inside = 0
    for size in sizes:
        longer = len(lengths) - bisect_left(lengths, size)
        room = behind[longer] - longer * (size - 1)
        total += others * (2 * size**3 - 3 * size**2 + size) / 3 + size * size * room
        inside += size * (size - 1)
    places = len(of.units) * of.length
    possible = places * (places - 1) - inside
    return 2 * total / (of.length * possible) if possible else 0.0
