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
from tests.newsroom import CODERS, EXPECTED, in_memory, on_disk


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


def test_differences(folder: Path, command: Call) -> None:
    """All quotations that those who saw them differ on."""
    options = ("--unit", "quotation", "--differences", "--format", "csv", "--project", folder)
    _same(command("agreement", *options), Comparison(in_memory(), CODERS).differences("quotation"))


def _rows(outcome: Outcome) -> list[list[str]]:
    assert (outcome.code, outcome.err) == (0, "")
    return list(csv.reader(StringIO(outcome.out)))[1:]


@pytest.mark.parametrize("house", EXPECTED["publishers"])
def test_one_publisher(house: str, folder: Path, command: Call) -> None:
    """The speakers of one publisher have the words of its column."""
    options = ("--publisher", house, "--format", "csv", "--project", folder)
    said = {row[0]: int(row[2]) for row in _rows(command("report", "speakers", *options))}
    words = dict(zip(EXPECTED["speakers"], EXPECTED["publishers"][house], strict=True))
    assert said == {name: many for name, many in words.items() if many}


@pytest.mark.parametrize("month", [month for month in EXPECTED["timeline"] if month != "undated"])
def test_one_month(month: str, folder: Path, command: Call) -> None:
    """The codes of one month have the passages of its row."""
    options = ("--since", month, "--until", month, "--format", "csv", "--project", folder)
    given = {row[0]: int(row[1]) for row in _rows(command("report", "codes", *options))}
    assert list(given.values()) == EXPECTED["timeline"][month]["codes"]


def test_one_speaker_by_the_name_of_one_merged_into_them(folder: Path, command: Call) -> None:
    """Council leader is Dora Quill."""
    options = ("--speaker", "Council leader", "--format", "csv", "--project", folder)
    codes = {
        row[0]: [int(row[1]), int(row[2])] for row in _rows(command("report", "codes", *options))
    }
    counts, words = (EXPECTED["matrix"][name]["Dora Quill"] for name in ("passages", "words"))
    assert list(codes.values()) == [list(pair) for pair in zip(counts, words, strict=True)]


def test_one_coder(folder: Path, command: Call) -> None:
    """Passages bob stands behind: of the 25 claims ten, of the seven with cost four."""
    options = ("--by", "bob", "--format", "csv", "--project", folder)
    rows = _rows(command("report", "codes", *options))
    assert [int(row[1]) for row in rows] == [10, 4, 2, 6, 6, 5]
