"""What a terminal pastes when files are dropped on it: their paths, each terminal in its way."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

_LONGEST = 100_000
_SCHEME = "file://"
_BEGINNINGS = ("/", "~", "'", '"', "\\", _SCHEME)


def may_be_paths(text: str) -> bool:
    """Whether a pasted text begins like paths, so that it is worth looking for the files."""
    begins = text.lstrip()
    drive = begins[1:3] in (":\\", ":/")
    return len(text) <= _LONGEST and (begins.lower().startswith(_BEGINNINGS) or drive)


def paths_in(text: str) -> tuple[Path, ...]:
    """The files and folders a pasted text names, when it names nothing else; else none.

    It may be one path as it is, one a line, or several with blanks between them; in quotation
    marks, with backslashes before what a shell would take for more than a letter, or as `file`
    addresses. They have to be there, and to be named from the root on; the user's home and what it
    lies in are nothing somebody drops, but words that only look like it.
    """
    if not may_be_paths(text):
        return ()
    for words in _readings(text.strip()):
        paths = tuple(map(_path, words))
        found = tuple(path for path in paths if path is not None and _is_dropped(path))
        if found and len(found) == len(paths):
            return found
    return ()


def _readings(text: str) -> Iterator[list[str]]:
    """The ways to take a text apart, the plainest first."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    yield lines
    for posix in (True, False) if os.name == "nt" else (True,):
        try:
            yield shlex.split(text, posix=posix)
            yield [" ".join(shlex.split(line, posix=posix)) for line in lines]
        except ValueError:  # a quotation mark without its other half
            continue


def _path(word: str) -> Path | None:
    """The path a word names; None where it names none from the root on."""
    if len(word) > 1 and word[0] == word[-1] and word[0] in "'\"":
        word = word[1:-1]
    if word.lower().startswith(_SCHEME):
        return _from_address(word)
    try:
        path = Path(word).expanduser()
    except (RuntimeError, ValueError):  # no such home folder, or a NUL in its name
        return None
    return path if path.is_absolute() else None


def _from_address(address: str) -> Path | None:
    """The path of a `file` address of this machine."""
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - only when one is pasted
    from urllib.request import url2pathname  # noqa: PLC0415

    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.netloc.lower() not in ("", "localhost"):
        return None
    plain = unquote(parts.path) if os.name != "nt" else url2pathname(parts.path)
    path = Path(plain)
    return path if path.is_absolute() else None


def _is_dropped(path: Path) -> bool:
    try:
        return path.exists() and not Path.home().is_relative_to(path.resolve())
    except (OSError, ValueError, RuntimeError):  # too long, with a NUL in it, a loop of links
        return False
