"""`fr-reader export web-annotation`: the project as W3C Web Annotations."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, export_options
from fr_reader.store.bundling import bundle_of


@click.command("web-annotation")
@export_options
def command(request: Request) -> None:
    """Write the annotations of all coders as W3C Web Annotations, one JSON-LD document.

    Each has both a position, in code points, and the words with their surroundings. The texts,
    codes and speakers are carried along, so that fr-reader import restores the project.
    """
    from fr_reader.exchange.web_annotation import write  # noqa: PLC0415 - not for --help

    with request.project() as (store, wanted):
        data = write(bundle_of(store, wanted))
    request.put(data)
