"""Which encodings were guessed while something was read, for whoever has to say so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_noticed: ContextVar[list[str] | None] = ContextVar("guessed encodings", default=None)


@contextmanager
def guesses() -> Iterator[list[str]]:
    """The encodings guessed while the block runs; what other threads guess is not among them."""
    found: list[str] = []
    token = _noticed.set(found)
    try:
        yield found
    finally:
        _noticed.reset(token)


def notice(encoding: str) -> None:
    """An encoding was guessed."""
    found = _noticed.get()
    if found is not None and encoding not in found:
        found.append(encoding)
