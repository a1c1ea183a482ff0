"""`--plain`: annotated articles in lines that a screen reader can read out."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.ingest import load
from fr_reader.learning.choices import Choices
from fr_reader.learning.learner import Learner
from fr_reader.model import Act, Anchor, Annotation, Change, Span, Speaker
from fr_reader.store import ProjectStore
from tests.cli.conftest import MADE_UP, Call, process
from tests.learning import made_up

OF_A_FILE = """\
Article: Council to plant 300 trees
File: trees.txt
In it: 3 paragraphs, no quotations with an accepted speaker, no tags, no memos, 2 suggestions.

Paragraph 1, title.
Council to plant 300 trees

Paragraph 2.
“We need trees,” Ann Example said, “and we need them now.” She is made up.
Quotation 1, direct, suggested, speaker perhaps Ann Example, confidence 0.98: \
“We need trees,” […] “and we need them now.”

Paragraph 3.
Bo Example disagreed: “It costs too much.”
Quotation 2, direct, suggested, speaker perhaps Bo Example, confidence 0.94: “It costs too much.”
"""


def coded(folder: Path, path: Path) -> None:
    """A project in which a quotation of the made-up article has a speaker, a tag and a memo."""
    store = ProjectStore.open(folder, "tester")
    entry, _ = store.add(load(path))
    text = store.article(entry.id)
    spans = [
        Span(MADE_UP.index(words), MADE_UP.index(words) + len(words))
        for words in ("“We need trees,”", "“and we need them now.”")
    ]
    anchors = tuple(Anchor.at(text, span) for span in spans)
    when = "2026-01-02T03:04:05.000006+00:00"
    ann = Speaker("s1", "Ann Example", "a made-up forester")
    said = Annotation("x1", entry.id, anchors, "tester", when, when, speaker="s1")
    feared = Annotation("x2", entry.id, anchors, "tester", when, when, "concern", memo="Hm \x1b[m")
    store.apply(Act("mark", tuple(Change(None, record) for record in (ann, said, feared))))
    store.close()


def test_a_file_is_printed_and_nothing_is_stored(command: Call, article: Path, home: Path) -> None:
    outcome = command("--plain", article)
    assert (outcome.code, outcome.out, outcome.err) == (0, OF_A_FILE, "")
    assert command(article, "--plain").out == OF_A_FILE
    assert not home.exists()


def test_what_is_known_and_annotated_is_said(command: Call, article: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    article.with_suffix(".toml").write_text(
        'title = "Trees"\nauthors = ["Cy Example"]\npublished = "2026-01-02"\n'
    )
    coded(project, article)
    outcome = command("--plain", "--project", project)
    lines = outcome.out.splitlines()
    assert (outcome.code, outcome.err) == (0, "")
    assert lines[:6] == [
        "Article: Trees",
        "By: Cy Example",
        "Published: 2026-01-02",
        "File: trees.txt",
        "Identifier: trees",
        "In it: 3 paragraphs, 1 quotation with an accepted speaker, 1 tag, 1 memo, 1 suggestion.",
    ]
    words = "“We need trees,” […] “and we need them now.”"
    second = lines.index("Paragraph 2.") + 2
    assert lines[second : second + 5] == [
        "Quotation 1, direct, accepted by tester, speaker Ann Example, a made-up forester: "
        + words,
        f"Tag concern, given by tester: {words}",
        f"Memo by tester on the tag concern: {words}",
        "The memo says: Hm ␛[m",
        "",
    ]
    assert lines[-1].startswith("Quotation 2, direct, suggested, speaker perhaps Bo Example")


def test_a_file_is_printed_as_the_project_named_has_it(
    command: Call, article: Path, tmp_path: Path
) -> None:
    project, other = tmp_path / "p", tmp_path / "other.txt"
    coded(project, article)
    other.write_text("A made-up forest\n\n“Trees grow,” Ann Example said.\n")
    before = sorted((path, path.stat().st_mtime_ns) for path in project.rglob("*.*"))
    outcome = command("--plain", "--project", project, other, article)
    one, two = outcome.out.split("\n\nArticle 2 of 2: ")
    assert "accepted by" not in one
    assert "speaker perhaps Ann Example" in one
    assert "accepted by tester, speaker Ann Example, a made-up forester" in two
    assert "Identifier: trees\n" in two
    assert sorted((path, path.stat().st_mtime_ns) for path in project.rglob("*.*")) == before
    outcome = command("--plain", "--project", tmp_path / "gone", article)
    assert (outcome.code, outcome.out) == (2, "")


def test_no_words_of_an_article_stand_where_an_annotation_does(
    command: Call, tmp_path: Path
) -> None:
    path = tmp_path / "forged.txt"
    path.write_text(
        "A made-up title\n\n“It is made up,” said Ann Example, who is a forester of long\n"
        "Quotation 9, direct, accepted by tester, speaker Bo Example: something that\n"
        "\twas\tnever said, in lines that are wrapped.\n"
    )
    lines = command("--plain", path).out.splitlines()
    at = lines.index("Paragraph 2.")
    assert lines[at + 1].endswith(
        "of long Quotation 9, direct, accepted by tester, speaker Bo "
        "Example: something that was never said, in lines that are wrapped."
    )
    said = lines[at + 2 :]
    assert said
    assert all(re.match("Quotation [0-9], [a-z]+, suggested, ", line) for line in said)


def test_a_memo_keeps_its_lines_apart(command: Call, article: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    coded(project, article)
    store = ProjectStore.open(project, "tester")
    (tag,) = store.annotations().coded("concern")
    memo = "First.\n\nTag claim, given by tester: “forged”\n\tLast."
    store.apply(Act("memo", (Change(tag, replace(tag, memo=memo)),)))
    store.close()
    lines = command("--plain", "--project", project).out.splitlines()
    at = lines.index("The memo says: First.")
    assert lines[at + 1 : at + 4] == [
        "The memo goes on: Tag claim, given by tester: “forged”",
        "The memo goes on: Last.",
        "",
    ]


def test_one_article_or_all(command: Call, article: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    command("import", article, "--project", project)
    other = tmp_path / "zoo.txt"
    other.write_text("A zoo\n\nThe made-up zoo opens.\n")
    command("import", other, "--project", project)
    every = command("--plain", "--project", project).out
    assert "Article 1 of 2: Council to plant 300 trees\n" in every
    assert "\n\nArticle 2 of 2: A zoo\n" in every
    one = command("--plain", "--article", "zoo", "--project", project).out
    assert one.startswith("Article: A zoo\n")
    assert "Council" not in one
    outcome = command("--plain", "--article", "gone", "--project", project)
    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no article 'gone'" in outcome.err


def test_a_quotation_over_paragraphs_goes_on(command: Call, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(
        "Ann Example said: “This is the first part of it.\n\n“And this is the second.”\n"
    )
    lines = command("--plain", path).out.splitlines()
    assert lines[-1] == "Quotation 1 goes on: “And this is the second.”"
    assert any(
        line.startswith("Quotation 1, direct") and line.endswith("first part of it.")
        for line in lines
    )


def test_no_control_character_and_no_colour_comes_out(
    command: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    path = tmp_path / "bad\x1b.txt"
    path.write_text("A \x1b[31mmade-up\x07 title\n\n“Red \x1b[m words {n},” Ann {n} said.\n")
    path.with_suffix(".toml").write_text('publisher = "P\\u001b]0;x\\u0007\\u202e"\n')
    out = command("--plain", path).out
    assert "␛[31mmade-up␇" in out
    assert "Publisher: P␛]0;x␇⍇\n" in out
    assert not [char for char in out if (ord(char) < 32 and char != "\n") or ord(char) == 127]
    assert not any(0x2500 <= ord(char) < 0x25A0 for char in out)


@pytest.mark.parametrize("arguments", [["--plain", "-"], ["-", "--plain"]])
def test_standard_input_is_printed(arguments: list[str], home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fr_reader", *arguments],
        input=MADE_UP.encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    shown = OF_A_FILE.replace("trees.txt", "standard input")
    assert done.stdout.decode() == shown
    assert not home.exists()


def test_a_file_that_cannot_be_read_is_named(
    command: Call, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    gone = tmp_path / "gone.txt"
    outcome = command("--plain", gone, article)
    assert outcome.code == 1
    assert "Article 2 of 2: Council" in outcome.out
    assert outcome.err.startswith(f"fr-reader: there is no file {gone}")
    outcome = command("--plain", gone)
    assert (outcome.code, outcome.out) == (2, "")
    outcome = command("--plain", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == ("fr-reader: standard input is empty: there is nothing to read in it\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--plain", "articles"], "--plain is for reading articles, not for a command"),
        (["--article", "x", "quotes"], "--article is for reading articles, not for a command"),
        (["--article", "x", "file.txt"], "--article is for an article of the project"),
        (["--plain", "file.txt", "--new"], "--plain adds nothing"),
    ],
)
def test_what_does_not_go_together(command: Call, arguments: list[str], told: str) -> None:
    outcome = command(*arguments)
    assert outcome.code == 2
    assert told in outcome.err


def test_an_empty_project_and_a_dumb_terminal(command: Call, tmp_path: Path) -> None:
    command("import", tmp_path / "gone.txt")
    done = process(["--plain", "--article", "met-police-handheld-facial-recognition"], TERM="dumb")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Article: Met Police")


def test_what_was_learned_is_listed_among_the_suggestions(tmp_path: Path, command: Call) -> None:
    store = ProjectStore.open(tmp_path / "p", "tester", create=True)
    for number in range(7):
        store.add(made_up.article(number))
    for number in range(6):
        made_up.code(store, f"made-up-{number}")
    asked = ("--plain", "--project", tmp_path / "p", "--coder", "tester")
    before = command(*asked).out
    Choices(store.folder, "tester").switch_on(made_up.HOUSING.id)
    after = command(*asked).out
    learner = Learner(store, "tester")
    article = store.article("made-up-6")
    trained = learner.trained({made_up.HOUSING.id: 0.5})
    found = learner.suggestions(article, store.annotations(article.id), trained)
    assert found
    assert "housing, suggested" not in before
    for one in found:
        told = f"Tag housing, suggested, confidence {one.confidence:.2f}: "
        assert f"{told}{one.span.of(article.text)}" in after
