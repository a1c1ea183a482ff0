"""Streams: where tokens stand is told right, in whatever order it is asked."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.stretches import stretches

_WORDS = [
    "the",
    "mayor",
    "said",
    "Ms.",
    "Oak,",
    "it’s",
    "(over)",
    "",
    "",
    "\n",
    "1984",
    "3.5%",
    "—",
]
_TEXTS = (
    "",
    " ",
    "  The  mayor\n said , “Stop.”  ",
    "“Stop.” “Go,” said Ms. Oak (the mayor), who “left” in 1984.",
    "No marks   at all; but\ttabs, U.S. spaces…",
)


def _random_text(seed: int) -> str:
    told = random.Random(seed)
    words = told.choices(_WORDS, k=400)
    for at in told.sample(range(400), 12):
        words[at] = f"“{words[at]} that.”"
    return " ".join(words)


@pytest.mark.parametrize("text", [*_TEXTS, *map(_random_text, range(8))])
def test_each_token_stands_where_its_span_says(text: str) -> None:
    stream = Stream(text, 0, len(text), stretches(text, 0, len(text)))
    order = list(range(len(stream)))
    random.Random(1).shuffle(order)
    for at in (*order, *range(len(stream)), *reversed(range(len(stream)))):
        span = stream.span(at, at + 1)
        if stream.text[at] == QUOTED:
            stretch = stream.quoted[at]
            assert (span.start, span.end) == (stretch.start, stretch.end)
        else:
            assert span.of(text) == stream.text[at]
    spans = [stream.span(at, at + 1) for at in range(len(stream))]
    assert all(one.end <= other.start for one, other in pairwise(spans))
