"""Conflicts are listed and settled from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.ingest import load
from fr_reader.model import Reading, Span
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from tests.cli.conftest import Call


@pytest.fixture
def folder(tmp_path: Path, article: Path) -> Path:
    """A project where two windows have written a memo on one tag."""
    folder = tmp_path / "p"
    store = ProjectStore.open(folder, "tester")
    entry, _ = store.add(load(article))
    one, two = (Desk(store, Reading(store.article(entry.id), ())) for _ in range(2))
    tag = one.tag((Span(0, 7),), one.codebook.by_id["claim"])
    assert tag is not None
    one.write_memo(tag, "made up in one window")
    two.write_memo(tag, "made up in the other")
    return folder


def memos(command: Call, folder: Path) -> list[tuple[str, str]]:
    records = command("--project", folder, "annotations", "--format", "jsonl").records
    return [(one["status"], one["memo"]) for one in records]


@pytest.mark.parametrize(
    ("option", "stays"), [("--keep", "made up in the other"), ("--take", "made up in one window")]
)
def test_a_conflict_is_listed_and_settled(
    command: Call, folder: Path, option: str, stays: str
) -> None:
    assert len(memos(command, folder)) == 2
    store = ProjectStore.open(folder, "tester")
    (conflict,) = store.annotations().conflicts()
    listed = command("--project", folder, "settle").out
    assert "claim: made up in the other" in listed
    assert "claim: made up in one window" in listed
    assert command("--project", folder, "check").code == 0
    assert conflict.id in command("--project", folder, "check").out
    assert "(conflict)" in command("--project", folder, "history").out
    assert command("--project", folder, "settle", conflict.id, option).code == 0
    assert memos(command, folder) == [("accepted", stays)]
    assert command("--project", folder, "settle").out == "no conflicts\n"


def test_what_cannot_be_settled_is_told(command: Call, folder: Path) -> None:
    (conflict,) = ProjectStore.open(folder, "tester").annotations().conflicts()
    outcome = command("--project", folder, "settle", conflict.id)
    assert (outcome.code, "--keep" in outcome.err) == (2, True)
    outcome = command("--project", folder, "settle", "none", "--keep")
    assert (outcome.code, "there is no conflict 'none'" in outcome.err) == (2, True)
    outcome = command("--project", folder, "--coder", "zoe", "settle", conflict.id, "--take")
    assert (outcome.code, "tester" in outcome.err) == (2, True)
    assert len(memos(command, folder)) == 2
