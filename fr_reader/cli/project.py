"""Opening the project a command works in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from fr_reader.cli.output import say
from fr_reader.cli.session import Session
from fr_reader.model import Article
from fr_reader.store import ProjectStore, default_coder, default_project
from fr_reader.store.place_kind import warning


@contextmanager
def project(
    session: Session,
    *,
    adding: bool = False,
    changing: bool = False,
    seeded: bool = True,
    quiet: bool = False,
) -> Iterator[ProjectStore]:
    """The project of `session`, closed afterwards.

    The default one is made if it is not there; one named with `--project` only when
    `adding`, since to read from it would be a mistake in its name. A project that is made begins
    with the seed articles, unless it was named and `seeded` is false. A new project, and what was
    found damaged, are told on stderr unless `quiet`. With `adding` or `changing` it is backed up
    first, if that is still to be done today. Raises StoreError.
    """
    default = session.project is None
    first: Callable[[], Iterable[Article]] = _seeds if seeded or default else tuple
    store = ProjectStore.open(
        session.project or session.settings.project or default_project(),
        session.coder or default_coder(session.settings.coder),
        create=adding or default,
        first=first,
    )
    try:
        if (adding or changing or default) and (sentence := warning(store.folder)):
            store.problems.append(sentence)
        if store.made and not quiet:
            say(f"made a new project in {store.folder}")
        with _backed_up(store) if adding or changing else nullcontext():
            yield store
    finally:
        if not quiet:
            for problem in store.problems:  # most are found while reading, so known only now
                say(problem)
        store.close()


@contextmanager
def seen(
    session: Session, named: Iterable[str] = (), *, changing: bool = False
) -> Iterator[ProjectStore]:
    """The project as its coder may see it: in blind mode, without what others did in articles the
    coder is not done with.

    Who is `named` on the command line is seen, and with `--unblind` everybody. How much is left
    out is told on stderr. Otherwise as `project`.
    """
    with project(session, changing=changing) as store:
        if session.unblind or not session.settings.blind:
            yield store
            return
        from fr_reader.store.blind import blind, hidden  # noqa: PLC0415 - seldom wanted

        shown = blind(store, named)
        if many := hidden(shown):
            articles = "1 article" if many == 1 else f"{many} articles"
            say(
                f"blind: what others did in {articles} you are not done with is left out "
                "(--unblind shows it)"
            )
        yield shown


def _seeds() -> Iterable[Article]:
    from fr_reader.ingest import seeds  # noqa: PLC0415 - only for a new project

    return seeds()


def _backed_up(store: ProjectStore) -> AbstractContextManager[None]:
    from fr_reader.cli.daily import backed_up  # noqa: PLC0415 - not for commands that only read

    return backed_up(store)


def folder_of(session: Session) -> Path:
    """The folder of the session's project, without opening it."""
    return (session.project or session.settings.project or default_project()).absolute()
