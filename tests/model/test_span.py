"""Spans: half-open ranges of code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import Span, hull

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_offsets_are_code_points() -> None:
    assert Span(1, 3).of("a👩é!") == "👩é"


@given(spans, spans)
def test_meeting_is_what_both_hold(a: Span, b: Span) -> None:
    shared = {i for i in range(60) if a.holds(i) and b.holds(i)}
    met = a.meet(b)
    assert shared == (set(range(met.start, met.end)) if met else set())
    assert a.overlaps(b) == bool(shared)


@given(st.lists(spans, min_size=1))
def test_the_hull_covers_all_and_no_more(several: list[Span]) -> None:
    around = hull(several)
    assert all(around.covers(span) for span in several)
    assert {around.start, around.end} <= {e for s in several for e in (s.start, s.end)}


def test_nothing_has_no_hull() -> None:
    with pytest.raises(ValueError, match="no hull"):
        hull([])
