"""Templates of the user's own: what they are given, and what they cannot do."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from fr_reader.export import export_file
from fr_reader.export.collection import Collection
from fr_reader.export.evidence import Annotated, gather
from fr_reader.export.profiles import NAMES, Shelf, profile
from fr_reader.export.templates.data import Teller
from fr_reader.export.templates.rendering import templated
from fr_reader.export.templates.sample import sample
from fr_reader.export.templates.shelf import SHIPPED, new, source, templates
from fr_reader.model import ExportError, visible_text
from tests.export.markdown_words import structure, texts
from tests.export.test_memos import BLOCKS, NASTY, dressed


def render(folder: Path, text: str, name: str = "commonmark", **limits: float) -> str:
    """What the template `text` makes of the made-up sample."""
    (folder / "t.md.j2").write_text(text, "utf-8")
    return templated(sample(), folder, "t", name, **limits)[0].text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ articles[0].name }}", "A made-up article"),
        (
            "{{ articles[0].citation }}",
            "“A made-up article”, by Cy Example, *The Example*, 2026-01-02",
        ),
        ("{{ findings | length }} {{ project.findings }}", "3 3"),
        (
            "{% for f in findings %}{{ f.kind }} {{ f.place }}; {% endfor %}",
            "quotation ¶ 2; code ¶ 2; memo ¶ 3; ",
        ),
        ("{{ findings[0].speaker.about }}", "example, Examples"),
        ("{{ findings[1].code.name }}: {{ findings[1].memo }}", "claim: Is it not?"),
        ("{{ findings[0].words[0] }} {{ findings[0].coders[0] }}", "“Nothing here is so,” me"),
        ("{{ codes[0].definition | upper }}", "WHAT IS ASSERTED AS TRUE AND COULD BE CHECKED."),
        ("{{ note.kind }}", "project"),
    ],
)
def test_what_templates_are_given(tmp_path: Path, template: str, made: str) -> None:
    assert render(tmp_path, template) == f"{made}\n"


@pytest.mark.parametrize(
    ("template", "wrong"),
    [
        ("a\nb {{ nothing }}", "line 2: 'nothing' is undefined"),
        ("a\n{% for %}", "line 2: "),
        ("{{ ''.__class__ }}", "line 1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ articles[0].name._raw }}", "line 1: access to attribute '_raw'"),
        ("{{ articles.append(1) }}", "line 1: "),
        ("{{ articles[0].update({}) }}", "line 1: "),
        ("{{ ''|attr('__class__') }}", "line 1: "),
        ("{{ '{0.__class__}'.format(1) }}", "line 1: access to attribute '__class__'"),
        ("\n{% include '../secret.md.j2' %}", r"there is no \.\./secret\.md\.j2"),
        ("\n{% include '/etc/passwd' %}", "there is no /etc/passwd"),
        ("{% include 'link.md.j2' %}", r"there is no link\.md\.j2"),
        ("{% for i in range(1000000) %}x{% endfor %}", "line 1: Range too big"),
        ("{{ 1 / 0 }}", "line 1: division by zero"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
        ("{{ 'x' * 10 ** 11 }}", "memory"),
    ],
)
def test_what_templates_cannot_do(tmp_path: Path, template: str, wrong: str) -> None:
    (tmp_path / "secret.md.j2").write_text("secret")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "link.md.j2").symlink_to(tmp_path / "secret.md.j2")
    with pytest.raises(ExportError, match=rf"(?s)the template t\.md\.j2.*{wrong}"):
        render(folder, template)


def test_errors_in_what_a_template_includes_name_that_file(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("\n\n{{ missing }}")
    with pytest.raises(ExportError, match=r"part\.md\.j2, line 3: 'missing' is undefined"):
        render(tmp_path, "{% include 'part.md.j2' %}")


def test_a_template_that_never_ends_is_ended(tmp_path: Path) -> None:
    loops = "".join(f"{{% for i{n} in range(90000) %}}" for n in range(4))
    began = time.monotonic()
    with pytest.raises(ExportError, match=r"t\.md\.j2 took more than 1 seconds"):
        render(tmp_path, loops + "{% endfor %}" * 4, seconds=1)
    assert time.monotonic() - began < 8


def test_a_template_that_writes_too_much_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="more than 1000 characters"):
        render(tmp_path, "{% for i in range(90) %}{{ 'x' * 90 }}{% endfor %}", most=1000)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("example", SHIPPED)
def test_examples_are_sound_for_everything(tmp_path: Path, example: str, name: str) -> None:
    folder = tmp_path / "templates"
    new(folder, "mine", example)
    assert templates(folder) == ["mine"]
    assert source(folder, "mine").startswith("{#")
    for kinds in ((), ("article",), ("speaker", "code")):
        made = templated(sample(), folder, "mine", name, kinds)
        assert all(one.text.endswith("\n") for one in made)
        assert "“Nothing here is so,”" in "".join(one.text for one in made)
    with pytest.raises(ExportError, match="is there already"):
        new(folder, "mine", example)


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".x", "a" * 80, "x\n"])
def test_names_that_lead_elsewhere(tmp_path: Path, name: str) -> None:
    for act in (lambda: new(tmp_path, name, SHIPPED[0]), lambda: source(tmp_path, name)):
        with pytest.raises(ExportError, match="is no name for a template"):
            act()


def test_what_is_written_into_notes_of_a_template_stays(tmp_path: Path) -> None:
    new(tmp_path, "mine", "literature-note")
    path = tmp_path / "notes.md"
    note = templated(sample(), tmp_path, "mine", "commonmark")[0]
    assert export_file(path, note, "commonmark")
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(keep \S+ Nothing[^\n]*\n)", r"\1mine\n", text), "utf-8")
    assert not export_file(path, note, "commonmark")
    (tmp_path / "mine.md.j2").write_text("bare\n")
    export_file(path, templated(sample(), tmp_path, "mine", "commonmark")[0], "commonmark")
    assert "## Orphaned notes" in path.read_text("utf-8").partition("mine")[0]


def test_a_region_stands_once_in_a_note_and_has_a_key_of_ours(tmp_path: Path) -> None:
    made = render(tmp_path, "{% for f in findings * 2 %}{{ keep(f) }}\n{% endfor %}")
    assert made.count("fr-reader:keep") == 3
    with pytest.raises(ExportError, match="line 1: keep takes a note"):
        render(tmp_path, "{{ keep({'key': 'x -->'}) }}")


def test_fields_are_escaped_unless_raw(tmp_path: Path) -> None:
    where, kept, speakers, codebook = dressed("*a* <b> [[c]]", "# m")
    found = Collection((gather(Annotated(where, kept), speakers, codebook),), speakers, codebook)
    (tmp_path / "t.md.j2").write_text("{{ articles[0].name }}\n\n{{ articles[0].name | raw }}")
    assert templated(found, tmp_path, "t", "commonmark")[0].text == (
        "\\*a\\* \\<b\\> \\[\\[c\\]\\]\n\n*a* <b> [[c]]\n"
    )


@given(NASTY, NASTY | BLOCKS)
@settings(deadline=None, max_examples=50)
def test_every_field_is_words_and_nothing_else(name: str, memo: str) -> None:
    where, kept, speakers, codebook = dressed(name, memo)
    evidence = gather(Annotated(where, kept), speakers, codebook)
    tell = Teller(profile("commonmark"), Shelf())
    for told in (tell.article(evidence), *map(tell.speaker, speakers)):
        for value in told.values():
            if isinstance(value, dict):
                line = f"x {value['escaped']}"
                assert visible_text(line) == line
                assert structure(line) == ["paragraph_open", "paragraph_close"]
                assert texts(line) == [f"x {value['raw']}".strip()]
    for told in tell.findings(evidence):
        shape = structure(told["quotation"])
        assert (shape[0], shape[-1]) == ("blockquote_open", "blockquote_close")


def test_the_page_on_templates_names_everything_they_are_given() -> None:
    page = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
    found = sample()
    (one,) = found.evidence
    tell = Teller(profile("commonmark"), Shelf())
    told = [tell.article(one), *map(tell.speaker, found.speakers), *map(tell.code, found.codebook)]
    for record in (*told, *tell.findings(one)):
        for key in record:
            assert f"`{key}`" in page
