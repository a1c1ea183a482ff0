"""`fr-reader backup`: a copy of the project now."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.output import say
from fr_reader.cli.project import folder_of
from fr_reader.cli.session import Session, project_options
from fr_reader.store.backup import make_backup
from fr_reader.store.manifest import no_project, read_manifest


@click.command("backup")
@project_options
@click.pass_obj
def command(session: Session, project: Path | None, coder: str | None) -> None:
    """Back the project up now, into its folder backups/.

    Such a backup stays until you delete it. One is made by itself on every day the project is
    worked on; of those the last seven are kept.
    """
    folder = folder_of(session.with_(project, coder))
    if read_manifest(folder) is None:
        raise no_project(folder)
    made = make_backup(folder)
    say(f"backed up {made.files} files to {made.path}")
