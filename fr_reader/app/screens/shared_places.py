"""The way to the codebook and the speakers, from wherever the user is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fr_reader.app.tell import tell
from fr_reader.model import StoreError

if TYPE_CHECKING:
    from textual.app import App

    from fr_reader.store import Store


def open_codebook(app: App[Any], store: Store, closed: Callable[[None], Any] | None = None) -> None:
    """Show the codebook; `closed` is called afterwards."""
    from fr_reader.app.screens.codebook import CodebookScreen  # noqa: PLC0415 - when asked for
    from fr_reader.store.codebook_desk import CodebookDesk  # noqa: PLC0415

    try:
        app.push_screen(CodebookScreen(CodebookDesk(store)), closed)
    except StoreError as error:
        tell(app, str(error), "Not opened", "error")


def open_speakers(app: App[Any], store: Store, closed: Callable[[None], Any] | None = None) -> None:
    """Show the speakers; `closed` is called afterwards."""
    from fr_reader.app.screens.speakers import SpeakersScreen  # noqa: PLC0415 - when asked for
    from fr_reader.store.speakers_desk import SpeakersDesk  # noqa: PLC0415

    try:
        app.push_screen(SpeakersScreen(SpeakersDesk(store)), closed)
    except StoreError as error:
        tell(app, str(error), "Not opened", "error")
