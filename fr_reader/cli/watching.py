"""`fr-reader import --watch`: folders watched until ctrl+c."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from types import FrameType

import click

from fr_reader.cli.carried import tell_waiting
from fr_reader.cli.output import say, show
from fr_reader.cli.paths import Named, each
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session
from fr_reader.intake.adding import Intake
from fr_reader.intake.copies import copies_in
from fr_reader.intake.telling import told
from fr_reader.intake.watching import Watch
from fr_reader.model import Address, InputError, visible
from fr_reader.store import Store

_NAP = 0.05
"""Seconds after which a wait looks whether it is to end."""


def watch(
    session: Session, paths: Sequence[Path | Address], every: float, *, as_new: bool = False
) -> int:
    """Add what comes into the folders, looking every so many seconds; 0 when ctrl+c ends it.

    Raises click.UsageError for what is no folder, InputError for one that cannot be looked into.
    """
    folders = [path for path in paths if isinstance(path, Path) and path.is_dir()]
    if len(folders) < len(paths):
        other = next(path for path in paths if path not in folders)
        raise click.UsageError(f"--watch takes folders that are there, and {other} is none")
    watched = Watch(folders)
    with ctrl_c() as asked, opened(session, adding=True, seeded=False) as store:
        known = watched.look()
        if watched.problems:
            raise InputError(watched.problems[0])
        assert not known, "nothing is complete at the first look"
        names = ", ".join(visible(str(folder)) for folder in folders)
        say(f"watching {names}: ctrl+c ends it")
        added = keep_watch(store, watched, session, every, as_new=as_new, asked=asked)
    say(f"no longer watching: {added} added")
    return 0


def keep_watch(
    store: Store,
    watched: Watch,
    session: Session,
    every: float,
    *,
    as_new: bool,
    asked: Callable[[], bool],
) -> int:
    """Take in what comes until it is `asked` to end; how many articles were added."""
    compare = cache(partial(copies_in, store))
    added, troubles = 0, watched.problems
    while not _rested(every, asked):
        ready = watched.look()
        for problem in watched.problems:
            if problem not in troubles:
                say(problem)
        troubles = watched.problems
        if not ready:
            continue
        intake, waiting = Intake(store, as_new=as_new, compare=compare), 0
        for _, arrival in each(map(Named, ready), session.encoding):
            if arrival is not None:
                (done,) = intake.put([arrival])
                show(told(done, arrival.guessed))
                sys.stdout.flush()
                added += done.new
                waiting += done.carried.waiting if done.carried is not None else 0
            if asked():
                break
        tell_waiting(waiting)
    return added


def _rested(seconds: float, asked: Callable[[], bool]) -> bool:
    """Wait; whether it was asked to end meanwhile."""
    end = time.monotonic() + seconds
    while not asked() and (left := end - time.monotonic()) > 0:
        time.sleep(min(_NAP, left))
    return asked()


@contextmanager
def ctrl_c() -> Iterator[Callable[[], bool]]:
    """Says whether ctrl+c was pressed while the block runs; pressed twice, it interrupts."""
    pressed: list[int] = []

    def press(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - a handler's arguments
        pressed.append(number)
        if len(pressed) > 1:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)
