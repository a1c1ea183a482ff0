"""What the tests of the store share: every kind of store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fr_reader.store import MemoryStore, ProjectStore, Store, ledger, tables
from fr_reader.store.index import NAME
from tests.store.indexing import answers_of, fill, texts

Reopen = Callable[[Store], Store]


def _same(store: Store) -> Store:
    return store


def _again(store: Store) -> Store:
    assert isinstance(store, ProjectStore)
    store.close()
    return ProjectStore.open(store.folder, store.coder)


@pytest.fixture(params=["memory", "project", "indexed project"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Store, Reopen]:
    if request.param == "memory":
        return MemoryStore("me"), _same
    if request.param == "indexed project":
        request.getfixturevalue("always_indexed")
    return ProjectStore.open(tmp_path / "project", "me"), _again


@pytest.fixture
def store(kept: tuple[Store, Reopen]) -> Store:
    return kept[0]


@pytest.fixture
def reopen(kept: tuple[Store, Reopen]) -> Reopen:
    return kept[1]


@pytest.fixture
def always_indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even the smallest project counts as a large one, and as at rest."""
    monkeypatch.setattr(tables, "AT_ONCE", 0)
    monkeypatch.setattr(ledger, "FEW", 0)
    monkeypatch.setattr(ledger, "SETTLED", 0)


@pytest.fixture
def truth() -> tuple[object, ...]:
    memory = MemoryStore()
    fill(memory, texts())
    return answers_of(memory)


@pytest.fixture
def indexed(always_indexed: None, tmp_path: Path) -> Path:
    """A project with an index in which everything is."""
    store = ProjectStore.open(tmp_path / "project", "me")
    fill(store, texts())
    for _ in range(2):
        answers_of(store)
        store.close()
        store = ProjectStore.open(store.folder, "me")
    assert (store.folder / NAME).exists()
    return store.folder
