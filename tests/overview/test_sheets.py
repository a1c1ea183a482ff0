"""Sheets of a small made-up project, counted by hand."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest

from fr_reader.overview.forms import as_csv, as_markdown, records
from fr_reader.overview.project import SHEETS, Overview, overview
from fr_reader.overview.query import Query, within
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet
from tests.overview.small import project


@pytest.fixture(scope="module")
def found() -> Overview:
    return overview(project())


def test_speakers(found: Overview) -> None:
    """Ann: 8, 3 and 4 words; Bo: 4. First at: 25 of 139 and 15 of 84, and 102 of 139."""
    sheet = found.sheet("speakers")
    rows = [[cell.value for cell in row] for row in sheet.rows]
    assert [row[:4] for row in rows] == [["Ann Example", 3, 15, 2], ["Bo Example", 1, 4, 1]]
    text = project().article("trees").text
    assert rows[1][4] == pytest.approx(text.index("“It costs") / len(text))
    assert [row[5] for row in rows] == [pytest.approx(15 / 19), pytest.approx(4 / 19)]
    assert [cell.value for cell in sheet.total][:4] == ["all", 4, 19, 2]


def test_matrix(found: Overview) -> None:
    sheet = found.sheet("matrix")
    assert sheet.heads == ("speaker", "claim", "concern", "cost")
    assert sheet.values == (
        ("Ann Example", 3, 0, 1),
        ("Bo Example", 0, 1, 1),
        ("all", 3, 1, 2),
    )


def test_codes_and_codes_together(found: Overview) -> None:
    # Of the 8 words of the first claim ann has tagged, bob has tagged 4, too.
    assert found.sheet("codes").values == (
        ("claim", 3, 11, 2, 2),
        ("concern", 1, 4, 1, 1),
        ("cost", 2, 8, 2, 1),
    )
    pairs = {row[:2]: row[2:] for row in found.sheet("together").values}
    # In trees both claims are in the paragraph before the concern and the cost, which are on the
    # same words; in shade claim and cost are in one paragraph.
    assert pairs == {
        ("concern", "cost"): (1, 0, 1),
        ("claim", "cost"): (0, 3, 2),
        ("claim", "concern"): (0, 2, 1),
    }


def test_timeline_and_publishers(found: Overview) -> None:
    assert found.sheet("timeline").values == (
        ("2026-01", 1, 2, 2, 1, 1),
        ("2026-02", 1, 2, 1, 0, 1),
    )
    assert found.sheet("publishers").values == (
        ("Ann Example", 8, 7),
        ("Bo Example", 4, 0),
        ("all", 12, 7),
    )


def test_claims_and_ledger(found: Overview) -> None:
    claims = {row[0]: row[1:] for row in found.sheet("claims").values}
    assert claims["claim"] == (3, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0)
    assert claims["concern"] == (1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0)
    assert claims["cost"] == (2, 2, 0, 0, 0, 0, 2, 0, 0, 0, 1)
    ledger = found.sheet("ledger").values
    assert [row[:3] for row in ledger if row[1] == "denies"] == [("Ann Example", "denies", "claim")]
    assert [row[6] for row in ledger if row[6]] == ["repeats ““It costs too much.””"]


def test_every_cell_opens_what_it_counts(found: Overview) -> None:
    """A count of passages opens so many passages."""
    for name, columns in (("matrix", range(1, 4)), ("codes", [1]), ("timeline", range(2, 6))):
        for row in found.sheet(name).rows:
            for place in columns:
                opens = row[place].opens
                assert isinstance(opens, Query)
                facts = opens.of(found.facts)
                assert len({fact.passage for fact in facts}) == row[place].value


def test_queries_choose() -> None:
    store = project()
    assert len(overview(store, Query(speakers=("s-bo",))).facts) == 3
    assert len(overview(store, Query(coders=("bob",))).facts) == 3
    assert len(overview(store, Query(articles=("shade",))).facts) == 4
    assert len(overview(store, Query(since="2026-02")).facts) == 4
    assert len(overview(store, Query(until="2026-01-31")).facts) == 6
    assert len(overview(store, Query(words="nobody ASKED")).facts) == 2
    assert within("2026-01-15", "2026", "2026-01")
    assert not within("", "2026", "")


@pytest.mark.parametrize("name", SHEETS)
def test_every_form_says_what_the_screen_says(found: Overview, name: str) -> None:
    sheet = found.sheet(name)
    head, *rows = csv.reader(StringIO(as_csv(sheet)))
    assert tuple(head) == sheet.heads
    assert rows == sheet.words()
    assert [list(record.values())[1:] for record in records(sheet)] == [
        list(row) for row in json.loads(json.dumps(sheet.values))
    ]
    assert as_markdown(sheet).count("\n| ") >= len(sheet.rows)


def test_a_formula_is_none_in_csv_and_numbers_stay_numbers() -> None:
    columns = (Column("=head", Kind.TEXT), Column("n", Kind.FIGURE))
    sheet = Sheet("x", "x", columns, ((Cell("@SUM(1)"), Cell(-0.5)), (Cell(" =1"), Cell(None))))
    assert as_csv(sheet) == "'=head,n\r\n'@SUM(1),-0.500\r\n' =1,–\r\n"


def test_the_ledger_is_read_with_titles_and_written_with_ids(found: Overview) -> None:
    sheet = replace(found, titles={"trees": "A made-up title " * 5}).sheet("ledger")
    shown = sheet.shown()
    assert shown.heads == sheet.heads[:-1]
    assert sheet.heads[4::3] == ("title", "article")
    own = [row for row in sheet.values if row[7] == "trees"]
    assert own
    assert {row[4] for row in own} == {("A made-up title " * 5).strip()}
    cut = {str(row[4]) for row in shown.values if str(row[4]).startswith("A made-up")}
    assert [len(title) for title in cut] == [40]
    assert {row[4] for row in sheet.values if row[7] != "trees"} <= {row[7] for row in sheet.values}
