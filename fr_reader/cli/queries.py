"""`fr-reader queries`: filters of tables that were saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from fr_reader.cli.output import say, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, project_options
from fr_reader.model import StoreError
from fr_reader.overview import saved
from fr_reader.overview.query import Query
from fr_reader.store import ProjectStore


@click.group("queries", invoke_without_command=True)
@project_options
@click.pass_context
def command(context: click.Context, project: Path | None, coder: str | None) -> None:
    """List, show and remove the filters saved with fr-reader report --save NAME.

    They are kept in the project, for all who work in it.
    """
    context.obj = context.obj.with_(project, coder)
    if context.invoked_subcommand is None:
        context.invoke(listed)


@command.command("list")
@project_options
@click.pass_obj
def listed(session: Session, project: Path | None = None, coder: str | None = None) -> None:
    """List the saved queries with what they ask for."""
    with opened(session.with_(project, coder)) as store:
        rows = [(name, _asked_or_fault(store, name)) for name in saved.saved(store.folder)]
    if not table(("name", "asks for"), rows):
        show("no query is saved yet: fr-reader report --save NAME with filters saves one")


@command.command("show")
@click.argument("name")
@project_options
@click.pass_obj
def shown(session: Session, name: str, project: Path | None, coder: str | None) -> None:
    """Print what the query NAME asks for, a line each."""
    with opened(session.with_(project, coder)) as store:
        query = load(store, name)
        for key, values in _asked(store, query):
            show(f"{key}: {', '.join(values)}")


@command.command("remove")
@click.argument("name")
@project_options
@click.pass_obj
def removed(session: Session, name: str, project: Path | None, coder: str | None) -> None:
    """Remove the query NAME; nothing that is annotated changes."""
    with opened(session.with_(project, coder), changing=True) as store:
        saved.remove(store.folder, name)
    say(f"removed the query {name}")


def load(store: ProjectStore, name: str) -> Query:
    """The saved query NAME of a project. Raises StoreError."""
    return saved.load(store.folder, name, store.speakers(), store.codebook())


def _asked_or_fault(store: ProjectStore, name: str) -> str:
    try:
        asked = _asked(store, load(store, name))
    except StoreError as error:
        return str(error)
    return "; ".join(f"{key} {', '.join(values)}" for key, values in asked)


def _asked(store: ProjectStore, query: Query) -> list[tuple[str, list[str]]]:
    """What a query asks for, by the names of the options, speakers and codes by name."""
    speakers, codebook = store.speakers(), store.codebook()
    given: list[tuple[str, tuple[str, ...], Callable[[str], str]]] = [
        ("speaker", query.speakers, lambda one: speakers.by_id[one].name),
        ("code", query.codes, lambda one: codebook.by_id[one].name),
        ("article", query.articles, str),
        ("publisher", query.publishers, str),
        ("by", query.coders, str),
        ("since", (query.since,), str),
        ("until", (query.until,), str),
        ("words", (query.words,), str),
    ]
    return [(key, [name(one) for one in values]) for key, values, name in given if any(values)]
