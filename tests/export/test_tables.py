"""CSV: every text comes back, and none is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.export.gathering import Gathered
from fr_reader.export.tables import annotations as marked
from fr_reader.export.tables import csv_of, quotations
from fr_reader.export.tables.cells import Row, guarded
from fr_reader.model import (
    CLAIM,
    CONCERN,
    Article,
    Code,
    Link,
    Metadata,
    Relation,
    Status,
    visible_text,
)
from fr_reader.text import read
from tests.export.made_up import ANN, ANNS, BO, BOS, DOUBT, TEXT, mark, marks, reading
from tests.export.stage import evidence, project


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> list[dict[str, str]]:
    text = csv_of(columns, rows).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _annotations(found: Gathered, everything: bool = False) -> list[dict[str, str]]:
    rows = marked.annotation_rows(found, everything=everything)
    return _table(marked.COLUMNS, rows)


def test_a_row_for_each_accepted_annotation() -> None:
    rows = _annotations(evidence(marks(reading())))
    assert sorted((row["kind"], row["code"], row["speaker"]) for row in rows) == [
        ("code", "claim", ""),
        ("code", "claim", "Bo Example"),
        ("code", "concern", "Ann Example"),
        ("memo", "", ""),
        ("speaker", "", "Ann Example"),
        ("speaker", "", "Bo Example"),
    ]
    starts = [int(row["start"]) for row in rows]
    assert starts == sorted(starts)
    spoken = next(row for row in rows if row["kind"] == "speaker")
    assert spoken["text"] == "“We need trees,” […] “and we need them now.\n" + ANNS[2]
    assert (spoken["paragraph"], spoken["to_paragraph"]) == ("3", "4")
    assert (spoken["role"], spoken["affiliation"]) == ("mayor", "Example Town")
    assert TEXT[int(spoken["start"]) : int(spoken["end"])].startswith(ANNS[0])
    assert {row["status"] for row in rows} == {"accepted"}
    assert spoken["publisher"] == "The Example"
    memo = next(row for row in rows if row["memo"].startswith("How"))
    assert memo["memo"] == "How much?\n\nAsk the council."


def test_everything_is_more() -> None:
    rows = _annotations(evidence(marks(reading())), everything=True)
    assert sorted(row["status"] for row in rows)[-2:] == ["rejected", "suggested"]
    assert len(rows) == 8


def test_codes_are_named_with_those_above() -> None:
    low = Code("low", "low", parent="claim", order=5)
    store = project([mark(reading(), BOS, code=low)], records=[ANN, BO, DOUBT, low])
    from fr_reader.export.gathering import gathered

    (row,) = _annotations(gathered(store))
    assert (row["code"], row["code_path"]) == ("low", "claim › low")


def test_quotations_with_their_codes() -> None:
    found = evidence(
        [
            *marks(reading()),
            mark(reading(), ["costs"], code=CONCERN),
            mark(reading(), ["too much"], code=DOUBT, status=Status.SUGGESTED),
        ]
    )
    ann, bo = _table(quotations.COLUMNS, quotations.quotation_rows(found))
    assert (ann["speaker"], ann["codes"], ann["coders"]) == ("Ann Example", "concern", "me")
    assert (bo["speaker"], bo["codes"], bo["words"]) == ("Bo Example", "claim; concern", "4")
    assert bo["kind"] == "direct"
    assert bo["text"] == BOS[0]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\n=1", "\tx", "\rx", "−1", "\x00=1"],
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert guarded(text) == "'" + visible_text(text)


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00a0", "\u202e", "\u00ad", "\x1b"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_nor_is_one_behind_what_is_not_seen(unseen: str, sign: str) -> None:
    text = f"{unseen}{sign}1"
    assert guarded(text) == "'" + visible_text(text)


@pytest.mark.parametrize("text", ["", "made up", "1-1", "“=1”", "a@b", "'=1", "— made up"])
def test_other_cells_stay(text: str) -> None:
    assert guarded(text) == text


@given(st.text(max_size=30))
def test_every_text_comes_back(text: str) -> None:
    (row,) = _table(("a", "b"), [{"a": text, "b": 7}])
    assert row == {"a": guarded(text), "b": "7"}
    assert guarded(text).removeprefix("'").endswith(visible_text(text).removeprefix("'"))


def test_a_mark_for_excel_and_line_ends() -> None:
    assert csv_of(("a",), [{"a": "é\n"}], bom=True) == b'\xef\xbb\xbf"a"\r\n"\xc3\xa9\n"\r\n'


def test_titles_are_guarded_too() -> None:
    article = Article("x", TEXT, Metadata(title="=HYPERLINK(1)", authors=("@made up",)))
    from fr_reader.export.gathering import gathered

    store = project([mark(read(article), BOS, code=CLAIM)], [article])
    (row,) = _annotations(gathered(store))
    assert (row["title"], row["authors"]) == ("'=HYPERLINK(1)", "'@made up")


def test_stances_and_links_have_columns() -> None:
    own = marks(reading()).accepted().coded().items
    to = Link(Relation.REBUTS, "trees", own[1].id), Link(Relation.SUPPORTS, "far", "a1")
    made = replace(own[0], stance="denies", links=to)
    rows = _annotations(evidence(marks(reading()).put(made)))
    assert [(row["stance"], row["links"]) for row in rows if row["stance"]] == [
        ("denies", f"rebuts trees/{own[1].id}; supports far/a1")
    ]
    assert {row["links"] for row in rows if not row["stance"]} == {""}
