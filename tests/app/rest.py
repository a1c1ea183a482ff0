"""When an app under test has come to rest, told from what its event loop still has to do.

Textual's pilot waits in slices of 20 ms until the process uses little time of the processor, at
least twice a key, so that most of a test is sleep; and on a busy machine a process that is kept
waiting looks like one that has nothing to do. Here an app rests when nothing waits for its turn in
the event loop, nothing is due before the screen is next drawn, and no thread is at work.
"""

from __future__ import annotations

import asyncio
from time import process_time

FRAME = 1 / 50
"""Seconds; the screen is drawn 60 times a second at most."""
_SLICE = 1 / 250
_WORK = _SLICE / 10


async def at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the app rests, `min_sleep` seconds at least, `max_sleep` at most.

    It stands in for textual._wait.wait_for_idle.
    """
    loop = asyncio.get_running_loop()
    start = loop.time()
    while True:
        worked = process_time()
        await asyncio.sleep(_SLICE)
        worked, waited = process_time() - worked, loop.time() - start
        if waited >= max_sleep:
            return
        if waited > min_sleep and worked < _WORK and not _busy(loop):
            return


def _busy(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether anything waits for its turn, or is due before the screen is next drawn."""
    ready, timers = getattr(loop, "_ready"), getattr(loop, "_scheduled")  # noqa: B009 - private
    soon = loop.time() + FRAME
    return bool(ready) or any(not timer.cancelled() and timer.when() < soon for timer in timers)
