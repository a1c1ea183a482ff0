"""Sums that are added up and taken off again, in any order, come to what is left."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.store.sums import Key, Numbers, Sums, as_json, minus, of_json, plus, total

_NUMBERS: st.SearchStrategy[Numbers] = st.tuples(st.integers(0, 3), st.integers(0, 2**90))
_KEYS: st.SearchStrategy[Key] = st.tuples(st.sampled_from(["a", "b", "\ud800"]), st.just("x"))
_ROWS: st.SearchStrategy[dict[Key, Numbers]] = st.dictionaries(_KEYS, _NUMBERS)
_SUMS: st.SearchStrategy[Sums] = st.dictionaries(st.sampled_from(["said", "coded"]), _ROWS)


@given(st.lists(_SUMS, max_size=5), st.lists(_SUMS, max_size=5))
def test_what_is_taken_off_leaves_nothing(kept: list[Sums], gone: list[Sums]) -> None:
    sums = total([*gone, *kept])
    for one in reversed(gone):
        minus(sums, one)
    assert sums == total(kept)
    for one in kept:
        minus(sums, one)
    assert sums == {}


@given(_SUMS)
def test_they_are_kept_as_json(sums: Sums) -> None:
    assert of_json(json.loads(json.dumps(as_json(sums)))) == sums


def test_what_was_never_added_is_refused() -> None:
    sums: Sums = {}
    plus(sums, {"said": {("nobody",): (1, 2)}})
    with pytest.raises(KeyError):
        minus(sums, {"said": {("somebody",): (1, 2)}})
