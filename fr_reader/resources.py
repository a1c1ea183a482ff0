"""Where the articles and themes that come with fr-reader are.

In a wheel they lie inside the package (`fr_reader/_data/`); in a checkout, and so in an editable
install, at the root of the repository.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


def seeds_folder() -> Path:
    """The folder of the seed articles."""
    return _folder("seeds")


def themes_folder() -> Path:
    """The folder of the shipped themes."""
    return _folder("themes")
