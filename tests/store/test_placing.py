"""Annotations astray are placed where their coder says, or removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fr_reader.model import Anchor, Article, Span, StoreError
from fr_reader.store import MemoryStore, Store
from fr_reader.store.placing import letting_go, placing
from fr_reader.store.protocol import Astray
from tests.store.test_revisions import NEW, filled

TIME = "2026-02-03T04:05:06.000007+00:00"


@pytest.fixture
def store() -> Store:
    """An article revised, with one annotation that has a proposal and one orphan."""
    store = MemoryStore("me")
    entry, _ = filled(store)
    store.revise(entry.id, Article("other", NEW))
    return store


def waiting(store: Store) -> dict[str, Astray]:
    return {one.annotation.id: one for one in store.astray()}


def test_nothing_but_the_place_changes(store: Store) -> None:
    astray = waiting(store)["2"]
    article = store.article(astray.annotation.article)
    segments = astray.proposals[0].segments
    act = store.apply(placing(article, astray, segments, TIME))
    assert act.title == "place"
    (_, placed) = store.annotations()
    anchors = tuple(Anchor.at(article, span) for span in segments)
    assert placed == replace(astray.annotation, anchors=anchors, modified=TIME)
    assert list(waiting(store)) == ["3"]
    store.apply(act.reversed())
    assert waiting(store)["2"] == astray


def test_an_orphan_goes_and_comes_back(store: Store) -> None:
    orphan = waiting(store)["3"]
    act = store.apply(letting_go(orphan))
    assert list(waiting(store)) == ["2"]
    store.apply(act.reversed())
    assert waiting(store)["3"] == orphan


@pytest.mark.parametrize(
    "segments", [(), (Span(3, 3),), (Span(0, 10**6),), (Span(0, 5), Span(4, 8))]
)
def test_a_place_that_is_none_is_refused(store: Store, segments: tuple[Span, ...]) -> None:
    astray = waiting(store)["3"]
    with pytest.raises(ValueError, match=r"not in|passage|follow"):
        placing(store.article(astray.annotation.article), astray, segments, TIME)


def test_an_annotation_stays_in_its_article(store: Store) -> None:
    with pytest.raises(ValueError, match="not in other"):
        placing(Article("other", NEW), waiting(store)["3"], (Span(0, 5),), TIME)


def test_what_is_another_coders_stays_as_it_is(store: Store) -> None:
    astray = waiting(store)["3"]
    assert isinstance(store, MemoryStore)
    store.coder = "somebody"
    with pytest.raises(StoreError, match="me's"):
        store.apply(placing(store.article("made-up"), astray, (Span(0, 5),), TIME))
    assert waiting(store)["3"] == astray
