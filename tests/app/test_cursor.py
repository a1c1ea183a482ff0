"""The cursor: units, steps between them, and selections that grow and shrink."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.app.cursor import Focus, Moves, Unit
from fr_reader.model import Article, Reading, Span
from fr_reader.text import paragraphs, read

TEXT = """A made-up headline

First words here. “We made this up,” said Ann. More words follow it.
Second paragraph with “a made-up promise to keep at all times”, said Bo. The end."""


@pytest.fixture
def moves() -> Moves:
    article = Article("made-up", TEXT)
    reading = read(article)
    assert len(reading.paragraphs) == 3
    assert len(reading.quotations) == 2
    return Moves(reading)


def words_at(focus: Focus | None) -> str:
    return "" if focus is None else " | ".join(s.of(TEXT) for s in focus.segments)


def walk(moves: Moves, unit: Unit, by: int, focus: Focus | None = None) -> list[str]:
    here = focus or moves.first()
    seen = []
    while here is not None:
        here = moves.step(here, unit, by)
        seen.append(words_at(here))
    return seen[:-1]


def test_quotations_are_visited_in_order_and_back(moves: Moves) -> None:
    quoted = ["“We made this up,”", "“a made-up promise to keep at all times”"]
    assert walk(moves, Unit.QUOTATION, 1) == quoted
    assert walk(moves, Unit.QUOTATION, -1, moves.quotation(1)) == quoted[:1]


def test_from_a_paragraph_the_next_quotation_is_the_one_in_it(moves: Moves) -> None:
    assert words_at(moves.step(moves.paragraph(1), Unit.QUOTATION, 1)).startswith("“We made")
    assert words_at(moves.step(moves.paragraph(2), Unit.QUOTATION, 1)).startswith("“a made-up")


def test_sentences_and_words_run_over_paragraphs(moves: Moves) -> None:
    sentences = walk(moves, Unit.SENTENCE, 1)
    assert sentences[0] == "A made-up headline"
    assert sentences[1] == "First words here."
    assert sentences[-1] == "The end."
    assert walk(moves, Unit.WORD, 1)[:4] == ["A", "made-up", "headline", "First"]
    last = Focus(Unit.SENTENCE, (Span(len(TEXT) - 8, len(TEXT)),))
    assert walk(moves, Unit.SENTENCE, -1, last) == sentences[-2::-1]


def test_paragraphs_stop_at_the_edges(moves: Moves) -> None:
    assert len(walk(moves, Unit.PARAGRAPH, 1)) == 2
    assert moves.step(moves.paragraph(0), Unit.PARAGRAPH, -1) is None
    assert moves.paragraph(99) == moves.paragraph(2)


def test_a_selection_grows_and_shrinks(moves: Moves) -> None:
    selection = moves.begin(moves.paragraph(1))
    assert selection.span.of(TEXT) == "First"
    for unit, by, words in [
        (Unit.WORD, 1, "First words"),
        (Unit.WORD, 1, "First words here"),
        (Unit.WORD, -1, "First words"),
        (Unit.SENTENCE, 1, "First words here."),
        (Unit.PARAGRAPH, 1, TEXT[20:].splitlines()[0]),
        (Unit.SENTENCE, -1, "First words here. “We made this up,” said Ann."),
        (Unit.WORD, -1, "First words here. “We made this up,” said Ann"),
        (Unit.WORD, -1, "First words here. “We made this up,” said"),
    ]:
        selection = moves.extend(selection, unit, by)
        assert selection.span.of(TEXT) == words


def test_a_selection_can_turn_to_the_left(moves: Moves) -> None:
    start = TEXT.index("words here")
    selection = moves.begin(Focus(Unit.WORD, (Span(start, start + 5),)))
    left = moves.extend(selection, Unit.WORD, -1)
    assert left.span.of(TEXT) == "First words"
    assert moves.extend(left, Unit.WORD, 1).span.of(TEXT) == "words"
    far = moves.extend(left, Unit.WORD, -1)
    assert far.span.of(TEXT) == "headline\n\nFirst words"
    focus = moves.selection(far.span)
    assert focus is not None
    assert [s.of(TEXT) for s in focus.segments] == ["headline", "First words"]


texts = st.lists(
    st.text(st.sampled_from("ab .“”'\u0301漢👩"), min_size=1, max_size=30), min_size=1, max_size=5
).map("\n".join)
steps = st.lists(
    st.tuples(
        st.sampled_from([Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH]), st.sampled_from([1, -1])
    ),
    max_size=12,
)


@given(texts, steps)
def test_selections_stay_in_the_text_and_hold_where_they_began(
    text: str, ways: list[tuple[Unit, int]]
) -> None:
    article = Article("made-up", text)
    moves = Moves(Reading(article, paragraphs(text)))
    first = moves.first()
    if first is None:
        return
    selection = moves.begin(first)
    for unit, by in ways:
        selection = moves.extend(selection, unit, by)
        assert selection.span.covers(selection.anchor)
        assert selection.span.end <= len(text)
        focus = moves.selection(selection.span)
        assert focus is not None
        assert all(len(s) for s in focus.segments)
        assert focus.span.start == selection.span.start
