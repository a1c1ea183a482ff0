"""Quotations with cue and speaker, convention by convention; every sentence is made up."""

from __future__ import annotations

import pytest

from fr_reader.model import Article, Quotation
from fr_reader.text import quotations, read
from fr_reader.text.reasons import RULES


def quoted(text: str) -> list[Quotation]:
    """What is quoted, wholly or in part; what is only reported is another test's business."""
    return [quotation for quotation in quotations(text) if quotation.kind != "indirect"]


def one(text: str) -> Quotation:
    (found,) = quoted(text)
    return found


def said(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Segments, cue and speaker of each quotation as text."""
    return [
        (
            q.text(text),
            q.cue.of(text) if q.cue else "",
            q.speaker.of(text) if q.speaker else "",
        )
        for q in quoted(text)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“The plan will fail,” Tom Reed said.", "said", "Tom Reed"),
        ("“The plan will fail,” said Tom Reed.", "said", "Tom Reed"),
        ("“The plan will fail”, said Tom Reed.", "said", "Tom Reed"),
        ("“The plan will fail” Tom Reed said.", "said", "Tom Reed"),
        ("“Will the plan fail?” asked Tom Reed.", "asked", "Tom Reed"),
        ("“The plan will fail!” he shouted.", "shouted", "he"),
        ("“The plan will fail.” Tom Reed said.", "said", "Tom Reed"),
        ("Tom Reed said: “The plan will fail.”", "said", "Tom Reed"),
        ("Tom Reed said, “The plan will fail.”", "said", "Tom Reed"),
        ("Tom Reed told reporters on Monday, “The plan will fail.”", "told", "Tom Reed"),
        ("Tom Reed has also said: “The plan will fail.”", "has also said", "Tom Reed"),
        ("Tom Reed shot back: “The plan will fail.”", "shot back", "Tom Reed"),
        ("Tom Reed went on to say: “The plan will fail.”", "went on to say", "Tom Reed"),
        ("Tom Reed: “The plan will fail.”", ":", "Tom Reed"),
        ("Tom Reed had an answer: “The plan will fail.”", "", "Tom Reed"),
        ("According to Tom Reed, “the plan will fail.”", "According to", "Tom Reed"),
        ("“The plan will fail,” according to Tom Reed.", "according to", "Tom Reed"),
        ("“The plan will fail.” — Tom Reed", "", "Tom Reed"),
        ("“The plan will fail.”\n\n— Tom Reed, farmer", "", "Tom Reed, farmer"),
        ("Tom Reed wrote:\n\n“The plan will fail.”", "wrote", "Tom Reed"),
        (
            "Tom Reed, who runs a farm, said: “The plan will fail.”",
            "said",
            "Tom Reed, who runs a farm,",
        ),
        (
            "“The plan will fail,” Tom Reed, a farmer from Leeds, said.",
            "said",
            "Tom Reed, a farmer from Leeds,",
        ),
        (
            "“The plan will fail,” said Tom Reed, a farmer from Leeds.",
            "said",
            "Tom Reed, a farmer from Leeds",
        ),
        (
            "In a statement on Monday, a spokesman for the farm said: “The plan will fail.”",
            "said",
            "a spokesman for the farm",
        ),
        ("When asked, Tom Reed (Farm) said: “The plan will fail.”", "said", "Tom Reed (Farm)"),
        (
            "“The plan will fail,” the page ‘Our Big Plans’ reads.",
            "reads",
            "the page ‘Our Big Plans’",
        ),
        ("Tom Reed defended the farm, saying: “The plan will fail.”", "saying", "Tom Reed"),
        ("Tom Reed left the room and said: “The plan will fail.”", "said", "Tom Reed"),
    ],
)
def test_attributions(text: str, cue: str, speaker: str) -> None:
    ((_, found_cue, found_speaker),) = said(text)
    assert (found_cue, found_speaker) == (cue, speaker)
    assert one(text).kind == "direct"


@pytest.mark.parametrize(
    "text",
    [
        "''The plan will fail,'' Tom Reed said.",
        "``The plan will fail,'' Tom Reed said.",
        "'The plan will fail,' Tom Reed said.",
        "‘The plan won’t do,’ Tom Reed said.",
        '"The plan will fail," Tom Reed said.',
        "«The plan will fail», Tom Reed said.",
        "„The plan will fail“, Tom Reed said.",
    ],
)
def test_every_family_of_marks(text: str) -> None:
    found = one(text)
    assert found.speaker is not None and found.speaker.of(text) == "Tom Reed"
    assert found.segments[0].start == 0


def test_interrupted_by_the_attribution() -> None:
    text = "“The plan,” said Tom Reed, “will fail.”"
    assert said(text) == [(("“The plan,”", "“will fail.”"), "said", "Tom Reed")]


def test_going_on_after_the_attribution() -> None:
    text = "“The plan will fail,” Tom Reed said. “It must.”"
    assert said(text) == [(("“The plan will fail,”", "“It must.”"), "said", "Tom Reed")]


def test_a_second_cue_makes_a_second_quotation() -> None:
    text = "“It will fail,” Tom Reed said, adding: “It must.”"
    assert said(text) == [
        (("“It will fail,”",), "said", "Tom Reed"),
        (("“It must.”",), "adding", "Tom Reed"),
    ]


def test_two_speakers_in_one_sentence() -> None:
    text = "“I do,” Reed replied, and Oak said, “So do I.”"
    assert [speaker for _, _, speaker in said(text)] == ["Reed", "Oak"]


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’"])
def test_over_paragraphs(opening: str, closing: str) -> None:
    text = (
        f"Tom Reed said: {opening}It will fail. It must.\n{opening}It is old.\n"
        f"{opening}It is bad.{closing}\nIt rained."
    )
    assert [q.text(text) for q in quoted(text)] == [
        (
            f"{opening}It will fail. It must.",
            f"{opening}It is old.",
            f"{opening}It is bad.{closing}",
        )
    ]


def test_over_paragraphs_with_the_attribution_last() -> None:
    text = "“It will fail. It must.\n\n“It is old,” said Tom Reed."
    assert said(text) == [
        (("“It will fail. It must.", "“It is old,”"), "said", "Tom Reed"),
    ]


def test_an_open_mark_ends_with_its_paragraph() -> None:
    text = "Tom Reed said: “It will fail.\n\nThen he left.\n\n“Oh no,” said Anna Oak."
    assert [q.text(text) for q in quoted(text)] == [("“It will fail.",), ("“Oh no,”",)]


def test_carry_over_has_no_cue_and_no_mention() -> None:
    text = "“It will fail,” Tom Reed said.\n“It is old and bad.”\n"
    _, second = quoted(text)
    assert (second.rule, second.cue, second.speaker) == ("carry-over", None, None)
    assert second.who == "Tom Reed"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” were wrong.",
        "Her novel “The Long Road” sold well.",
        "It was called “The Long Road,” and Reed said he liked it.",
        "Tom “Red” Reed won the race.",
        'The screen is 27" wide, said the shop.',
        "The film ‘Night Rain’ is old.",
        "He sang “Night Rain” and left.",
    ],
)
def test_what_is_not_speech(text: str) -> None:
    assert not any(quotation.kind == "direct" for quotation in quotations(text))
    marked = [part for quotation in quoted(text) for part in quotation.text(text)]
    assert not any(part[0] in '“‘"' for part in marked)


def test_headlines_are_not_speech() -> None:
    text = "Plan ‘will fail’, says Reed\n\nIt rained, “heavily”.\n"
    found = [part for quotation in quotations(text) for part in quotation.text(text)]
    assert "‘will fail’" not in found and "“heavily”" not in found


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Tom Reed said the plan was “a bad joke”.", "“a bad joke”"),
        ("Tom Reed called the plan “a bad joke” on Monday.", "“a bad joke”"),
        ("The plan is “a bad joke”, Tom Reed said.", "“a bad joke”"),
    ],
)
def test_mixed(text: str, fragment: str) -> None:
    found = one(text)
    assert found.kind == "mixed"
    assert any(fragment in part for part in found.text(text))
    assert found.speaker is not None and found.speaker.of(text) == "Tom Reed"


def test_every_result_says_why() -> None:
    text = (
        "“It will fail,” Mr. Reed said.\nTom Reed is old.\n“It is bad.”\nReed was “glad,” he said."
    )
    for found in quotations(text):
        assert found.rule in RULES
        assert 0 <= found.confidence <= 1
        assert found.reason[0].isupper() and found.reason.endswith(".")


def test_an_article_reads_as_its_text() -> None:
    text = "Headline\n\n“It will fail,” Tom Reed said.\n"
    reading = read(Article("made-up", text))
    assert list(reading.quotations) == quotations(text) == quotations(Article("other", text))
    assert len(reading.paragraphs) == 2
