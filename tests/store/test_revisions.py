"""What every store must do when the text of an article changes, tried on each of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fr_reader.model import (
    Act,
    Anchor,
    Annotation,
    Article,
    Change,
    Metadata,
    Span,
    StoreError,
)
from fr_reader.store import Store
from fr_reader.store.desk import Desk
from fr_reader.store.protocol import Entry
from fr_reader.text import read
from tests.store.conftest import Reopen

OLD = (
    "A made-up headline.\n\n"
    "“The made-up bridge has to be closed for a whole year,” said Ann Example on Monday.\n\n"
    "“Nobody has told us anything about that plan,” said Bo Example, who is a made-up trader.\n\n"
    "“It will rain all day,” said the made-up forecaster, and it did rain the whole long day.\n"
)
KEPT = "“The made-up bridge has to be closed for a whole year,”"
CHANGED = "“Nobody has told us anything about that plan,”"
GONE = "“It will rain all day,”"
NEW = (
    "Updated on Tuesday.\n\n"
    + OLD.replace("told us anything about that plan", "told us much about the new plan")
).partition("“It will")[0]


def note(article: Article, words: str, name: str, memo: str = "made up") -> Annotation:
    start = article.text.index(words)
    anchor = Anchor.at(article, Span(start, start + len(words)))
    time = "2026-01-01T00:00:00.000000+00:00"
    return Annotation(name, article.id, (anchor,), "me", time, time, memo=memo)


def filled(store: Store) -> tuple[Entry, tuple[Annotation, ...]]:
    """An article with three annotations: its entry, and these."""
    article = Article("made-up", OLD, Metadata("Made up"), "made-up.txt")
    entry, _ = store.add(article)
    notes = tuple(note(article, words, str(n)) for n, words in enumerate((KEPT, CHANGED, GONE), 1))
    store.apply(Act("notes", tuple(Change(None, one) for one in notes)))
    return entry, notes


def test_a_revision_keeps_everything(store: Store, reopen: Reopen) -> None:
    entry, (kept, changed, gone) = filled(store)
    revised = store.revise(entry.id, Article("other", NEW))
    assert (revised.id, revised.revision, revised.earlier) == (entry.id, 2, (entry.sha256,))
    assert (revised.metadata, revised.source, revised.length) == (
        entry.metadata,
        "made-up.txt",
        len(NEW),
    )
    for each in (store, reopen(store)):
        assert each.entry(entry.id) == revised
        assert each.entries() == (revised,)
        assert each.article(entry.id).text == NEW
        assert each.revision(entry.id, entry.sha256) == OLD
        assert each.revision(entry.id, revised.sha256) == NEW
        (placed,) = each.annotations(entry.id)
        assert placed == replace(kept, anchors=placed.anchors)
        assert placed.anchors[0] == Anchor.at(each.article(entry.id), placed.span)
        assert placed.span.of(NEW) == KEPT
        waiting = {astray.annotation.id: astray for astray in each.astray(entry.id)}
        assert [astray.annotation for astray in waiting.values()] == [changed, gone]
        assert waiting["2"].words == (CHANGED,)
        assert "told us much" in waiting["2"].proposals[0].segments[0].of(NEW)
        assert waiting["3"].orphan
        assert each.annotations() == each.annotations(entry.id)
        assert each.astray() == each.astray(entry.id)
        assert each.counts().articles() == {entry.id: 1}
        assert each.counts(entry.id).articles() == {entry.id: 1}


def test_what_was_carried_over_can_be_changed_and_taken_back(store: Store, reopen: Reopen) -> None:
    entry, _ = filled(store)
    store.revise(entry.id, Article("other", NEW))
    (placed,) = store.annotations(entry.id)
    act = store.apply(Act("memo", (Change(placed, replace(placed, memo="changed")),)))
    again = reopen(store)
    (changed,) = again.annotations(entry.id)
    assert (changed.memo, changed.anchors) == ("changed", placed.anchors)
    again.apply(act.reversed())
    assert list(again.annotations(entry.id)) == [placed]


def test_acts_from_before_the_revision_are_undone_and_redone(store: Store, reopen: Reopen) -> None:
    entry, _ = filled(store)
    store.revise(entry.id, Article("other", NEW))
    again = reopen(store)
    desk = Desk(again, read(again.article(entry.id)))
    assert len(desk.annotations) == 1
    assert desk.undo() is not None
    assert len(again.annotations(entry.id)) == len(again.astray(entry.id)) == 0
    assert desk.redo() is not None
    assert len(again.annotations(entry.id)) == 1
    assert len(again.astray(entry.id)) == 2


def test_whoever_agrees_puts_a_passage_where_it_belongs(store: Store, reopen: Reopen) -> None:
    entry, (_, changed, gone) = filled(store)
    article = Article(entry.id, NEW)
    store.revise(entry.id, article)
    (waiting, _) = store.astray(entry.id)
    anchors = tuple(Anchor.at(article, span) for span in waiting.proposals[0].segments)
    agreed = replace(changed, anchors=anchors)
    act = store.apply(Act("place", (Change(changed, agreed),)))
    for each in (store, reopen(store)):
        assert agreed in list(each.annotations(entry.id))
        assert [astray.annotation for astray in each.astray(entry.id)] == [gone]
    store = reopen(store)
    store.apply(act.reversed())
    assert [astray.annotation for astray in store.astray(entry.id)] == [changed, gone]
    store.apply(Act("remove", (Change(gone, None),)))
    assert [astray.annotation for astray in store.astray(entry.id)] == [changed]


def test_back_in_the_first_text_everything_stands_where_it_stood(
    store: Store, reopen: Reopen
) -> None:
    entry, notes = filled(store)
    store.revise(entry.id, Article("other", NEW))
    third = OLD + "One made-up line more.\n"
    store.revise(entry.id, Article("other", third))
    again = reopen(store)
    assert again.entry(entry.id).revision == 3
    assert [a.span for a in again.annotations(entry.id)] == [a.span for a in notes]
    assert not again.astray(entry.id)


def test_a_text_that_is_known_is_no_revision(store: Store) -> None:
    entry, _ = filled(store)
    other, _ = store.add(Article("other", "Something else, made up."))
    with pytest.raises(StoreError, match="has this text already"):
        store.revise(entry.id, Article("made-up", OLD))
    with pytest.raises(StoreError, match="other has this text already"):
        store.revise(entry.id, Article("made-up", "Something else, made up."))
    store.revise(entry.id, Article("made-up", NEW))
    with pytest.raises(StoreError, match="has this text already"):
        store.revise(entry.id, Article("made-up", OLD))
    with pytest.raises(StoreError, match="nowhere"):
        store.revise("nowhere", Article("made-up", "New."))
    with pytest.raises(StoreError, match="revision"):
        store.revision(other.id, entry.sha256)
    assert store.entries()[1] == other


def test_what_a_revision_says_about_the_article_counts(store: Store) -> None:
    entry, _ = filled(store)
    told = Metadata("Made up, updated", publisher="The Example")
    assert store.revise(entry.id, Article("x", NEW, told, "new.txt")).metadata == told
    assert store.article(entry.id).metadata == told
    assert store.article(entry.id).source == "new.txt"


def test_a_revised_article_goes_to_the_trash_and_comes_back(store: Store, reopen: Reopen) -> None:
    entry, _ = filled(store)
    revised = store.revise(entry.id, Article("other", NEW))
    name = store.remove(entry.id)
    assert store.entries() == ()
    again = reopen(store)
    assert again.restore(name) == revised
    assert again.article(entry.id).text == NEW
    assert again.revision(entry.id, entry.sha256) == OLD
    assert len(again.annotations(entry.id)) == 1
    assert len(again.astray(entry.id)) == 2


def test_a_speaker_that_only_waits_to_be_placed_is_not_taken_away(store: Store) -> None:
    article = Article("made-up", OLD)
    store.add(article)
    desk = Desk(store, read(article))
    start = OLD.index(GONE)
    desk.assign((Span(start, start + len(GONE)),), "Made-Up Forecaster")
    (speaker,) = store.speakers()
    mine = note(article, GONE, "more", memo="")
    store.apply(Act("more", (Change(None, replace(mine, speaker=speaker.id)),)))
    store.revise(article.id, Article("x", NEW))
    again = Desk(store, read(store.article(article.id)))
    assert len(store.astray(article.id)) == 2
    assert again.undo() is not None
    assert [each.name for each in store.speakers()] == ["Made-Up Forecaster"]


def test_an_open_desk_does_nothing_to_another_text(store: Store) -> None:
    entry, _ = filled(store)
    desk = Desk(store, read(store.article(entry.id)))
    store.revise(entry.id, Article("other", NEW))
    with pytest.raises(StoreError, match="open it again"):
        desk.refresh()
    with pytest.raises(StoreError, match="open it again"):
        desk.new_memo((Span(0, 5),), "made up")
    assert len(store.annotations(entry.id)) + len(store.astray(entry.id)) == 3


def test_the_history_tells_an_annotation_as_it_was_made(store: Store, reopen: Reopen) -> None:
    entry, (kept, _, _) = filled(store)
    store.revise(entry.id, Article("other", NEW))
    (placed,) = store.annotations(entry.id)
    assert placed != kept
    store.apply(Act("remove", (Change(placed, None),)))
    for each in (store, reopen(store)):
        last = [deed for deed in each.history(entry.id) if deed.act.changes][-1]
        assert last.act.changes == (Change(kept, None),)
