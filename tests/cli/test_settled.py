"""What was settled counts once on the command line, and may be asked for. All is made up."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from fr_reader.overview.comparison import Comparison
from fr_reader.overview.settling import Settling
from tests.app.overview_project import project
from tests.cli.conftest import Call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in which all that `me` and `you` differ on is settled for `you`."""
    folder = tmp_path / "project"
    store = project(folder)
    found = Settling(store, Comparison(store, ("me", "you")))
    for case in found.cases:
        found.take(case, ["you"], "settled so")
    store.close()
    return folder


def codes(out: str) -> dict[str, int]:
    """The number of passages of each code in the table of codes."""
    return {row["code"]: int(row["passages"]) for row in csv.DictReader(out.splitlines())}


def test_a_report_counts_what_was_settled_once(command: Call, folder: Path) -> None:
    ask = ("report", "codes", "--format", "csv", "--copies", "--project", folder)
    settled, judged = codes(command(*ask).out), codes(command(*ask, "--by", "adjudicated").out)
    mine, yours = (codes(command(*ask, "--by", who).out) for who in ("me", "you"))
    assert judged["claim"] < yours["claim"] < settled["claim"]
    assert mine["concern"] > settled["concern"]
    named = command(*ask, "--by", "me:adjudicated").out
    assert codes(named) == judged


def test_agreement_leaves_who_settles_out_unless_named(command: Call, folder: Path) -> None:
    ask = ("agreement", "--unit", "quotation", "--format", "csv", "--project", folder)
    assert command(*ask).out == command(*ask, "--with", "me", "--with", "you").out
    both = command(*ask, "--with", "you", "--with", "adjudicated")
    rows = list(csv.DictReader(both.out.splitlines()))
    assert {row["value"] for row in rows if row["figure"] == "percent"} == {"1.000"}
    assert command(*ask, "--with", "you", "--with", "nobody").code == 2


def test_the_page_shows_what_stands(command: Call, folder: Path, tmp_path: Path) -> None:
    project(tmp_path / "open").close()
    settled = command("export", "report", "--project", folder)
    unsettled = command("export", "report", "--project", tmp_path / "open")
    assert (settled.code, unsettled.code) == (0, 0)
    words = "until the spring</"
    assert 0 < settled.out.count(words) < unsettled.out.count(words)
