"""`fr-reader [PATH…]`: the app, on a project, with articles added to it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from fr_reader.cli.output import say
from fr_reader.cli.project import project
from fr_reader.cli.session import (
    PATH,
    Session,
    check_revision_options,
    encoding_option,
    project_options,
    revision_options,
)
from fr_reader.model import Article, FrReaderError
from fr_reader.store import Store, config_folder


@click.command("fr-reader")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=PATH)
@revision_options
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    as_new: bool = False,
    revises: str | None = None,
    project: Path | None = None,
    coder: str | None = None,
    encoding: str | None = None,
) -> int:
    """Open the reader and add the articles at PATH to the project.

    Where the text is there already, what is known about it is taken from the file anew; a changed
    text becomes the next revision of its article.
    """
    check_revision_options(as_new, revises, paths)
    return open_app(session.with_(project, coder, encoding), paths, as_new, revises)


def open_app(
    session: Session,
    paths: tuple[Path, ...] = (),
    as_new: bool = False,
    revises: str | None = None,
    tutor: bool = False,
) -> int:
    """Open the app on the project of `session`, at the first of the articles in `paths`.

    With `tutor` it opens with the lessons, at the first article there is. `as_new` and
    `revises` are as in `Intake`. When one of the paths cannot be read, nothing is added and nothing
    opens; the exit code is 2.
    """
    readable = _readable(session, paths) if paths else []
    if readable is None:
        return 2
    check_terminal()
    with project(session, adding=True, quiet=True) as store:
        first = _put(store, readable, as_new, revises) if readable else None
        from fr_reader.app import run  # noqa: PLC0415 - Textual, only now that it is wanted
        from fr_reader.app.commands.key_file import load_keys  # noqa: PLC0415
        from fr_reader.app.manner import Manner, Proposing  # noqa: PLC0415

        settings = session.settings
        chosen = load_keys(config_folder(), settings.keys)
        manner = Manner(
            settings.theme,
            settings.width,
            Proposing() if tutor else Proposing(settings.suggestions, settings.confidence),
            (*settings.problems, *chosen.problems),
            tutor,
        )
        if tutor:
            first = next((entry.id for entry in store.entries()), None)
        return run(
            store,
            article_id=first,
            notes_folder=settings.notes or Path.cwd(),
            keymap=chosen.keymap,
            manner=manner,
        )


def _readable(session: Session, paths: tuple[Path, ...]) -> list[tuple[Path, Article]] | None:
    """The articles at `paths`; None when one of them cannot be read."""
    from fr_reader.cli.paths import each  # noqa: PLC0415 - not without paths

    articles = list(each(paths, session.encoding, command_possible=True))
    readable = [(path, article) for path, article in articles if article is not None]
    return readable if len(readable) == len(articles) else None


def _put(
    store: Store, articles: list[tuple[Path, Article]], as_new: bool, revises: str | None
) -> str | None:
    """Take articles into the project; the id of the first."""
    from fr_reader.cli.adding import Intake  # noqa: PLC0415 - not without paths

    added = []
    for done in Intake(store, as_new=as_new, revises=revises).put(articles):
        entry = done.entry
        added.append(entry.id)
        if done.changed:
            say(f"updated {entry.id} ({', '.join(done.changed)})")
        if done.carried is not None:
            say(f"revised {entry.id} (revision {entry.revision}): {done.carried}")
    return added[0] if added else None


def check_terminal() -> None:
    """Raise FrReaderError where no app can be shown; Textual draws on the standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if os.environ.get("TERM") == "dumb" or not all(s and s.isatty() for s in streams):
        raise FrReaderError(
            "the reader needs a terminal to open in: "
            "without one there are the commands that fr-reader --help lists"
        )
