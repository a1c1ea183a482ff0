"""A little room kept back, so that on a full disk one can still take things away.

The project folder holds a file that means nothing. When an act that only removes or shortens
finds the disk full, a piece of that file is given up and the act is tried once more; acts that add
something are refused before the room is gone. When there is room again, it is filled up.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from fr_reader.store import files

SIZE = 64 * 1024
"""Bytes kept back: some hundred removals."""

PIECE = 8 * 1024
"""Bytes given up at a time: what an act needs, in the blocks of any common disk."""

_AMPLE = 4
"""The reserve is made where at least this many times its size is free."""


def is_full(error: OSError) -> bool:
    """Whether `error` says that there is no room."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


class Reserve:
    """The reserve of the project in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{files.OURS}reserve"

    def keep(self) -> None:
        """See that it is there in full, if there is ample room. Never fails."""
        with suppress(OSError):
            if self._size() < SIZE and shutil.disk_usage(self.path.parent).free >= _AMPLE * SIZE:
                # Random bytes, since a disk that compresses would keep nothing back for others.
                files.write_atomically(self.path, os.urandom(SIZE))

    def lend(self) -> bool:
        """Give a piece of it up; says whether there was one. Call with the lock held."""
        size = self._size()
        if not size:
            return False
        try:
            files.cut(self.path, max(0, size - PIECE))
        except OSError:
            return False
        return True

    def _size(self) -> int:
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0
