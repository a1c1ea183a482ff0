"""Markdown gives back the words it was given, with no more backslashes than it takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fr_reader.export.markdown import block, cell, field
from fr_reader.model import visible, visible_text
from tests.export.markdown_words import parse, structure, texts, words

HOSTILE = st.text(
    st.sampled_from([*"*_`~[]()<>!#+-=|\\&;:.1 \n\t\"'“”aé/?{}^$@", "\x1b", "\u202e", "\ud800"])
    | st.characters(),
    max_size=60,
)


@pytest.mark.parametrize(
    "plain",
    [
        "“[He] said it’s fine – for £5 & up,” Ann said.",
        "f**k it",
        "a_snake_case_name and #hashtag, -dash, 3.14, 5 < 6 > 4, AT&T, a | b ~5 $4.50",
        "(see [1]) http://example.org/a_b?c=d&e=f ^",
    ],
)
def test_ordinary_words_get_no_backslash(plain: str) -> None:
    assert block(plain) == [plain]
    assert texts(plain) == [plain]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*fine*", r"\*fine\*"),
        ("1986. A year", r"1986\. A year"),
        ("# not a heading", r"\# not a heading"),
        ("> nobody", r"\> nobody"),
        ("- dash", r"\- dash"),
        ("a [b](c)", r"a [b\](c)"),
        ("[[note]]", r"\[[note]]"),
        ("<b>", r"\<b>"),
        ("&amp;", r"\&amp;"),
        (r"\*", r"\\*"),
    ],
)
def test_what_is_escaped(text: str, escaped: str) -> None:
    assert block(text) == [escaped]


@given(HOSTILE)
@example("a\n===")
@example("a | b\n--|--\nc | d")
@example("a\n-|")
@example("[a]: b\n[a]")
@example("```\ncode\n```")
@example("* * *\n_ _ _")
@example("a\\\nb  \nc")
@example("<!-- -->\n<script>\n&lt;")
@example("__a_b__ `` ` ``` ~~x~~ ~y~")
def test_rendered_blocks_show_the_words(text: str) -> None:
    lines = block(text)
    markdown = "\n".join(f"> {line}" if line else ">" for line in lines)
    wanted = [
        "\n".join(line.strip(" \t") for line in paragraph.split("\n") if line.strip(" \t"))
        for paragraph in re.split(r"\n(?:[ \t]*\n)+", visible_text(text))
    ]
    wanted = [paragraph for paragraph in wanted if paragraph]
    # The renderer strips every Unicode space from the ends of a paragraph, CommonMark only some.
    assert [shown.strip() for shown in texts(markdown)] == [one.strip() for one in wanted]
    inside = ["paragraph_open", "paragraph_close"] * len(wanted)
    assert structure(markdown) == (
        ["blockquote_open", *inside, "blockquote_close"] if wanted else []
    )


@given(HOSTILE)
@example("C #")
@example("__0__")
@example("#")
@example("a|b\\|c")
def test_fields_stay_in_their_heading_and_their_cell(text: str) -> None:
    wanted = visible(" ".join(text.split()))
    heading = f"## {field(text)}\n\nafter"
    assert texts(heading) == [wanted, "after"]
    emphasised = f"— *{field(text)}*, after" if wanted else "— , after"
    assert texts(emphasised) == [f"— {wanted}, after"]
    table = f"| a | b |\n| --- | --- |\n| {cell(text)} | 1 |\n\nafter"
    cells = [words(token) for token in parse(table) if token.type == "inline"]
    assert cells == ["a", "b", wanted, "1", "after"]
