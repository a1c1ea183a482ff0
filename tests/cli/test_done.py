"""Coders say on the command line what they are done with, and agreement counts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.model import Reading, Span
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from tests.cli.conftest import Call


@pytest.fixture
def folder(command: Call, article: Path, tmp_path: Path) -> Path:
    command("--project", tmp_path / "p", "import", article)
    return tmp_path / "p"


def test_done_is_said_listed_and_taken_back(command: Call, folder: Path) -> None:
    (name,) = (entry.id for entry in ProjectStore.open(folder, "tester").entries())
    assert command("done", "--project", folder).out == "nobody is done with any article\n"
    said = command("done", name, "--project", folder)
    assert (said.code, said.err) == (0, f"fr-reader: tester is done with {name}\n")
    command("done", name, "--project", folder, "--coder", "zadie")
    listed = command("done", "--project", folder, "--format", "jsonl").records
    assert listed == [{"id": name, "done": ["tester", "zadie"]}]
    assert "tester, zadie" in command("done", "--project", folder).out
    assert command("done", name, "--not", "--project", folder).code == 0
    listed = command("done", "--project", folder, "--format", "jsonl").records
    assert listed == [{"id": name, "done": ["zadie"]}]


def test_an_unknown_article_marks_none(command: Call, folder: Path) -> None:
    (name,) = (entry.id for entry in ProjectStore.open(folder, "tester").entries())
    assert command("done", name, "unknown", "--project", folder).code == 2
    assert command("done", "--not", "--project", folder).code == 2
    assert ProjectStore.open(folder, "tester").done() == {}


def test_who_is_done_has_seen_an_article_in_which_they_tagged_nothing(
    command: Call, folder: Path
) -> None:
    store = ProjectStore.open(folder, "tester")
    (entry,) = store.entries()
    desk = Desk(store, Reading(store.article(entry.id), ()))
    assert desk.tag((Span(0, 7),), store.codebook().by_id["claim"])
    alone = command("agreement", "--project", folder)
    assert alone.code == 2
    assert "agreement takes two coders" in alone.err
    command("done", entry.id, "--project", folder, "--coder", "zadie")
    both = command("agreement", "--unit", "character", "--project", folder, "--format", "jsonl")
    assert both.code == 0
    assert both.records
