"""The annotations that wait for review after texts were revised, counted and told."""

from __future__ import annotations

from fr_reader.cli.output import say
from fr_reader.store import Store


def waiting(store: Store) -> int:
    """How many annotations of a project are to be reviewed; only revised articles are looked at."""
    return len(store.astray())


def tell_waiting(number: int, left_out: bool = False) -> None:
    """Say on stderr how many are to be reviewed and how, unless there is none."""
    if number:
        verb = "waits" if number == 1 else "wait"
        noun = "annotation" if number == 1 else "annotations"
        out = f" and {'is' if number == 1 else 'are'} left out" if left_out else ""
        say(
            f"{number} {noun} {verb} for review{out}: "
            "fr-reader review lists what does, R in the reader shows it"
        )
