"""Tokens: bare digits are told as everything else is, and many of them fill no memory."""

from __future__ import annotations

import pytest

from fr_reader.text.tokens import Chunks, _chunk


@pytest.mark.parametrize("number", ["0", "7", "1984", "123456", "9" * 60])
def test_bare_digits_are_told_as_any_chunk_is(number: str) -> None:
    assert Chunks()[number] == _chunk(number)


def test_digits_of_other_scripts_and_digits_with_marks_are_told_in_full() -> None:
    chunks = Chunks()
    assert [chunks[text] == _chunk(text) for text in ("٣٤", "7²", "1984,", "3.5")] == [True] * 4


def test_long_numbers_are_not_kept_and_drop_no_words() -> None:
    chunks = Chunks()
    kept = chunks["mayor"]
    for number in range(10_000, 70_000):
        assert len(chunks[str(number)][0]) == 1
    assert chunks["mayor"] is kept
    assert len(chunks) == 1
