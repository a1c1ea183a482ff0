"""Profiles: the same notes in the markdown of different programs.

A profile knows how its program writes links, properties, quotations and the regions that are the
user's; nothing outside of this package asks which profile it has.
"""

from __future__ import annotations

from importlib import import_module

from fr_reader.export.profiles.profile import Profile, Shelf

DEFAULT = "commonmark"
NAMES = (DEFAULT, "obsidian", "logseq")
"""All profiles; each has a module of its name here, with a `PROFILE` in it."""

__all__ = ["DEFAULT", "NAMES", "Profile", "Shelf", "profile"]


def profile(name: str) -> Profile:
    """The profile of this name. Raises KeyError where there is none."""
    if name not in NAMES:
        raise KeyError(name)
    found: Profile = import_module(f"{__name__}.{name}").PROFILE
    return found
