"""Files that are either wholly written or not at all, and on the disk when a function returns.

Nothing here is readable by others: files are made with mode 0600, folders with 0700. A rename
is only as durable as the folder that holds the name, so folders are synced too.
"""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from fr_reader.model import StoreError, visible

OURS = ".fr-reader-"
"""How the names of temporary files and of the lock begin."""

_PLAIN = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no permission",
    errno.EPERM: "you have no permission",
    errno.ENOTDIR: "a file is in the place of a folder",
    errno.EISDIR: "a folder is in the place of a file",
    errno.EIO: "the disk reports an error",
    errno.ENOENT: "it is not there",
    errno.ENAMETOOLONG: "its name is too long",
}


def fault(error: OSError) -> str:
    """What went wrong, in plain words."""
    if error.errno in _PLAIN:
        return _PLAIN[error.errno]
    return (error.strerror or str(error) or type(error).__name__).lower()


def named(path: Path) -> str:
    """`path` as it may stand in a message."""
    return visible(str(path))


def sync(fd: int) -> None:
    """Return when what `fd` holds is on the disk itself."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on every system

        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
    else:
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can."""
    if os.name == "nt":
        return
    try:
        fd = os.open(folder, os.O_RDONLY)
    except PermissionError:  # one may write in a folder and not read it: then everything is synced
        os.sync()
        return
    try:
        sync(fd)
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte of `data`, however small the pieces the system takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`: written beside, synced, renamed, the folder synced. Raises OSError.

    Whatever was at `path` before is there until the rename, and again nothing in between.
    """
    temporary = path.parent / f"{OURS}{secrets.token_hex(8)}.tmp"
    fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        try:
            write_all(fd, data)
            sync(fd)
        finally:
            os.close(fd)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def make_folders(folder: Path) -> None:
    """Make `folder` and what is missing above it, each durable. Raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folders(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    sync_folder(folder.parent)


def cut(path: Path, end: int) -> None:
    """Shorten `path` to its first `end` bytes, durably. Raises OSError."""
    fd = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(fd, end)
        sync(fd)
    finally:
        os.close(fd)


def set_aside(path: Path, data: bytes) -> Path:
    """Keep `data`, cut off from `path`, in a file of its own beside it. Raises OSError."""
    number = 1
    while (kept := path.with_name(f"{path.name}.torn-{number}")).exists():
        number += 1
    write_atomically(kept, data)
    return kept


def cannot(verb: str, path: Path, error: OSError, remedy: str) -> StoreError:
    """The error for people: what could not be done to which file, why, and what to do."""
    return StoreError(f"cannot {verb} {named(path)}: {fault(error)}; {remedy}")
