"""Standard input that holds an article, and the terminal that has to give the keys then."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

from fr_reader.model import FrReaderError

STDIN = "-"
"""The path that stands for standard input."""

_TERMINAL = "CONIN$" if os.name == "nt" else "/dev/tty"


def is_piped(paths: Iterable[object]) -> bool:
    """Whether standard input is among the paths. Raises click.UsageError where it is twice."""
    times = [str(path) for path in paths].count(STDIN)
    if times > 1:
        raise click.UsageError("standard input can be read only once: name - a single time")
    return bool(times)


def standard_input() -> bytes:
    """All that comes from standard input, until it ends. Raises InputError if that is too much.

    Somebody who sits at a terminal is told how to end it.
    """
    from fr_reader.cli.output import say  # noqa: PLC0415 - only where it is read
    from fr_reader.ingest.piped import read_all  # noqa: PLC0415

    if sys.stdin and sys.stdin.isatty():
        end = "ctrl+z and enter" if os.name == "nt" else "ctrl+d"
        say(f"type or paste the article, and end it with {end} on a line of its own")
    return read_all(sys.stdin.buffer if sys.stdin else None)


def check_keys() -> None:
    """Raise FrReaderError where there is no terminal to take keys from."""
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR))
    except OSError:
        raise FrReaderError(
            "standard input has the article, and there is no terminal to take keys from: "
            "fr-reader import - adds it without opening it"
        ) from None


def keys_from_terminal() -> None:
    """Let file descriptor 0 be the terminal, from which Textual reads keys.

    Raises FrReaderError where there is none.
    """
    check_keys()
    terminal = os.open(_TERMINAL, os.O_RDWR)
    os.dup2(terminal, 0)
    if terminal:
        os.close(terminal)
