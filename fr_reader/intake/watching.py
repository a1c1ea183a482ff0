"""Folders that are looked at again and again for articles that have come into them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from fr_reader.ingest.folders import articles_in
from fr_reader.ingest.sidecar import KNOWN_SUFFIXES
from fr_reader.model import InputError

_State = tuple[tuple[int, ...], ...]
"""What tells whether a file and what is beside it are as they were: where, how large, when."""


class Watch:
    """Looks at folders; each look gives the files that are complete and were not given as they are.

    A file counts as complete when it is not empty and the same in two looks one after the other.
    `problems` are the folders that could not be looked into at the last look, a sentence each.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._before: dict[Path, _State] = {}
        self._given: dict[Path, _State] = {}
        self.problems: tuple[str, ...] = ()

    def look(self) -> list[Path]:
        """The files that can be read now, in the order of their names."""
        seen: dict[Path, _State] = {}
        problems: list[str] = []
        for folder in self._folders:
            try:
                found = articles_in(folder, problems.append)
                seen |= {path: state for path in found if (state := _state(path))}
            except InputError as error:
                problems.append(str(error))
        still = {path: state for path, state in seen.items() if state == self._before.get(path)}
        ready = {path: state for path, state in still.items() if state != self._given.get(path)}
        self._before, self.problems = seen, tuple(problems)
        self._given |= ready
        return list(ready)


def _state(path: Path) -> _State:
    """How a file and what is beside it are now; empty where there is nothing in it yet."""
    try:
        status = path.stat()
    except OSError:  # gone since its folder was read
        return ()
    if not status.st_size:
        return ()
    state = [_mark(status)]
    for suffix in KNOWN_SUFFIXES:
        with suppress(OSError):  # most articles have nothing beside them
            state.append(_mark(path.with_suffix(suffix).stat()))
    return tuple(state)


def _mark(status: os.stat_result) -> tuple[int, ...]:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
