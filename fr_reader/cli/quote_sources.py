"""What `quotes` is to read: files, the texts in folders, standard input, articles of a project."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fr_reader.cli.standard_input import STDIN, is_piped, standard_input
from fr_reader.model import Article, InputError

_ENDINGS = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read, named `path`.

    `data` are its bytes where they were read already, `article` is what a project holds of it,
    and `problem` is the sentence on why there is nothing to read.
    """

    path: str
    data: bytes | None = None
    article: Article | None = None
    problem: str = ""


def sources(paths: Iterable[Path]) -> list[Source]:
    """What the paths name, in their order; for a folder, the texts in it and in its folders.

    Raises click.UsageError when standard input is named twice.
    """
    named = list(paths)
    is_piped(named)
    return [source for path in named for source in _named(path)]


def _named(path: Path) -> Iterator[Source]:
    if str(path) == STDIN:
        yield _standard_input()
    elif not path.is_dir():
        yield Source(str(path))
    else:
        empty = True
        for source in _inside(path):
            empty = False
            yield source
        if empty:
            yield Source(str(path), problem=f"there is no .txt or .md file in the folder {path}")


def _standard_input() -> Source:
    try:
        return Source(STDIN, standard_input())
    except InputError as error:
        return Source(STDIN, problem=str(error))


def _inside(folder: Path) -> Iterator[Source]:
    """The texts in `folder`, by name, each folder in it at its place.

    Hidden files and folders and links to folders (which may go in circles) are passed over.
    """
    waiting = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield Source(str(path))
            continue
        try:
            with os.scandir(path) as entries:
                inside = [
                    (path / entry.name, entry.is_dir()) for entry in entries if _wanted(entry)
                ]
        except OSError as error:
            why = error.strerror or type(error).__name__
            yield Source(str(path), problem=f"the folder {path} cannot be read ({why})")
            continue
        waiting += sorted(inside, key=lambda each: each[0].name, reverse=True)


def _wanted(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir():
        return not entry.is_symlink()
    return entry.name.lower().endswith(_ENDINGS)
