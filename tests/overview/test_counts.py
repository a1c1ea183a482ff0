"""The sheets, against sets that are made of all facts at once, without adding anything up."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import fmean

import pytest

from fr_reader.model import Relation, Stance
from fr_reader.overview.facts import Fact
from fr_reader.overview.project import Overview, overview
from fr_reader.overview.query import Query, period
from fr_reader.overview.sheet import Cell
from fr_reader.overview.statements import statements
from fr_reader.store import ProjectStore
from tests.overview.random_acts import Acts

Rows = dict[str, tuple[float, ...]]


@pytest.fixture(scope="module", params=range(4))
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Overview:
    """Much that was made up by two coders, with names that are all different."""
    folder: Path = tmp_path_factory.mktemp("made-up") / "project"
    acts = Acts(folder, Random(f"sheets {request.param}"))
    for _ in range(150):
        acts.one()
    for store in acts.stores.values():
        store.close()
    return overview(ProjectStore.open(folder, "ann"), copies=True)


def figure(cell: Cell) -> float:
    """The number in a cell."""
    assert isinstance(cell.value, int | float)
    return cell.value


def opened(cell: Cell) -> Query:
    """What a cell opens."""
    assert isinstance(cell.opens, Query)
    return cell.opens


def rows(found: Overview, name: str) -> Rows:
    """The rows of a sheet by their first cells."""
    sheet = found.sheet(name)
    by_name = {str(row[0].value): tuple(map(figure, row[1:])) for row in sheet.rows}
    assert len(by_name) == len(sheet.rows)
    return by_name


def said(found: Overview) -> list[Fact]:
    return [fact for fact in found.facts if fact.is_quotation]


def coded(found: Overview) -> list[Fact]:
    return [fact for fact in found.facts if not fact.is_quotation]


def test_speakers(found: Overview) -> None:
    expected: dict[str, tuple[int, int, list[float]]] = {}
    for one in {one for fact in said(found) for one in fact.speakers}:
        own = [fact for fact in said(found) if one in fact.speakers]
        articles = {fact.article for fact in own}
        first = [min(f.position for f in own if f.article == article) for article in articles]
        expected[found.names.speaker(one)] = len({f.passage for f in own}), len(articles), first
    told = rows(found, "speakers")
    assert told.keys() == expected.keys()
    assert told
    for name, (passages, _, printed, opening, _) in told.items():
        assert (passages, printed) == (expected[name][0], expected[name][1])
        assert opening == pytest.approx(fmean(expected[name][2]), rel=1e-14)


def test_words_of_passages_that_overlap_count_once(found: Overview) -> None:
    told = rows(found, "speakers")
    apart = {
        found.names.speaker(one): sum(
            {f.passage: f.words for f in said(found) if one in f.speakers}.values()
        )
        for one in {one for fact in said(found) for one in fact.speakers}
    }
    assert all(words <= apart[name] for name, (_, words, *_) in told.items())
    houses = found.sheet("publishers")
    for row in houses.rows:
        assert sum(map(figure, row[1:])) == told[str(row[0].value)][1]
    whole = found.sheet("speakers").total[2]
    assert sum(map(figure, houses.total[1:])) == whole.value


def test_matrix(found: Overview) -> None:
    sheet = found.sheet("matrix")
    for row in sheet.rows:
        for cell in row[1:]:
            own = {fact.passage for fact in coded(found) if opened(cell).finds(fact)}
            assert cell.value == len(own)
    for cell in sheet.total[1:]:
        assert cell.value == len({fact.passage for fact in found.facts if opened(cell).finds(fact)})
    assert len(sheet.rows) == len({one for f in coded(found) for one in f.speakers or ("",)})


def test_codes(found: Overview) -> None:
    for row in found.sheet("codes").rows:
        own = [fact for fact in coded(found) if opened(row[0]).finds(fact)]
        passages = {fact.passage: fact.words for fact in own}
        coders = {coder for fact in own for coder in fact.coders}
        articles = {fact.article for fact in own}
        number, words, *others = map(figure, row[1:])
        assert [number, *others] == [len(passages), len(articles), len(coders)]
        assert words <= sum(passages.values())  # those that overlap count once


def test_together(found: Overview) -> None:
    counts: dict[frozenset[str], Counter[str]] = {}
    once = {(f.article, f.segments, f.code): f for f in coded(found)}.values()
    for one, other in combinations(once, 2):
        if one.article == other.article and one.code != other.code:
            pair = counts.setdefault(frozenset((one.code, other.code)), Counter())
            pair[f"in {one.article}"] = 1
            if any(
                a.start < b.end and b.start < a.end for a in one.segments for b in other.segments
            ):
                pair["overlapping"] += 1
            elif abs(one.paragraph - other.paragraph) <= 1:
                pair["near"] += 1
    sheet = found.sheet("together")
    assert len(sheet.rows) == len(counts) > 0
    for first, second, *cells in sheet.rows:
        pair = counts[frozenset((*opened(first).codes, *opened(second).codes))]
        articles = sum(1 for key in pair if key.startswith("in "))
        assert [cell.value for cell in cells] == [pair["overlapping"], pair["near"], articles]


def test_timeline(found: Overview) -> None:
    codes = found.names.codes(fact.code for fact in coded(found))
    told = rows(found, "timeline")
    assert told.keys() == {period(fact.published, 7) or "no date" for fact in found.facts}
    for date, (articles, *passages) in told.items():
        own = [f for f in found.facts if (period(f.published, 7) or "no date") == date]
        assert articles == len({fact.article for fact in own})
        assert passages == [len({f.passage for f in own if f.code == c}) for c in ("", *codes)]


def test_claims(found: Overview) -> None:
    made = statements(found.facts, found.names.codebook)
    stances = ("asserts", "denies", "hedges", "reports", "worried about", "dismisses")
    assert set(stances) == set(Stance)
    owner = {(one.fact.article, own): one.code for one in made for own in one.fact.ids}
    answered = Counter(
        (owner.get((link.article, link.to)), link.relation)
        for one in made
        for link in one.fact.links
    )
    sheet = found.sheet("claims")
    assert len(sheet.rows) == len({one.code for one in made}) > 0
    for row in sheet.rows:
        (code,) = opened(row[0]).codes
        own = [one for one in made if one.code == code]
        assert [cell.value for cell in row[1:]] == [
            len({one.fact.passage for one in own}),
            len({one.speaker for one in own} - {""}),
            *(len({o.fact.passage for o in own if o.stance == stance}) for stance in stances),
            *(answered[code, relation] for relation in Relation),
        ]
