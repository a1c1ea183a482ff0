"""The handbooks' styles against lines written by hand, and what holds for every style."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.export.citations import apa, chicago, mla
from fr_reader.export.citations.script import MARKDOWN, PLAIN
from fr_reader.export.citations.styles import DEFAULT, STYLES, cite, entry
from fr_reader.export.citations.work import Passage, Work, work_of
from fr_reader.model import Article, ExportError, Metadata, Paragraph, Reading, Span, visible_text
from tests.export.made_up import BOS, TEXT, at, reading
from tests.export.markdown_words import structure, texts

_FILE = Path(__file__).parents[2] / "data" / "citations" / "news.toml"
_WORKS = tomllib.loads(_FILE.read_text("utf-8"))["work"]


def _work(known: dict[str, Any]) -> Work:
    fields = ("title", "publisher", "published", "url", "language")
    metadata = Metadata(**{key: known[key] for key in fields if key in known})
    return work_of(Metadata(metadata.title, tuple(known.get("authors", ())), *_rest(metadata)))


def _rest(metadata: Metadata) -> tuple[str, str, str, str]:
    return metadata.publisher, metadata.published, metadata.url, metadata.language


@pytest.mark.parametrize("known", _WORKS, ids=[known["name"] for known in _WORKS])
def test_each_style_as_its_handbook_has_it(known: dict[str, Any]) -> None:
    work = _work(known)
    passage = Passage(work, 13, 13, "", PLAIN)
    made = {
        "apa": apa.entry(work, PLAIN),
        "apa_markdown": apa.entry(work, MARKDOWN),
        "apa_text": apa.in_text(passage),
        "mla": mla.entry(work, PLAIN),
        "mla_markdown": mla.entry(work, MARKDOWN),
        "mla_text": mla.in_text(passage),
        "chicago": chicago.note(work, PLAIN, "para. 13"),
        "chicago_markdown": chicago.note(work, MARKDOWN, "para. 13"),
        "short": chicago.short_note(work, PLAIN, "para. 13"),
    }
    expected = {key: line for key, line in known.items() if key in made}
    assert {"apa", "apa_text", "mla", "mla_text", "chicago", "short"} <= set(expected)
    assert {key: made[key] for key in expected} == expected


def test_apa_lists_twenty_authors_and_of_more_the_last() -> None:
    names = [f"A{chr(97 + number)} Example" for number in range(21)]
    twenty = apa.entry(work_of(Metadata("T", tuple(names[:20]))), PLAIN)
    assert twenty.startswith("Example, A., Example, A.,")
    assert twenty.count("Example") == 20
    assert "Example, A., & Example, A. (n.d.)" in twenty
    more = apa.entry(work_of(Metadata("T", (*names, "Zed Last"))), PLAIN)
    assert more.count("Example") == 19
    assert "Example, A., . . . Last, Z. (n.d.)" in more


@pytest.mark.parametrize(
    ("given_", "initials"),
    [
        ("Ann", "A."),
        ("Jean-Paul", "J.-P."),
        ("J.R.R.", "J. R. R."),
        ("Ann M.", "A. M."),
        ("É", "É."),
    ],
)
def test_initials(given_: str, initials: str) -> None:
    assert apa.initials(given_) == initials


_TREES = Metadata(
    "Council to plant 300 trees",
    ("Ann Holland", "Di Example"),
    "The Example",
    "2026-01-02",
    "https://example.org/trees",
)
_ENTRY = (
    "Holland, A., & Example, D. (2026, January 2). Council to plant 300 trees. *The Example*. "
    "<https://example.org/trees>"
)


@pytest.mark.parametrize(
    ("style", "below"),
    [
        ("apa", f"> — Bo Example (Holland & Example, 2026, para. 5)\n>\n> {_ENTRY}"),
        (
            "mla",
            "> — Bo Example (qtd. in Holland and Example, par. 5)\n>\n"
            "> Holland, Ann, and Di Example. “Council to plant 300 trees.” *The Example*, "
            "2 Jan. 2026, <https://example.org/trees>.",
        ),
        (
            "chicago",
            "> — Bo Example, quoted in Ann Holland and Di Example, “Council to plant 300 trees,” "
            "*Example*, January 2, 2026, para. 5, <https://example.org/trees>.",
        ),
        (
            "chicago-short",
            "> — Bo Example, quoted in Holland and Example, “Council to plant 300,” para. 5.",
        ),
        ("pandoc", "> — Bo Example, [@holland2026council, ¶ 5]"),
        (
            "footnote",
            "> — Bo Example[^holland2026council-5]\n\n"
            "[^holland2026council-5]: Bo Example, quoted in Ann Holland and Di Example, "
            "“Council to plant 300 trees,” *Example*, January 2, 2026, para. 5, "
            "<https://example.org/trees>.",
        ),
        ("wikilink", "> — Bo Example, [[Council to plant 300 trees#¶ 5]]"),
    ],
)
def test_a_passage_in_each_style(style: str, below: str) -> None:
    cited = cite(reading(metadata=_TREES), at(TEXT, *BOS), "Bo Example", style=style)
    assert cited == f"> “It costs too much.”\n>\n{below}"


def test_plain_text_of_a_passage() -> None:
    cited = cite(reading(metadata=_TREES), at(TEXT, *BOS), "Bo Example", style="apa", plain=True)
    plain = _ENTRY.translate(str.maketrans("", "", "*<>"))
    assert cited == (
        f"“It costs too much.”\n\n— Bo Example (Holland & Example, 2026, para. 5)\n\n{plain}"
    )
    own = cite(reading(metadata=_TREES), at(TEXT, *BOS), "Bo Example", plain=True)
    assert own.endswith(
        "\n\n— Bo Example, “Council to plant 300 trees”, by Ann Holland and Di Example, "
        "The Example, 2026-01-02, https://example.org/trees, ¶ 5"
    )


def test_several_paragraphs() -> None:
    where = reading(metadata=_TREES)
    segments = [Span(TEXT.index("“We need"), TEXT.index("Bo Example disagreed") - 2)]
    places = {
        "apa": "paras. 3–4)",
        "mla": "pars. 3-4)",
        "chicago": "paras. 3–4, <",
        "chicago-short": "paras. 3–4.",
        "pandoc": "¶ 3–4]",
        "footnote": "[^holland2026council-3-4]: ",
        "wikilink": "#¶ 3–4]]",
        DEFAULT: ", ¶ 3–4",
    }
    assert set(places) == set(STYLES)
    for style, place in places.items():
        assert place in cite(where, segments, style=style)


def test_whole_articles() -> None:
    article = Article("trees", "Made up.", _TREES)
    assert entry(article, style="apa") == _ENTRY
    assert entry(article, style="pandoc", key="k1") == "[@k1]"
    assert entry(article, style="wikilink") == "[[Council to plant 300 trees]]"
    assert entry(article, style="footnote").startswith("[^holland2026council]: Ann Holland and Di")
    assert entry(article, plain=True) == (
        "“Council to plant 300 trees”, by Ann Holland and Di Example, The Example, 2026-01-02, "
        "https://example.org/trees"
    )


def test_a_style_that_is_not_there() -> None:
    with pytest.raises(ExportError, match=r"no style 'harvard'.* apa"):
        entry(Article("a", "Made up."), style="harvard")


@pytest.mark.parametrize(
    ("title", "link"),
    [
        ("A|B [c] #1 ^x", "[[A B c 1 x#¶ 1]]"),
        ("]]", "[[article#¶ 1]]"),
        ("Who? Me: “yes” / no", "[[Who Me “yes” no#¶ 1]]"),
        ("a\x1b]52;c\x07", "[[a␛ 52;c␇#¶ 1]]"),
    ],
)
def test_wikilinks_hold_nothing_that_ends_them(title: str, link: str) -> None:
    where = Reading(Article("x", "Made up.", Metadata(title)), (Paragraph(Span(0, 8)),))
    assert cite(where, [Span(0, 4)], style="wikilink") == f"> Made\n>\n> — {link}"


HOSTILE = st.text(min_size=1) | st.text("*_`[]<>#-|\\ \n>&;\x1b\x9d\u202e\ud800a“”’1.", min_size=1)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE, st.sampled_from(sorted(STYLES)))
def test_hostile_titles_and_names_break_nothing(
    text: str, who: str, title: str, url: str, style: str
) -> None:
    known = Metadata(title, (who, title), who, title, url)
    where = reading(f"Made up.\n\n{text}\n\nThe end.", known)
    segments = [Span(0, len(where.article.text))]
    for plain in (False, True):
        cited = cite(where, segments, who, style=style, plain=plain)
        assert visible_text(cited) == cited
        assert entry(where.article, style=style, plain=plain).count("\n") == 0
    quoted, *after = cite(where, segments, who, style=style).split("\n\n")
    assert len(after) == (style == "footnote")
    blocks = structure(quoted)
    assert (blocks[0], blocks[-1]) == ("blockquote_open", "blockquote_close")
    assert set(blocks[1:-1]) == {"paragraph_open", "paragraph_close"}
    assert texts(quoted)[0] == "Made up."
    assert "The end." in texts(quoted)
    shown = "".join(texts(quoted))
    assert not [
        tag for tag in ("strong_open", "html_inline", "code_inline", "image") if tag in shown
    ]
