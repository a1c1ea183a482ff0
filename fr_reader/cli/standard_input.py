"""An article from standard input, and the keyboard back in its place."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from fr_reader.ingest import from_bytes
from fr_reader.ingest.files import LIMIT
from fr_reader.model import Article, FrReaderError, InputError, slug

STDIN = "-"
NAME = "standard input"
_TTY = "/dev/tty"


def standard_input() -> bytes:
    """All of standard input. Raises InputError where it is longer than a file may be."""
    data = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""
    if len(data) > LIMIT:
        most = f"{LIMIT / 1e6:.0f} MB"
        raise InputError(f"{NAME} has more than {most}, the most fr-reader reads: split it first")
    return data


def read_standard_input(encoding: str | None = None) -> Article:
    """The article another program writes; its id comes from its title.

    Raises InputError for what cannot be read as an article, or is longer than a file may be.
    """
    data = standard_input()
    article = from_bytes(data, NAME, encoding=encoding)
    return replace(article, id=slug(article.metadata.title or NAME), source=NAME)


def take_keyboard() -> None:
    """Let this process read keys from its terminal where it read an article before.

    Raises FrReaderError where there is no terminal to read from.
    """
    try:
        keyboard = os.open(_TTY, os.O_RDWR)
    except OSError as error:
        raise FrReaderError(
            "the reader needs a terminal to take keys from: "
            "without one there is fr-reader import - to add the article"
        ) from error
    try:
        os.dup2(keyboard, 0)
    finally:
        if keyboard:
            os.close(keyboard)
