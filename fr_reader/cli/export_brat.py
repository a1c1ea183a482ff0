"""`fr-reader export brat`: a folder that the annotation tool brat opens."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, export_options
from fr_reader.cli.output import say
from fr_reader.export import write_folder
from fr_reader.store.bundling import bundle_of


@click.command("brat")
@export_options
def command(request: Request) -> None:
    """Write the texts and the annotations of all coders as a folder for brat.

    -o names the folder, which must be new or empty; --force replaces the files of an earlier
    export. fr-reader import takes the folder in again, with what was changed in brat.
    """
    from fr_reader.exchange.brat import SIDECAR, write  # noqa: PLC0415 - not for --help

    folder = request.output
    if folder is None or str(folder) == "-":
        raise click.UsageError("brat wants a folder: name it, as in -o folder")
    with request.project() as (store, wanted):
        files = write(bundle_of(store, wanted))
    say(f"wrote {write_folder(folder, files, marker=SIDECAR, force=request.force)}")
