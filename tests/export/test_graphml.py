"""The network, as an independent reader understands it."""

from __future__ import annotations

import io

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.export.gathering import Gathered, gathered
from fr_reader.export.graphml import graphml
from fr_reader.model import CLAIM, CONCERN, Speaker, Status, visible_text
from tests.export.made_up import ANN, ANNS, BO, BOS, DOUBT, mark, reading
from tests.export.stage import evidence, project


def _graph(found: Gathered) -> nx.Graph:
    graph = nx.read_graphml(io.BytesIO(graphml(found)))
    return nx.relabel_nodes(graph, {node: data["label"] for node, data in graph.nodes(data=True)})


def test_weights_count_passages_said() -> None:
    where = reading()
    graph = _graph(
        evidence(
            [
                mark(where, ANNS, speaker=ANN),
                mark(where, BOS, speaker=BO),
                mark(where, ["We need trees"], code=CLAIM),
                mark(where, ["we need them now"], code=CLAIM),
                mark(where, ["summers will be too hot"], code=CONCERN),
                mark(where, ["It costs too much"], code=CLAIM),
                mark(where, ["The plan"], code=CLAIM),
                mark(where, ["now.", "“Without"], code=DOUBT),
                mark(where, ["too much"], code=CONCERN, status=Status.SUGGESTED),
            ]
        )
    )
    weights = {frozenset(pair): data["weight"] for *pair, data in graph.edges(data=True)}
    assert weights == {
        frozenset(("Ann Example", "claim")): 2,
        frozenset(("Ann Example", "concern")): 1,
        frozenset(("Ann Example", "doubt")): 1,
        frozenset(("Bo Example", "claim")): 1,
    }
    assert dict(graph.degree()) == {
        "Ann Example": 3,
        "Bo Example": 1,
        "claim": 2,
        "concern": 1,
        "doubt": 1,
    }
    ann = graph.nodes["Ann Example"]
    assert (ann["kind"], ann["role"], ann["affiliation"]) == ("speaker", "mayor", "Example Town")
    assert (ann["passages"], ann["words"]) == (1, 16)
    assert (graph.nodes["claim"]["kind"], graph.nodes["claim"]["passages"]) == ("code", 4)


def test_suggestions_count_when_asked_for() -> None:
    where = reading()
    said = [mark(where, BOS, speaker=BO), mark(where, ["too much"], code=CLAIM)]
    waiting = mark(where, ["It costs"], code=CLAIM, status=Status.SUGGESTED)
    refused = mark(where, ["costs"], code=CLAIM, status=Status.REJECTED)
    found = [
        _graph(evidence([*said, waiting, refused], suggested=every)).edges["Bo Example", "claim"]
        for every in (False, True)
    ]
    assert [each["weight"] for each in found] == [1, 2]


def test_no_evidence_no_graph() -> None:
    assert len(_graph(evidence([]))) == 0


@given(name=st.text(min_size=1, max_size=20), role=st.text(max_size=20))
def test_hostile_names(name: str, role: str) -> None:
    someone, where = Speaker("x", name, role), reading()
    store = project([mark(where, BOS, speaker=someone)], records=[someone])
    (node,) = nx.read_graphml(io.BytesIO(graphml(gathered(store)))).nodes(data=True)
    # An XML reader makes one line feed of what ends a line, and networkx keeps no empty text.
    assert node[1].get("label", "").strip() == visible_text(name).strip()
    assert node[1].get("role", "").strip() == visible_text(role).strip()
