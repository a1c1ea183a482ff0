"""Front matter of markdown: the simple forms are read, the rest is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.ingest import from_bytes
from fr_reader.ingest.front_matter import front_matter
from fr_reader.model import Metadata

BODY = "\n# Trees\n\nThe article about trees is made up.\n"


def test_yaml() -> None:
    text = (
        "---\ntitle: 'Trees: it''s time'\nauthors:\n  - Ann Example\n  - \"Bo \\\"B\\\" Example\"\n"
        "publisher: The Example # a weekly\ndate: 2026-01-02\nurl: https://example.org/#trees\n"
        "tags: [a, b]\nlayout: post\n---\n" + BODY
    )
    article = from_bytes(text.encode(), "a.md")
    assert article.metadata == Metadata(
        "Trees: it's time",
        ("Ann Example", 'Bo "B" Example'),
        "The Example",
        "2026-01-02",
        "https://example.org/#trees",
    )
    assert article.text == text


def test_toml() -> None:
    text = '+++\ntitle = "Trees"\nauthor = "Ann Example"\ndate = 2026-01-02\n+++\n' + BODY
    assert front_matter(text) == Metadata("Trees", ("Ann Example",), published="2026-01-02")


def test_lists_on_one_line_and_unknown_forms() -> None:
    assert front_matter("---\nauthors: [Ann, 'Bo']\n---\n").authors == ("Ann", "Bo")
    assert front_matter("---\ntitle: |\n  Trees\nauthor: {name: Ann}\n---\n") == Metadata()
    assert front_matter('---\ntitle: "Trees\n---\n') == Metadata()
    assert front_matter("+++\ntitle = \n+++\n") == Metadata()


@pytest.mark.parametrize("text", [BODY, "---\ntitle: Trees\n", "\n---\ntitle: T\n---\n", "--- a\n"])
def test_no_front_matter(text: str) -> None:
    assert front_matter(text) == Metadata()


def test_without_a_title_there_it_comes_from_the_text_behind() -> None:
    untitled = "---\nlayout: post\n---\n" + BODY
    assert from_bytes(untitled.encode(), "a.md").metadata.title == "Trees"


@given(st.text(alphabet="-+:[]'\"\\ \nadtile=#{|", max_size=80))
def test_it_never_raises(block: str) -> None:
    front_matter(f"---\n{block}\n---\n")
    front_matter(f"+++\n{block}\n+++\n")


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000, '"' + "x" * 5000, "1979-99-99"])
def test_toml_that_python_cannot_read_says_nothing(value: str) -> None:
    assert front_matter(f"+++\na = {value}\n+++\n") == Metadata()
