"""`fr-reader export graphml`: who speaks of what, as a network."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, all_option, export_options


@click.command("graphml")
@all_option
@export_options
def command(request: Request, everything: bool) -> None:
    """Write the network of speakers and codes as GraphML, for Gephi, Cytoscape or networkx.

    An edge joins a speaker and a code; its weight is the number of passages with that code they
    said. Accepted annotations only, unless --all.
    """
    from fr_reader.export.gathering import gathered  # noqa: PLC0415 - not for --help
    from fr_reader.export.graphml import graphml  # noqa: PLC0415

    with request.project() as (store, wanted):
        data = graphml(gathered(store, wanted, suggested=everything))
    request.put(data)
