"""Reports and agreement from the shell."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from fr_reader.model import Act, Change
from fr_reader.overview.project import SHEETS, overview
from fr_reader.store import ProjectStore
from tests.cli.conftest import Call
from tests.overview.small import ANN, BO, COST, MADE, SHADE, TREES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small made-up project on the disk."""
    for coder in ("ann", "bob"):
        store = ProjectStore.open(tmp_path / "p", coder)
        changes = [Change(None, each) for each in MADE if each.coder == coder]
        if coder == "ann":
            store.add_many([TREES, SHADE])
            changes = [*(Change(None, one) for one in (ANN, BO, COST)), *changes]
        store.apply(Act("make", tuple(changes)))
        store.close()
    return tmp_path / "p"


def test_csv_is_what_the_screen_shows(command: Call, folder: Path) -> None:
    found = overview(ProjectStore.open(folder, "ann"))
    for name in SHEETS:
        done = command("report", name, "--format", "csv", "--project", folder)
        assert done.code == 0
        head, *rows = csv.reader(StringIO(done.out))
        sheet = found.sheet(name)
        assert (tuple(head), rows) == (sheet.heads, sheet.words())


def test_every_form_is_printed(command: Call, folder: Path) -> None:
    for form in ("table", "csv", "jsonl", "md"):
        done = command("report", "all", "--format", form, "--project", folder)
        assert done.code == 0
        assert "Ann Example" in done.out
    assert len(command("report", "codes", "--format", "jsonl", "--project", folder).records) == 3


def test_options_ask_for_passages(command: Call, folder: Path) -> None:
    def count(*options: str) -> int:
        done = command("report", "codes", *options, "--format", "jsonl", "--project", folder)
        return sum(record["passages"] for record in done.records)

    assert count() == 6
    assert count("--speaker", "bo example") == 2
    assert count("--code", "cost") == 2
    assert count("--by", "bob") == 2
    assert count("--publisher", "The Sample") == 2
    assert count("--since", "2026-02") == 2
    assert count("--article", "trees", "--code", "claim") == 2


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--speaker", "Nobody"), "no speaker 'Nobody'"),
        (("--code", "none"), "no code 'none'"),
        (("--article", "gone"), "no article 'gone'"),
    ],
)
def test_a_name_that_is_not_there_is_one_sentence(
    command: Call, folder: Path, options: tuple[str, str], told: str
) -> None:
    done = command("report", "codes", *options, "--project", folder)
    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1


def test_agreement_is_told_with_units(command: Call, folder: Path) -> None:
    done = command("agreement", "--unit", "quotation", "--format", "jsonl", "--project", folder)
    assert done.code == 0
    claim = [r for r in done.records if r["of"] == "claim" and r["figure"] == "percent"]
    # Bob has seen one article, and in it both say claim of the one quotation and not of the other.
    assert [(r["value"], r["units"], r["marked"]) for r in claim] == [(1.0, 2, "1 / 1")]
    table = command("agreement", "--project", folder)
    assert "alpha for unitizing" in table.out
    differences = command(
        "agreement", "--differences", "--format", "jsonl", "--project", folder
    ).records
    assert [(r["¶"], r["ann"], r["bob"]) for r in differences] == [(3, "cost", "concern")]


def test_agreement_takes_two(command: Call, folder: Path) -> None:
    alone = command("agreement", "--with", "ann", "--project", folder)
    assert alone.code == 2
    assert "agreement takes two coders" in alone.err
    nobody = command("agreement", "--with", "nobody", "--project", folder)
    assert "nobody has annotated nothing in this project; who has: ann, bob" in nobody.err
    machine = command("agreement", "--with", "ann", "--machine", "--project", folder)
    assert machine.code == 0
