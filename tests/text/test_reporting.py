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


@pytest.mark.parametrize(
    "text",
    [
        "She counted the swans on the river.",
        "Anna Oak has judged dog shows for thirty years.",
        "The traffic stood still for an hour.",
        "The waiter asked for two glasses of milk.",
        "Anna Oak kept goal for the town.",
        "Anna Oak told her neighbours.",
        "Anna Oak wrote three novels about bees.",
    ],
)
def test_what_is_done_to_a_thing_or_for_a_time_is_not_said(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The nurses asked for more time.", "more time"),
        ("The firm promised free buses.", "free buses"),
        ("He argued for a smaller fence.", "a smaller fence"),
        ("Anna Oak told voters the bill was dead.", "the bill was dead"),
        ("He wants a warm meal for every child.", "a warm meal for every child"),
    ],
)
def test_what_is_wanted_or_promised_is_reported_whatever_it_is(text: str, said: str) -> None:
    assert found(text) == [(said,)]


@pytest.mark.parametrize(
    ("text", "speaker", "segments"),
    [
        ("“It is low.” So says Anna Oak.", "Anna Oak", ("“It is low.”",)),
        ("“It is low.”\n\nSo wrote Anna Oak in 1911.", "Anna Oak", ("“It is low.”",)),
        ("> It is low.\n\nSo wrote Anna Oak in 1911.", "Anna Oak", ("It is low.",)),
        ("“It fell,” said Anna Oak. It broke.”", "Anna Oak", ("“It fell,”", "It broke.”")),
        ("Anna Oak told us, It fell and broke.”", "Anna Oak", ("It fell and broke.”",)),
        ("It was, said Anna Oak, “very low”.", "Anna Oak", ("It was", "“very low”")),
        ("It was, said night nurse Anna Oak, “low”.", "night nurse Anna Oak", ("“low”",)),
        ("The sum, which Anna Oak called “low”, fell.", "Anna Oak", ("“low”",)),
        ("Anna Oak promised “no cuts” and “no sales”.", "Anna Oak", ("“no cuts” and “no sales”",)),
        ("Then came the voice of Anna Oak: “It is low.”", "Anna Oak", ("“It is low.”",)),
        ("His answer? “Never.”", "His", ("“Never.”",)),
        ("In the words of Anna Oak, cats are “low”.", "Anna Oak", ("cats are “low”",)),
        ("He was said by police to be “low”.", "police", ("He", "to be “low”")),
        ("‘The Oaks’, the Reeds’ and the Elms’ cats left,’ said Al Low.", "Al Low", None),
    ],
)
def test_whose_words_are_told_in_unusual_places(
    text: str, speaker: str, segments: tuple[str, ...] | None
) -> None:
    (quotation,) = quotations(text)
    assert quotation.speaker is not None
    assert quotation.speaker.of(text) == speaker
    assert segments is None or quotation.text(text) == segments
