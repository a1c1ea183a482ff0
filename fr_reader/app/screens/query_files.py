"""Saving what a screen is filtered by as a query, under a name that is asked for."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from fr_reader.app.filtering import folder_of
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.tell import tell
from fr_reader.model import FrReaderError
from fr_reader.overview import saved
from fr_reader.overview.query import Query
from fr_reader.store import Store


def save_query(screen: Screen[Any], store: Store, query: Query) -> None:
    """Ask for a name and save a query under it; say so, or why not."""
    if not query:
        tell(screen.app, "Nothing is filtered here: filter first, then save that.", "Not saved")
        return
    folder = folder_of(store)
    if folder is None:
        tell(screen.app, "Queries are saved in a project folder, and there is none.", "Not saved")
        return

    def named(name: str | None) -> None:
        if not name:
            return
        try:
            path = saved.save(folder, name, query)
        except FrReaderError as error:
            tell(screen.app, str(error), "Not saved", "error")
        else:
            tell(screen.app, f"Filter by query:{path.stem} to see it again.", "Saved")

    screen.app.push_screen(Prompt("Save the filter, for all in the project, as"), named)
