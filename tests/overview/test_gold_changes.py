"""What stays as it was counted in the made-up newsroom, whatever order it was made in and whoever
is merged into whom; and its network, as an independent reader understands it."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fr_reader.export.gathering import gathered
from fr_reader.export.graphml import graphml
from fr_reader.export.project import project_notes
from fr_reader.model import Act, Change, Status
from fr_reader.overview.comparison import UNITS, Comparison
from fr_reader.overview.project import SHEETS, Overview, overview
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Value
from fr_reader.store import MemoryStore, Store
from fr_reader.store.speakers_desk import SpeakersDesk
from tests.newsroom import CODERS, CODES, EXPECTED, in_memory, newsroom

NUMBER = len(newsroom().annotations)
NAMES = [name for name in EXPECTED["speakers"] if name != "all"]
SLOW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _values(store: Store) -> dict[str, tuple[tuple[Value, ...], ...]]:
    found = overview(store)
    return {name: found.sheet(name).values for name in SHEETS}


def _totals(found: Overview) -> dict[str, object]:
    """All that is counted without asking who speaks."""
    claims = found.sheet("claims").values
    return {
        "quotations": found.sheet("speakers").values[-1],
        "matrix": found.sheet("matrix").values[-1],
        "publishers": found.sheet("publishers").values[-1],
        "claims": [row[:2] + row[3:] for row in claims],
        **{name: found.sheet(name).values for name in ("codes", "together", "timeline")},
    }


@SLOW
@given(st.permutations(range(NUMBER)))
def test_the_order_in_which_annotations_are_made_does_not_matter(order: list[int]) -> None:
    assert _everything(in_memory(order)) == _as_written()


def _everything(store: Store) -> tuple[object, ...]:
    compared = Comparison(store, CODERS)
    units = [compared.differing(unit) for unit in UNITS]
    return _values(store), units, graphml(gathered(store))


@cache
def _as_written() -> tuple[object, ...]:
    return _everything(in_memory())


@SLOW
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=6))
def test_totals_survive_merging_and_parting(pairs: list[tuple[str, str]]) -> None:
    store = in_memory()
    before, totals = _values(store), _totals(overview(store))
    desk = SpeakersDesk(store)
    merged = []
    for name, other in pairs:
        speaker, into = desk.speakers.named(name), desk.speakers.named(other)
        if speaker and into and speaker.id != into.id:
            desk.merge(speaker, into)
            merged.append(speaker.id)
            assert _totals(overview(store)) == totals
    for speaker_id in reversed(merged):
        desk.part(desk.speakers.by_id[speaker_id])
        assert _totals(overview(store)) == totals
    assert _values(store) == before


def test_two_who_share_a_passage_merged() -> None:
    """Both are held to say “The river belongs to all of us”: 7 words and an article less than the
    two together; both speak in the second article, too."""
    store = in_memory()
    desk = SpeakersDesk(store)
    lund, tarn = desk.speakers.named("Petra Lund"), desk.speakers.named("Amos Tarn")
    assert lund and tarn
    desk.merge(lund, tarn)
    rows = {row[0]: row[1:4] for row in overview(store).sheet("speakers").values}
    assert rows["Amos Tarn"] == (8 + 4 - 1, 79 + 37 - 7, 6 + 4 - 2)
    assert "Petra Lund" not in rows


def test_parting_the_council_leader() -> None:
    """ann has “The gates stay open all summer, so no seal will drown” (11 words) from the council
    leader, cem from Dora Quill; each of them their own code on it."""
    store = in_memory()
    desk = SpeakersDesk(store)
    desk.part(desk.speakers.by_id["s-council-leader"])
    found = overview(store)
    rows = {row[0]: row[1:4] for row in found.sheet("speakers").values}
    assert rows["Council leader"] == (1, 11, 1)
    assert rows["Dora Quill"] == (9, 74, 8)
    assert rows["all"] == (38, 365, 12)
    matrix = {row[0]: row[1:] for row in found.sheet("matrix").values}
    assert matrix["Council leader"] == (1, 0, 0, 0, 0, 0)
    assert matrix["Dora Quill"] == (7, 3, 1, 1, 0, 0)


def test_a_passage_of_two_counts_for_both_where_its_coder_names_nobody() -> None:
    """cem's concern on what ann has from Petra Lund and bob from Amos Tarn, once it is accepted."""
    store = in_memory()
    (waiting,) = (
        one
        for one in store.annotations("06-court-hears")
        if one.code == "concern" and one.status is Status.SUGGESTED
    )
    cem = MemoryStore("cem")
    cem._places, cem._articles = store._places, store._articles
    cem.apply(Act("accept", (Change(waiting, replace(waiting, status=Status.ACCEPTED)),)))
    matrix = {row[0]: row[1:] for row in overview(store).sheet("matrix").values}
    at = CODES.index("concern")
    assert matrix["Amos Tarn"][at] == 7 + 1
    assert matrix["Petra Lund"][at] == 2 + 1
    assert matrix["all"][at] == 13 + 1


