"""What only looks like reported speech, and sentences without end; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations


def found(text: str) -> list[tuple[str, ...]]:
    return [q.text(text) for q in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The shops charge a “storm fee” in winter.",
        "The inn holds a “ghost night” in May.",
        "The hill, known as “the Hump”, is steep.",
        "The hill is known locally as “the Hump”.",
        "A plan dubbed “the big dig” cost millions.",
    ],
)
def test_what_a_thing_is_called_or_an_object_in_marks_is_no_speech(text: str) -> None:
    assert found(text) == []


def test_a_clause_behind_the_same_verb_is_reported() -> None:
    assert found("Anna Oak charged that it was “theft”.") == [("that it was “theft”",)]


def test_what_a_speaker_is_described_by_is_not_reported() -> None:
    assert found("“It is low,” said Anna Oak, who wrote it.") == [("“It is low,”",)]


def test_an_attribution_with_nothing_before_it_is_read_over() -> None:
    text = "It rains, and said that it pours, and said that it pours; , according to Reed."
    assert ("that it pours",) in found(text)


def test_a_sentence_without_end_is_read_in_parts() -> None:
    assert len(found("Anna Oak said it rains and " + "Tom Reed said it pours and " * 200)) > 10
