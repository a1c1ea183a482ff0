"""What the desk does with annotations astray after a new text, each deed taken back again."""

from __future__ import annotations

import pytest

from fr_reader.model import Article, Span, StoreError
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.store.protocol import Astray
from fr_reader.store.workplace import RevisedError
from fr_reader.text import read

OLD = "“The made-up bridge is closed for ever,” said Ann Example, who is made up.\n\nAll of it.\n"
NEW = OLD.replace("is closed for ever", "was closed for a week")
WORDS = "“The made-up bridge is closed for ever,”"


def desk(store: MemoryStore) -> Desk:
    return Desk(store, read(store.article("made-up")))


def revised(coder: str = "me", speaker: bool = False) -> MemoryStore:
    """A store where `coder` had tagged a passage, or given it a speaker, before it changed."""
    store = MemoryStore(coder)
    store.add(Article("made-up", OLD))
    there = desk(store)
    if speaker:
        there.assign((Span(0, len(WORDS)),), "Ann Example")
    else:
        there.tag((Span(0, len(WORDS)),), there.codebook.by_id["claim"])
    store.revise("made-up", Article("x", NEW))
    store.coder = "me"
    return store


def left(here: Desk) -> list[Astray]:
    return list(here.astray)


def test_what_is_astray_is_known_and_is_news() -> None:
    store = revised()
    first, second = desk(store), desk(store)
    (astray,) = first.astray
    assert astray.words == (WORDS,)
    assert not second.refresh()
    first.let_go(astray)
    assert left(first) == []
    assert second.refresh(), "what is no longer astray is news"
    assert left(second) == []


def test_placing_and_letting_go_are_taken_back_and_done_again() -> None:
    here = desk(revised())
    (astray,) = here.astray
    placed = here.place(astray, astray.proposals[0].segments)
    assert placed is not None
    assert list(here.annotations) == [placed]
    assert "was closed for a week" in placed.anchors[0].exact
    assert left(here) == []
    act = here.last_act()
    assert act is not None
    assert here.undo() == act
    assert left(here) == [astray]
    assert not here.annotations
    assert here.redo() is not None
    assert list(here.annotations) == [placed]
    here.undo()
    here.let_go(astray)
    assert left(here) == []
    here.undo()
    assert left(here) == [astray]


def test_what_has_changed_meanwhile_is_not_placed() -> None:
    store = revised()
    first, second = desk(store), desk(store)
    (astray,) = first.astray
    second.place(astray, (Span(0, 5),))
    with pytest.raises(StoreError, match="another window"):
        first.place(astray, (Span(0, 9),))
    with pytest.raises(StoreError, match="another window"):
        first.let_go(astray)
    assert [a.span for a in first.annotations] == [Span(0, 5)]


def test_another_coders_is_left_alone() -> None:
    here = desk(revised("ann"))
    (astray,) = here.astray
    with pytest.raises(StoreError, match="only they can say"):
        here.place(astray, (Span(0, 9),))
    with pytest.raises(StoreError, match="only they can say"):
        here.let_go(astray)
    assert left(here) == [astray]


def test_a_quotation_has_one_speaker_a_coder_still() -> None:
    here = desk(revised(speaker=True))
    (astray,) = here.astray
    segments = astray.proposals[0].segments
    here.assign(segments, "Bo Example")
    assert here.place(astray, segments) is None
    assert left(here) == [astray]
    assert here.place(astray, (Span(0, 5),)) is not None


def test_a_new_text_is_an_error_of_its_own() -> None:
    store = revised()
    here = desk(store)
    (astray,) = here.astray
    store.revise("made-up", Article("x", NEW + "\nMore.\n"))
    for deed in (here.refresh, here.last_act, lambda: here.place(astray, (Span(0, 5),))):
        with pytest.raises(RevisedError, match="open it again"):
            deed()
    assert left(here) == [astray]
