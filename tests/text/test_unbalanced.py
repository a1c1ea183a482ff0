"""Quotations whose opening or closing mark was forgotten; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations


def direct(text: str) -> list[tuple[tuple[str, ...], str | None]]:
    """Segments and person of each direct quotation."""
    return [(q.text(text), q.who) for q in quotations(text) if q.kind == "direct"]


@pytest.mark.parametrize("mark", ["”", '"'])
def test_the_opening_mark_is_forgotten(mark: str) -> None:
    text = f"The river is low,{mark} said Anna Oak."
    assert direct(text) == [((f"The river is low,{mark}",), "Anna Oak")]


def test_the_opening_mark_is_forgotten_behind_a_colon() -> None:
    text = "Anna Oak said: The river is low.”"
    assert direct(text) == [(("The river is low.”",), "Anna Oak")]


def test_a_lonely_mark_without_an_attribution_changes_nothing() -> None:
    assert direct("The river is low.” It rained.") == []


@pytest.mark.parametrize("says", ["said Anna Oak", "Anna Oak said"])
def test_the_closing_mark_is_forgotten(says: str) -> None:
    text = f"“The river is low, {says}. It rained."
    assert direct(text) == [(("“The river is low,",), "Anna Oak")]


def test_what_goes_on_in_the_next_paragraph_is_not_ended() -> None:
    text = "Tom Reed said: “The river is low, said Anna Oak.\n\n“It was high.”"
    assert [len(segments) for segments, _ in direct(text)] == [2]


def test_a_mark_left_open_does_not_swallow_who_speaks_next() -> None:
    text = '"It is low," said Anna Oak. "It was high.\n\n"It is fine," said Tom Reed.\n'
    assert direct(text) == [
        (('"It is low,"', '"It was high.'), "Anna Oak"),
        (('"It is fine,"',), "Tom Reed"),
    ]


def test_a_mark_left_open_goes_on_with_the_same_speaker() -> None:
    text = "“It is low,” said Anna Oak. “It was high.\n\n“It is fine,” Oak said.\n"
    assert direct(text) == [(("“It is low,”", "“It was high.", "“It is fine,”"), "Anna Oak")]


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ("‘The river is low”", "single"),
        ("“The river is low’", "double"),
        ("“The river is low'", "double"),
        ('"The river is low”', "straight"),
    ],
)
def test_a_mark_of_another_family_closes(words: str, opened: str) -> None:
    assert direct(f"{words}, said Anna Oak.") == [((words,), "Anna Oak")], opened


@pytest.mark.parametrize("words", ["“The river is low,'", "‘The river is low,”"])
def test_a_mark_of_another_family_closes_behind_a_comma(words: str) -> None:
    assert direct(f"{words} said Anna Oak.") == [((words,), "Anna Oak")]


@pytest.mark.parametrize("words", ["The river is low»", "The river is low”"])
def test_the_opening_mark_is_forgotten_and_the_comma_outside(words: str) -> None:
    assert direct(f"{words}, said Anna Oak.") == [((words,), "Anna Oak")]


def test_a_single_opening_mark_is_forgotten() -> None:
    assert direct("The river is low,’ said Anna Oak.") == [(("The river is low,’",), "Anna Oak")]


def test_the_closing_mark_is_forgotten_in_the_middle_of_a_paragraph() -> None:
    text = "It rained.\n\n“We had no hay, said Anna Oak, a farmer. “We had no straw.”"
    assert direct(text) == [(("“We had no hay,", "“We had no straw.”"), "Anna Oak")]


def test_apostrophes_do_not_close_what_the_next_paragraph_reopens() -> None:
    text = (
        "Anna Oak said: ‘We have had it.\n\n‘The drivers’ union won’t help and the firm’s gone.\n\n"
        "‘It is over.’"
    )
    assert [len(segments) for segments, _ in direct(text)] == [3]
