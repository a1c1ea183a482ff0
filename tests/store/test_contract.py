"""What every store must do, tried on each of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Act,
    Anchor,
    Change,
    Code,
    Metadata,
    Photographer,
    Span,
    Status,
    StoreError,
    digest,
)
from fr_reader.store import Entry, MemoryStore, ProjectStore, Store
from fr_reader.store.conflicts import concerns, settling
from tests.store.conftest import Reopen
from tests.store.making import HOSTILE, article, changing, making, note, removing, speaker


def test_a_new_store_has_two_codes_and_nothing_else(store: Store, reopen: Reopen) -> None:
    for each in (store, reopen(store)):
        assert list(each.codebook()) == [CLAIM, CONCERN]
        assert not each.entries()
        assert not len(each.speakers())
        assert not len(each.annotations())
        assert not each.problems
        assert each.coder == "me"
        assert each.name


def test_an_article_comes_back_as_it_was(store: Store, reopen: Reopen) -> None:
    made = replace(
        article(),
        source="made up.txt",
        metadata=Metadata(
            title="Made up",
            authors=("A. Nobody", "B. Nobody"),
            published="2000-01-01",
            photographers=(Photographer("C. Nobody", 2), Photographer("D. Nobody")),
            origins=(("published", "made up"), ("title", "made up, too")),
        ),
    )
    entry, new = store.add(made)
    assert new
    assert entry == Entry(
        made.id, made.metadata, digest(made.text), made.source, entry.added, len(made.text)
    )
    again = reopen(store)
    assert again.entries() == (entry,)
    assert again.article(entry.id) == made


@pytest.mark.parametrize("text", [HOSTILE, "\ud83d\ude00", "\udcff", "", "a\n\n", "\ufeffa\rb\x0c"])
def test_hostile_text_comes_back_to_the_code_point(store: Store, reopen: Reopen, text: str) -> None:
    entry, _ = store.add(article(text))
    assert (entry.length, reopen(store).article(entry.id).text) == (len(text), text)


def test_the_same_text_is_added_once(store: Store) -> None:
    first, _ = store.add(article())
    assert store.add(article(name="another-name")) == (first, False)
    assert store.entries() == (first,)


def test_a_taken_id_gets_a_number(store: Store, reopen: Reopen) -> None:
    ids = [store.add(article(text))[0].id for text in ("one", "two", "three")]
    assert ids == ["made-up", "made-up-2", "made-up-3"]
    again = reopen(store)
    assert [entry.id for entry in again.entries()] == ids
    assert [again.article(name).text for name in ids] == ["one", "two", "three"]


@pytest.mark.parametrize("name", ["../../out", "CON: a/b", "", ".", "x" * 300, "Ünïcode", "a\n"])
def test_an_unsafe_id_is_made_safe(store: Store, name: str) -> None:
    entry, _ = store.add(article(name=name))
    assert entry.id
    assert set(entry.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(entry.id) <= 80
    assert store.article(entry.id).text == article().text


def test_an_unknown_article_is_an_error(store: Store) -> None:
    for ask in (store.article, store.annotations, store.counts):
        with pytest.raises(StoreError, match="no article 'nowhere'"):
            ask("nowhere")


def test_what_is_known_of_an_article_can_be_corrected(store: Store, reopen: Reopen) -> None:
    one = replace(article(), metadata=Metadata("Made up", ("A. Nobody",), "Nowhere"))
    two = article("two, made up", "two")
    first, second = store.add(one)[0], store.add(two)[0]
    tag = note(one, "1")
    store.apply(making(tag))
    known = Metadata("Made up", published="2000-01-01", photographers=(Photographer(HOSTILE, 2),))
    entry = store.update(first.id, known)
    assert entry == replace(first, metadata=known)
    again = reopen(store)
    assert again.entries() == (entry, second)
    assert again.article(first.id) == replace(one, metadata=known)
    assert list(again.annotations()) == [tag]
    assert again.add(one) == (entry, False)
    assert again.update(first.id, known) == entry
    with pytest.raises(StoreError, match="no article 'nowhere'"):
        again.update("nowhere", known)
    assert again.entries() == (entry, second)


def test_acts_make_change_and_remove(store: Store, reopen: Reopen) -> None:
    text = article()
    store.add(text)
    first, second = note(text, "1"), note(text, "2", code="concern", memo=HOSTILE)
    store.apply(making(first))
    store.apply(making(second))
    changed = replace(first, memo="made up", modified=second.modified)
    store.apply(changing(first, changed))
    store.apply(removing(second))
    assert list(reopen(store).annotations(text.id)) == [changed]


def test_every_field_of_a_record_comes_back(store: Store, reopen: Reopen) -> None:
    text = article(HOSTILE * 3)
    store.add(text)
    anchors = (Anchor.at(text, Span(0, 30)), Anchor.at(text, Span(40, len(HOSTILE) + 9)))
    annotation = replace(note(text, HOSTILE, memo=HOSTILE), anchors=anchors)
    person = replace(speaker(), affiliation=HOSTILE, aliases=(HOSTILE, ""))
    code = Code("made-up", HOSTILE, HOSTILE, "blue", "1", "claim", 7)
    act = making(person, code, annotation)
    store.apply(act)
    again = reopen(store)
    assert list(again.annotations()) == [annotation]
    assert list(again.speakers()) == [person]
    assert again.codebook().get("made-up") == code


def test_an_act_reversed_takes_everything_back(store: Store, reopen: Reopen) -> None:
    text = article()
    store.add(text)
    kept = note(text, "kept")
    store.apply(making(kept))
    act = Act(
        "much at once",
        (
            Change(None, speaker()),
            Change(None, note(text, "new")),
            Change(kept, replace(kept, memo="made up")),
            Change(CLAIM, replace(CLAIM, name="assertion")),
            Change(CONCERN, None),
        ),
    )
    before = (store.annotations(), store.speakers(), list(store.codebook()))
    store.apply(act)
    after = (store.annotations(), store.speakers(), list(store.codebook()))
    assert before != after
    store.apply(act.reversed())
    assert (store.annotations(), store.speakers(), list(store.codebook())) == before
    again = reopen(store)
    again.apply(act)
    assert (again.annotations(), again.speakers(), list(again.codebook())) == after


def test_changes_of_one_act_build_on_each_other(store: Store, reopen: Reopen) -> None:
    text = article()
    store.add(text)
    first = note(text, "1")
    changed = replace(first, memo="made up")
    passing = note(text, "2")
    changes = (
        Change(None, first),
        Change(first, changed),
        Change(None, passing),
        Change(passing, None),
    )
    store.apply(Act("step by step", changes))
    assert list(reopen(store).annotations()) == [changed]


def test_articles_are_told_apart(store: Store) -> None:
    one, two = article("made up one"), article("made up two", "other")
    store.add(one)
    store.add(two)
    store.apply(making(note(one, "same"), note(two, "same")))
    assert [a.article for a in store.annotations("made-up")] == ["made-up"]
    assert [a.article for a in store.annotations("other")] == ["other"]
    assert len(store.annotations()) == 2


def test_an_act_on_something_else_than_was_seen_changes_nothing(store: Store) -> None:
    text = article()
    store.add(text)
    there = note(text, "there")
    store.apply(making(there))
    stale = replace(there, memo="as it never was")
    for act in (
        making(speaker(), there),
        Act("x", (Change(None, speaker()), Change(stale, there)), undoes="another"),
        Act("x", (Change(None, note(text, "new")), Change(stale, None))),
        Act("x", (Change(None, speaker()), Change(note(text, "gone"), None))),
    ):
        with pytest.raises(StoreError, match="meanwhile"):
            store.apply(act)
    assert list(store.annotations()) == [there]
    assert not len(store.speakers())


def test_an_edit_of_an_older_version_keeps_both(store: Store, reopen: Reopen) -> None:
    text = article()
    store.add(text)
    first = note(text, "1")
    store.apply(making(first))
    theirs, mine = replace(first, memo="made up"), replace(first, memo="made up anew")
    store.apply(changing(first, theirs))
    done = store.apply(changing(first, mine))
    conflict = replace(theirs, id="1~1", status=Status.CONFLICT)
    assert set(done.changes) == {Change(theirs, mine), Change(None, conflict)}
    for each in (store, reopen(store)):
        assert set(each.annotations(text.id)) == {mine, conflict}
        assert list(each.annotations().conflicts()) == [conflict]
    again = reopen(store)
    again.apply(changing(first, replace(first, memo="a third")))
    assert {a.id for a in again.annotations().conflicts()} == {"1~1", "1~2"}


def test_an_edit_that_says_what_is_there_is_no_conflict(store: Store) -> None:
    text = article()
    store.add(text)
    first = note(text, "1")
    same = replace(first, memo="made up")
    store.apply(making(first))
    store.apply(changing(first, same))
    assert not store.apply(changing(first, same)).changes
    assert list(store.annotations()) == [same]


def test_an_edit_of_what_was_removed_meanwhile_is_kept_aside(store: Store) -> None:
    text = article()
    store.add(text)
    first = note(text, "1")
    store.apply(making(first))
    store.apply(removing(first))
    store.apply(changing(first, replace(first, memo="made up")))
    (kept,) = store.annotations()
    assert (kept.memo, kept.status, concerns(kept)) == ("made up", Status.CONFLICT, "1")
    with pytest.raises(StoreError, match="no conflict '1'"):
        settling(store.annotations(text.id), "1", take=True)
    store.apply(settling(store.annotations(text.id), kept.id, take=True))
    assert list(store.annotations()) == [replace(first, memo="made up")]


@pytest.mark.parametrize("take", [True, False])
def test_a_conflict_is_settled_by_either_version(store: Store, reopen: Reopen, take: bool) -> None:
    text = article()
    store.add(text)
    first = note(text, "1")
    store.apply(making(first))
    theirs, mine = replace(first, memo="made up"), replace(first, memo="made up anew")
    store.apply(changing(first, theirs))
    store.apply(changing(first, mine))
    both = store.annotations(text.id)
    done = store.apply(settling(both, "1~1", take=take))
    assert list(reopen(store).annotations(text.id)) == [theirs if take else mine]
    again = reopen(store)
    again.apply(done.reversed())
    assert again.annotations(text.id) == both


def test_the_history_tells_every_act_in_order(store: Store, reopen: Reopen) -> None:
    one, two = article("made up one"), article("made up two", "other")
    store.add(one)
    store.add(two)
    tag, person = note(one, "1"), speaker()
    first = store.apply(making(person, tag))
    second = store.apply(making(note(two, "1")))
    memo = store.apply(changing(tag, replace(tag, memo="made up")))
    back = store.apply(memo.reversed())
    assert (back.undoes, len({first.id, second.id, memo.id, back.id})) == (memo.id, 4)
    for each in (store, reopen(store)):
        deeds = [deed for deed in each.history() if deed.act.changes]
        told = [deed for deed in deeds if not deed.act.title.startswith("begin")]
        assert [deed.act for deed in told] == [first, second, memo, back]
        assert [deed.articles for deed in told] == [(one.id,), (two.id,), (one.id,), (one.id,)]
        assert {deed.coder for deed in told} == {"me"}
        assert [deed.time for deed in told] == sorted(deed.time for deed in told)
        acts = [d.act for d in each.history(one.id, "me") if d.act.changes]
        assert acts == [first, memo, back]
        assert not [*each.history(one.id, "somebody"), *each.history("nowhere")]


def test_an_article_goes_to_the_trash_with_everything_and_comes_back(
    store: Store, reopen: Reopen
) -> None:
    one, two = article("made up one"), article("made up two", "other")
    entry, _ = store.add(one)
    store.add(two)
    tag, person = note(one, "1"), speaker()
    store.apply(making(person, tag, note(two, "1")))
    assert store.remove(one.id) == one.id
    for each in (store, reopen(store)):
        assert [e.id for e in each.entries()] == ["other"]
        assert [a.article for a in each.annotations()] == ["other"]
        for ask in (each.article, each.annotations):
            with pytest.raises(StoreError, match="no article 'made-up'"):
                ask(one.id)
        assert [(r.id, r.entry, r.coder) for r in each.trash()] == [(one.id, entry, "me")]
        assert list(each.speakers()) == [person]
    again = reopen(store)
    assert again.restore(one.id) == entry
    for each in (again, reopen(again)):
        assert list(each.annotations(one.id)) == [tag]
        assert each.article(one.id) == one
        assert not each.trash()


def test_the_trash_holds_two_of_one_name(store: Store, reopen: Reopen) -> None:
    for text in ("one", "two"):
        store.add(article(text))
        store.remove("made-up")
    assert [removed.id for removed in store.trash()] == ["made-up", "made-up.2"]
    again = reopen(store)
    again.restore("made-up.2")
    assert again.article("made-up").text == "two"
    with pytest.raises(StoreError, match="made-up is in the project"):
        again.restore("made-up")
    again.add(article("one", "another"))
    again.remove("made-up")
    with pytest.raises(StoreError, match="another is in the project"):
        again.restore("made-up")
    assert len(again.trash()) == 2
    assert again.empty_trash() == 2
    assert not reopen(again).trash()
    with pytest.raises(StoreError, match="no 'made-up' in the trash"):
        again.restore("made-up")
    for unknown in ("made-up", "../other"):
        with pytest.raises(StoreError, match="no article"):
            again.remove(unknown)


def test_only_the_own_annotations_may_be_changed(store: Store) -> None:
    text = article()
    store.add(text)
    own = note(text, "1")
    store.apply(making(own))
    theirs = note(text, "2", coder="somebody")
    for act in (
        making(speaker(), theirs),
        removing(theirs),
        changing(own, replace(theirs, id="1")),
    ):
        with pytest.raises(StoreError, match="somebody"):
            store.apply(act)
    assert list(store.annotations()) == [own]
    assert not len(store.speakers())


def test_an_annotation_needs_its_article_and_stays_there(store: Store) -> None:
    one, two = article("made up one"), article("made up two", "other")
    store.add(one)
    with pytest.raises(StoreError, match="no article 'other'"):
        store.apply(making(note(two, "1")))
    store.add(two)
    there = note(one, "1")
    store.apply(making(there))
    with pytest.raises(StoreError, match="stays in its article"):
        store.apply(changing(there, replace(there, article="other")))


def test_an_empty_act_is_nothing(store: Store) -> None:
    store.apply(Act("nothing", ()))
    assert not len(store.annotations())


def test_what_was_handed_out_does_not_change_with_the_store(store: Store) -> None:
    text = article()
    store.add(text)
    before = (store.annotations(), store.speakers(), store.codebook(), store.entries())
    store.apply(making(note(text, "1"), speaker(), Code("more", "more")))
    store.codebook().by_id.clear()
    store.speakers().by_id.clear()
    assert [len(part) for part in before] == [0, 0, 2, 1]
    assert (len(store.annotations()), len(store.speakers()), len(store.codebook())) == (1, 1, 3)


@pytest.mark.parametrize("coder", ["", "x" * 200])
def test_a_coder_needs_a_name(coder: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="coder"):
        MemoryStore(coder)
    with pytest.raises(StoreError, match="coder"):
        ProjectStore.open(tmp_path / "project", coder)
    assert not (tmp_path / "project").exists()
