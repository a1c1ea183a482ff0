"""What somebody waits for who opens the overview in the reader, and scrolls in it."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.terminal import PAGE_DOWN, Terminal, plain

KEYS = 25
OVERVIEW = b"\x0f"
"""Ctrl+O."""
FIRST, SURE = b"Nobody ", b" rows"
"""What is on its way to the screen with the first sheet, and only once it is sure."""


@dataclass(frozen=True)
class Waits:
    """Seconds until the sheet is shown, until it is sure, and median seconds of a key in it."""

    shown: float
    sure: float
    line: float
    page: float


WAITS = {
    "shown": "until a sheet is shown",
    "sure": "until it is sure",
    "line": "a line further down",
    "page": "a page further down",
}
"""The same in words."""


def waits(folder: Path) -> Waits:
    """The waits in the project in `folder`."""
    with tempfile.TemporaryDirectory(prefix="fr-reader-overview-") as data:
        return _waits(folder, Path(data))


def _waits(folder: Path, data: Path) -> Waits:
    env = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_ANIMATIONS": "none",
        "FR_READER_DATA": str(data / "data"),
        "FR_READER_CONFIG": str(data / "config"),
    }
    env.pop("NO_COLOR", None)
    terminal = Terminal([sys.executable, "-m", "fr_reader", "--project", str(folder)], env)
    try:
        terminal.until(b"Made-up news")
        terminal.settle()
        shown, sure = _opened(terminal)
        terminal.settle()
        line = statistics.median(terminal.press(b"\x1b[B") for _ in range(KEYS))
        page = statistics.median(terminal.press(PAGE_DOWN) for _ in range(KEYS))
    finally:
        terminal.close()
    return Waits(shown, sure, line, page)


def _opened(terminal: Terminal) -> tuple[float, float]:
    """Seconds from the key until the sheet is shown, and until it is sure."""
    start, seen, shown = time.perf_counter(), b"", 0.0
    os.write(terminal.fd, OVERVIEW)
    while SURE not in plain(seen):
        seen += terminal.read(60.0)
        if not shown and FIRST in plain(seen):
            shown = time.perf_counter() - start
    return shown, time.perf_counter() - start
