"""`fr-reader trash`: the articles that were removed."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.completing import trash_ids
from fr_reader.cli.output import say, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, project_options


@click.group("trash", invoke_without_command=True)
@project_options
@click.pass_context
def command(context: click.Context, project: Path | None, coder: str | None) -> None:
    """List the articles that were removed, bring one back, or delete them for good."""
    session: Session = context.obj
    context.obj = session = session.with_(project, coder)
    if context.invoked_subcommand is not None:
        return
    with opened(session) as store:
        rows = [
            (item.id, item.entry.metadata.title, item.time[:19].replace("T", " "), item.coder)
            for item in store.trash()
        ]
    if not table(("id", "title", "removed (UTC)", "by"), rows):
        show("the trash is empty")


@command.command("restore")
@click.argument("name", metavar="ID", shell_complete=trash_ids)
@project_options
@click.pass_obj
def restore(session: Session, name: str, project: Path | None, coder: str | None) -> None:
    """Bring the article with this ID in the trash back, with its annotations."""
    with opened(session.with_(project, coder), changing=True) as store:
        entry = store.restore(name)
    say(f"brought {entry.id} back")


@command.command("empty")
@click.option("--yes", is_flag=True, help="Do not ask.")
@project_options
@click.pass_obj
def empty(session: Session, yes: bool, project: Path | None, coder: str | None) -> None:
    """Delete what is in the trash for good, after asking."""
    with opened(session.with_(project, coder), changing=True) as store:
        number = len(store.trash())
        if not number:
            show("the trash is empty")
        elif yes or click.confirm(f"Delete {number} articles and their annotations?", err=True):
            say(f"deleted {store.empty_trash()} articles for good")
