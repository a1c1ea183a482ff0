"""The backup of the day, made beside the work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from fr_reader.model import StoreError
from fr_reader.store import ProjectStore
from fr_reader.store.backup import daily_backup

_FIRST = 0.5
"""Seconds the work waits for the backup, so that a small project is backed up before it."""
_LAST = 5.0
"""Seconds the end of the work waits for a backup still going on; it is made anew another time."""


@contextmanager
def backed_up(store: ProjectStore) -> Iterator[None]:
    """Make today's backup, if there is none yet, while the block goes on.

    A backup that cannot be made is one of the store's problems, and hinders nothing.
    """
    if store.made or not os.access(store.folder, os.W_OK):
        yield
        return

    def work() -> None:
        try:
            daily_backup(store.folder)
        except StoreError as error:
            store.problems.append(str(error))

    worker = Thread(target=work, name="daily backup", daemon=True)
    worker.start()
    worker.join(_FIRST)
    try:
        yield
    finally:
        worker.join(_LAST)
