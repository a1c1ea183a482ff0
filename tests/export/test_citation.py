"""A passage to cite: exact words, honest gaps, and nothing that is not known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fr_reader.export import bare, cite
from fr_reader.model import Article, Metadata, Paragraph, Reading, Span, visible_text
from tests.export.made_up import ANNS, BOS, TEXT, at, reading
from tests.export.markdown_words import structure, texts


def test_everything_known() -> None:
    where = reading()
    assert cite(where, at(TEXT, *BOS), "Bo Example") == (
        "> “It costs too much.”\n"
        ">\n"
        "> — Bo Example, “Council to plant 300 trees”, *The Example*, 2026-01-02, "
        "<https://example.org/trees>, ¶ 5"
    )


def test_gaps_are_marked_and_paragraphs_kept_apart() -> None:
    where = reading(metadata=Metadata())
    assert cite(where, at(TEXT, *ANNS), "Ann Example") == (
        "> “We need trees,” […] “and we need them now.\n"
        ">\n"
        "> “Without them the summers will be too hot.”\n"
        ">\n"
        "> — Ann Example, trees.txt, ¶ 3–4"
    )
    assert bare(where, at(TEXT, *ANNS)) == (
        "“We need trees,” […] “and we need them now.\n\n“Without them the summers will be too hot.”"
    )


def test_a_selection_over_paragraphs_is_cut_at_their_ends() -> None:
    start, end = TEXT.index("so is Ann"), TEXT.index("disagreed")
    words = bare(reading(), [Span(start, end)])
    assert words.split("\n\n") == [
        "so is Ann Example.",
        "“We need trees,” Ann Example said, “and we need them now.",
        "“Without them the summers will be too hot.”",
        "Bo Example ",
    ]
    assert words == TEXT[start:end]


def test_adjoining_and_overlapping_segments_repeat_nothing() -> None:
    text = "One two three four, all made up."
    where = reading(text)
    assert bare(where, [Span(0, 3), Span(4, 7)]) == "One two"
    assert bare(where, [Span(0, 7), Span(4, 13)]) == "One two three"
    assert bare(where, [Span(14, 18), Span(0, 3)]) == "One […] four"
    assert bare(where, [Span(0, 13), Span(4, 7)]) == "One two three"


def test_lines_wrapped_by_hand_stay_lines() -> None:
    text = (
        "The made-up article about the trees of the town was wrapped\n"
        "by hand long ago, and nobody has ever unwrapped it since,\n"
        "- not even the mayor.\n"
    )
    where = Reading(Article("a", text), (Paragraph(Span(0, len(text) - 1)),))
    cited = cite(where, [Span(0, len(text) - 1)])
    assert "> \\- not even the mayor." in cited.split("\n")
    assert texts(cited)[0] == text.rstrip()


def test_authors_and_what_is_no_link() -> None:
    known = Metadata("T", ("Ann Example", "Bo Example"), url="javascript:alert(1)")
    cited = cite(reading(metadata=known), at(TEXT, *BOS))
    assert cited.endswith("> — “T”, by Ann Example and Bo Example, javascript:alert(1), ¶ 5")
    assert "link_open" not in structure(cited)


def test_many_authors_are_listed_as_people_list_them() -> None:
    for names, listed in (
        (("Ann",), "by Ann"),
        (("Ann", "Bo"), "by Ann and Bo"),
        (("Ann", "Bo", "Cy"), "by Ann, Bo and Cy"),
        (("Ann", "Bo", "Cy", "Di"), "by Ann, Bo, Cy and Di"),
    ):
        cited = cite(reading(metadata=Metadata("T", names)), at(TEXT, *BOS))
        assert cited.endswith(f"> — “T”, {listed}, ¶ 5")


def test_nothing_known_at_all() -> None:
    where = Reading(Article("a", "Made up."), ())
    assert cite(where, [Span(0, 4)]) == "> Made\n>\n> — ¶ 1"


HOSTILE = st.text(min_size=1) | st.text("*_`[]<>#-|\\ \n>&;\x1b\x9d\u202e\ud800a“”", min_size=1)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_hostile_texts_and_names_break_nothing(text: str, who: str, title: str, url: str) -> None:
    known = Metadata(title, (who,), who, title, url)
    where = reading(f"Made up.\n\n{text}\n\nThe end.", known)
    end = len(where.article.text)
    cited = cite(where, [Span(0, end)], who)
    assert visible_text(cited) == cited
    assert all(line == ">" or line.startswith("> ") for line in cited.split("\n"))
    blocks = structure(cited)
    assert (blocks[0], blocks[-1]) == ("blockquote_open", "blockquote_close")
    assert set(blocks[1:-1]) == {"paragraph_open", "paragraph_close"}
    assert texts(cited)[0] == "Made up."
    assert texts(cited)[-2] == "The end."
    words = bare(where, [Span(0, end)])
    assert visible_text(words) == words
    assert _solid(words) == _solid(visible_text(where.article.text))


_SYMBOLS = {chr(code) for code in range(0x2400, 0x2425)} | {"⍰"}


def _solid(text: str) -> str:
    """`text` without white space and without the symbols white space may have become."""
    return "".join(char for char in text if not char.isspace() and char not in _SYMBOLS)
