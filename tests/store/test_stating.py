"""Stances and links at the desk, taken back and done again."""

from __future__ import annotations

import pytest

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Annotation,
    Code,
    Link,
    Reading,
    Relation,
    Stance,
    StoreError,
    Suggestion,
)
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from tests.store.test_desk import OTHER, QUOTE, TAIL, make_desk, state


@pytest.fixture
def desk() -> Desk:
    return make_desk(MemoryStore("me"))


def tagged(desk: Desk, at: object = QUOTE, code: Code = CLAIM) -> Annotation:
    made = desk.tag(at, code)  # type: ignore[arg-type]
    assert made is not None
    return made


def now(desk: Desk, annotation: Annotation) -> Annotation:
    there = desk.annotations.get(annotation.id)
    assert there is not None
    return there


def test_a_stance_is_taken_changed_and_taken_back(desk: Desk) -> None:
    claim = tagged(desk)
    before = state(desk)
    assert desk.take_stance(claim, Stance.DENIES) is not None
    denied = state(desk)
    assert now(desk, claim).stance == "denies"
    assert desk.take_stance(now(desk, claim), Stance.DENIES) is None
    desk.take_stance(now(desk, claim), Stance.HEDGES)
    act = desk.undo()
    assert act is not None
    assert act.title == "stance hedges"
    assert state(desk) == denied
    desk.undo()
    assert state(desk) == before
    desk.redo()
    assert state(desk) == denied


def test_a_stance_outlives_a_move_and_is_the_stores(desk: Desk) -> None:
    moved = desk.move(desk.take_stance(tagged(desk), Stance.REPORTS) or tagged(desk), OTHER)
    assert moved is not None
    again = Desk(desk.store, Reading(desk.article, ()))
    assert now(again, moved).stance == "reports"


def test_a_claim_has_no_stance_of_a_concern_and_other_codes_have_none(desk: Desk) -> None:
    claim, concern = tagged(desk), tagged(desk, OTHER, CONCERN)
    other = tagged(desk, TAIL, desk.new_code("made up"))
    for annotation, stance in (
        (claim, Stance.DISMISSES),
        (concern, Stance.DENIES),
        (other, Stance.ASSERTS),
    ):
        with pytest.raises(ValueError, match="no stance"):
            desk.take_stance(annotation, stance)
    assert desk.take_stance(concern, Stance.DISMISSES) is not None


def test_an_accepted_suggestion_keeps_its_stance(desk: Desk) -> None:
    desk.accept([Suggestion(QUOTE, code="claim", stance="denies")])
    desk.accept([Suggestion(OTHER, code="claim")])
    assert [a.stance for a in desk.annotations] == ["denies", ""]


def test_a_link_is_made_changed_removed_and_taken_back(desk: Desk) -> None:
    claim, other, third = tagged(desk), tagged(desk, OTHER), tagged(desk, TAIL)
    before = state(desk)
    desk.link(claim, Relation.SUPPORTS, other)
    made = Link(Relation.SUPPORTS, "made-up", other.id)
    assert now(desk, claim).links == (made,)
    assert desk.link(now(desk, claim), Relation.SUPPORTS, other) is None
    desk.link(now(desk, claim), Relation.REBUTS, other)
    desk.link(now(desk, claim), Relation.REPEATS, third)
    rebuts = Link(Relation.REBUTS, "made-up", other.id)
    repeats = Link(Relation.REPEATS, "made-up", third.id)
    assert now(desk, claim).links == (rebuts, repeats)
    full = state(desk)
    desk.unlink(now(desk, claim), rebuts)
    assert now(desk, claim).links == (repeats,)
    assert desk.unlink(now(desk, claim), rebuts) is None
    desk.undo()
    assert state(desk) == full
    for _ in range(3):
        desk.undo()
    assert state(desk) == before


def test_a_statement_is_not_linked_to_itself(desk: Desk) -> None:
    claim = tagged(desk)
    with pytest.raises(ValueError, match="itself"):
        desk.link(claim, Relation.REPEATS, claim)


def test_what_is_not_saved_did_not_happen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    claim, other = tagged(desk), tagged(desk, OTHER)
    before = state(desk)

    def full(*_: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(desk.store, "apply", full)
    with pytest.raises(StoreError):
        desk.take_stance(claim, Stance.DENIES)
    with pytest.raises(StoreError):
        desk.link(claim, Relation.REBUTS, other)
    assert state(desk) == before
