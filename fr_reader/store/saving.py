"""Acts written to the files of a project, each wholly or not at all."""

from __future__ import annotations

from typing import Any

from fr_reader.model import Act, StoreError, visible
from fr_reader.store.cabinet import Cabinet
from fr_reader.store.files import named
from fr_reader.store.journal import IN_DOUBT, Mark
from fr_reader.store.lines import now
from fr_reader.store.plan import Step, origin
from fr_reader.store.tables import Records


def save(cabinet: Cabinet, act: Act, coder: str, steps: list[Step]) -> None:
    """Write every step of an act of `coder`, or none. Call with the project's lock held.

    It is on disk on return. Raises StoreError, which says so where a part of the act could not be
    taken back.
    """
    time = now()
    done: list[tuple[Records[Any], Mark]] = []
    try:
        for step in steps:
            kept = cabinet.place(step.place, coder)
            told = origin(act, coder, time, step, steps)
            done.append((kept, kept.change(act.title, step.changes, told)))
    except BaseException as error:
        stuck = [kept for kept, mark in reversed(done) if not kept.storage.rewind(mark)]
        if stuck and isinstance(error, StoreError):
            raise StoreError(
                f"{visible(act.title)!r} was not wholly saved, and "
                f"{named(stuck[0].path)} may hold a part of it: {IN_DOUBT}"
            ) from error
        raise
