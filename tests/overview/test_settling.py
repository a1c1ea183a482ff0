"""What coders differ on is settled under another name, and nothing of theirs is changed."""

from __future__ import annotations

from collections import Counter
from copy import copy
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.agreement.cases import Case, cases, saying
from fr_reader.agreement.labels import Unit
from fr_reader.model import (
    MACHINE,
    Act,
    Anchor,
    Annotation,
    Annotations,
    Change,
    Codebook,
    Span,
    Status,
    adjudicator_of,
)
from fr_reader.overview.coding import coded_articles
from fr_reader.overview.comparison import Comparison
from fr_reader.overview.project import overview
from fr_reader.overview.query import Query
from fr_reader.overview.settling import Otherwise, Settling
from fr_reader.store import MemoryStore, Store
from fr_reader.store.blind import blind
from tests.overview.small import SHADE, TREES, project

BOTH = ("ann", "bob")
TIME = "2026-03-01T00:00:00.000000+00:00"


def settling(store: Store, *coders: str) -> Settling:
    return Settling(store, Comparison(store, coders or BOTH))


def theirs(store: Store) -> list[Annotation]:
    return [each for each in store.annotations() if each.coder in BOTH]


def counted(store: Store, coders: tuple[str, ...] = ()) -> Counter[tuple[str, str]]:
    return Counter((fact.code, fact.text) for fact in overview(store, Query(coders=coders)).facts)


def test_cases_are_what_is_not_said_alike() -> None:
    first, second = settling(project()).cases
    assert [each.code for each in first.made] == ["claim", "claim"]
    assert {each.code or each.speaker for each in second.made} == {"s-bo", "cost", "concern"}
    assert first.article == second.article == TREES.id
    assert [each.coder for each in second.of("bob")] == ["bob"]


def test_the_side_taken_stands_and_the_other_does_not_count() -> None:
    store = project()
    before, found = theirs(store), settling(store)
    found.take(found.cases[0], ["bob"], "the shorter one is the claim")
    assert theirs(store) == before
    assert [found.is_settled(case) for case in found.cases] == [True, False]
    assert (found.settled(), found.next_open(0), found.next_open(1)) == (1, 1, 1)
    own = {each.status: each for each in store.annotations() if each.coder == "ann:adjudicated"}
    assert own[Status.ACCEPTED].anchors[0].exact == "we need them now"
    assert {each.memo for each in own.values()} == {"the shorter one is the claim"}
    claims = [fact for fact in overview(store).facts if fact.code == "claim"]
    assert [(fact.text, fact.coders) for fact in claims if fact.article == TREES.id] == [
        ("we need them now", ("ann:adjudicated", "bob"))
    ]
    asked = counted(store, coders=("ann",))
    assert ("claim", "“We need trees, and we need them now,”") in asked
    assert counted(store, coders=("ann:adjudicated",)) == {("claim", "we need them now"): 1}


@pytest.mark.parametrize("coders", [(), BOTH, ("ann",)])
def test_a_settled_case_is_known_again_and_undone(coders: tuple[str, ...]) -> None:
    store = project()
    before = list(store.annotations())
    found = settling(store)
    for case in found.cases:
        found.take(case, coders)
    again = settling(store)
    assert (again.settled(), again.next_open(-1)) == (2, None)
    assert again.undo(again.cases[0]) is not None
    assert again.settled() == 1
    assert found.undo(found.cases[0]) is not None
    again.look()
    assert again.settled() == 0
    assert again.undo(again.cases[0]) is None
    assert list(store.annotations()) == before


def test_neither_leaves_nothing_and_both_leaves_both() -> None:
    store = project()
    found = settling(store)
    found.take(found.cases[1], [])
    much = "“It costs too much.”"
    assert not [key for key in counted(store) if key[1] == much]
    found.take(found.cases[1], BOTH)
    assert {code for code, words in counted(store) if words == much} == {"", "cost", "concern"}
    assert found.settled() == 1


def test_otherwise_is_none_of_what_they_said() -> None:
    store = project()
    found = settling(store)
    case = found.cases[1]
    found.say(case, Otherwise((case.span,), code="claim", stance="denies"), "he denies it")
    told = [f for f in overview(store).facts if f.text == "“It costs too much.”"]
    assert [(fact.code, fact.stance) for fact in told] == [("claim", "denies")]
    own = [a for a in store.annotations() if a.coder == found.coder]
    assert {each.memo for each in own} == {"he denies it"}
    assert found.is_settled(case)
    found.take(case, ["bob"])
    assert [code for code, words in counted(store) if words == "“It costs too much.”"] == [
        "concern"
    ]


def test_who_changes_what_they_said_opens_the_case_again() -> None:
    store = project()
    found = settling(store)
    for case in found.cases:
        found.take(case, ["ann"])
    bob = copy(store)
    bob.coder = "bob"
    old = next(a for a in store.annotations() if a.coder == "bob" and a.code == "concern")
    bob.apply(Act("remove", (Change(old, None),)))
    anchor = (Anchor.at(TREES, Span(old.span.start + 1, old.span.end)),)
    moved = Annotation("new", TREES.id, anchor, "bob", TIME, TIME, code="concern")
    bob.apply(Act("tag", (Change(None, moved),)))
    assert [settling(store).is_settled(case) for case in settling(store).cases] == [True, False]


