"""Every figure across the articles of the made-up newsroom, against those counted by hand."""

from __future__ import annotations

import pytest

from fr_reader.overview.counting import words_of
from fr_reader.overview.facts import Fact
from fr_reader.overview.project import SHEETS, Overview, overview
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Sheet, Value
from tests.newsroom import CODES, EXPECTED, in_memory, words_in

Row = tuple[Value, ...]


@pytest.fixture(scope="module")
def found() -> Overview:
    return overview(in_memory())


def _rows(found: Overview, name: str) -> dict[Value, Row]:
    """The rows of a sheet, that for all together too, by what they are of."""
    values = found.sheet(name).values
    rows = {row[0]: row[1:] for row in values}
    assert len(rows) == len(values)
    return rows


def test_speakers(found: Overview) -> None:
    rows = _rows(found, "speakers")
    wanted = EXPECTED["speakers"]
    assert rows.keys() == wanted.keys()
    for name, own in wanted.items():
        first = sum(start / length for start, length in own["first"]) / len(own["first"])
        assert len(own["first"]) == own["articles"]
        assert rows[name][:3] == (own["quotations"], own["words"], own["articles"])
        share = own["words"] / wanted["all"]["words"]
        assert rows[name][3:] == pytest.approx((first, share))


def test_speakers_with_most_words_are_first(found: Overview) -> None:
    assert [row[0] for row in found.sheet("speakers").values] == [
        "Jonas Reed", "Amos Tarn", "Dora Quill", "Ines Vogel", "Karin Holt", "Petra Lund",
        "Port Ellin council", "all",
    ]  # fmt: skip


def test_matrix(found: Overview) -> None:
    sheet = found.sheet("matrix")
    assert sheet.heads == ("speaker", *EXPECTED["matrix"]["codes"])
    wanted = {name: tuple(row) for name, row in EXPECTED["matrix"]["passages"].items()}
    wanted["no speaker"] = wanted.pop("nobody")
    wanted["all"] = tuple(EXPECTED["codes"][code]["passages"] for code in CODES)
    assert _rows(found, "matrix") == wanted


def test_words_of_each_cell_of_the_matrix(found: Overview) -> None:
    """The words of what a cell opens; counted by hand, as those of overlapping passages once."""
    sheet = found.sheet("matrix")
    wanted = dict(EXPECTED["matrix"]["words"])
    wanted["no speaker"] = wanted.pop("nobody")
    for row in sheet.rows:
        for cell, words in zip(row[1:], wanted[row[0].value], strict=True):
            assert isinstance(cell.opens, Query)
            assert words_of(cell.opens.of(found.facts), found.words) == words


def test_codes(found: Overview) -> None:
    assert _rows(found, "codes") == {
        code: (own["passages"], own["words"], own["articles"], own["coders"])
        for code, own in EXPECTED["codes"].items()
    }


def test_codes_together(found: Overview) -> None:
    rows = {frozenset(row[:2]): row[2:] for row in found.sheet("together").values}
    assert rows == {
        frozenset(pair.split()): tuple(counts)
        for pair, counts in EXPECTED["together"].items()
        if any(counts)
    }


def test_timeline(found: Overview) -> None:
    assert found.sheet("timeline").heads == ("published", "articles", "quotations", *CODES)
    wanted = {
        month if month != "undated" else "no date": (
            own["articles"],
            own["quotations"],
            *own["codes"],
        )
        for month, own in EXPECTED["timeline"].items()
    }
    assert _rows(found, "timeline") == wanted
    assert [row[0] for row in found.sheet("timeline").values] == list(wanted)


def test_publishers(found: Overview) -> None:
    sheet = found.sheet("publishers")
    names = [row[0] for row in sheet.values]
    wanted = EXPECTED["publishers"]
    assert set(sheet.heads[1:]) == wanted.keys()
    for place, house in enumerate(sheet.heads[1:], 1):
        column = {name: row[place] for name, row in zip(names, sheet.values, strict=True)}
        assert column == dict(zip(EXPECTED["speakers"], wanted[house], strict=True))


def test_claims_by_stance(found: Overview) -> None:
    heads = found.sheet("claims").heads[1:]
    rows = {
        name: dict(zip(heads, row, strict=True)) for name, row in _rows(found, "claims").items()
    }
    assert rows == {
        code: {head: own.get(head, 0) for head in heads}
        for code, own in EXPECTED["stances"].items()
    }
    for own in EXPECTED["stances"].values():
        assert own.keys() <= set(heads)


def test_ledger(found: Overview) -> None:
    rows = [
        f"{str(article)[:2]} {paragraph} {speaker}, {stance}, {code}, {words_in(str(words))}"
        for speaker, stance, code, words, _, paragraph, _, article in found.sheet("ledger").values
    ]
    assert sorted(rows) == sorted(EXPECTED["ledger"]["rows"])


@pytest.mark.parametrize("name", SHEETS)
def test_a_cell_opens_what_it_counts(name: str, found: Overview) -> None:
    sheet = found.sheet(name)
    counted = 0
    for row in (*sheet.rows, sheet.total):
        for column, cell in zip(sheet.columns, row, strict=False):
            if isinstance(cell.opens, Query) and type(cell.value) is int and column.head != "¶":
                facts = cell.opens.of(found.facts)
                if column.head in ("same words", "nearby"):  # these count pairs of passages
                    assert facts
                    continue
                assert cell.value == _counted(sheet, column.head, facts, found)
                counted += 1
    assert counted or name == "ledger"


def _counted(sheet: Sheet, head: str, facts: list[Fact], found: Overview) -> int:
    """What a column of a sheet counts of facts."""
    if head == "words" or sheet.name == "publishers":
        return words_of(facts, found.words)
    if head == "articles":
        return len({fact.article for fact in facts})
    if head == "coders":
        return len({coder for fact in facts for coder in fact.coders})
    if head == "speakers":
        return len({one for fact in facts for one in fact.speakers})
    return len({fact.passage for fact in facts})
