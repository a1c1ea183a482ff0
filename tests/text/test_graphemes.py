"""Whole characters: clusters tile a text, and no edge splits one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import Span
from fr_reader.text import graphemes, whole

MIXED = "e\u0301a 👩‍👩‍👧 क्षत्रिय नमस्ते مَرْحَبًا 漢字か\u3099 🇫🇷🇩🇪 각 a\tb\r\nc"
pieces = st.sampled_from(
    ["a", " ", "e\u0301", "👩‍👧", "क्ष", "स्ते", "بً", "漢", "🇫🇷", "\t", "\r\n", "👍🏽"]
)


def test_clusters_of_many_scripts() -> None:
    text = "e\u0301👩‍👩‍👧🇫🇷क्षत्रि漢"
    parts = [span.of(text) for span in graphemes(text, Span(0, len(text)))]
    assert parts == ["e\u0301", "👩‍👩‍👧", "🇫🇷", "क्ष", "त्रि", "漢"]


@given(st.lists(pieces).map("".join))
def test_clusters_tile_the_text(text: str) -> None:
    found = graphemes(text, Span(0, len(text)))
    assert "".join(span.of(text) for span in found) == text
    assert all(len(span) for span in found)


@given(st.lists(pieces).map("".join), st.data())
def test_widening_lands_on_edges_of_clusters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = {0, len(text), *(s.end for s in graphemes(text, Span(0, len(text))))}
    wide = whole(text, Span(start, end))
    assert wide.start in edges
    if end > start:
        assert wide.end in edges
        assert wide.covers(Span(start, end))
    assert whole(text, wide) == wide


@pytest.mark.parametrize("edge", range(len(MIXED)))
def test_nothing_but_the_edge_is_widened(edge: int) -> None:
    wide = whole(MIXED, Span(edge, edge + 1))
    assert wide in graphemes(MIXED, Span(0, len(MIXED)))
