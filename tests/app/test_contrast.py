"""Contrast as the Web Content Accessibility Guidelines compute it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import BLACK, WHITE, Color

from fr_reader.app.contrast import AA, contrast, least_contrast, luminance, readable

colours = st.builds(Color, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffff00", 8.0),
        ("#123456", "#123456", 1.0),
    ],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)


@given(colours, colours)
def test_a_ratio_has_no_direction_and_is_between_1_and_21(one: Color, other: Color) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


def test_luminance_runs_from_black_to_white() -> None:
    assert luminance(BLACK) == 0
    assert luminance(WHITE) == pytest.approx(1)


@given(colours, colours)
def test_on_any_one_background_text_can_be_made_readable(text: Color, ground: Color) -> None:
    assert contrast(readable(text, [ground]), ground) >= AA


def test_a_readable_colour_stays_as_it_is() -> None:
    assert readable(Color.parse("#1f4f7a"), [WHITE]) == Color.parse("#1f4f7a")


def test_where_nothing_is_readable_on_all_the_best_end_comes_back() -> None:
    grounds = [BLACK, WHITE, Color.parse("#808080")]
    result = readable(Color.parse("#ff0000"), grounds)
    assert result in (BLACK, WHITE)
    assert least_contrast(result, grounds) < AA
