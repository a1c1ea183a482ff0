"""A project as a bundle and back: everything is there once, whoever made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fr_reader.model import CLAIM, Annotations, Bundle, Code, Codebook, Link, Relation, Speakers
from fr_reader.store import MemoryStore, ProjectStore, Store
from fr_reader.store.bundling import bundle_of, take_in
from tests.store.making import article, changing, making, note, speaker


def _project(folder: Path, coder: str = "me") -> ProjectStore:
    return ProjectStore.open(folder, coder)


def _filled(folder: Path) -> Bundle:
    mine = _project(folder)
    made = [mine.add(article(f"A made-up article, number {n}.", f"made-up-{n}"))[0] for n in (1, 2)]
    texts = [mine.article(entry.id) for entry in made]
    mine.apply(changing(CLAIM, replace(CLAIM, definition="made up", key="", colour="teal")))
    mine.apply(
        making(speaker(), Code("risk", "risk", "made up", key="1", parent="concern", order=7))
    )
    mine.apply(making(note(texts[0], "a1", code="risk", memo="made up"), note(texts[1], "a2")))
    other = _project(folder, "somebody else")
    other.apply(making(note(texts[0], "b1", "somebody else", by="nobody")))
    bundle = bundle_of(mine)
    mine.close()
    other.close()
    return bundle


def _opener(folder: Path) -> Callable[[str], Store]:
    return lambda coder: _project(folder, coder)


def test_a_bundle_makes_the_same_project_again(tmp_path: Path) -> None:
    bundle = _filled(tmp_path / "one")
    store = _project(tmp_path / "two")
    taken = take_in(store, _opener(tmp_path / "two"), bundle)
    assert (taken.articles, taken.codes, taken.speakers, taken.annotations) == (2, 1, 1, 3)
    assert not taken.losses
    again = bundle_of(_project(tmp_path / "two"))
    assert replace(again, name=bundle.name) == bundle
    assert {each.coder for each in again.annotations} == {"me", "somebody else"}


def test_taking_in_twice_changes_nothing(tmp_path: Path) -> None:
    bundle = _filled(tmp_path / "one")
    store = _project(tmp_path / "one")
    before = [path.read_bytes() for path in sorted((tmp_path / "one").rglob("*.jsonl"))]
    taken = take_in(store, _opener(tmp_path / "one"), bundle)
    assert (taken.articles, taken.codes, taken.speakers, taken.annotations) == (0, 0, 0, 0)
    after = [path.read_bytes() for path in sorted((tmp_path / "one").rglob("*.jsonl"))]
    assert after == before


def test_what_is_there_under_another_id_is_the_same() -> None:
    store = MemoryStore()
    entry, _ = store.add(article(name="known-as-this"))
    text = store.article(entry.id)
    store.apply(making(Code("x1", "Risk"), replace(speaker("x2"), name="No Body")))
    foreign = replace(text, id="known-as-that")
    bundle = Bundle(
        "made up",
        (foreign,),
        Codebook.of([Code("y1", "risk")]),
        Speakers.of([replace(speaker("y2"), name="no body")]),
        (note(foreign, "n1", code="y1"), note(foreign, "n2", by="y2")),
    )
    taken = take_in(store, MemoryStore, bundle)
    assert (taken.articles, taken.codes, taken.speakers, taken.annotations) == (0, 0, 0, 2)
    kept = {each.id: each for each in store.annotations(entry.id)}
    assert (kept["n1"].code, kept["n2"].speaker) == ("x1", "x2")


def test_a_key_that_is_taken_is_not_given_twice() -> None:
    store = MemoryStore()
    store.apply(making(Code("x1", "one", key="1", order=2)))
    bundle = Bundle(
        "made up", (), Codebook.of([Code("y1", "two", key="1", order=0)]), Speakers.of(), ()
    )
    take_in(store, MemoryStore, bundle)
    code = store.codebook().get("y1")
    assert code is not None
    assert (code.key, code.order) == ("", 3)


def test_what_does_not_stand_on_its_words_is_left_out_and_told() -> None:
    made = article()
    moved = note(made, "n1")
    moved = replace(moved, anchors=(replace(moved.anchors[0], exact="wrong"),))
    bundle = Bundle("made up", (made,), Codebook.of(), Speakers.of(), (moved, note(made, "n2")))
    store = MemoryStore()
    taken = take_in(store, MemoryStore, bundle)
    assert taken.annotations == 1
    assert [loss.count for loss in taken.losses] == [1]
    assert store.annotations() == Annotations((bundle.annotations[1],))


def test_links_lead_to_the_article_as_the_project_calls_it() -> None:
    there, coming = MemoryStore("me"), MemoryStore("me")
    there.add(article("Another made-up article.", "two"))
    texts = [article(f"A made-up article, number {n}.", n) for n in ("one", "two")]
    for text in texts:
        coming.add(text)
    far, gone = Link(Relation.REBUTS, "two", "b1"), Link(Relation.SUPPORTS, "gone", "x1")
    coming.apply(making(replace(note(texts[0], "a1"), links=(far, gone)), note(texts[1], "b1")))
    taken = take_in(there, lambda _: there, bundle_of(coming))
    assert [entry.id for entry in taken.entries] == ["one", "two-2"]
    links = next(iter(there.annotations("one"))).links
    assert links == (replace(far, article="two-2"), gone)
    assert there.annotations("two-2").get("b1") is not None
