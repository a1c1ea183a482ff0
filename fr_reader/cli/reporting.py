"""`fr-reader report NAME`: tables across the articles of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from fr_reader.cli.carried import tell_waiting, waiting
from fr_reader.cli.completing import article_ids, query_names
from fr_reader.cli.output import say
from fr_reader.cli.project import seen
from fr_reader.cli.queries import load
from fr_reader.cli.session import Session, project_options, unblind_option
from fr_reader.cli.sheets import print_sheets, sheet_format_option
from fr_reader.model import ADJUDICATED, Codebook, Speakers, StoreError, visible
from fr_reader.overview import saved
from fr_reader.overview.coding import coders_of
from fr_reader.overview.project import SHEETS, overview
from fr_reader.overview.query import Query
from fr_reader.overview.standing import named_so
from fr_reader.store import ProjectStore

Function = TypeVar("Function", bound=Callable[..., Any])
NAMES = (*SHEETS, "all")


def query_options(function: Function) -> Function:
    """The options that say which passages count."""
    for option in (
        click.option("--until", metavar="DATE", default="", help="Published on DATE or before."),
        click.option("--since", metavar="DATE", default="", help="Published on DATE or later."),
        _several("--by", "coders", "CODER", "Tagged by CODER."),
        _several("--publisher", "publishers", "NAME", "Printed by NAME."),
        _several("--article", "articles", "ID", "In the article ID."),
        _several("--code", "codes", "NAME", "Tagged with this code."),
        _several("--speaker", "speakers", "NAME", "Said by NAME."),
    ):
        function = option(function)
    return function


def _several(option: str, name: str, metavar: str, help_: str) -> Callable[[Function], Function]:
    complete = article_ids if metavar == "ID" else None
    return click.option(
        option, name, metavar=metavar, multiple=True, shell_complete=complete, help=help_
    )


@click.command("report")
@click.argument("names", metavar="[NAME]...", nargs=-1, type=click.Choice(NAMES))
@query_options
@click.option(
    "--query",
    metavar="NAME",
    shell_complete=query_names,
    help="As the query saved as NAME asks for.",
)
@click.option("--save", metavar="NAME", help="Save what is asked for as the query NAME, for all.")
@click.option("--copies", is_flag=True, help="Count every print in copies of one article.")
@sheet_format_option
@unblind_option
@project_options
@click.pass_obj
def command(
    session: Session,
    /,
    names: tuple[str, ...],
    copies: bool,
    unblind: bool,
    form: str,
    project: Path | None,
    coder: str | None,
    **asked: Any,
) -> None:
    """Print tables of what is accepted in the project: NAME is speakers, matrix (speakers and
    codes), codes, together (codes that go together), timeline, publishers, claims (by stance),
    ledger (every statement), or all.

    Each option asks for passages; one given several times asks for any of its values, and wins
    over the same one of a saved query. Without a NAME it prints all tables. What near copies of
    one article print once more counts once, where it was published first, unless --copies.
    What somebody settled counts as settled, unless coders are named --by; --by adjudicated asks for
    what was settled alone. In blind mode, what others did in articles you are not done with is left
    out, except of those named --by.
    """
    wanted = list(SHEETS) if not names or "all" in names else list(dict.fromkeys(names))
    own = session.with_(project, coder, unblind=unblind)
    with seen(own, asked["coders"], changing=asked["save"] is not None) as store:
        found = overview(store, _chosen(store, **asked), copies)
        print_sheets((found.sheet(name) for name in wanted), form)
        tell_waiting(waiting(store), left_out=True)


def _chosen(store: ProjectStore, query: str | None, save: str | None, **asked: Any) -> Query:
    """What is asked for by options and by the saved `query`, saved as `save` if that is given."""
    chosen = query_of(store, **asked)
    if query is not None:
        chosen = load(store, query).and_(chosen)
    if save is not None:
        saved.save(store.folder, save, chosen)
        say(f"saved the query {save}")
    return chosen


def query_of(store: ProjectStore, **asked: Any) -> Query:
    """The query these options ask. Raises StoreError for a name that is not in the project."""
    for article_id in asked["articles"]:
        store.entry(article_id)
    speakers = (_speaker(store.speakers(), name) for name in asked["speakers"])
    codes = (_code(store.codebook(), name) for name in asked["codes"])
    coders = asked["coders"]
    if ADJUDICATED in coders:
        there = coders_of(store)
        coders = tuple(one for name in coders for one in named_so(name, there))
    return Query(**{**asked, "speakers": tuple(speakers), "codes": tuple(codes), "coders": coders})


def _speaker(known: Speakers, name: str) -> str:
    found = known.get(name) or known.named(name)
    if found is None:
        raise StoreError(
            f"there is no speaker {visible(name)!r} in this project: "
            "see who is with fr-reader report speakers"
        )
    return found.id


def _code(known: Codebook, name: str) -> str:
    found = known.get(name) or known.named(name)
    if found is None:
        raise StoreError(
            f"there is no code {visible(name)!r} in this project: "
            "see which there are with fr-reader report codes"
        )
    return found.id
