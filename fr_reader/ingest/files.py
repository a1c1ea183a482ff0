"""Reading a file that may be missing, enormous, or not a file at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from fr_reader.model import InputError, visible

LIMIT = 20_000_000
"""The largest article, in bytes: some three million words."""
LIMIT_PACKED = 100_000_000
"""The largest PDF, EPUB or Word document, in bytes: most of it is pictures and fonts."""


def is_container(head: bytes) -> bool:
    """Whether a file that begins with `head` is a PDF or a zip archive, in which text is packed."""
    return head.startswith((b"%PDF-", b"PK\x03\x04"))


def read_bytes(path: Path, limit: int = LIMIT, packed: int = 0) -> bytes:
    """The bytes of the file at `path`.

    Raises InputError, naming the file, when it is missing, not a regular file (a pipe or a device
    might never end), unreadable, or larger than `limit` bytes; PDF files and zip archives may have
    up to `packed` bytes where that is more.
    """
    name = visible(str(path))
    try:
        _check(path, path.stat(), max(limit, packed))
        # Not blocking: between the look and the opening, a pipe may have taken the file's place.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with os.fdopen(descriptor, "rb") as file:
            head = file.read(8)
            limit = max(limit, packed) if is_container(head) else limit
            _check(path, os.fstat(descriptor), limit)
            data = head + file.read(limit + 1)
    except FileNotFoundError:
        raise InputError(f"there is no file {name}: check the name and the folder") from None
    except PermissionError:
        raise InputError(f"{name} may not be read: give yourself permission to read it") from None
    except ValueError:  # a NUL in the name
        raise InputError(f"{name} is not the name of a file: check the name") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"{name} cannot be read ({reason}): check the name and the disk") from None
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


_BINARY: int = getattr(os, "O_BINARY", 0)


def _check(path: Path, status: os.stat_result, limit: int) -> None:
    name = visible(str(path))
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"{name} is a folder: name the files in it, as in {name}/*.txt")
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{name} is a pipe or a device: save its text in a file first")
    if status.st_size > limit:
        raise _too_large(path, status.st_size, limit)


def _too_large(path: Path, size: int, limit: int) -> InputError:
    name = visible(str(path))
    if limit < 1_000_000:
        return InputError(f"{name} is larger than {limit // 1000} kB: make it shorter")
    return InputError(
        f"{name} has {size / 1e6:.0f} MB, and fr-reader reads articles of at most "
        f"{limit / 1e6:.0f} MB: split it into its articles"
    )
