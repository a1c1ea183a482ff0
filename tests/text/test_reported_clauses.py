"""What is reported, and by whom, where clauses stand between; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Official figures show that rents rose.", "Official figures", "that rents rose"),
        (
            "The auditor found that the cash was gone and that the safe was open.",
            "The auditor",
            "that the cash was gone and that the safe was open",
        ),
        (
            "According to county clerk Ann Oakes, 400 ballots were found in a closet.",
            "county clerk Ann Oakes",
            "400 ballots were found in a closet",
        ),
        ("The pilot, 40, said the engine failed.", "The pilot", "the engine failed"),
        (
            "The teacher, who left in May, said the roof leaked.",
            "The teacher, who left in May",
            "the roof leaked",
        ),
        (
            "A nurse who asked not to be named said the ward was full.",
            "A nurse who asked not to be named",
            "the ward was full",
        ),
        (
            "The ward was full, according to a nurse who worked nights.",
            "a nurse who worked nights",
            "The ward was full",
        ),
        ("The letter warns that the dam is weak.", "The letter", "that the dam is weak"),
    ],
)
def test_clauses_belong_to_the_speaker_or_to_what_is_said(
    text: str, speaker: str, content: str
) -> None:
    found = quotations(text)
    assert [[span.of(text) for span in each.segments] for each in found] == [[content]]
    assert found[0].speaker is not None
    assert found[0].speaker.of(text) == speaker