def test_a_statement_stands_once_in_the_ledger() -> None:
    """All three have claimed that the river belongs to all: ann by Petra Lund, bob by Amos Tarn,
    and cem, who names nobody, by both of them."""
    store = in_memory()
    (bobs,) = (
        one
        for one in store.annotations("06-court-hears")
        if one.code == "claim" and one.anchors[0].exact == "The river belongs to all of us"
    )
    for coder in ("ann", "cem"):
        other = MemoryStore(coder)
        other._places, other._articles = store._places, store._articles
        own = replace(bobs, id=f"{coder}-too", coder=coder, stance="asserts")
        other.apply(Act("claim", (Change(None, own),)))
    found = overview(store)
    rows = [
        (row[0], row[1])
        for row in found.sheet("ledger").values
        if row[3] == "The river belongs to all of us"
    ]
    assert sorted(rows) == [("Amos Tarn", "asserts"), ("Petra Lund", "asserts")]
    assert found.sheet("matrix").values[-1][1] == EXPECTED["codes"]["claim"]["passages"]


def test_dates_told_less_exactly_open_their_own() -> None:
    """The first article by its year alone: in a row of its own that opens nothing of the others."""
    store = in_memory()
    entry = store.entry("01-council-votes")
    store.update(entry.id, replace(entry.metadata, published="2031"))
    found = overview(store)
    sheet = found.sheet("timeline")
    rows = {row[0].value: row for row in sheet.rows}
    # Of the 7 claims, 2 cost, 4 concerns, 3 wildlife in January, 2, 2, 2 and 1 are in it.
    assert sheet.values[0] == ("2031", 1, 3, 2, 2, 2, 1, 0, 0)
    assert sheet.values[1] == ("2031-01", 2, 7, 5, 0, 2, 2, 2, 2)
    for row in rows.values():
        for cell in row[2:]:
            assert isinstance(cell.opens, Query)
            assert len({fact.passage for fact in cell.opens.of(found.facts)}) == cell.value


def test_the_network() -> None:
    graph = nx.read_graphml(io.BytesIO(graphml(gathered(in_memory()))))
    graph = nx.relabel_nodes(graph, {node: data["label"] for node, data in graph.nodes(data=True)})
    matrix = dict(EXPECTED["matrix"]["passages"])
    del matrix["nobody"]
    columns = dict(zip(CODES, zip(*matrix.values(), strict=True), strict=True))
    assert dict(graph.degree()) == {
        name: sum(map(bool, counts)) for name, counts in {**matrix, **columns}.items()
    }
    assert dict(graph.degree(weight="weight")) == {
        name: sum(counts) for name, counts in {**matrix, **columns}.items()
    }
    for name in matrix:
        own, node = EXPECTED["speakers"][name], graph.nodes[name]
        assert (node["passages"], node["words"]) == (own["quotations"], own["words"])
    for code in CODES:
        assert graph.nodes[code]["passages"] == EXPECTED["codes"][code]["passages"]


def test_the_summary_of_the_notes() -> None:
    """The same figures stand in the notes."""
    lines = project_notes(in_memory()).splitlines()
    rows = [[part.strip() for part in line.strip("|").split("|")] for line in lines]
    for name in NAMES:
        own = EXPECTED["speakers"][name]
        told = [str(own["quotations"]), str(own["words"])]
        assert [row[1:] for row in rows if name in row[0] and len(row) == 3] == [told]
    for code, own in EXPECTED["codes"].items():
        told = [str(own["passages"])]
        assert told in [row[1:] for row in rows if code in row[0] and len(row) == 2]
