"""`fr-reader [PATH…]`: the app, on a project, with articles added to it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from fr_reader.cli.paths import each
from fr_reader.cli.project import project
from fr_reader.cli.session import Session, encoding_option, project_options
from fr_reader.model import FrReaderError


@click.command("fr-reader")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    project: Path | None = None,
    coder: str | None = None,
    encoding: str | None = None,
) -> int:
    """Open the reader and add the articles at PATH to the project."""
    return open_app(session.with_(project, coder, encoding), paths)


def open_app(session: Session, paths: tuple[Path, ...] = ()) -> int:
    """Open the app on the project of `session`, at the first of the articles in `paths`.

    When one of them cannot be read, nothing is added and nothing opens; the exit code is 2.
    """
    articles = [article for _, article in each(paths, session.encoding)]
    readable = [article for article in articles if article is not None]
    if len(readable) < len(articles):
        return 2
    check_terminal()
    with project(session, quiet=True) as store:
        added = [store.add(article)[0].id for article in readable]
        from fr_reader.app import run  # noqa: PLC0415 - Textual, only now that it is wanted

        run(store, article_id=added[0] if added else None, notes_folder=Path.cwd())
    return 0


def check_terminal() -> None:
    """Raise FrReaderError where no app can be shown; Textual draws on the standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if os.environ.get("TERM") == "dumb" or not all(stream.isatty() for stream in streams):
        raise FrReaderError(
            "the reader needs a terminal to open in: "
            "without one there are the commands that fr-reader --help lists"
        )
