"""Searching a project finds words in everything it holds. The articles are made up."""

from __future__ import annotations

import pytest

from fr_reader.model import Article, Code, Metadata, Span
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.store.search import MOST, Where, search
from fr_reader.text import read

TEXT = "Made up: “We fear the flood,” said Ann Rivers. The flood came.\nNobody’s dam held."


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore("me")
    one, _ = store.add(Article("one", TEXT, Metadata(title="The dam of made-up")))
    store.add(Article("two", "Another made-up text without the word.\n" + "dam " * 50))
    reading = read(store.article(one.id))
    desk = Desk(store, reading)
    desk.assign(reading.quotations[0].segments, "Ann Rivers")
    desk.tag((Span(0, 4),), Code("w", "water level"))
    desk.new_memo((Span(5, 7),), "Compare the levels of 1953")
    return store


CASES = {
    "flood": [(Where.QUOTATION, "flood", "Ann Rivers"), (Where.TEXT, "flood", "")],
    "ann rivers": [(Where.SPEAKER, "", "Ann Rivers"), (Where.TEXT, "Ann Rivers", "")],
    "water": [(Where.CODE, "", "water level")],
    "1953": [(Where.MEMO, "1953", "")],
    "the dam of": [(Where.TITLE, "The dam of", "")],
    "nobody's": [(Where.TEXT, "Nobody’s", "")],
    "Flood": [],
    "  ": [],
}


@pytest.mark.parametrize(("wanted", "found"), CASES.items())
def test_found(store: MemoryStore, wanted: str, found: list[tuple[Where, str, str]]) -> None:
    hits = [h for h in search(store, wanted) if h.article != "two"]
    assert [(h.where, h.place.of(h.words), h.label) for h in hits] == found


def test_a_hit_leads_to_its_place(store: MemoryStore) -> None:
    quoted, told = search(store, "flood")
    for hit in (quoted, told):
        assert hit.span.of(store.article(hit.article).text) == "flood"
        assert hit.place.of(hit.words) == "flood"
    assert len([h for h in search(store, "dam") if h.article == "two"]) == MOST
