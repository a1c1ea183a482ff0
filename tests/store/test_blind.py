"""Who is not done with an article sees nothing of what others annotated in it."""

from __future__ import annotations

from itertools import count

from fr_reader.model import Code, Reading, Span
from fr_reader.store import MemoryStore, Store
from fr_reader.store.blind import blind
from fr_reader.store.desk import Desk
from fr_reader.store.search import Where, search
from tests.store.making import article, making, note
from tests.store.test_contract_shared import beside

TEXT = article()


def shown(store: Store) -> tuple[set[str], int, int, set[str]]:
    """What is shown and counted, of one article, of all, and found in memos."""
    hits = {hit.words for hit in search(store, "seen") if hit.where is Where.MEMO}
    ids = {each.id for each in store.annotations("made-up")}
    assert ids == {each.id for each in store.annotations() if each.article == "made-up"}
    return ids, len(store.counts()), len(store.counts("made-up")), hits


def test_others_annotations_are_hidden_until_one_is_done(store: Store) -> None:
    store.add(TEXT)
    store.apply(making(note(TEXT, "mine", memo="seen by me")))
    beside(store, "you").apply(making(note(TEXT, "yours", "you", memo="seen by you")))
    seeing = blind(store)
    assert shown(store) == ({"mine", "yours"}, 2, 2, {"seen by me", "seen by you"})
    assert shown(seeing) == ({"mine"}, 1, 1, {"seen by me"})
    beside(store, "you").mark_done("made-up", True)
    assert shown(seeing) == ({"mine"}, 1, 1, {"seen by me"})
    seeing.mark_done("made-up", True)
    assert shown(seeing) == shown(store)
    assert seeing.whole is store
    seeing.mark_done("made-up", False)
    assert shown(seeing) == ({"mine"}, 1, 1, {"seen by me"})


def test_what_waits_for_a_place_is_hidden_too(store: Store) -> None:
    store.add(TEXT)
    store.apply(making(note(TEXT, "mine")))
    beside(store, "you").apply(making(note(TEXT, "yours", "you")))
    store.revise("made-up", article("Nothing of it is left in what was made up anew."))
    seeing = blind(store)
    assert {each.annotation.id for each in store.astray("made-up")} == {"mine", "yours"}
    assert {each.annotation.id for each in seeing.astray("made-up")} == {"mine"}
    seeing.mark_done("made-up", True)
    assert seeing.astray() == store.astray()


def test_an_undo_takes_away_nothing_that_hidden_annotations_have() -> None:
    store = MemoryStore()
    store.add(TEXT)
    seeing = blind(store)
    ids = count()
    desk = Desk(seeing, Reading(TEXT, ()), ids=lambda: f"id-{next(ids)}")
    code = Code("made", "made up")
    assert desk.tag((Span(0, 5),), code)
    beside(store, "you").apply(making(note(TEXT, "yours", "you", code="made")))
    assert desk.undo()
    assert "made" in store.codebook().by_id
    assert [each.id for each in store.annotations()] == ["yours"]
    assert not len(seeing.annotations())


def test_a_desk_shows_the_others_as_soon_as_its_coder_is_done(store: Store) -> None:
    store.add(TEXT)
    beside(store, "you").apply(making(note(TEXT, "yours", "you")))
    desk = Desk(blind(store), Reading(TEXT, ()))
    assert not len(desk.annotations)
    desk.mark_done(True)
    assert desk.done
    assert [each.id for each in desk.annotations] == ["yours"]
    desk.mark_done(False)
    assert not len(desk.annotations)
