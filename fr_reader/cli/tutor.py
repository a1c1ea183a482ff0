"""`fr-reader tutor`: a few lessons on the seed article, in a project that goes when it closes."""

from __future__ import annotations

import click

from fr_reader.cli.demo import in_throw_away_project
from fr_reader.cli.session import Session


@click.command("tutor")
@click.pass_obj
def command(session: Session) -> int:
    """Learn the keys in a few short lessons on the seed article.

    Each says what to press and goes on once it is done; any can be skipped. The project lies in a
    temporary folder that is removed when the reader closes. The keys are those you have set.
    """
    return in_throw_away_project("tutor", session, tutor=True)
