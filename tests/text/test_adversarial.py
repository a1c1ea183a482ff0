"""Texts made to be hard are read soundly and with work that grows as they do; all are made up."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import FrameType

import pytest

from benchmarks.adversarial import PIECES, Shape, run, shapes, texts
from fr_reader.text import quotations

SEED = 7
SHARE = 400  # the first of the texts are a run of each piece, the others of every other shape
LONGEST = 800
LENGTH = 2_500
MOST_GROWTH = 3.0
SLACK = 2_000  # calls, for what a text costs whatever its length
HARD = (
    *("“", '"', "‘", "'", "«", "„", "''", "said “", "” said ", "“Ham” said ", "“I,” he said. "),
    *("said ", "said, ", "said said ", "it is said to ", "according to ", "claim that ", "told "),
    *("of ", "the ", "and ", "who ", ", ", "(", "— ", ". ", "A B C D ", "Anna Oak, ", "Oak’s "),
    *("Oak: “", "Oak, a nurse, ", "> ", "Q: ", "\n", "\n\n", " ", "\u0301", "\u200f", "x", "-"),
)
OTHERS = list(shapes(len(PIECES) + 20, SEED))[len(PIECES) :]


@pytest.mark.parametrize("part", range(8))
def test_hard_texts_are_read_soundly(part: int) -> None:
    for number, (name, text) in enumerate(texts(SHARE, SEED, LONGEST)):
        if number % 8 != part:
            continue
        found = quotations(text)
        assert found == quotations(text), name
        for quotation in found:
            assert quotation.segments, name
            for span in (*quotation.segments, quotation.cue, quotation.speaker):
                assert span is None or 0 <= span.start < span.end <= len(text), name
            for before, after in pairwise(quotation.segments):
                assert before.end <= after.start, name
        starts = [quotation.span for quotation in found]
        assert starts == sorted(starts), name


def test_the_texts_are_the_same_each_time() -> None:
    first, second = (list(texts(200, SEED, 50)) for _ in range(2))
    assert first == second
    assert all(1 <= len(text) <= 50 for _, text in first)
    assert not any(0xD800 <= ord(character) < 0xE000 for _, text in first for character in text)


def calls(text: str) -> int:
    """How many functions finding the quotations of `text` calls."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        quotations(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", [*map(run, HARD), *OTHERS], ids=lambda shape: shape.name[:60])
def test_twice_the_text_is_at_most_thrice_the_work(shape: Shape) -> None:
    calls(shape.make(100))  # data files are read once
    once, twice = calls(shape.make(LENGTH)), calls(shape.make(2 * LENGTH))
    assert twice <= MOST_GROWTH * once + SLACK, f"{shape.name}: {once} calls, then {twice}"
