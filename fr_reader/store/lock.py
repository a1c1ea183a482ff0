"""One writer at a time in a project, however many windows are open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from fr_reader.model import StoreError
from fr_reader.store.files import OURS, cannot, named

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 10.0
"""Seconds a writer waits for another to finish; an append takes milliseconds."""


class Lock:
    """An advisory lock on a file that holds nothing; the system frees it when its holder dies.

    The thread that holds it may hold it again. filelock is imported at the first hold, since
    readers need none of it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{OURS}lock"
        self._lock: BaseFileLock | None = None
        self._holder: int | None = None

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the lock. Raises StoreError where it cannot be had."""
        if self._holder == get_ident():
            yield
            return
        lock = self._acquire()
        self._holder = get_ident()
        try:
            yield
        finally:
            self._holder = None
            lock.release()

    def _acquire(self) -> BaseFileLock:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - see the class

        folder = self.path.parent
        if not folder.is_dir():  # filelock would make it
            raise StoreError(f"{named(folder)} is not there any more: nothing was saved")
        if self._lock is None:
            self._lock = FileLock(self.path, timeout=PATIENCE, mode=0o600)
        try:
            self._lock.acquire(poll_interval=0.003)
        except Timeout:
            raise StoreError(
                f"another window has been writing in {named(folder)} "
                f"for over {PATIENCE:.0f} seconds: close it and try again"
            ) from None
        except OSError as error:
            raise cannot(
                "write in", folder, error, "nothing was saved, make it writable"
            ) from error
        except NotImplementedError as error:
            raise StoreError(
                f"{named(folder)} is on a disk without file locks: move the project to a local disk"
            ) from error
        return self._lock
