"""`fr-reader export csv`: annotations or quotations as a table."""

from __future__ import annotations

import click

from fr_reader.cli.export_options import Request, all_option, export_options


@click.command("csv")
@click.option(
    "--table",
    type=click.Choice(["annotations", "quotations"]),
    default="annotations",
    show_default=True,
    help="A row for each annotation, or for each quotation with a speaker.",
)
@click.option("--bom", is_flag=True, help="Begin with a byte order mark, which Excel wants.")
@all_option
@export_options
def command(request: Request, table: str, bom: bool, everything: bool) -> None:
    """Write annotations or quotations as CSV in UTF-8, for spreadsheets and statistics.

    Accepted annotations only, unless --all; of annotations it then shows rejected ones as well.
    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    from fr_reader.export.gathering import gathered  # noqa: PLC0415 - not for --help
    from fr_reader.export.tables import annotations, csv_of, quotations  # noqa: PLC0415

    with request.project() as (store, wanted):
        found = gathered(store, wanted, suggested=everything)
    if table == "quotations":
        data = csv_of(quotations.COLUMNS, quotations.quotation_rows(found), bom=bom)
    else:
        rows = annotations.annotation_rows(found, everything=everything)
        data = csv_of(annotations.COLUMNS, rows, bom=bom)
    request.put(data)
