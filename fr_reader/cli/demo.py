"""`fr-reader demo`: the app on the seed articles, in a project that goes when it closes."""

from __future__ import annotations

import signal
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from fr_reader.cli.exit_codes import BY_SIGNAL
from fr_reader.cli.opening import check_terminal, open_app
from fr_reader.cli.session import Session


@click.command("demo")
@click.pass_obj
def command(session: Session) -> int:
    """Open a throw-away project on the seed articles.

    It lies in a temporary folder that is removed when the reader closes. Export what you want to
    keep.
    """
    return in_throw_away_project("demo", session)


def in_throw_away_project(name: str, session: Session, tutor: bool = False) -> int:
    """Open the app, with the lessons where `tutor`, on a project that goes when it closes.

    Raises click.UsageError, naming the command `name`, where another project is asked for.
    """
    if session.project is not None:
        raise click.UsageError(f"{name} opens a project of its own: leave --project out")
    check_terminal()
    for end in ("SIGTERM", "SIGHUP"):  # a closed window must not leave the folder behind
        if hasattr(signal, end):
            signal.signal(getattr(signal, end), _leave)
    with TemporaryDirectory(prefix=f"fr-reader-{name}-", ignore_cleanup_errors=True) as folder:
        return open_app(replace(session, project=Path(folder) / name), tutor=tutor)


def _leave(number: int, frame: object) -> None:  # noqa: ARG001 - a signal handler's signature
    """End as the signal asks, but by way of everything that cleans up."""
    sys.exit(BY_SIGNAL + number)
