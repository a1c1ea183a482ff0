"""What differs between two versions of a passage is found, word by word, and quickly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.anchors import differing
from fr_reader.model import Span
from tests.effort import steps

CASES = [
    ("told us of that plan", "told much of the new plan", "us|that", "much|the new"),
    ("the same words", "the same words", "", ""),
    ("“It's made-up,” she said", '"It’s made\u2011up," she\nsaid', "", ""),
    ("all gone", "", "all gone", ""),
    ("", "all new", "", "all new"),
    ("nothing alike", "at all", "nothing alike", "at all"),
    ("a word", "a long word", "", "long"),
    ("yes yes yes", "yes yes", "yes", ""),
]


@pytest.mark.parametrize(("old", "new", "gone", "come"), CASES)
def test_differing_words(old: str, new: str, gone: str, come: str) -> None:
    before, after = differing(old, new)
    assert "|".join(span.of(old) for span in before) == gone
    assert "|".join(span.of(new) for span in after) == come


made_up = st.lists(st.sampled_from(["made", "up", "a", ".", "“", " ", "\n", "e\u0301"])).map(
    "".join
)


@given(made_up, made_up)
def test_what_does_not_differ_is_the_same(old: str, new: str) -> None:
    def rest(text: str, spans: tuple[Span, ...]) -> str:
        for span in reversed(spans):
            text = text[: span.start] + "\0" + text[span.end :]
        return "".join(text.replace("\0", " ").split())

    before, after = differing(old, new)
    assert rest(old, before) == rest(new, after)


def test_words_that_only_repeat_take_no_more_work() -> None:
    def work(times: int) -> int:
        return steps(lambda: differing("made up " * times, "up made " * (times + 1)))

    assert work(2_000) < work(200) * 11
