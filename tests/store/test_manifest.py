"""project.json: what is not as it was written is told, what was written by hand is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fr_reader.store import ProjectStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ProjectStore.open(tmp_path / "project", "me").folder


def _rewritten(folder: Path, **fields: Any) -> ProjectStore:
    path = folder / "project.json"
    told = json.loads(path.read_text("utf-8")) | fields
    path.write_text(json.dumps({name: value for name, value in told.items() if value}), "utf-8")
    return ProjectStore.open(folder, "me")


def test_as_it_was_written_there_is_nothing_to_tell(folder: Path) -> None:
    assert not ProjectStore.open(folder, "me").problems
    assert not _rewritten(folder).problems


@pytest.mark.parametrize("fields", [{"name": "projecu"}, {"sum": "0"}, {"sun": "1"}])
def test_another_name_or_checksum_is_told_with_what_to_do(
    folder: Path, fields: dict[str, str]
) -> None:
    (problem,) = _rewritten(folder, **fields).problems
    assert problem == (
        f"{folder / 'project.json'} is not as it was written: "
        'see that its name is right, and take "sum" out of it'
    )


def test_by_hand_one_may_write_it_without_a_checksum(folder: Path) -> None:
    store = _rewritten(folder, name="made up by hand", sum="")
    assert (store.name, list(store.problems)) == ("made up by hand", [])
