"""`fr-reader tutor` opens the lessons in a project that is thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.manner import Proposing
from tests.cli.conftest import Call
from tests.cli.test_opening import App, app  # noqa: F401 - a fixture is used by its name


def test_the_tutor_opens_the_seed_article_in_a_project_that_goes(
    command: Call,
    home: Path,
    app: App,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FR_READER_SUGGESTIONS", "no")
    outcome = command("tutor")
    assert (outcome.code, outcome.err) == (0, "")
    assert app.manner.tutor
    assert app.at == app.articles[0]
    assert app.manner.proposing == Proposing()
    assert not app.folder.exists()
    assert not (home / "data" / "project").exists()


def test_the_tutor_takes_no_project(command: Call, tmp_path: Path) -> None:
    outcome = command("--project", tmp_path, "tutor")
    assert outcome.code == 2
    assert outcome.err == ("fr-reader: tutor opens a project of its own: leave --project out\n")
