"""Codes below and merged into one another: every one is found once, whatever is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import Code, Codebook, Speaker, Speakers

IDS = ("a", "b", "c", "d", "e")
LINKS = st.sampled_from(("", *IDS, "gone"))


@given(st.lists(st.tuples(LINKS, LINKS), min_size=5, max_size=5))
def test_whatever_points_where_each_code_stands_in_the_tree_once(
    links: list[tuple[str, str]],
) -> None:
    codes = [
        Code(own, own, parent=parent, merged=merged)
        for own, (parent, merged) in zip(IDS, links, strict=True)
    ]
    book = Codebook.of(codes)
    in_tree = [code for code, _ in book.tree()]
    assert sorted(code.id for code in in_tree) == sorted(code.id for code in book)
    assert len(book) == len(in_tree) > 0
    for own in IDS:
        end = book.end(own)
        assert book.end(end) == end
        assert book.get(own) in in_tree
        assert own == end or book.by_id[own] in book.merged_into(end)
    for code in book:
        assert code.id not in book.below(code.id)
        above = book.parent(code)
        assert above is None or code.id in book.below(above.id)


@given(st.lists(LINKS, min_size=5, max_size=5))
def test_whoever_is_merged_into_whom_everybody_is_somebody(links: list[str]) -> None:
    kept = [
        Speaker(own, f"name {own}", aliases=(f"alias {own}",), merged=merged)
        for own, merged in zip(IDS, links, strict=True)
    ]
    speakers = Speakers.of(kept)
    assert len(list(speakers)) == len(speakers) > 0
    for one in kept:
        found = speakers.get(one.id)
        assert found is not None
        assert found in list(speakers)
        assert found.answers_to(one.name)
        assert speakers.named(one.aliases[0]) == found


@pytest.mark.parametrize("merged", ["b", "c"])
def test_what_is_below_a_merged_code_is_below_what_it_became(merged: str) -> None:
    a, b = Code("a", "a", parent="top", merged=merged), Code("b", "b", parent="a")
    book = Codebook.of([Code("top", "top"), a, b, Code("c", "c")])
    above = book.parent(b)
    assert above is not None
    assert above.id == ("top" if merged == "b" else "c")
    assert book.is_sound("a")


def test_one_merged_into_one_further_below_would_turn_the_tree_round() -> None:
    codes = [Code("a", "a", merged="c"), Code("b", "b", parent="a"), Code("c", "c", parent="b")]
    assert not Codebook.of(codes).is_sound("a")
