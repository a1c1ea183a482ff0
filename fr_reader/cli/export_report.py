"""`fr-reader export report`: a page to read, to print and to hand on."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, all_option, export_options


@click.command("report")
@click.option("--title", metavar="TEXT", help="Call it this instead of the project's name.")
@all_option
@export_options
def command(request: Request, title: str | None, everything: bool) -> None:
    """Write a report as one HTML file: charts, and every quotation with its source.

    Who speaks how much, who speaks of what, and when; then the quotations by speaker and the
    passages by code. It holds no script and fetches nothing. Accepted annotations only, unless
    --all; where somebody settled what coders differ on, as it was settled.
    """
    from fr_reader.export.gathering import gathered  # noqa: PLC0415 - not for --help
    from fr_reader.export.report import report  # noqa: PLC0415
    from fr_reader.overview.standing import standing  # noqa: PLC0415

    with request.project() as (store, wanted):
        found, name = gathered(standing(store), wanted, suggested=everything), store.name
    request.put(report(found, title or f"Report on {name}", suggested=everything))
