"""`fr-reader summary` on the made-up article of these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.export.citations.styles import cite
from fr_reader.model import Reading, Span, Suggestion
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from tests.cli.conftest import MADE_UP, Call

QUOTED = "“It costs too much.”"


@pytest.fixture
def folder(command: Call, tmp_path: Path, article: Path) -> Path:
    folder = tmp_path / "p"
    command("--project", folder, "import", article)
    store = ProjectStore.open(folder, "tester")
    start = MADE_UP.index(QUOTED)
    desk = Desk(store, Reading(store.article("trees"), ()))
    desk.accept([Suggestion((Span(start, start + len(QUOTED)),), who="Bo Example")])
    store.close()
    return folder


def test_the_project_comes_before_its_articles(command: Call, folder: Path) -> None:
    done = command("--project", folder, "summary")
    assert done.code == 0
    heads = [line for line in done.out.splitlines() if line.startswith("## ")]
    assert heads == ["## p", "## Council to plant 300 trees"]
    assert done.out.count("1 quotation with 4 words by 1 speaker.") == 2
    assert f"> {QUOTED}\n>\n> — Bo Example, “Council to plant 300 trees”, ¶ 3\n" in done.out


def test_an_article_alone_in_plain_text_and_in_a_style(command: Call, folder: Path) -> None:
    done = command("--project", folder, "summary", "trees", "--format", "text", "--style", "apa")
    assert done.out.startswith("Council to plant 300 trees\n==========================\n")
    assert f"\n\n{QUOTED}\n\n— Bo Example (“Council to plant 300,” n.d., para. 3)" in done.out


def test_an_article_that_is_not_there_is_said(command: Call, folder: Path) -> None:
    done = command("--project", folder, "summary", "no-such-article")
    assert done.code != 0
    assert done.out == ""
    assert "no-such-article" in done.err


@pytest.mark.parametrize("form", ["md", "text"])
def test_nothing_is_printed_where_a_quotation_is_not_as_it_was(
    command: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(
        "fr_reader.overview.summary_text.cite",
        lambda *of, **more: cite(*of, **more).replace("costs", "cost"),
    )
    done = command("--project", folder, "summary", "--format", form)
    assert done.code != 0
    assert done.out == ""
    assert "a quotation is not as it was" in done.err
