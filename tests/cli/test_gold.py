"""Reports and agreement from the shell over the made-up newsroom: CSV says what the sheets say."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from fr_reader.overview.comparison import CODES, SPEAKERS, UNITS, Comparison
from fr_reader.overview.project import SHEETS, overview
from fr_reader.overview.sheet import Sheet
from tests.cli.conftest import Call, Outcome
from tests.newsroom import CODERS, in_memory, on_disk


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return on_disk(tmp_path_factory.mktemp("newsroom") / "project")


def _same(outcome: Outcome, sheet: Sheet) -> None:
    assert (outcome.code, outcome.err) == (0, "")
    rows = list(csv.reader(StringIO(outcome.out)))
    assert rows == [list(sheet.heads), *sheet.words()]
    assert len(rows) > 1


@pytest.mark.parametrize("name", SHEETS)
def test_reports(name: str, folder: Path, command: Call) -> None:
    outcome = command("report", name, "--format", "csv", "--project", folder)
    _same(outcome, overview(in_memory()).sheet(name))


@pytest.mark.parametrize("what", [CODES, SPEAKERS])
@pytest.mark.parametrize("unit", UNITS)
def test_agreement(what: str, unit: str, folder: Path, command: Call) -> None:
    options = ("--unit", unit, "--of", what, "--format", "csv", "--project", folder)
    outcome = command("agreement", *options)
    _same(outcome, Comparison(in_memory(), CODERS, what).figures(unit))
