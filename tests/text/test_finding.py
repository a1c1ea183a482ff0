"""Finding: literal with smart case, typographic twins, regular expressions that cannot hang."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.text.finding import MOST, FindError, find

TEXT = (
    "Made up: the Mayor’s plan, the mayor's “long\nplan”, a non‑stop plan (x+y). "
    "e\u0301te\u0301 Été"
)

LITERAL = {
    "mayor": ["Mayor", "mayor"],
    "Mayor": ["Mayor"],
    "mayor's": ["Mayor’s", "mayor's"],
    '"long plan"': ["“long\nplan”"],
    "non-stop": ["non‑stop"],
    "(x+y)": ["(x+y)"],
    "nowhere": [],
    " ": [],
    "e": ["e", "e", "e", "e\u0301", "e\u0301"],
}


@pytest.mark.parametrize(("wanted", "found"), LITERAL.items())
def test_words(wanted: str, found: list[str]) -> None:
    got = [span.of(TEXT) for span in find(TEXT, wanted)]
    assert got == found if wanted != "e" else set(found) == set(got)


def test_regular_expressions() -> None:
    assert [s.of(TEXT) for s in find(TEXT, r"\bpl\w+", pattern=True)] == ["plan"] * 3
    assert find(TEXT, r"x*", pattern=True) == find(TEXT, "x")


@pytest.mark.parametrize("wanted", ["(", "[a", "*", "(?P<n>", "\\"])
def test_what_is_no_expression_is_told(wanted: str) -> None:
    with pytest.raises(FindError, match="not a regular expression"):
        find(TEXT, wanted, pattern=True)


def test_an_expression_that_would_run_on_is_stopped() -> None:
    with pytest.raises(FindError, match="too long"):
        find("a" * 40 + "b", r"(a|a)*$|(a+)+c", pattern=True)


def test_no_more_than_anybody_goes_through() -> None:
    assert len(find("a " * (MOST + 5), "a")) == MOST
    assert len(find("a " * (MOST + 5), "a", pattern=True)) == MOST


@given(st.text(max_size=60), st.text(max_size=6), st.booleans())
def test_places_are_in_order_and_apart(text: str, wanted: str, pattern: bool) -> None:
    try:
        found = find(text, wanted, pattern)
    except FindError:
        return
    assert all(span.end > span.start for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
