"""Each profile's notes have the structure that is meant, whatever names and texts are in them."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import given, settings

from fr_reader.export.collection import Collection, Written
from fr_reader.export.document import Ref
from fr_reader.export.evidence import Annotated, gather
from fr_reader.export.naming import plain_name, slug_name, stems
from fr_reader.export.profiles import NAMES
from fr_reader.export.profiles.logseq import escaped as logseq
from fr_reader.export.profiles.obsidian import escaped as obsidian
from fr_reader.model import visible, visible_text
from tests.export.made_up import CODEBOOK, SPEAKERS, marks, reading
from tests.export.markdown_words import parse, structure, texts
from tests.export.test_memos import BLOCKS, NASTY, dressed
from tests.export.test_notes import split

WHERE = reading()
KINDS = ["article", "speaker", "code"]
SIGNS = NASTY | NASTY.map(lambda text: f"%% {text} [[a]] == $x$ #tag ^id (( {{{{ a:: b")


def notes(profile: str) -> dict[str, str]:
    """The texts of all notes on the made-up project, by file."""
    evidence = gather(Annotated(WHERE, marks(WHERE)), SPEAKERS, CODEBOOK)
    found = Collection((evidence,), SPEAKERS, CODEBOOK).each(profile, KINDS)
    return {one.file: one.text for one in found}


def test_commonmark_links_lead_to_files_that_are_there() -> None:
    made = notes("commonmark")
    assert list(made) == [
        *("articles.md", "speakers.md", "codes.md", "council-to-plant-300-trees.md"),
        *("ann-example.md", "bo-example.md", "claim.md", "concern.md", "doubt.md"),
    ]
    for text in made.values():
        assert text
        links = [
            child.attrs["href"]
            for token in parse(split(text)[1])
            for child in token.children or []
            if child.type == "link_open"
        ]
        local = [unquote(str(one)) for one in links if "://" not in str(one)]
        assert set(local) <= set(made)
    assert "### [Ann Example](ann-example.md)" in made["council-to-plant-300-trees.md"]


def test_obsidian_has_callouts_block_ids_properties_and_wikilinks() -> None:
    made = notes("obsidian")
    front, rest = split(made["Bo Example.md"])
    assert yaml.safe_load(front) == {
        "tags": ["fr-reader/speaker"],
        "title": "Bo Example",
        "articles": ["[[Council to plant 300 trees]]"],
        "passages": 1,
    }
    assert re.search(
        r"\n> \[!quote\] \[\[Bo Example\]\], \[\[Council to plant 300 trees\]\], ¶ 5\n"
        r"> “It costs too much.”\n>\n> — Bo Example, [^\n]*, ¶ 5\n\n\^fr-[0-9a-f]{12}\n",
        rest,
    )
    ids = re.findall(r"^\^(fr-\w+)$", made["Council to plant 300 trees.md"], re.MULTILINE)
    assert len(ids) == len(set(ids)) == 5
    for text in made.values():
        for target in re.findall(r"\[\[([^\]|]*)", split(text)[1]):
            assert f"{target.rstrip(chr(92))}.md" in made


def test_logseq_has_an_outline_with_properties_and_page_links() -> None:
    made = notes("logseq")
    page = made["claim.md"]
    assert page.startswith(
        "type:: code\narticles:: [[Council to plant 300 trees]]\npassages:: 2\n\n"
    )
    assert re.search(
        r"\n- ## \[\[Council to plant 300 trees\]\]\n"
        r"\t- code:: \[\[claim\]\]\n"
        r"\t  article:: \[\[Council to plant 300 trees\]\]\n"
        r"\t  paragraph:: ¶ 2\n"
        r"\t  id:: [0-9a-f-]{36}\n"
        r"\t  > The plan\n\t  >\n\t  > — “Council [^\n]*\n"
        r"\t\t- Notes: The plan\n\t\t  fr-reader-keep:: fr-[0-9a-f]{12}\n",
        page,
    )
    ids = re.findall(r"^\t*  id:: (.*)$", "\n".join(made.values()), re.MULTILINE)
    assert len(ids) == len(set(ids)) == 10
    for text in made.values():
        body = text.partition("\n\n")[2]
        outer = [token for token in parse(body) if token.level == 0]
        assert {token.type for token in outer} == {"bullet_list_open", "bullet_list_close"}


@given(SIGNS, NASTY | BLOCKS)
@settings(deadline=None, max_examples=60)
@pytest.mark.parametrize("profile", NAMES)
def test_nothing_hostile_changes_the_structure(profile: str, name: str, memo: str) -> None:
    where, kept, speakers, codebook = dressed(name, memo)
    evidence = gather(Annotated(where, kept), speakers, codebook)
    plain = gather(Annotated(where, kept), SPEAKERS, CODEBOOK)
    found = Collection((evidence,), speakers, codebook)
    for one in [found.one(profile), *found.each(profile, KINDS)]:
        assert visible_text(one.text) == one.text
        _sound(profile, one)
    assert len({one.file.casefold() for one in found.each(profile, KINDS)}) == 6
    assert plain.found == evidence.found


def _sound(profile: str, one: Written) -> None:
    if profile == "logseq":
        head, _, body = one.text.partition("\n\n")
        assert all(re.match(r"[a-z0-9-]+:: ", line) for line in head.split("\n"))
        outer = {token.type for token in parse(body) if token.level == 0}
        assert outer == {"bullet_list_open", "bullet_list_close"}
    else:
        front, body = split(one.text)
        assert isinstance(yaml.safe_load(front), dict)
        outer = {token.type for token in parse(body) if token.level == 0}
        assert "fence" not in outer and "code_block" not in outer
        assert "heading_open" in outer
    if profile == "obsidian":
        bare = re.sub(r"\\.", "", body)
        outside = re.sub(r"```.*?```|~~~.*?~~~", "", bare, flags=re.DOTALL)
        comments = [line for line in outside.split("\n") if "%%" in line]
        assert all(re.fullmatch(r"%% fr-reader:(?:keep|end) .* %%", line) for line in comments)


@given(NASTY)
def test_what_programs_escape_more_is_the_same_words_in_commonmark(text: str) -> None:
    from fr_reader.export.markdown import block

    for line in block(f"x{text} == $a$ #b ^c %% (( {{{{ d:: e"):
        if "<" not in line:
            assert texts(f"x{obsidian(line)}") == texts(f"x{line}")
            assert texts(f"x{logseq(line)}") == texts(f"x{line}")


def test_file_names_are_safe_and_never_the_same() -> None:
    names = [
        *(
            "Ann",
            "ann",
            "ÀNN",
            "Ànn",
            "../ann",
            "con",
            "CON.x",
            "",
            "…",
            "a/b\\c:d",
            "..",
            "articles",
        ),
        *("#tag [[x]] | ^a %% 100%", "x" * 300, "عربي", "語" * 200, "\x1b\u202e\ud800", "CoM1"),
    ]
    refs = [Ref("speaker", f"id{n}", name) for n, name in enumerate(names)]
    for plain in (plain_name, slug_name):
        made = stems(refs, plain)
        assert len({one.casefold() for one in made.values()}) == len(names)
        for one in made.values():
            assert visible(one) == one
            assert not set(one) & set('/\\:*?"<>|#^[]%')
            assert one.strip(" .") == one
            assert 0 < len(one.encode()) <= 255 - len(".md")
            assert one.casefold() not in {"con", "com1", "con.x", "articles"}
        assert stems(refs[:3], plain) == {ref: made[ref] for ref in refs[:3]}


def test_structure_of_the_made_up_article_is_the_same_in_both_flat_profiles() -> None:
    shapes = [
        [k for k in structure(split(text)[1]) if k.startswith(("heading", "table_o", "blockq"))]
        for text in (
            notes("commonmark")["council-to-plant-300-trees.md"],
            notes("obsidian")["Council to plant 300 trees.md"],
        )
    ]
    assert shapes[0] == shapes[1]
