"""What a setting may hold: each kind reads a value of TOML, or the text of a variable.

A kind returns the value or raises ValueError with what to write instead, which is no sentence of
its own: it follows “must be”.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

Kind = Callable[[object, bool], object]
"""Takes the value, and whether it is text that stands for one of another type."""

_YES = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def words(value: object, text: bool) -> str:  # noqa: ARG001 - text is what it takes anyway
    """Some words that are not blank."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("some words in quotes")
    return value.strip()


def folder(value: object, text: bool) -> Path:  # noqa: ARG001 - text is what it takes anyway
    """A folder by its whole path, or from the home folder on."""
    advice = 'a folder’s whole path in quotes, or one from your home on, such as "~/notes"'
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError(advice)
    try:
        path = Path(value.strip()).expanduser()
    except RuntimeError:
        raise ValueError(advice) from None
    if not path.is_absolute():
        raise ValueError(advice)
    return path


def encoding(value: object, text: bool) -> str:  # noqa: ARG001 - text is what it takes anyway
    """The name of a text encoding."""
    try:
        if isinstance(value, str):
            codecs.lookup(value)
            return value
    except (LookupError, ValueError):
        pass
    raise ValueError('the name of an encoding in quotes, such as "utf-8" or "cp1252"')


def choice(*names: str) -> Kind:
    """One of these names."""

    def read(value: object, text: bool) -> str:  # noqa: ARG001 - text is what it takes anyway
        if isinstance(value, str) and value in names:
            return value
        raise ValueError("one of " + ", ".join(f'"{name}"' for name in names))

    return read


def whole(least: int, most: int) -> Kind:
    """A whole number, both ends included."""

    def read(value: object, text: bool) -> int:
        if text and isinstance(value, str) and value.strip().isdecimal():
            value = int(value.strip()[:9])
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f"a whole number from {least} to {most}, without quotes")

    return read


def share(value: object, text: bool) -> float:
    """A number from 0 to 1."""
    if text and isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            value = None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ValueError("a number from 0 to 1, without quotes, such as 0.7")


def truth(value: object, text: bool) -> bool:
    """Yes or no."""
    if text and isinstance(value, str):
        value = _YES.get(value.strip().lower())
    if isinstance(value, bool):
        return value
    raise ValueError("true or false, without quotes")
