"""Files named on the command line, read one by one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from fr_reader.cli.output import say
from fr_reader.cli.standard_input import STDIN, standard_input
from fr_reader.ingest import load, piped
from fr_reader.model import Article, InputError, visible


def each(
    paths: Iterable[Path], encoding: str | None, *, command_possible: bool = False
) -> Iterator[tuple[Path, Article | None]]:
    """Each path with its article, or with None after stderr was told what is wrong with it.

    `-` is standard input.
    `command_possible`: the first of them stands where a command might have been meant.
    """
    for number, path in enumerate(paths):
        try:
            yield path, _read(path, encoding)
        except InputError as error:
            word = _unknown_word(path) if command_possible and not number else ""
            say(word or str(error))
            yield path, None


def _read(path: Path, encoding: str | None) -> Article:
    if str(path) != STDIN:
        return load(path, encoding=encoding)
    return piped(standard_input(), encoding=encoding)


def _unknown_word(path: Path) -> str:
    """What to say of a lone word that is no file: it may have been meant as a command."""
    if str(path) == STDIN or os.path.lexists(path) or path.suffix or os.sep in str(path):
        return ""
    name = visible(str(path))
    return f"there is no file and no command {name}: fr-reader --help lists the commands"
