"""An overview counted from the journals, by a project that remembers nothing."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.model import Annotations, Article, Codebook, Speakers
from fr_reader.overview.project import SHEETS, Overview, overview
from fr_reader.overview.query import Query
from fr_reader.store import Entry, ProjectStore


class Forgetful:
    """A project as it is, without its digest."""

    def __init__(self, store: ProjectStore) -> None:
        self._store = store

    def entries(self) -> Sequence[Entry]:
        return self._store.entries()

    def article(self, article_id: str, /) -> Article:
        return self._store.article(article_id)

    def annotations(self, article_id: str, /) -> Annotations:
        return self._store.annotations(article_id)

    def speakers(self) -> Speakers:
        return self._store.speakers()

    def codebook(self) -> Codebook:
        return self._store.codebook()


def assert_same(store: ProjectStore, query: Query | None = None) -> None:
    """The sheets, all they open and the facts are those that are counted plainly, whether reprints
    count once or each time."""
    for copies in (False, True):
        found = overview(store, query, copies)
        plain = overview(Forgetful(store), query, copies)
        for name in SHEETS:
            if name != "ledger":
                assert found.sheet(name) == plain.sheet(name), (name, copies)
        assert found.facts == plain.facts
        assert found.sheet("ledger") == plain.sheet("ledger")
        assert found.note == plain.note


def told(found: Overview) -> list[object]:
    """All that an overview says."""
    return [found.facts, *(found.sheet(name) for name in SHEETS)]
