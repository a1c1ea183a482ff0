"""`fr-reader agreement`: how far coders agree, and where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from fr_reader.cli.completing import article_ids
from fr_reader.cli.project import seen
from fr_reader.cli.session import Session, project_options, unblind_option
from fr_reader.cli.sheets import print_sheets, sheet_format_option
from fr_reader.model import MACHINE, StoreError, visible
from fr_reader.overview.coding import coders_of, who_saw
from fr_reader.overview.comparison import CODES, SPEAKERS, UNITS, Comparison
from fr_reader.overview.standing import named_so, people
from fr_reader.store import ProjectStore


@click.command("agreement")
@click.option(
    "--unit",
    "units",
    type=click.Choice(UNITS),
    multiple=True,
    help="What is compared; passage is alpha for unitizing. Without it, all of them.",
)
@click.option(
    "--of",
    "what",
    type=click.Choice([CODES, SPEAKERS]),
    default=CODES,
    show_default=True,
    help="Compare the codes given, or who is said to speak.",
)
@click.option("--with", "coders", metavar="CODER", multiple=True, help="Compare these coders.")
@click.option("--machine", is_flag=True, help="Compare the machine, too.")
@click.option(
    "--article",
    "articles",
    metavar="ID",
    multiple=True,
    shell_complete=article_ids,
    help="In the article ID alone.",
)
@click.option("--differences", is_flag=True, help="List what they differ on, instead of figures.")
@sheet_format_option
@unblind_option
@project_options
@click.pass_obj
def command(  # noqa: PLR0913 - an argument for each option
    session: Session,
    /,
    *,
    units: tuple[str, ...],
    what: str,
    coders: tuple[str, ...],
    machine: bool,
    articles: tuple[str, ...],
    differences: bool,
    form: str,
    unblind: bool,
    project: Path | None,
    coder: str | None,
) -> None:
    """Say how far the coders of the project agree: percent, Cohen's and Fleiss' kappa,
    Krippendorff's alpha and alpha for unitizing, each with its interval and its units.

    A coder has seen an article who tagged anything in it or is done with it (see done); of what a
    coder has not seen, nothing is counted. Of more than two coders, Cohen's kappa is the mean over
    their pairs. Who settles what others differ on is compared only if named --with; `adjudicated`
    stands for all who do. In blind mode, what others did in articles you are not done with is left
    out, except of those named --with.
    """
    with seen(session.with_(project, coder, unblind=unblind), coders) as store:
        for article_id in articles:
            store.entry(article_id)
        found = Comparison(
            store, _coders(store, coders, machine), what, articles, who_saw(store.done())
        )
        if differences:
            print_sheets((found.differences(unit) for unit in units or UNITS[:1]), form)
        else:
            print_sheets((found.figures(unit) for unit in units or UNITS), form)


def _coders(store: ProjectStore, named: Sequence[str], machine: bool) -> tuple[str, ...]:
    """The coders to compare. Raises StoreError where there are not two."""
    there = coders_of(store, store.done().values())
    for name in named:
        if name != MACHINE and not set(named_so(name, there)).intersection(there):
            known = ", ".join(map(visible, there)) or "nobody"
            raise StoreError(
                f"{visible(name)} has annotated nothing in this project; who has: {known}"
            )
    wanted = [judge for name in named for judge in named_so(name, there)]
    found = tuple(dict.fromkeys(wanted)) or people(there)
    found = (*found, MACHINE) if machine and MACHINE not in found else found
    if len(found) < 2:
        raise StoreError(
            "agreement takes two coders, and this project has annotations of "
            f"{visible(found[0]) if found else 'nobody'}: "
            "add --machine, or let somebody else code it too"
        )
    return found
