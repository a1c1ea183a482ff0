"""What a user waits for in a terminal: the first content, a page, a tag, in short and long texts.

    python -m benchmarks.terminal [RUNS]

Runs the real command in a pseudo-terminal of 120 × 40, with animations off, and a hello-world
Textual app beside it, in turn, so that whatever else the machine does meets both alike. A wait is
from writing a key to the last byte of what it changes on the screen. Claims: the first content in
at most 1.35 times the hello-world’s; at 100,000 paragraphs PageDown and a tag at most 1.5 times
what they are at 100, and 16 ms (medians); opening 100,000 paragraphs at most
twice opening 100. Exit code 1 when a claim does not hold.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Mapping
from pathlib import Path

RUNS = 7
KEYS = 25
FEW, MANY = 100, 100_000
FIRST, OPENING, KEY, FRAME = 1.35, 2.0, 1.5, 16.0
"""The claims: three ratios, and the milliseconds of one frame."""
PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"
QUIET = 0.08
"""Seconds without output after which a key’s effect is taken to be complete."""
PATIENCE = 60.0
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello, world")
Hello().run()
"""


class Terminal:
    """A command in a pseudo-terminal of 120 columns and 40 lines."""

    def __init__(self, command: list[str], env: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, {**env})
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until(self, wanted: bytes) -> float:
        """Seconds from the start until `wanted` is on its way to the screen."""
        seen = b""
        while wanted not in plain(seen):
            seen += self.read(PATIENCE)
        return time.perf_counter() - self.started

    def press(self, key: bytes, shows: bytes = b"") -> float:
        """Seconds from writing a key to the last byte of what it changes, or until it `shows`."""
        start = last = time.perf_counter()
        os.write(self.fd, key)
        limit, seen, shown = 2.0, b"", 0.0
        while got := self.read(limit, quiet_is_end=True):
            last, limit = time.perf_counter(), QUIET
            seen += got
            if shows and not shown and shows in plain(seen):
                shown = last - start
        if shows and not shown:
            raise TimeoutError(f"{shows!r} is never shown")
        return shown or last - start

    def settle(self) -> None:
        """Wait until nothing more comes for half a second."""
        while self.read(0.5, quiet_is_end=True):
            pass

    def read(self, limit: float, quiet_is_end: bool = False) -> bytes:
        """What the command writes next, within `limit` seconds; with `quiet_is_end` nothing where
        it writes nothing. Raises TimeoutError otherwise."""
        ready, _, _ = select.select([self.fd], [], [], limit)
        if not ready:
            if quiet_is_end:
                return b""
            raise TimeoutError("the command shows nothing")
        return os.read(self.fd, 65536)

    def close(self) -> None:
        """End the command."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def plain(seen: bytes) -> bytes:
    """Output without its escape sequences."""
    return re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", seen)


def made_text(paragraphs: int) -> str:
    """A made-up article: every tenth paragraph speaks."""
    lines = ["Zebra crossing made up for measuring"]
    for n in range(1, paragraphs):
        said = f"“We never met number {n},” said Ann Example. " if n % 10 == 0 else ""
        lines.append(f"{said}Paragraph {n} of a made-up text that is as long as it has to be.")
    return "\n".join(lines) + "\n"


class Measured:
    """Projects with one article each, of few and of many paragraphs, and the waits in them."""

    def __init__(self, folder: Path) -> None:
        self.env = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
            "FR_READER_DATA": str(folder / "data"),
            "FR_READER_CONFIG": str(folder / "config"),
        }
        self.env.pop("NO_COLOR", None)
        self.folder = folder
        for size in (FEW, MANY):
            path = folder / f"text-{size}.txt"
            path.write_text(made_text(size), "utf-8")
            subprocess.run(
                [*self.command(size), "import", str(path)], env=self.env, check=True, text=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip

    def command(self, size: int) -> list[str]:
        """fr-reader on the project with an article of this size."""
        return [sys.executable, "-m", "fr_reader", "--project", str(self.folder / str(size))]

    def opening(self, size: int) -> float:
        """Until the article’s first words are shown."""
        terminal = Terminal(self.command(size), self.env)
        try:
            return terminal.until(b"Zebra crossing")
        finally:
            terminal.close()

    def ready(self) -> float:
        """Until the app itself has drawn its screen and answers keys; told, not claimed."""
        terminal = Terminal(self.command(FEW), self.env)
        try:
            return terminal.until(b"? keys")
        finally:
            terminal.close()

    def hello(self) -> float:
        """Until the least a Textual app can show is shown."""
        terminal = Terminal([sys.executable, "-c", HELLO], self.env)
        try:
            return terminal.until(b"hello, world")
        finally:
            terminal.close()

    def keys(self, size: int) -> tuple[list[float], list[float]]:
        """The waits for PageDown and for a tag, once all quotations are found."""
        terminal = Terminal(self.command(size), self.env)
        try:
            terminal.until(b"Zebra crossing")
            terminal.until(b"to review")
            terminal.settle()
            pages, tags = [], []
            for _ in range(KEYS):
                pages.append(terminal.press(PAGE_DOWN))
                tags.append(terminal.press(b"c", b"saved"))
                terminal.press(b"u", b"undone")
                terminal.press(PAGE_UP)
            return pages, tags
        finally:
            terminal.close()


def medians(rows: list[list[float]]) -> list[float]:
    """The median of each row, in milliseconds."""
    return [statistics.median(row) * 1000 for row in rows]


def pair(many: list[float], few: list[float]) -> tuple[float, float]:
    """The medians of two rows, in milliseconds."""
    one, other = medians([many, few])
    return one, other


def main() -> int:
    """Measure and print; the exit code."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        measured = Measured(Path(folder))
        measured.hello(), measured.opening(FEW), measured.opening(MANY)  # cold files
        opened: list[list[float]] = [[], [], [], []]
        for _ in range(runs):
            opened[0].append(measured.hello())
            opened[1].append(measured.opening(FEW))
            opened[2].append(measured.opening(MANY))
            opened[3].append(measured.ready())
        few, many = measured.keys(FEW), measured.keys(MANY)
    hello, first, long, ready = medians(opened)
    rows: list[tuple[str, float, float, float, float]] = [
        ("first content : hello-world", first, hello, FIRST, 0.0),
        ("opening 100,000 paragraphs : 100", long, first, OPENING, 0.0),
        ("PageDown, 100,000 : 100", *pair(many[0], few[0]), KEY, FRAME),
        ("tag, 100,000 : 100", *pair(many[1], few[1]), KEY, FRAME),
    ]
    missed = 0
    print(
        f"{'keys answered : hello-world':34} {ready:7.1f} : {hello:6.1f} ms = {ready / hello:5.2f}"
    )
    for name, one, other, most, longest in rows:
        holds = one / other <= most and (not longest or one <= longest)
        missed += not holds
        limit = f"at most {most:g}" + (f" and {longest:g} ms" if longest else "")
        print(
            f"{name:34} {one:7.1f} : {other:6.1f} ms = {one / other:5.2f}"
            f"   ({limit}){'' if holds else '   MISSED'}"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
