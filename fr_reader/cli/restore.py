"""`fr-reader restore`: the project as it was in a backup."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.completing import backup_names
from fr_reader.cli.output import say, show, table
from fr_reader.cli.project import folder_of
from fr_reader.cli.session import PATH, Session, project_options
from fr_reader.store.backup import backups
from fr_reader.store.restore import find, restore_here, restore_to


@click.command("restore")
@click.argument("name", required=False, shell_complete=backup_names)
@click.option("--to", metavar="FOLDER", type=PATH, help="Restore into this new folder instead.")
@project_options
@click.pass_obj
def command(
    session: Session, name: str | None, to: Path | None, project: Path | None, coder: str | None
) -> None:
    """Put the project back to what it was in the backup NAME, or list the backups.

    What is there now is backed up first.
    """
    folder = folder_of(session.with_(project, coder))
    if name is None:
        rows = [(each.name, each.files, each.size) for each in backups(folder)]
        if not table(("name", "files", "bytes"), rows):
            show("no backups yet")
        return
    chosen = find(folder, name)
    if to is not None:
        target = to.absolute()
        say(f"restored {restore_to(chosen, target)} files to {target}")
        return
    saved = restore_here(folder, chosen)
    kept = f"; what was there before is in {saved.name}" if saved else ""
    say(f"restored {folder} from {chosen.name}{kept}")
