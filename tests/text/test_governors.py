"""Who a cue before a quotation belongs to; every sentence is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations


def speaker(text: str) -> str:
    """The mention of the speaker of the only direct quotation."""
    (found,) = [quotation for quotation in quotations(text) if quotation.kind == "direct"]
    return found.speaker.of(text) if found.speaker else ""


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Tom Reed backed the plan and told the crowd it would rain, adding,", "Tom Reed"),
        ("The mayor and the clerk will meet, Reed said, adding,", "Reed"),
        ("When Anna Oak asked him about the rain, he laughed and said,", "he"),
        ("Last month, when I asked Tom Reed if he liked rain, she smiled and said,", "she"),
        ("Eight years ago, she backed the plan over the road and said,", "she"),
        ("In a long talk with Tom Reed last year, Oak said she was glad and added,", "Oak"),
        ("Oak said the members will still meet, but said,", "Oak"),
        ("Oak sent the members a note saying:", "Oak"),
        ("Oak emailed members saying:", "Oak"),
        ("Oak answered a question on Facebook writing,", "Oak"),
        ("Here in Leeds, Oak stepped up the work, saying,", "Oak"),
        ("The rain came when Oak broke in, shouting,", "Oak"),
        ("Oak is shown shouting:", "Oak"),
        ("The film has a clip of Oak saying,", "Oak"),
        ("The rain fell, with Oak yelling:", "Oak"),
        ("This prompted Oak to say,", "Oak"),
        (
            "LEEDS, May 3 (PA) — In answer to it, Oak’s aide rallied her friends, saying:",
            "Oak’s aide",
        ),
        ("Said Anna Oak, who grew up here,", "Anna Oak, who grew up here"),
        ("Stated Oak:", "Oak"),
        ("Oak told the council when asked about the rain:", "Oak"),
        ("Asked about the rain, Oak demurred:", "Oak"),
        ("Oak told the Ham Post in a written note,", "Oak"),
        ("Oak then writes back,", "Oak"),
    ],
)
def test_cues_before(before: str, expected: str) -> None:
    assert speaker(f"{before} “It will rain all day.”").rstrip(",") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Anna Oak:", "Anna Oak"),
        ("A second look at the rain – Anna Oak:", "Anna Oak"),
        ("A second look at the rain - More from Oak:", "Oak"),
        ("From the report:", "the report"),
        ("According to the Ham Post:", "the Ham Post"),
        ("Reed said it was over, but Oak had an answer:", "Oak"),
        ("In Anna Oak’s words,", "Anna Oak"),
        ("In the words of Anna Oak,", "Anna Oak"),
        ("To quote Anna Oak,", "Anna Oak"),
    ],
)
def test_introductions(before: str, expected: str) -> None:
    assert speaker(f"{before} “It will rain all day.”") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They broke into chants of “Rain! Rain!” and left.", "They"),
        ("He left to cries of “Shame!” from the crowd.", "the crowd"),
        ("The crowd’s chants of “Rain! Rain!” were loud.", "The crowd"),
        ("Rain fell to chants of “Rain! Rain!” all day.", ""),
        ("“Call the clerk,” came a shout from the crowd.", "the crowd"),
        ("The crowd stood there chanting “rain again!”", "The crowd"),
    ],
)
def test_chants_and_cries(text: str, expected: str) -> None:
    assert speaker(text) == expected


def test_a_participle_without_subject_goes_on_from_the_quotation_before() -> None:
    text = "“It is wet,” said Reed. Adding, “And it is cold.”"
    first, second = [quotation for quotation in quotations(text) if quotation.kind == "direct"]
    assert (second.rule, second.speaker, second.who) == ("carry-over-cue", None, first.who)
