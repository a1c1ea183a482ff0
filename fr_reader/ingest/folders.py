"""The articles in a folder and in the folders below it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from fr_reader.model import InputError, visible

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".epub", ".docx")
"""How the names of files end that are looked for, in small letters."""

_PROJECT = {"project.json", "articles"}
"""What a project's folder has in it: its texts were imported already, or thrown away."""
_PAGES = (".html", ".htm", ".xhtml")
_PARTS = ("_files", ".files")
"""What browsers put behind a page's name for the folder with its pictures and frames."""


def articles_in(folder: Path, missed: Callable[[str], object] = len) -> Iterator[Path]:
    """The files below `folder` that may be articles, in the order of their names.

    Passed over are hidden files and folders, what belongs to a saved web page, projects of
    fr-reader and what is no regular file. Links are followed, but no folder is entered twice. A
    folder that cannot be looked into is `missed`, which is told so in a sentence; where that is
    `folder` itself, InputError is raised.
    """
    try:
        os.listdir(folder)  # noqa: PTH208 - only to hear the reason
    except OSError as error:
        raise _closed(folder, error) from None
    entered: set[tuple[int, int]] = set()
    waiting = [_inside(folder, entered, missed)]
    while waiting:
        path = next(waiting[-1], None)
        if path is None:
            waiting.pop()
        elif path.is_dir():
            waiting.append(_inside(path, entered, missed))
        elif path.suffix.lower() in SUFFIXES and path.is_file():
            yield path


def none_in(folder: Path) -> InputError:
    """The error for a folder without any article."""
    known = ", ".join(SUFFIXES)
    return InputError(f"there is no article in the folder {visible(str(folder))}: it takes {known}")


def _closed(folder: Path, error: OSError) -> InputError:
    reason = error.strerror or type(error).__name__
    return InputError(
        f"{visible(str(folder))} cannot be looked into ({reason}): check its permissions"
    )


def _inside(
    folder: Path, entered: set[tuple[int, int]], missed: Callable[[str], object]
) -> Iterator[Path]:
    """What is worth a look in a folder, in order; nothing where it was `entered` before."""
    try:
        status = folder.stat()
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    except OSError as error:
        missed(str(_closed(folder, error)))
        return
    if (status.st_dev, status.st_ino) in entered or _PROJECT.issubset(names):
        return
    entered.add((status.st_dev, status.st_ino))
    pages = {Path(name).stem for name in names if name.lower().endswith(_PAGES)}
    parts = {f"{page}{part}" for page in pages for part in _PARTS}
    yield from (folder / name for name in names if not name.startswith(".") and name not in parts)
