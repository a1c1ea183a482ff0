"""Both habits of setting paragraphs, and their kinds; every text here is made up."""

from __future__ import annotations

import pytest

from fr_reader.model import ParagraphKind
from fr_reader.text import paragraphs


def parts(text: str) -> list[tuple[str, str]]:
    return [(p.span.of(text), p.kind.value) for p in paragraphs(text)]


def test_one_paragraph_a_line() -> None:
    text = "Made-up headline of the day\n\nThe council met.\nIt voted. Nobody left.\n\nIt rained.\n"
    assert parts(text) == [
        ("Made-up headline of the day", "title"),
        ("The council met.", "body"),
        ("It voted. Nobody left.", "body"),
        ("It rained.", "body"),
    ]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "Made-up headline\n\nThe council of the made-up town met on\nMonday to vote. It did not"
        " vote\nuntil Tuesday.\n\nNobody was very surprised, said the\nclerk of the council.\n"
    )
    assert [part.count("\n") for part, _ in parts(text)] == [0, 2, 1]
    assert parts(text)[1][0].startswith("The council") and parts(text)[1][0].endswith("Tuesday.")


def test_wrapped_lines_of_even_width_join_even_before_capitals() -> None:
    line = "The Made Up Town Council of North Ham and\nSouth Ham met in the Great Hall of Saint\n"
    text = f"{line}Mary in the rain.\n\n{line}Peter and stayed.\n"
    assert len(paragraphs(text)) == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photograph: Jane Made-Up", "caption"),
        ("The hall at night. Photograph: Jane Made-Up/The Made-Up Post", "caption"),
        ("The hall at night. Photo by Jane Made-Up", "caption"),
        ("Image: Made-Up Archive", "caption"),
        ("The hall at night (AP Photo/Jane Madeup)", "caption"),
        ("The photo: it was her public image: a smile.", "body"),
        ("By Jane Madeup", "byline"),
        ("By JANE MADEUP and Tom Reed", "byline"),
        ("Published 12 May 2024, 10:15", "byline"),
        ("12 May 2024", "byline"),
        ("By Monday the hall was full.", "body"),
        ("- the first thing", "list item"),
        ("• the first thing", "list item"),
        ("3. the third thing", "list item"),
        ("J. Doe was there.", "body"),
        ("> They wrote this", "block quotation"),
        ("## What happened next", "heading"),
        ("What happened next", "heading"),
        ("“What happened next”", "body"),
        ("It rained all day.", "body"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    text = f"Made-up headline\n\nIt began.\n\n{line}\n\nIt ended.\n"
    assert (line, kind) in parts(text)


def test_markdown() -> None:
    text = "# Made-up\n\nIt began.\n\n> one\n> two\n\nNext\n----\nIt ended.\n"
    assert parts(text) == [
        ("# Made-up", "title"),
        ("It began.", "body"),
        ("> one\n> two", "block quotation"),
        ("Next\n----", "heading"),
        ("It ended.", "body"),
    ]


def test_a_text_of_one_paragraph_has_no_title() -> None:
    assert parts("“I am glad,” she said") == [("“I am glad,” she said", "body")]


def test_a_first_sentence_is_no_title() -> None:
    assert paragraphs("The council met.\nIt voted.\n")[0].kind is ParagraphKind.BODY


def test_only_a_newline_ends_a_line() -> None:
    text = "One\u2028two\u2029three\x85four\x0bfive\x0csix\rseven."
    assert [p.span.of(text) for p in paragraphs(text)] == [text]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\n \u2028 \x1c\n\u00a0"])
def test_nothing_but_white_space_has_no_paragraph(text: str) -> None:
    assert paragraphs(text) == ()


def test_a_long_text_without_newline_is_one_paragraph() -> None:
    text = "word " * 1_000_000
    (paragraph,) = paragraphs(text)
    assert len(paragraph.span) == len(text) - 1
