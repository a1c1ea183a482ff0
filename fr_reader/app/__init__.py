"""The Textual app. Importing this package costs nothing; running it imports Textual."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fr_reader.app.commands import Keymap
    from fr_reader.app.manner import Manner
    from fr_reader.store import Store


def run(
    store: Store,
    *,
    article_id: str | None = None,
    notes_folder: Path,
    keymap: Keymap | None = None,
    manner: Manner | None = None,
) -> int:
    """Open the app on a project, at an article where one is named; returns when it is closed.

    `notes_folder` is where exported notes go unless the user says otherwise, `keymap` and `manner`
    are what the user has set. Gives the exit code. Raises StoreError when the project's articles
    cannot be listed.
    """
    from fr_reader.app.main import FrReader  # noqa: PLC0415

    store.entries()
    app = FrReader(store, notes_folder, article_id, keymap, manner)
    app.run()
    return app.return_code or 0
