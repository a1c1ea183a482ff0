"""A layer over the calls to the operating system, where it can be made to fail or to stop.

While a `Layer` is entered it stands in for the functions of `os` that change files. Calls that
concern files below its folder are counted and told to the model of the disk; one of them may be
hit by a `Fault`. Nothing is really synced: the model knows what would be on the disk.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.stress.disk import Disk

CODES = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS)
"""The errors of disks."""

NAMES = (
    *("open", "close", "write", "fsync", "sync", "ftruncate", "truncate"),
    *("replace", "rename", "link", "symlink", "mkdir", "rmdir", "unlink", "remove"),
)
"""The functions stood in for."""


class Killed(BaseException):
    """Stands for the end of the process."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the system: the function, and how many bytes it was to write."""

    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at call `at`, counted from 0.

    With a `code`, the call fails with it; without, the process is killed. `part` is how many of
    its bytes a write still writes; None means that it is stopped before. With `after` the call is
    done first. A `lasting` fault hits all later calls too.
    """

    at: int
    code: int = 0
    part: int | None = None
    after: bool = False
    lasting: bool = False

    def hits(self, number: int) -> bool:
        """Whether the call with this number is hit."""
        return number == self.at or (self.lasting and number > self.at)


class Layer:
    """The layer over files below `folder`. `watch` is told of each call once it is done."""

    def __init__(
        self,
        folder: Path,
        *faults: Fault,
        disk: Disk | None = None,
        watch: Callable[[Call], None] | None = None,
    ) -> None:
        self.calls: list[Call] = []
        self._root = str(folder)
        self._faults = faults
        self._disk = disk
        self._watch = watch
        self._dead = False
        self._busy = False
        self._fds: dict[int, str] = {}
        self._real: dict[str, Callable[..., Any]] = {}

    def __enter__(self) -> Self:
        for name in NAMES:
            self._real[name] = getattr(os, name)
            setattr(os, name, self._stand_in(name))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for name, function in self._real.items():
            setattr(os, name, function)

    def _stand_in(self, name: str) -> Callable[..., Any]:
        real = self._real[name]

        def call(*arguments: Any, **named: Any) -> Any:
            if self._busy or not self._concerns(name, arguments):
                return real(*arguments, **named)
            if name == "close":
                path = self._fds.pop(arguments[0])
                if self._dead:  # the system closes the files of the dead
                    return real(*arguments)
                try:
                    return self._perform(name, (arguments[0], path), lambda: None)
                finally:
                    real(*arguments)
            return self._perform(
                name, arguments, lambda *given: real(*(given or arguments), **named)
            )

        return call

    def _concerns(self, name: str, arguments: tuple[Any, ...]) -> bool:
        if name == "sync":
            return True
        first = arguments[0]
        if isinstance(first, int):
            return first in self._fds
        path = str(os.fspath(first))
        return path == self._root or path.startswith(self._root + os.sep)

    def _perform(self, name: str, arguments: tuple[Any, ...], real: Callable[..., Any]) -> Any:
        if self._dead:
            raise Killed
        number = len(self.calls)
        self.calls.append(Call(name, len(arguments[1]) if name == "write" else 0))
        fault = next((fault for fault in self._faults if fault.hits(number)), None)
        if fault is not None and not fault.after:
            if name == "write" and fault.part is not None:
                piece = bytes(arguments[1])[: fault.part]
                real(arguments[0], piece)
                self._tell(name, (arguments[0], piece), len(piece))
            self._strike(fault)
        try:
            result = None if name in ("fsync", "sync") else real()
        except OSError:
            if fault is not None:
                self._strike(fault)
            raise
        self._tell(name, arguments, result)
        if fault is not None:
            self._strike(fault)
        if self._watch is not None:
            self._busy = True
            try:
                self._watch(self.calls[-1])
            finally:
                self._busy = False
        return result

    def _strike(self, fault: Fault) -> None:
        if fault.code:
            raise OSError(fault.code, os.strerror(fault.code))
        self._dead = True
        raise Killed

    def _tell(self, name: str, arguments: tuple[Any, ...], result: Any) -> None:
        """Keep the descriptors, and tell the model of the disk what was done."""
        if name == "open":
            self._fds[result] = os.fspath(arguments[0])
        if self._disk is not None:
            self._disk.done(name, arguments, result)
