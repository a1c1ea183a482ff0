"""`fr-reader remove`: an article goes to the trash."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.completing import article_ids
from fr_reader.cli.output import say
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, project_options


@click.command("remove")
@click.argument("article", shell_complete=article_ids)
@project_options
@click.pass_obj
def command(session: Session, article: str, project: Path | None, coder: str | None) -> None:
    """Move ARTICLE (its id) with all its annotations to the trash; nothing is deleted."""
    with opened(session.with_(project, coder), changing=True) as store:
        name = store.remove(article)
    say(f"moved {article} to the trash: fr-reader trash restore {name} brings it back")
