"""Removing an article, bringing it back, and deleting it for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call, marked


@pytest.fixture
def folder(tmp_path: Path, article: Path) -> Path:
    marked(tmp_path / "p", article)
    return tmp_path / "p"


def test_there_and_back(command: Call, folder: Path) -> None:
    assert command("--project", folder, "trash").out == "the trash is empty\n"
    before = command("--project", folder, "annotations").out
    outcome = command("--project", folder, "remove", "trees")
    assert outcome.err == (
        "fr-reader: moved trees to the trash: fr-reader trash restore trees brings it back\n"
    )
    assert command("--project", folder, "articles").out == "no articles yet\n"
    assert "trees" in command("trash", "--project", folder).out
    assert command("--project", folder, "check").code == 0
    assert command("--project", folder, "trash", "restore", "trees").code == 0
    assert command("--project", folder, "annotations").out == before
    assert command("--project", folder, "trash", "restore", "trees").code == 2


def test_it_is_emptied_only_after_asking(
    command: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("--project", folder, "remove", "trees")
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    command("--project", folder, "trash", "empty")
    assert "trees" in command("--project", folder, "trash").out
    outcome = command("--project", folder, "trash", "empty", "--yes")
    assert outcome.err == "fr-reader: deleted 1 articles for good\n"
    assert command("--project", folder, "trash", "empty").out == "the trash is empty\n"


def test_what_is_not_there_is_told(command: Call, folder: Path) -> None:
    outcome = command("--project", folder, "remove", "wood")
    assert outcome.code == 2
    assert "there is no article 'wood'" in outcome.err
