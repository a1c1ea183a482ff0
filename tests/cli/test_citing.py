"""Citations and references from the shell, of the seed articles and a made-up one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fr_reader.config.table import SETTINGS
from fr_reader.export.citations.styles import DEFAULT, STYLES
from tests.cli.conftest import Call


@pytest.fixture
def made_up(command: Call, tmp_path: Path) -> Path:
    """A project with one article that is made up."""
    article = tmp_path / "trees.txt"
    article.write_text("Trees\n\n“We need trees,” said Ann Example.\n", "utf-8")
    article.with_suffix(".toml").write_text(
        'title = "Trees for all"\nauthors = ["Bo van Sample"]\npublisher = "The Example"\n'
        'published = "2026-01-02"\n',
        "utf-8",
    )
    folder = tmp_path / "project"
    assert command("import", "--project", folder, article).code == 0
    return folder


def test_an_article_and_a_paragraph(command: Call, made_up: Path) -> None:
    done = command("cite", "trees", "--style", "apa", "--plain", "--project", made_up)
    assert done.out == "van Sample, B. (2026, January 2). Trees for all. The Example.\n"
    done = command("cite", "trees", "--paragraph", "2", "--style", "pandoc", "--project", made_up)
    assert done.out == ("> “We need trees,” said Ann Example.\n>\n> — [@vansample2026trees, ¶ 2]\n")


def test_the_style_that_is_set(
    command: Call, made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FR_READER_STYLE", "chicago-short")
    assert command("cite", "trees", "--project", made_up).out == "Van Sample, “Trees for all.”\n"


def test_what_cannot_be_cited(command: Call, made_up: Path) -> None:
    done = command("cite", "trees", "--paragraph", "9", "--project", made_up)
    assert (done.code, done.out) == (2, "")
    assert "trees has 2 paragraphs: there is no ¶ 9" in done.err
    assert command("cite", "woods", "--project", made_up).code == 2


def test_the_setting_knows_every_style() -> None:
    (setting,) = [one for one in SETTINGS if one.key == "style"]
    assert [setting.kind(style, True) for style in STYLES] == list(STYLES)
    assert setting.default == DEFAULT


def test_references_of_all_and_of_some(command: Call, made_up: Path, tmp_path: Path) -> None:
    done = command("export", "csl-json", "--project", made_up)
    (item,) = [one for one in json.loads(done.out) if one["title"] == "Trees for all"]
    assert item["id"] == "vansample2026trees"
    done = command("export", "biblatex", "trees", "--project", made_up)
    assert done.out.startswith("@article{vansample2026trees,\n")
    assert done.out.count("@article") == 1
    file = tmp_path / "trees.ris"
    done = command("export", "ris", "trees", "-o", file, "--project", made_up)
    assert f"wrote {file}" in done.err
    assert file.read_text("utf-8").startswith("TY  - NEWS\nID  - vansample2026trees\n")
    done = command("export", "ris", "trees", "-o", file, "--project", made_up)
    assert (done.code, "--force" in done.err) == (2, True)
    done = command("export", "ris", "woods", "--project", made_up)
    assert (done.code, done.out) == (2, "")
