"""A made-up project, and everything asked of it in which the index has a part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import Article, Metadata, StoreError
from fr_reader.store import ProjectStore, Store
from tests.store.making import article, making, note, speaker


def texts(number: int = 12) -> list[Article]:
    return [
        replace(article(f"made-up text {n}", f"text-{n}"), metadata=Metadata(f"Made up {n}"))
        for n in range(number)
    ]


def fill(store: Store, made: list[Article]) -> None:
    store.add_many(made)
    for number, text in enumerate(made):
        for turn in range(number % 4):
            code = "claim" if turn else "concern"
            store.apply(making(note(text, f"{number}-{turn}", code=code)))
    store.apply(making(speaker(), replace(note(made[0], "s", code=""), speaker="nobody")))
    store.revise(made[5].id, article(f"{made[5].text}, revised"))


def answers_of(store: Store) -> tuple[object, ...]:
    """What the index has a part in, asked in an order that looks things up before all is read."""
    counts = store.counts()
    entry, new = store.add(article("made-up text 7", "another-name"))
    assert (entry.id, new) == ("text-7", False)
    assert store.article("text-3").text == "made-up text 3"
    with pytest.raises(StoreError, match="no article 'nowhere'"):
        store.article("nowhere")
    assert store.annotations("text-5").items[0].anchors[0].sha256 == store.entry("text-5").sha256
    known = [(e.id, e.metadata, e.sha256, e.earlier) for e in store.entries()]
    found = [e.id for e in store.find("MADE 11")]
    return known, found, counts, counts.codes(), counts.spoken("nobody").articles()


def asked(folder: Path) -> tuple[object, ...]:
    store = ProjectStore.open(folder, "me", create=False)
    answers = answers_of(store)
    assert not store.problems
    return answers
