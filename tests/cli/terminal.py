"""The command line in a terminal of its own: what it draws, and keys for it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

# A new session's leader takes the terminal on its standard error for the session's own.
_TAKE = (
    "import fcntl, os, sys, termios; fcntl.ioctl(2, termios.TIOCSCTTY, 0);"
    "os.execv(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """A pseudo-terminal with a process in it; `drawn` is all the process has written so far."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process, self._master = process, master
        self.drawn = b""

    def wait_for(self, words: bytes, seconds: float = 30.0) -> None:
        """Read until `words` were drawn since the last key. Fails when they are not in time."""
        until = time.monotonic() + seconds
        while words not in self.drawn:
            assert time.monotonic() < until, self.drawn[-2000:]
            assert self._more(0.2) or self.process.poll() is None, self.drawn[-2000:]

    def press(self, keys: bytes) -> None:
        """Type `keys`, and forget what was drawn before."""
        self.drawn = b""
        os.write(self._master, keys)

    def end(self, seconds: float = 30.0) -> int:
        """The exit code, once the process has ended."""
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < until, self.drawn[-2000:]
            self._more(0.1)
        while self._more(0.1):
            pass
        return self.process.returncode

    def _more(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            found = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        self.drawn += found
        return bool(found)


@contextmanager
def terminal(
    arguments: Sequence[object], stdin: Path | None = None, **environment: str
) -> Iterator[Terminal]:
    """`fr-reader` with `arguments` in a terminal, its standard input the file `stdin` if given."""
    if os.name == "nt":
        pytest.skip("there are no pseudo-terminals to be had")
    import pty
    import termios

    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (30, 100))
    command = [sys.executable, "-m", "fr_reader", *map(str, arguments)]
    given = stdin.open("rb") if stdin is not None else None
    process = subprocess.Popen(
        [sys.executable, "-c", _TAKE, *command],
        stdin=given or slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color"} | environment,
    )
    os.close(slave)
    if given is not None:
        given.close()
    try:
        yield Terminal(process, master)
    finally:
        process.kill()
        process.wait()
        os.close(master)
