"""What the filter of the overview may ask for in this project, and completing what is typed."""

from __future__ import annotations

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
    if not isinstance(store, ProjectStore):
        return Known(names)

    def load(name: str) -> Query:
        return saved.load(store.folder, name, store.speakers(), store.codebook())

    return Known(names, tuple(saved.saved(store.folder)), load)


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
