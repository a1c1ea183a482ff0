"""The made-up newsroom with a reprint of every article, each annotated as the first print is:
by default all comes to what was counted by hand of the first prints alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import Act, Anchor, Annotation, Article, Change
from fr_reader.overview.project import SHEETS, last_counted, overview
from fr_reader.store import MemoryStore, ProjectStore
from fr_reader.store.digest_rows import NAME
from tests.newsroom import CODERS, in_memory, newsroom, on_disk
from tests.overview.plainly import assert_same

MORE = "\n\nFirst printed elsewhere.\n"


def _reprint(of: Article) -> Article:
    return Article(f"z-{of.id}", of.text.rstrip() + MORE, of.metadata)


def _again(of: Annotation) -> Annotation:
    first = next(article for article in newsroom().articles if article.id == of.article)
    reprint = _reprint(first)
    anchors = tuple(Anchor.at(reprint, anchor.span) for anchor in of.anchors)
    return replace(of, id=f"z-{of.id}", article=reprint.id, anchors=anchors)


def _reprinted(folder: Path) -> None:
    """Add the reprints to the newsroom on disk, one act after the other."""
    room = newsroom()
    for coder in CODERS:
        store = ProjectStore.open(folder, coder)
        for article in room.articles if coder == CODERS[0] else ():
            store.add(_reprint(article))
        for one in room.annotations:
            if one.coder == coder:
                store.apply(Act("made up", (Change(None, _again(one)),)))
        store.close()


@pytest.mark.usefixtures("always_remembered")
@pytest.mark.parametrize("known", [False, True], ids=["counted anew", "kept up to date"])
def test_reprints_of_everything_change_nothing(tmp_path: Path, known: bool) -> None:
    folder, hand_counted = on_disk(tmp_path / "project"), overview(in_memory())
    if known:
        with_first = ProjectStore.open(folder, "ann", create=False)
        assert not overview(with_first).note
        with_first.close()
    _reprinted(folder)
    store = ProjectStore.open(folder, "ann", create=False)
    found, every = overview(store), overview(store, copies=True)
    assert "left out" in found.note
    last = last_counted(store)
    assert last is not None
    for name in SHEETS:
        once = found.sheet(name).values
        assert once == hand_counted.sheet(name).values, name
        if name != "ledger":
            assert last.sheet(name).values == once
            assert every.sheet(name).values != once
    assert len(every.facts) == 2 * len(hand_counted.facts)
    assert (folder / NAME).exists()
    assert_same(store)
    store.close()


def test_so_they_do_where_nothing_is_remembered() -> None:
    store, hand_counted = in_memory(), overview(in_memory())
    assert isinstance(store, MemoryStore)
    for article in newsroom().articles:
        store.add(_reprint(article))
    for one in newsroom().annotations:
        other = MemoryStore(one.coder)
        other._places, other._articles = store._places, store._articles
        other.apply(Act("made up", (Change(None, _again(one)),)))
    for name in SHEETS:
        assert overview(store).sheet(name).values == hand_counted.sheet(name).values, name
