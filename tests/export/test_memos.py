"""Memos stay the researcher's markdown, and stay in their place."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fr_reader.export import Annotated, notes
from fr_reader.model import (
    Annotations,
    Code,
    Codebook,
    Metadata,
    Reading,
    Speaker,
    Speakers,
    visible,
    visible_text,
)
from tests.export.made_up import ANNS, BOS, CODEBOOK, SPEAKERS, TEXT, mark, reading
from tests.export.markdown_words import parse, structure, texts
from tests.export.test_notes import section, split

WHERE = reading()


def memos(*written: str) -> str:
    """The section of memos, of as many memos on as many passages."""
    passages = ("The plan", "made up", "Ann Example", "disagreed")
    kept = [mark(WHERE, [p], memo=memo) for p, memo in zip(passages, written, strict=False)]
    made = notes([Annotated(WHERE, Annotations.of(kept))], SPEAKERS, CODEBOOK)
    return section(made, "## Memos")


@pytest.mark.parametrize(
    "memo",
    [
        "Some *emphasis*, `code`, a [link](https://example.org) and <https://example.org/a>.",
        "- a list\n  - in a list\n\n1. numbers",
        "> a quotation\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
        "a line\\\nand another, ~~struck~~, 5 < 6, #hashtag, AT&T",
        "```python\n# a comment, <b> and [a]: b\n---\n```\n\nafter",
        "~~~~\n~~~\n# still inside\n~~~~",
    ],
)
def test_markdown_is_kept_as_it_was_written(memo: str) -> None:
    indented = "\n".join(f"  {line}" if line else "" for line in memo.split("\n"))
    assert memos(memo) == f"- ¶ 2, *The plan*, no speaker marked\n\n{indented}"
    inside = [kind for kind in structure(memo) if kind != "inline"]
    assert structure(memos(memo))[4:-2] == inside  # in the item, after the line on the passage


@pytest.mark.parametrize(
    ("memo", "escaped"),
    [
        ("# Heading", r"\# Heading"),
        ("###### Six", r"\###### Six"),
        ("> # In a quotation", r"> \# In a quotation"),
        ("- 1. ## In lists", r"- 1. \## In lists"),
        ("Under\n===", "Under\n\\==="),
        ("Under\n-", "Under\n\\-"),
        ("> Under\n> ---", "> Under\n> \\---"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("a <!-- b", r"a \<!-- b"),
        (r"\\<b>", r"\\\<b>"),
        (r"\<b>", r"\<b>"),
        ("<https://a b>", r"\<https://a b>"),
        ("[trees]: https://example.org", r"[trees]\: https://example.org"),
        ("[^1]: a footnote", r"[^1]\: a footnote"),
        ("``` not a `fence\n# Heading", "``` not a `fence\n\\# Heading"),
        ("- a\n  ```\n# Heading", "- a\n  ```\n\\# Heading"),
        ("```\n# code", "```\n# code\n```"),
    ],
)
def test_what_would_reach_beyond_is_escaped(memo: str, escaped: str) -> None:
    assert memos(memo).split("\n\n", 1)[1].replace("\n  ", "\n") == "  " + escaped


def test_a_memo_cannot_make_links_of_the_articles_words() -> None:
    where = reading("Made up.\n\nShe “[trees] are made up,” Ann Example said.\n")
    kept = [
        mark(where, ["“[trees] are made up,”"], code=CODEBOOK.by_id["claim"]),
        mark(where, ["Made up"], memo="[trees]: https://example.org"),
    ]
    _, rest = split(notes([Annotated(where, Annotations.of(kept))], SPEAKERS, CODEBOOK))
    assert "“[trees] are made up,”" in texts(rest)
    assert not [c for t in parse(rest) for c in t.children or [] if c.type == "link_open"]


def test_the_passage_is_named_in_short() -> None:
    where = reading(f"Made up.\n\n“{'made up ' * 30}” Ann said.\n\n“{'x' * 500}” Bo said.\n")
    long, wide = f"“{'made up ' * 30}”", f"“{'x' * 500}”"
    kept = Annotations.of([mark(where, [long], memo="One"), mark(where, [wide], memo="Two")])
    made = section(notes([Annotated(where, kept)], SPEAKERS, CODEBOOK), "## Memos")
    assert made == (
        "- ¶ 2, *“made up made up made up made up …*, no speaker marked\n\n  One\n\n"
        f"- ¶ 3, *“{'x' * 79} …*, no speaker marked\n\n  Two"
    )


NASTY = st.text(
    st.sampled_from([*"#-*>|`[]()<!\\&;=_~: \n\t1.", "a", "\x1b", "\u202e", "\ud800"]), max_size=25
)
PIECES = (
    *("# a", "===", "---", "-", "> ", "- ", "1. ", "    ", "\t", "```", "~~~", "* * *", "| a |"),
    *("<div>", "<!--", "</", "<?", "[a]: b", "a", "", "`", "\\", "|--|", "&lt;", "\n", "\n", "\n"),
)
BLOCKS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def dressed(name: str, memo: str) -> tuple[Reading, Annotations, Speakers, Codebook]:
    """The made-up article with a hostile title, speaker, code and memo."""
    where = reading(metadata=Metadata(name, (name,), name, name, name))
    bo = Speaker("b2", name, name, name)
    code = Code("f00", name, memo, order=2)
    kept = [
        mark(where, BOS, speaker=bo),
        mark(where, BOS, code=code, memo=f"x{memo}", coder=name or "a"),
        mark(where, ANNS, code=code, memo=memo, coder="b"),
        mark(where, ["made up"], memo=f"\n{memo}\n"),
        mark(where, ["much"], memo="The last.", coder="b"),
    ]
    return where, Annotations.of(kept), Speakers.of([bo]), Codebook.of([code])


@given(NASTY, NASTY | BLOCKS)
@settings(deadline=None)
@example("- 1", "")
@example("1. # a", "===")
@example("", "```\n# a")
@example("", "> ~~~\n# a")
@example("", "- ```\n\n# a\n<b>")
@example("", "a\n\t-")
@example("", "[a\n]: b")
@example("", "`a\n`<b>` c`")
def test_no_title_name_or_memo_changes_the_structure(name: str, memo: str) -> None:
    where, kept, speakers, codebook = dressed(name, memo)
    made = notes([Annotated(where, kept)], speakers, codebook)
    assert visible_text(made) == made
    front, rest = split(made)
    assert len(front.split("\n")) in range(11, 17)
    tokens = parse(rest)
    outer = [t.type for t in tokens if t.level == 0 and t.type != "inline" and t.tag != "p"]
    quote = ["blockquote_open", "blockquote_close"]
    heading = ["heading_open", "heading_close"]
    table = ["table_open", "table_close"]
    assert outer == (
        heading * 2 + table * 2  # the title, the summary
        + heading * 2 + quote  # quotations
        + heading * 2 + quote * 2  # codes
        + heading + ["bullet_list_open", "bullet_list_close"]  # memos
    )  # fmt: skip
    assert sum(t.type == "heading_open" for t in tokens) == 7
    assert sum(t.type == "list_item_open" and t.level == 1 for t in tokens) == 2 + 2 * bool(
        memo.strip()
    )
    assert not [t for t in tokens if t.type == "html_block"]
    assert not [c for t in tokens for c in t.children or [] if c.type == "html_inline"]
    assert texts(rest)[-1] == "The last."
    title = f"Notes on “{name or TEXT.split(chr(10))[0]}”"
    if name:
        assert texts(rest)[0] == visible(" ".join(title.split()))