def test_what_the_machine_proposes_can_be_taken() -> None:
    store = project()
    found = settling(store, "bob", MACHINE)
    for case in found.cases:
        found.take(case, [MACHINE])
    assert settling(store, "bob", MACHINE).next_open(-1) is None
    assert not any(each.coder == MACHINE for each in store.annotations())


def test_an_adjudicator_agrees_where_all_agree() -> None:
    store = project()
    found = settling(store)
    judge = adjudicator_of("ann")
    found.take(found.cases[0], ["ann"])
    found.take(found.cases[1], ["ann"])
    compared = Comparison(store, ("ann", judge), articles=(TREES.id,))
    assert compared.measured("quotation").measured[0].figures[0].value == 1.0
    (coded,) = coded_articles(store, (judge,), Unit.QUOTATION, [TREES.id])
    assert sorted(each.speaker for each in coded.annotations if each.speaker) == ["s-ann", "s-bo"]


def test_the_blind_see_what_they_settled_and_others_do_not() -> None:
    store = project()
    found = settling(store)
    found.take(found.cases[0], ["ann"])
    judges = {a.coder for a in blind(store).annotations(TREES.id)}
    assert judges == {"ann", "ann:adjudicated"}
    zoe = copy(store)
    zoe.coder = "zoe"
    assert not len(blind(zoe).annotations(TREES.id))


PASSAGES = st.tuples(st.integers(0, 30), st.integers(1, 12))
MARKS = st.lists(
    st.tuples(st.sampled_from(BOTH), PASSAGES, st.sampled_from(["claim", "concern"])), max_size=12
)


@given(marks=MARKS, rulings=st.lists(st.sampled_from([(), ("ann",), ("bob",), BOTH]), max_size=12))
def test_whatever_is_settled_stands_once_and_undo_takes_it_back(
    marks: list[tuple[str, tuple[int, int], str]], rulings: list[tuple[str, ...]]
) -> None:
    """Each case ruled on is settled and no other, what was not taken counts no more, what coders
    agree on does, and all of it can be taken back."""
    store = MemoryStore("ann")
    store.add(SHADE)
    for number, (coder, (start, length), code) in enumerate(marks):
        own = copy(store)
        own.coder = coder
        anchors = (Anchor.at(SHADE, Span(start, start + length)),)
        made = Annotation(f"a{number}", SHADE.id, anchors, coder, TIME, TIME, code=code)
        own.apply(Act("tag", (Change(None, made),)))
    before = list(store.annotations())
    found = settling(store)
    for case, coders in zip(found.cases, rulings, strict=False):
        found.take(case, coders)
    many = min(len(found.cases), len(rulings))
    assert [found.is_settled(case) for case in found.cases] == [
        at < many for at in range(len(found.cases))
    ]
    assert [each for each in store.annotations() if each.coder in BOTH] == before
    said = saying(store.codebook(), store.speakers())
    stand = {(fact.segments, fact.code) for fact in overview(store).facts}
    expected = {said(each)[:2] for each in before}
    for case, coders in zip(found.cases, rulings, strict=False):
        expected -= {said(each)[:2] for each in case.made}
        expected |= {said(each)[:2] for each in case.made if each.coder in coders}
    assert stand == expected
    for _ in range(many):
        assert found.undo(found.cases[0]) is not None
    assert list(store.annotations()) == before


@given(marks=MARKS)
def test_cases_part_what_overlaps_nowhere(
    marks: list[tuple[str, tuple[int, int], str]],
) -> None:
    store = MemoryStore("ann")
    store.add(SHADE)
    made = Annotations.of(
        Annotation(
            f"a{number}", SHADE.id, (Anchor.at(SHADE, Span(start, start + length)),),
            coder, TIME, TIME, code=code,
        )
        for number, (coder, (start, length), code) in enumerate(marks)
    )  # fmt: skip
    (coded,) = coded_articles(_Given(store, made), BOTH, None, [SHADE.id], lambda *_: {*BOTH})  # type: ignore[arg-type]
    found = cases(coded, BOTH, saying(Codebook.of(()), store.speakers()))
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    alike = Counter[object]()
    for each in {(a.coder, a.segments, a.code) for a in made}:
        alike[each[1:]] += 1
    differing = {key for key, many in alike.items() if many == 1}
    assert {(a.segments, a.code) for case in found for a in case.made} == differing
    assert all(isinstance(case, Case) and case.coders == BOTH for case in found)


class _Given:
    """A project in which these annotations are."""

    def __init__(self, store: Store, made: Annotations) -> None:
        self._store, self._made = store, made

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def annotations(self, _article: str) -> Annotations:
        return self._made
