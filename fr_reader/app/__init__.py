"""The Textual app. Importing this package costs nothing; running it imports Textual."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from fr_reader.model import StoreError

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
    entries = store.entries()
    first = article_id or (entries[0].id if len(entries) == 1 else None)
    with _shown(store, first, manner) if first is not None else nullcontext():
        from fr_reader.app.main import FrReader  # noqa: PLC0415 - while the text is being read

        app = FrReader(store, notes_folder, article_id, keymap, manner)
    app.run()
    return app.return_code or 0


def _shown(store: Store, article_id: str, manner: Manner | None) -> AbstractContextManager[None]:
    """The first page of an article, shown at once; nothing where it cannot be read, or where the
    tutor stands above it."""
    from fr_reader.app.beginnings import first_reading  # noqa: PLC0415 - only with an article
    from fr_reader.app.first_page import first_page  # noqa: PLC0415 - as above
    from fr_reader.app.manner import Manner  # noqa: PLC0415 - as above
    from fr_reader.app.preferences import theme_file  # noqa: PLC0415 - as above

    manner = manner or Manner()
    if manner.tutor:
        return nullcontext()
    try:
        reading, _ = first_reading(store.article(article_id))
    except StoreError:
        return nullcontext()  # the app says what is wrong
    return first_page(reading, theme_file(manner.theme), manner.width)
