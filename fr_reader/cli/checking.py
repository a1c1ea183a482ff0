"""`fr-reader check`: is every line of the project as it was written?"""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.exit_codes import WRONG
from fr_reader.cli.output import show
from fr_reader.cli.project import folder_of
from fr_reader.cli.session import PATH, Session, project_options
from fr_reader.store.check import check
from fr_reader.store.files import named
from fr_reader.store.manifest import no_project
from fr_reader.store.places import is_project
from fr_reader.store.repair import repair as mend


@click.command("check")
@click.argument("folder", metavar="[PROJECT]", required=False, type=PATH)
@click.option("--repair", is_flag=True, help="Mend what can be mended, after a backup.")
@project_options
@click.pass_obj
def command(
    session: Session, folder: Path | None, repair: bool, project: Path | None, coder: str | None
) -> int:
    """Check every line, text, passage and name in the project, and say what is wrong.

    The exit code is 1 if anything is. With --repair, damaged lines are set aside in a file beside
    their journal, texts are taken from the backups, and articles, codes and speakers that are
    missing are put back; what only you can decide is left and told.
    """
    place = folder_of(session.with_(folder or project, coder))
    if not is_project(place):
        raise no_project(place)
    if repair:
        for sentence in mend(place):
            show(sentence)
    wrong = 0
    for fault in check(place):
        wrong += fault.wrong
        show(str(fault))
    if not wrong:
        show(f"{named(place)} is as it was written")
    return WRONG if wrong else 0
