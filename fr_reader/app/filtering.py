"""What the filter of the overview may ask for in this project, and completing what is typed."""

from __future__ import annotations

from pathlib import Path

from textual.suggester import Suggester

from fr_reader.model import visible
from fr_reader.overview import saved
from fr_reader.overview.asking import FIELDS, Known, completed
from fr_reader.overview.names import NOBODY
from fr_reader.overview.query import Query
from fr_reader.store import ProjectStore, Store

PLACEHOLDER = "words, or " + " ".join(f"{name}:…" for name in FIELDS)


def known_in(store: Store) -> Known:
    """What may be asked for in a project. Raises StoreError."""
    entries, speakers = store.entries(), store.speakers().by_id.values()
    names = {
        "speaker": {"": NOBODY} | {one.id: one.name for one in speakers if not one.merged},
        "code": {one.id: one.name for one, _ in store.codebook().tree()},
        "publisher": {each.metadata.publisher: each.metadata.publisher for each in entries},
        "article": {each.id: each.metadata.title or each.id for each in entries},
    }
    folder = folder_of(store)
    if folder is None:
        return Known(names)

    def load(name: str) -> Query:
        return saved.load(folder, name, store.speakers(), store.codebook())

    return Known(names, tuple(saved.saved(folder)), load)


def folder_of(store: Store) -> Path | None:
    """The folder of a project, where queries are saved, also of one that hides something; None
    where it is in memory alone."""
    return store.whole.folder if isinstance(store.whole, ProjectStore) else None


class FilterSuggester(Suggester):
    """Completes the field or the value that is being typed."""

    def __init__(self, known: Known) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The line completed; None where nothing begins like what is typed."""
        found = completed(value, self._known)
        shown = visible(found)
        return shown if found and shown.startswith(value) else None
