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
    if session.project is not None:
        raise click.UsageError("demo opens a project of its own: leave --project out")
    check_terminal()
    for name in ("SIGTERM", "SIGHUP"):  # a closed window must not leave the folder behind
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)
    with TemporaryDirectory(prefix="fr-reader-demo-", ignore_cleanup_errors=True) as folder:
        return open_app(replace(session, project=Path(folder) / "demo"))


def _leave(number: int, frame: object) -> None:  # noqa: ARG001 - a signal handler's signature
    """End as the signal asks, but by way of everything that cleans up."""
    sys.exit(BY_SIGNAL + number)
