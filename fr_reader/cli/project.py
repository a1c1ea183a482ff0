"""Opening the project a command works in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fr_reader.cli.output import say
from fr_reader.cli.session import Session
from fr_reader.ingest import seeds
from fr_reader.store import ProjectStore, default_coder, default_project


@contextmanager
def project(
    session: Session, *, seeded: bool = True, quiet: bool = False
) -> Iterator[ProjectStore]:
    """The project of `session`, made if it is not there, closed afterwards.

    A new project begins with the seed articles, unless it was named with `--project` and `seeded`
    is false. A new project, and what was found damaged, are told on stderr unless `quiet`.
    Raises StoreError.
    """
    folder = session.project or default_project()
    new = not (folder / "project.json").exists()
    store = ProjectStore.open(folder, session.coder or default_coder())
    try:
        if new and (seeded or session.project is None):
            for article in seeds():
                store.add(article)
        if new and not quiet:
            say(f"made a new project in {folder}")
        yield store
    finally:
        if not quiet:
            for problem in store.problems:  # most are found while reading, so known only now
                say(problem)
        store.close()
