"""One writer at a time in a project, however many windows are open."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from fr_reader.model import StoreError
from fr_reader.store.files import OURS, cannot, named

if TYPE_CHECKING:
    from filelock import BaseFileLock

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 10.0
"""Seconds a writer waits for another to finish; an append takes milliseconds."""


_POLL = 0.003
_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


class Lock:
    """An advisory lock on a file that holds nothing; the system frees it when its holder dies.

    The thread that holds it may hold it again. It is a `flock`, which costs next to nothing
    beside the sync of an act; where the system has none, filelock's lock.
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
        release = self._acquire()
        self._holder = get_ident()
        try:
            yield
        finally:
            self._holder = None
            with suppress(OSError):  # the system has let go of it all the same
                release()

    def _acquire(self) -> Callable[[], None]:
        """Lock; gives what unlocks."""
        folder = self.path.parent
        if not folder.is_dir():  # filelock would make it
            raise StoreError(f"{named(folder)} is not there any more: nothing was saved")
        try:
            return self._locked() if fcntl is None else _flocked(self.path)
        except TimeoutError:
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

    def _locked(self) -> Callable[[], None]:
        from filelock import FileLock  # noqa: PLC0415 - only needed here

        if self._lock is None:
            self._lock = FileLock(self.path, timeout=PATIENCE, mode=0o600)
        self._lock.acquire(poll_interval=_POLL)
        return self._lock.release


def _flocked(path: Path) -> Callable[[], None]:
    """Lock the file at `path`; gives what unlocks it.

    Raises TimeoutError, NotImplementedError on a disk without locks, and OSError.
    """
    end = time.monotonic() + PATIENCE
    while True:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(fd).st_nlink:  # else its name is gone, and it guards nothing
                return partial(os.close, fd)
        except OSError as error:
            os.close(fd)
            if error.errno in _NO_LOCKS:
                raise NotImplementedError from error
            if error.errno not in _HELD:
                raise
        except BaseException:
            os.close(fd)
            raise
        else:
            os.close(fd)
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(_POLL)
