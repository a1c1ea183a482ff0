"""What holds for any text whatever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fr_reader.model import Article, Span
from fr_reader.text import paragraphs, quotations, read, words
from fr_reader.text.grammar import word_set
from tests.text.cases.loading import cases

_REPORTS = tuple(case.text for case in cases())
_PIECES = (
    *"“”\"'‘’«»„`‚‹›「」,.?!:;—–-()[]>#@\n \t\x00\x1b\x85\u2028\u202e\ud800é在",
    *(
        "''",
        "``",
        "\n\n",
        "He ",
        "she ",
        "said ",
        "Jane Doe ",
        "Mr. ",
        "the mayor ",
        "who ",
        "and ",
    ),
    *("of ", "according to ", "By ", "Photograph: ", "reads ", "5", "U.S. ", "told ", "saying "),
)
news = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
anything = st.text(st.characters(), max_size=80)
texts = st.one_of(news, anything)
_TELLING = sorted(
    word_set(
        "that from by said told warning claim of known took charge records report signed statement"
        " named quoted according ruling judge turned went on : — “ ” ‘ ’ ( Q: A: COUNSEL: (@doe)"
        " not to be"
    )
)


@st.composite
def torn(draw: st.DrawFn) -> str:
    """A piece of a made-up report, with words that tell something put in and others left out."""
    text = draw(st.sampled_from(_REPORTS))
    first = draw(st.integers(0, len(text) - 1))
    row = text[first : first + draw(st.integers(1, 400))].split(" ")
    for word, place, keeps in draw(
        st.lists(
            st.tuples(st.sampled_from(_TELLING), st.integers(0, 60), st.booleans()), max_size=8
        )
    ):
        at = min(place, len(row))
        row = [*row[:at], word, *row[at + (0 if keeps else 2) :]]
    return " ".join(row)


@given(texts)
def test_paragraphs_part_the_text(text: str) -> None:
    found = paragraphs(text)
    covered = 0
    for paragraph in found:
        span = paragraph.span
        assert covered <= span.start < span.end <= len(text)
        assert not text[covered : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        covered = span.end
    assert not text[covered:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "The statement was signed by",
        "Named",
        "Not to be named said",
        "“It rains” — judge",
        "A warning from Bo Example that",
    ],
)
def test_texts_that_end_early_are_read(text: str) -> None:
    assert all(span.end <= len(text) for found in quotations(text) for span in found.segments)


@settings(max_examples=700)
@given(st.one_of(texts, torn()))
def test_quotations_are_sound(text: str) -> None:
    found = quotations(text)
    assert found == quotations(text)
    assert [q.span for q in found] == sorted(q.span for q in found)
    everything = sorted(segment for q in found for segment in q.segments)
    for before, after in pairwise(everything):
        assert before.end <= after.start
    for quotation in found:
        assert list(quotation.segments) == sorted(quotation.segments)
        for span in (*quotation.segments, quotation.cue, quotation.speaker):
            assert span is None or (span.start < span.end <= len(text))
        for segment in quotation.segments:
            assert any(p.span.covers(segment) for p in paragraphs(text))
        assert quotation.reason and 0 <= quotation.confidence <= 1


@given(texts)
def test_reading_agrees_with_its_parts(text: str) -> None:
    reading = read(Article("made-up", text))
    assert reading.paragraphs == paragraphs(text)
    assert list(reading.quotations) == quotations(text)


@given(texts)
def test_words_are_inside_in_order_and_hold_every_letter(text: str) -> None:
    found = words(text, Span(0, len(text)))
    covered = 0
    for word in found:
        assert covered <= word.start < word.end <= len(text)
        assert not any(c.isalnum() for c in text[covered : word.start])
        covered = word.end
    assert not any(c.isalnum() for c in text[covered:])
