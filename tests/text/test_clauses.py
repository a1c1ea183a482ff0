"""Clauses: cut at marks and before what opens a new one. All sentences are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import Span
from fr_reader.text import clauses, sentences
from tests.effort import steps

CASES = {
    "She said that the bridge, which is old, would close.": (
        "She said|that the bridge|which is old|would close."
    ),
    "It rained, and they stayed at home because the road was shut.": (
        "It rained|and they stayed at home|because the road was shut."
    ),
    "Bread and butter cost 1,200 crowns.": "Bread and butter cost 1,200 crowns.",
    "No, he said.": "No, he said.",
    "“We wait,” Ann said; “we always wait.”": "“We wait,”|Ann said|“we always wait.”",
    "It was known – he said – that nobody cared.": "It was known|he said|that nobody cared.",
    "That bridge is new. So is this one.": "That bridge is new.|So is this one.",
    "": "",
}


@pytest.mark.parametrize(("text", "parts"), CASES.items())
def test_cut(text: str, parts: str) -> None:
    assert "|".join(s.of(text) for s in clauses(text, Span(0, len(text)))) == parts


@given(
    st.lists(
        st.sampled_from(["a", "He", "said", "that", ",", ";", "“x”", "–", "and", "they", "who"])
    ).map(" ".join)
)
def test_nothing_but_marks_and_blanks_is_left_out(text: str) -> None:
    found = clauses(text, Span(0, len(text)))
    assert list(found) == sorted(found)
    inside = {at for span in found for at in range(span.start, span.end)}
    assert not any(text[at].isalnum() for at in range(len(text)) if at not in inside)
    whole = sentences(text, Span(0, len(text)))
    assert all(any(sentence.covers(span) for sentence in whole) for span in found)


def test_work_grows_with_the_text_alone() -> None:
    def work(times: int) -> int:
        text = "and they said, because who knows, " * times
        return steps(lambda: clauses(text, Span(0, len(text))))

    work(40)
    assert work(400) < work(40) * 14
