"""`fr-reader export markdown`: the notes of the project."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fr_reader.cli.carried import tell_waiting, waiting
from fr_reader.cli.output import say
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import PATH, Session, project_options
from fr_reader.export import project_notes, write_notes
from fr_reader.verify.outgoing import passed


@click.command("markdown")
@click.option("-o", "--output", metavar="FILE", type=PATH, help="Write here.")
@click.option("--force", is_flag=True, help="Replace FILE if it is there already.")
@project_options
@click.pass_obj
def command(
    session: Session,
    output: Path | None,
    force: bool,
    project: Path | None,
    coder: str | None,
) -> None:
    """Write the notes on every article of the project as markdown.

    A summary first, then for each article the quotations by speaker, the passages by code and the
    memos. Without -o the notes go to standard output.
    """
    with opened(session.with_(project, coder)) as store:
        text = passed(project_notes(store), (store.article(each.id) for each in store.entries()))
        tell_waiting(waiting(store), left_out=True)
    if output is None or str(output) == "-":
        sys.stdout.write(text)
    else:
        say(f"wrote {write_notes(output, text, force=force)}")
