"""Quotations that lean on the sentence or the paragraph next to them; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.model import Quotation
from fr_reader.text import quotations


def marked(text: str) -> list[Quotation]:
    return [quotation for quotation in quotations(text) if quotation.kind != "indirect"]


@pytest.mark.parametrize(
    ("second", "segment"),
    [
        (
            "But that is not “the same as saying never.”",
            "But that is not “the same as saying never.”",
        ),
        (
            "“It is old and far too expensive” for most.",
            "“It is old and far too expensive” for most",
        ),
    ],
)
def test_a_sentence_half_quoted_goes_on(second: str, segment: str) -> None:
    text = f"“The plan will fail,” Anna Oak said. {second}"
    _, found = marked(text)
    assert (found.kind, found.rule, found.who) == ("mixed", "carry-over", "Anna Oak")
    assert found.text(text) == (segment,)


def test_a_few_words_in_marks_do_not_go_on() -> None:
    text = (
        "“The plan will fail,” Anna Oak said. The “big plan” was made in the spring of last year."
    )
    assert len(marked(text)) == 1


def test_going_on_after_an_abbreviation() -> None:
    text = "“We are tired,” said Anna Oak, who lives in Leeds, N.H. “We will go.”"
    (found,) = marked(text)
    assert found.text(text) == ("“We are tired,”", "“We will go.”")


def test_an_exclamation_goes_on_whatever_follows() -> None:
    text = "“It rains,” Anna Oak said. “I love it!” Former mayor Tom Reed was not there."
    (found,) = marked(text)
    assert found.text(text) == ("“It rains,”", "“I love it!”")


def test_interrupted_by_more_than_the_attribution() -> None:
    text = "“Many are tired,” Oak wrote in a letter explaining why, “but we go on.”"
    (found,) = marked(text)
    assert found.text(text) == ("“Many are tired,”", "“but we go on.”")


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Anna Oak disagreed.", "Anna Oak"),
        ("Anna Oak said in a statement.", "Anna Oak"),
        ("The rain is no joke, Anna Oak says.", "Anna Oak"),
        ("Anna Oak took a softer line.", "Anna Oak"),
        ("It rained all day.", "Tom Reed"),
    ],
)
def test_the_sentence_before(before: str, who: str) -> None:
    text = f"“I like it,” Tom Reed said.\n\n{before} “It will rain all day.”"
    assert marked(text)[-1].who == who


@pytest.mark.parametrize(
    "text",
    [
        "“It will rain.”\n\n— Anna Oak, writing to the paper",
        '"It will rain.\nAnna Oak, farmer."',
        "“It will rain.” Of course. “It must.” ― Anna Oak",
    ],
)
def test_signed(text: str) -> None:
    assert {found.who for found in marked(text)} == {"Anna Oak"}


@pytest.mark.parametrize("heading", ["'A hard year'", "‘A hard year’", "“A HARD YEAR”"])
def test_crossheads_are_no_speech(heading: str) -> None:
    text = f"“It rains,” Anna Oak said.\n\n{heading}\n\nIt was late.\n"
    assert len(marked(text)) == 1


def test_a_question_with_a_small_letter_after_it() -> None:
    text = "If it rains — as Reed denies — “why would you go?” asked Anna Oak."
    assert marked(text)[0].who == "Anna Oak"


@pytest.mark.parametrize(
    "text",
    [
        "Her book, “The Long Road,” says the plan was good.",
        "Reed made a podcast, “So It Rained.”",
    ],
)
def test_titles_after_a_comma_are_no_speech(text: str) -> None:
    assert marked(text) == []


def test_words_of_a_list_are_of_one_clause() -> None:
    text = "Reed said the plan was “bad”, “old” and “slow”."
    (found,) = marked(text)
    assert (found.kind, found.text(text)) == ("mixed", ("the plan was “bad”, “old” and “slow”",))


@pytest.mark.parametrize("rest", ["and left", "in a note", "three times", "when it rained"])
def test_what_is_quoted_after_its_cue_ends_with_its_marks(rest: str) -> None:
    text = f"Reed said “not at all” {rest}."
    assert [found.text(text) for found in marked(text)] == [("“not at all”",)]
