"""A progress bar on stderr, for a terminal and a longer wait; else nothing at all.

It has no thread and no timer: it is drawn when there is progress, and taken away before anything
else is written to the same terminal.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_HANDFUL = 8
_SECONDS_BETWEEN = 0.1


class Bar:
    """Progress towards `total`, shown by `progress` if there is one."""

    def __init__(self, total: int, progress: Progress | None = None) -> None:
        self._progress = progress
        self._task = progress.add_task("reading", total=total) if progress else None
        self._drawn = 0.0
        self._visible = progress is not None

    def advance(self, steps: int) -> None:
        """Some more is done."""
        if self._progress is None or self._task is None:
            return
        self._progress.advance(self._task, steps)
        now = time.monotonic()
        if now - self._drawn >= _SECONDS_BETWEEN:
            self._drawn, self._visible = now, True
            self._progress.refresh()

    def clear(self) -> None:
        """Leave the line to what is about to be written; the bar comes back below it."""
        if self._progress is None or not self._visible:
            return
        from rich.control import Control  # noqa: PLC0415 - imported already when there is a bar
        from rich.segment import ControlType  # noqa: PLC0415

        erase = Control(ControlType.CARRIAGE_RETURN, (ControlType.ERASE_IN_LINE, 2))
        self._progress.console.control(erase)
        self._visible = False


@contextmanager
def bar(total: int) -> Iterator[Bar]:
    """A bar while the block runs, gone afterwards."""
    if total <= _HANDFUL or not sys.stderr.isatty():
        yield Bar(total)
        return
    from rich import progress as parts  # noqa: PLC0415 - 60 ms that only a bar must pay
    from rich.console import Console  # noqa: PLC0415

    columns = (
        parts.TextColumn("{task.description}"),
        parts.BarColumn(),
        parts.MofNCompleteColumn(),
        parts.TimeRemainingColumn(),
    )
    shown = parts.Progress(
        *columns,
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with shown:
        yield Bar(total, shown)
