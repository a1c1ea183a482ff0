"""Sentences by Punkt with our own abbreviations, and words; the sentences are made up."""

from __future__ import annotations

import pytest

from fr_reader.model import Span
from fr_reader.text import sentences, words


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Reed met Dr. Oak and Prof. Elm on St. John Street.",
        "Sen. Oak met Gov. Reed at 5 p.m. and left.",
        "The U.S. Navy and J. R. Reed Ltd. met.",
        "It cost approx. 5 pounds on Jan. 3, i.e. too much.",
    ],
)
def test_abbreviations_end_no_sentence(sentence: str) -> None:
    assert split(f"{sentence} It rained.") == [sentence, "It rained."]


def test_sentences_of_a_part_only() -> None:
    text = "One is here. Two is there. Three is gone."
    assert [s.of(text) for s in sentences(text, Span(13, 26))] == ["Two is there."]


def test_white_space_has_no_sentence() -> None:
    assert sentences(" \n ", Span(0, 3)) == ()


def test_words() -> None:
    text = "“Don’t,” the well-known U.S. man’s aide said: 1,000 times — no."
    assert [w.of(text) for w in words(text, Span(0, len(text)))] == (
        ["Don’t", "the", "well-known", "U.S", "man’s", "aide", "said", "1,000", "times", "no"]
    )
