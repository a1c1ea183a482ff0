"""What is drawn on and beside the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fr_reader.app.marking import Marking
from fr_reader.app.marks import Mark, role_of, runs, sign_of, signs
from fr_reader.app.quoted import Quoted
from fr_reader.model import (
    Anchor,
    Annotation,
    Annotations,
    Article,
    Code,
    Codebook,
    Quotation,
    Reading,
    Span,
    Status,
)
from fr_reader.text import paragraphs

ARTICLE = Article("made-up", "A made-up sentence that somebody says. " * 4)
BOOK = Codebook.of([*Codebook.of(), Code("x", "evidence", key="1"), Code("y", "keyless")])


def annotation(name: str, start: int, end: int, **more: str) -> Annotation:
    anchor = Anchor.at(ARTICLE, Span(start, end))
    return Annotation(name, ARTICLE.id, (anchor,), "me", "", "", **more)  # type: ignore[arg-type]


def marking(annotations: Annotations, *quotations: Quotation) -> Marking:
    reading = Reading(ARTICLE, paragraphs(ARTICLE.text), quotations)
    return Marking(Quoted(reading), annotations, BOOK)


marks = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from(["claim", "concern", "focus"]))
).map(lambda found: [Mark(Span(a, a + n), role) for a, n, role in found])


@given(st.integers(0, 20), st.integers(1, 20), marks)
def test_every_code_point_is_drawn_once_with_all_its_roles(
    start: int, length: int, given_marks: list[Mark]
) -> None:
    row = Span(start, start + length)
    drawn = [(i, roles) for span, roles in runs(row, given_marks) for i in range(*span.as_list())]
    expected = [
        (i, frozenset(m.role for m in given_marks if m.span.holds(i)))
        for i in range(row.start, row.end)
    ]
    assert drawn == expected


def test_codes_have_different_signs() -> None:
    tags = [
        annotation("1", 0, 4, code="claim"),
        annotation("2", 0, 4, code="concern"),
        annotation("3", 0, 4, code="x"),
        annotation("4", 0, 4, code="y"),
        annotation("5", 0, 4, memo="hm"),
        annotation("6", 0, 4, speaker="s"),
    ]
    assert [sign_of(tag, BOOK) for tag in tags] == ["▲", "●", "1", "◆", "✎", "❝"]


def test_a_code_is_drawn_in_its_colour_and_a_merged_one_as_what_it_became() -> None:
    teal = Code("x", "evidence", colour="teal", key="1")
    book = Codebook.of([*Codebook.of(), teal, Code("y", "old", colour="pink", merged="x")])
    for name in ("x", "y"):
        tag = annotation("1", 0, 4, code=name)
        assert (role_of(tag, book), sign_of(tag, book)) == ("code-teal", "1")
    assert role_of(annotation("1", 0, 4, code="gone"), book) == "code"
    odd = Codebook.of([Code("z", "odd", colour="$error]")])
    assert role_of(annotation("1", 0, 4, code="z"), odd) == "code"


def test_signs_that_do_not_fit_are_said_to_be_more() -> None:
    many = [Mark(Span(0, 1), "code", sign) for sign in "▲●▲1✎"]
    assert signs(many, 6) == "▲●1✎  "
    assert signs(many, 3) == "▲●+"
    assert signs([], 2) == "  "


def test_a_quotation_is_settled_by_an_accepted_speaker_alone() -> None:
    found = Quotation((Span(2, 9),))
    said = annotation("1", 2, 9, speaker="s")
    for status in Status:
        held = Annotations.of([replace(said, status=status)])
        (bar,) = marking(held, found).bars(0)
        assert bar.settled == (status is Status.ACCEPTED)


def test_a_speaker_given_to_words_no_rule_found_has_a_bar_too() -> None:
    said = annotation("1", 20, 30, speaker="s")
    drawn = marking(Annotations.of([said]), Quotation((Span(2, 9),)))
    assert [(bar.span, bar.settled) for bar in drawn.bars(0)] == [
        (Span(2, 9), False),
        (Span(20, 30), True),
    ]


def test_a_memo_on_a_tag_is_marked_beside_it() -> None:
    tag = annotation("1", 2, 9, code="claim", memo="look this up")
    drawn = marking(Annotations.of([tag]))
    assert [mark.sign for mark in drawn.marks(0)] == ["▲", "✎"]
