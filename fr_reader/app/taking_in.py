"""Files taken into the project while the app is open, and what became of them in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fr_reader.ingest.folders import articles_in, none_in
from fr_reader.intake.adding import Intake, Put
from fr_reader.intake.arrival import Arrival, read_file
from fr_reader.intake.copies import copies_in
from fr_reader.intake.telling import told
from fr_reader.model import InputError
from fr_reader.store import Store

_MOST_TOLD = 4
"""So many lines a message has; what is more is counted."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of files: a line for each that was read, a sentence for each that was not.

    `first` is the id of the first article that was read, empty where none was.
    """

    done: tuple[Put, ...]
    lines: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def first(self) -> str:
        """The id of the first article, if any."""
        return self.done[0].entry.id if self.done else ""

    @property
    def said(self) -> str:
        """What became of those that were read: of a few each one, of many the numbers."""
        if len(self.lines) <= _MOST_TOLD:
            return "\n".join(" ".join(line.split()) for line in self.lines)
        kinds = Counter(map(_kind, self.done))
        return ", ".join(f"{number:,} {kind}" for kind, number in kinds.items())

    @property
    def trouble(self) -> str:
        """What is wrong with the others, the first few in full."""
        more = len(self.problems) - _MOST_TOLD
        rest = (f"and {more:,} more",) if more > 0 else ()
        return "\n".join((*self.problems[:_MOST_TOLD], *rest))


def files_of(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """The files at these paths and in those that are folders, and what is wrong with the rest."""
    files: list[Path] = []
    problems: list[str] = []
    for path in paths:
        try:
            found = list(articles_in(path, problems.append)) if path.is_dir() else [path]
        except InputError as error:
            problems.append(str(error))
        else:
            files += found
            problems += () if found else (str(none_in(path)),)
    return files, problems


def take_in(store: Store, files: Iterable[Path]) -> TakenIn:
    """Take the articles in these files into the project.

    What cannot be read keeps nothing else from being added. Raises StoreError.
    """
    arrivals: list[Arrival] = []
    problems: list[str] = []
    for file in files:
        try:
            arrivals.append(read_file(file))
        except InputError as error:
            problems.append(str(error))
    intake = Intake(store, compare=partial(copies_in, store))
    done = tuple(intake.put(arrivals)) if arrivals else ()
    lines = tuple(told(put, one.guessed) for put, one in zip(done, arrivals, strict=True))
    return TakenIn(done, lines, tuple(problems))


def _kind(done: Put) -> str:
    if done.carried is not None:
        return "revised"
    return "added" if done.new else "updated" if done.changed else "there already"
