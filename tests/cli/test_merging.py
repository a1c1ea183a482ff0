"""Another project is merged in from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fr_reader.ingest import load
from fr_reader.model import Reading, Span
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from tests.cli.conftest import Call


@pytest.fixture
def clones(tmp_path: Path, article: Path) -> tuple[Path, Path]:
    """A project with one tag, whose memo was written anew in a copy of it too."""
    one, other = tmp_path / "p", tmp_path / "copy"
    store = ProjectStore.open(one, "tester")
    entry, _ = store.add(load(article))
    reading = Reading(store.article(entry.id), ())
    tag = Desk(store, reading).tag((Span(0, 7),), store.codebook().by_id["claim"])
    assert tag is not None
    shutil.copytree(one, other)
    for folder in (one, other):
        desk = Desk(ProjectStore.open(folder, "tester"), reading)
        desk.write_memo(tag, f"made up in {folder.name}")
    desk.tag((Span(0, 7),), store.codebook().by_id["concern"])
    return one, other


def test_a_copy_is_merged_and_what_it_brought_is_told(
    command: Call, clones: tuple[Path, Path]
) -> None:
    one, other = clones
    done = command("merge", other, "--project", one)
    assert done.code == 0
    assert done.out == f"merged {other}: 2 annotations\n"
    assert "1 annotation was changed in both" in done.err
    assert "fr-reader settle" in done.err
    memos = command("--project", one, "annotations", "--format", "jsonl").records
    assert {each["memo"] for each in memos} == {"made up in p", "made up in copy", ""}
    assert "made up in p" in command("--project", one, "settle").out
    again = command("merge", other, "--project", one)
    assert (again.code, again.err) == (0, "")
    assert again.out == f"merged {other}: nothing that was not here already\n"


def test_what_changed_alone_is_told_too(command: Call, clones: tuple[Path, Path]) -> None:
    one, other = clones
    command("merge", other, "--project", one)
    shutil.rmtree(other)
    shutil.copytree(one, other)
    store = ProjectStore.open(other, "tester")
    entry = store.entries()[0]
    assert command("describe", entry.id, "--title", "Made up", "--project", other).code == 0
    done = command("merge", other, "--project", one)
    assert done.out == f"merged {other}: changes to what was here already\n"
    assert ProjectStore.open(one, "tester").entry(entry.id).metadata.title == "Made up"


def test_what_is_no_project_is_refused(
    command: Call, clones: tuple[Path, Path], tmp_path: Path
) -> None:
    done = command("merge", tmp_path / "nowhere", "--project", clones[0])
    assert done.code == 2
    assert "there is no project in" in done.err
