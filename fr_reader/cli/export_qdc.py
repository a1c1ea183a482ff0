"""`fr-reader export qdc`: the codebook for other programs that code texts."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, export_options
from fr_reader.cli.output import say
from fr_reader.model import lost


@click.command("qdc")
@export_options
def command(request: Request) -> None:
    """Write the codebook of the project as a REFI-QDA codebook (.qdc).

    It has all codes, whichever articles are named. What REFI-QDA cannot say, such as the keys of
    codes, is told on standard error.
    """
    from fr_reader.exchange.refi import qdc  # noqa: PLC0415 - not for --help

    with request.project() as (store, _):
        data, losses = qdc(store.codebook())
    request.put(data)
    for line in lost(losses):
        say(line)
