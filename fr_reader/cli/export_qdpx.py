"""`fr-reader export qdpx`: the project for other programs that code texts."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, export_options
from fr_reader.cli.output import say
from fr_reader.model import lost
from fr_reader.store.bundling import bundle_of


@click.command("qdpx")
@export_options
def command(request: Request) -> None:
    """Write the project, or these articles, as a REFI-QDA project (.qdpx).

    NVivo, ATLAS.ti, MAXQDA, QualCoder and others read it. Coders are users, speakers are cases
    with what they said, what is known about articles and speakers are variables, memos are notes.
    Only what is accepted goes out. What REFI-QDA cannot say is told on standard error.
    """
    from fr_reader.exchange.refi import qdpx  # noqa: PLC0415 - not for --help

    with request.project() as (store, wanted):
        data, losses = qdpx(bundle_of(store, wanted))
    request.put(data)
    for line in lost(losses):
        say(line)
