"""Files that are either wholly written or not at all, and on the disk when a function returns.

Nothing here is readable by others: files are made with mode 0600, folders with 0700. A rename
is only as durable as the folder that holds the name, so folders are synced too.

Whatever the store writes, it writes through this module: no other one changes a file.
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


class DoubtError(OSError):
    """An error after which nobody knows what the disk holds.

    That is so after a failed sync (Rebello et al., "Can Applications Recover from fsync
    Failures?", 2020), and where what was written could not be taken back.
    """

    @classmethod
    def of(cls, error: OSError) -> DoubtError:
        """The same error, with that said."""
        return cls(error.errno, error.strerror)


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


def close(fd: int) -> None:
    """Let go of `fd`. All that counts was synced before, so an error here tells nothing new."""
    with suppress(OSError):
        os.close(fd)


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
        close(fd)


def sync_file(path: Path) -> None:
    """Make what `path` holds durable, whoever wrote it. Raises OSError."""
    fd = os.open(path, os.O_RDWR)
    try:
        sync(fd)
    except OSError as error:
        raise DoubtError.of(error) from error
    finally:
        close(fd)


def sync_names(folder: Path, top: Path) -> None:
    """Make the names in `folder` durable, and those in the folders above it up to `top`.

    Another process may have made them and died before it synced them. Raises OSError.
    """
    sync_folder(folder)
    while folder != top and top in folder.parents:
        folder = folder.parent
        sync_folder(folder)


def sync_above(folder: Path) -> None:
    """Make the name of `folder` durable, and those of the folders it is in. Raises OSError.

    It ends where another disk begins, or where one may not write, and so has made nothing.
    """
    disk = folder.stat().st_dev
    for above in folder.parents:
        if above.stat().st_dev != disk or not os.access(above, os.W_OK):
            return
        sync_folder(above)


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
            close(fd)
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


def append(path: Path, end: int, data: bytes) -> None:
    """Put `data` after the first `end` bytes of `path`, which are all it has, durably.

    Raises OSError. One that is no DoubtError has changed nothing, and may be followed by another
    try, after making room say.
    """
    fd = os.open(path, os.O_WRONLY | os.O_APPEND)
    try:
        try:
            write_all(fd, data)
        except BaseException:
            _take_back(fd, end)
            raise
        try:
            sync(fd)
        except OSError as error:
            _take_back(fd, end)
            raise DoubtError.of(error) from error
        except BaseException:
            _take_back(fd, end)
            raise
    finally:
        close(fd)


def _take_back(fd: int, end: int) -> None:
    try:
        os.ftruncate(fd, end)
        sync(fd)
    except OSError as error:
        raise DoubtError.of(error) from error


def cut(path: Path, end: int) -> None:
    """Shorten `path` to its first `end` bytes, durably. Raises OSError."""
    fd = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(fd, end)
        sync(fd)
    finally:
        close(fd)


def remove(path: Path) -> None:
    """Take `path` away, durably, if it is there. Raises OSError."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def set_aside(path: Path, data: bytes, what: str = "torn") -> Path:
    """Keep `data`, taken out of `path`, in a file of its own beside it, whose name says `what` it
    is. Raises OSError."""
    number = 1
    while (kept := path.with_name(f"{path.name}.{what}-{number}")).exists():
        number += 1
    write_atomically(kept, data)
    return kept


def cannot(verb: str, path: Path, error: OSError, remedy: str) -> StoreError:
    """The error for people: what could not be done to which file, why, and what to do."""
    return StoreError(f"cannot {verb} {named(path)}: {fault(error)}; {remedy}")
