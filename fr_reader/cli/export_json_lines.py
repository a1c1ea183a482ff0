"""`fr-reader export json-lines`: the whole project, one JSON object a line."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, export_options
from fr_reader.store.bundling import bundle_of


@click.command("json-lines")
@export_options
def command(request: Request) -> None:
    """Write the whole project, or these articles with all that belongs to them, as JSON Lines.

    One object a line: the project, its articles with their texts, codes, speakers, and the
    annotations of all coders, whatever their status. fr-reader import takes such a file in.
    """
    from fr_reader.exchange.json_lines import write  # noqa: PLC0415 - not for --help

    with request.project() as (store, wanted):
        data = write(bundle_of(store, wanted))
    request.put(data)
