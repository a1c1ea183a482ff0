"""Work in processes, its results in the order of the work, little of it waiting at any time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST = 61
"""The most processes: Windows cannot wait for more, and one writer keeps no more of them busy."""
_AHEAD = 4
"""How many pieces of work may wait, or be done and not yet taken, for each process."""


class WorkerDiedError(Exception):
    """A worker came to an end of which it could say nothing itself."""


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(work: Callable[[T], R], items: Iterable[T], jobs: int) -> Generator[R, None, None]:
    """`work` of each item, in the order of the items, done by `jobs` processes.

    With one job all is done in this process. Items are taken as they are needed. Workers end with
    this process however it ends, and at once when the iterator is closed. Raises WorkerDiedError
    when one of them is killed.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    waiting: deque[Future[R]] = deque()
    with _pool(min(jobs, MOST)) as pool:
        try:
            for item in items:
                waiting.append(_submit(pool, work, item))
                while waiting and (len(waiting) >= _AHEAD * jobs or waiting[0].done()):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise WorkerDiedError from error


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """A pool whose processes are killed when the work is given up."""
    others = set(multiprocessing.active_children())
    # A forked worker has imported already what it needs. Elsewhere forking is not safe.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    try:
        yield pool
    except BaseException:
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _submit(pool: ProcessPoolExecutor, work: Callable[[T], R], item: T) -> Future[R]:
    """Hand in an item. This may start workers, which must never see Ctrl+C themselves."""
    if sys.platform == "win32":
        return pool.submit(work, item)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, item)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make this process a worker: deaf to Ctrl+C, and gone as soon as its parent is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
