"""What is named on the command line, files, folders and addresses, read one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fr_reader.cli.output import say
from fr_reader.cli.standard_input import STDIN, standard_input
from fr_reader.ingest.folders import articles_in, none_in
from fr_reader.intake.arrival import Arrival, read_address, read_file, read_piped
from fr_reader.model import Address, InputError, visible


@dataclass(frozen=True, slots=True)
class Named:
    """One thing to read; `inside` says that it was not named itself but is in a folder that was,
    `problem` why there is nothing to read."""

    path: Path | Address
    inside: bool = False
    problem: str = ""


def named(paths: Iterable[Path | Address]) -> list[Named]:
    """What the paths name in their order; for a folder, the articles in it and below."""
    return [one for path in paths for one in _named(path)]


def _named(path: Path | Address) -> Iterator[Named]:
    if isinstance(path, Address) or not _is_folder(path):
        yield Named(path)
        return
    missed: list[str] = []
    try:
        found = [Named(one, inside=True) for one in articles_in(path, missed.append)]
        found += [Named(path, inside=True, problem=problem) for problem in missed]
    except InputError as error:
        found = [Named(path, problem=str(error))]
    yield from found or [Named(path, problem=str(none_in(path)))]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # what is wrong with it is told where it is read
        return False


def each(
    wanted: Iterable[Named],
    encoding: str | None,
    *,
    command_possible: bool = False,
    before_saying: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Named, Arrival | None]]:
    """Each with the article that was read, or with None after stderr was told what is wrong.

    `-` is standard input.
    `command_possible`: the first of them stands where a command might have been meant.
    `before_saying` is called before something is told.
    """
    for number, one in enumerate(wanted):
        try:
            if one.problem:
                raise InputError(one.problem)
            yield one, _read(one.path, encoding)
        except InputError as error:
            word = _unknown_word(one.path) if command_possible and not number else ""
            before_saying()
            say(word or str(error))
            yield one, None


def _read(path: Path | Address, encoding: str | None) -> Arrival:
    if isinstance(path, Address):
        return read_address(path, encoding)
    if str(path) != STDIN:
        return read_file(path, encoding)
    return read_piped(standard_input(), encoding)


def _unknown_word(path: Path | Address) -> str:
    """What to say of a lone word that is no file: it may have been meant as a command."""
    if isinstance(path, Address) or str(path) == STDIN or os.path.lexists(path):
        return ""
    if path.suffix or os.sep in str(path):
        return ""
    name = visible(str(path))
    return f"there is no file and no command {name}: fr-reader --help lists the commands"
