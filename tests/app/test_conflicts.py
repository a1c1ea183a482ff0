"""The other version of a tag that two windows have changed stands in the tag list, named so."""

from __future__ import annotations

from fr_reader.app.cursor import Focus, Unit
from fr_reader.app.describe import passage_panel
from fr_reader.app.here import look
from fr_reader.app.quoted import Quoted
from fr_reader.app.triage import Pending, Proposals
from fr_reader.model import Article, Reading, Span, Suggestion
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.text import paragraphs

TEXT = "A made-up article, in which nothing is said."


def test_a_conflict_is_in_the_tag_list() -> None:
    store = MemoryStore("me")
    store.add(Article("made-up", TEXT))
    reading = Reading(store.article("made-up"), paragraphs(TEXT))
    one, two = Desk(store, reading), Desk(store, reading)
    passage = (Span(0, 9),)
    tag = one.tag(passage, one.codebook.by_id["claim"])
    assert tag is not None
    one.write_memo(tag, "made up in one window")
    two.write_memo(tag, "made up in the other")
    here = look(Quoted(reading), two.annotations, Focus(Unit.SELECTION, passage), "me", "")
    assert len(here.tags) == 2
    lines = [line.plain for line in passage_panel(here, two.codebook, two.speakers, 60)]
    assert sum("claim · other version" in line for line in lines) == 1
    assert any("made up in one window" in line for line in lines)
    (conflict,) = two.annotations.conflicts()
    two.remove(conflict)
    assert [a.memo for a in two.annotations] == ["made up in the other"]


def test_a_conflict_decides_no_suggestion() -> None:
    store = MemoryStore("me")
    store.add(Article("made-up", TEXT))
    reading = Reading(store.article("made-up"), ())
    one, two = Desk(store, reading), Desk(store, reading)
    tag = one.tag((Span(0, 9),), one.codebook.by_id["claim"])
    assert tag is not None
    one.remove(tag)
    two.write_memo(tag, "made up, too")
    assert len(two.annotations.conflicts()) == 1
    suggested = Suggestion((Span(0, 9),), code="claim", confidence=0.5, rule="made up")
    assert tuple(Pending.of(Proposals([suggested]), two.annotations, "me")) == (suggested,)
