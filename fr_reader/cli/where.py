"""`fr-reader where`: the folders in use."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.output import show
from fr_reader.cli.project import folder_of
from fr_reader.cli.session import Session, project_options
from fr_reader.resources import seeds_folder, themes_folder
from fr_reader.store import config_folder, data_folder


@click.command("where")
@project_options
@click.pass_obj
def command(session: Session, project: Path | None, coder: str | None) -> None:
    """Show the folders in use, whether they are there yet or not."""
    folders = {
        "project": folder_of(session.with_(project, coder)),
        "data": data_folder(),
        "configuration": config_folder(),
        "your themes": config_folder() / "themes",
        "seed articles": seeds_folder(),
        "shipped themes": themes_folder(),
    }
    width = max(map(len, folders))
    for name, folder in folders.items():
        missing = "" if folder.is_dir() else "  (not there yet)"
        show(f"{name:{width}}  {folder}{missing}")
