"""What every store must do with many articles and annotations, tried on each of them."""

from __future__ import annotations

from dataclasses import replace

from fr_reader.model import Act, Change, Code, Metadata, Speaker, Status
from fr_reader.store import Counts, Store, Tally
from tests.store.conftest import Reopen
from tests.store.making import article, changing, making, note, removing, speaker


def test_many_are_added_at_once_as_one_by_one(store: Store, reopen: Reopen) -> None:
    there, _ = store.add(article("there"))
    made = [article("one"), article("there", "x"), article("two"), article("one", "y")]
    added = store.add_many(made)
    ids = [(entry.id, new) for entry, new in added]
    assert ids == [
        ("made-up-2", True),
        (there.id, False),
        ("made-up-3", True),
        ("made-up-2", False),
    ]
    assert store.add_many([]) == []
    assert store.add_many(iter(made)) == [(entry, False) for entry, _ in added]
    again = reopen(store)
    assert again.entries() == (there, added[0][0], added[2][0])
    assert [again.article(e.id).text for e in again.entries()] == ["there", "one", "two"]


def test_articles_are_found_by_words_of_what_is_known(store: Store, reopen: Reopen) -> None:
    known = Metadata("Groß und neu", ("A. Nobody",), "The Example", "2000-01-01", "made:up", "de")
    one = replace(article("one", "one"), metadata=known, source="Ordner/made up.txt")
    two = replace(article("two", "two"), metadata=Metadata("Large", ("B. Nobody",)))
    first, second = (entry for entry, _ in store.add_many([one, two]))
    for each in (store, reopen(store)):
        assert each.find("") == each.find(" \n") == (first, second)
        assert each.find("NOBODY") == (first, second)
        for words in ("gross", "neu NOBODY a.", "2000", "made:up", "ordner", "one", "xam"):
            assert each.find(words) == (first,)
        assert each.find("nobody large") == (second,)
        assert each.find("nobody nowhere") == each.find("neular") == ()


def test_annotations_are_counted_by_kind(store: Store, reopen: Reopen) -> None:
    one, two, three = (article(f"made up {n}", n) for n in ("one", "two", "three"))
    store.add_many([one, two, three])
    assert store.counts() == Counts({})
    refused = replace(note(two, "4"), status=Status.REJECTED)
    spoken = replace(note(one, "5", code=""), speaker="nobody")
    memo = note(two, "6", code="", memo="made up")
    notes = (note(one, "1"), note(one, "2"), note(two, "3", code="concern"))
    store.apply(making(speaker(), *notes, refused, spoken, memo))
    accepted = Status.ACCEPTED
    of_one = (Tally("me", "", "nobody", accepted, 1), Tally("me", "claim", "", accepted, 2))
    of_two = (
        Tally("me", "", "", accepted, 1),
        Tally("me", "claim", "", Status.REJECTED, 1),
        Tally("me", "concern", "", accepted, 1),
    )
    for each in (store, reopen(store)):
        counts = each.counts()
        assert counts == Counts({"one": of_one, "two": of_two})
        assert len(counts) == len(each.annotations()) == 6
        assert each.counts("one") == Counts({"one": of_one})
        assert each.counts("three") == Counts({})
        assert counts.articles() == {"one": 3, "two": 3}
        assert counts.codes() == {"claim": 3, "concern": 1}
        assert counts.accepted().codes() == {"claim": 2, "concern": 1}
        assert counts.speakers() == {"nobody": 1}
        assert counts.coders() == {"me": 6}
        assert counts.coded("claim").articles() == {"one": 2, "two": 1}
        assert counts.spoken("nobody").articles() == {"one": 1}
    store = reopen(store)
    store.apply(removing(*notes))
    assert store.counts().codes() == {"claim": 1}
    store.apply(removing(spoken))
    assert store.counts().articles() == {"two": 2}


def test_an_act_that_leaves_one_place_as_it_is_keeps_its_turn(store: Store) -> None:
    code, speaker = Code("made-up", "made up"), Speaker("made-up", "Ann Made-Up")
    store.apply(Act("a code", (Change(None, code),)))
    store.apply(Act("nothing new and a speaker", (Change(code, code), Change(None, speaker))))
    store.apply(Act("the code again", (Change(code, replace(code, order=1)),)))
    told = [deed.act.title for deed in store.history() if deed.coder and deed.act.changes]
    assert told[-3:] == ["a code", "nothing new and a speaker", "the code again"]


def test_what_the_coder_did_last_comes_first(store: Store, reopen: Reopen) -> None:
    assert store.latest(2) == ()
    made = []
    for name in ("one", "two", "three"):
        entry, _ = store.add(article(f"A made-up text {name}.", name))
        made.append(note(store.article(entry.id), name))
        store.apply(making(made[-1]))
    store.coder = "another"
    store.apply(making(note(store.article("one"), "theirs", "another")))
    store.coder = "me"
    later = replace(made[1], memo="later", modified="2001-01-01T00:00:00.000000+00:00")
    store.apply(changing(made[1], later))
    for each in (store, reopen(store)):
        assert each.latest(1) == (later,)
        assert each.latest(2) == (later, made[2])
        assert each.latest(9) == (later, made[2], made[0])
    store = reopen(store)
    store.remove("two")
    assert store.latest(1) in ((), (made[2],))
    assert store.latest(2)[:1] == (made[2],)
