"""What is counted follows an article into the trash and back, also in a window opened before."""

from __future__ import annotations

from pathlib import Path

from fr_reader.store import ProjectStore
from tests.store.making import article, making, note


def test_counts_follow_an_article_into_the_trash_and_back(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "p", "me")
    entry, _ = store.add(article())
    store.apply(making(note(article(), "n1")))
    other = ProjectStore.open(tmp_path / "p", "me")
    for each in (store, other):
        assert each.counts().articles() == {entry.id: 1}
    trashed = store.remove(entry.id)
    for each in (store, other, ProjectStore.open(tmp_path / "p", "me")):
        assert not each.counts().articles()
        assert not each.entries()
    store.restore(trashed)
    for each in (store, other, ProjectStore.open(tmp_path / "p", "me")):
        assert each.counts().articles() == {entry.id: 1}
        assert [one.id for one in each.entries()] == [entry.id]
