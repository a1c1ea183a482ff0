"""`fr-reader cite`: a citation from the shell."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.app.preferences import remembered_style
from fr_reader.cli.completing import article_ids
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, project_options
from fr_reader.export.citations.keys import keys
from fr_reader.export.citations.styles import STYLES, cite, entry
from fr_reader.model import InputError
from fr_reader.store import data_folder
from fr_reader.text import read


@click.command("cite")
@click.argument("article", metavar="ID", shell_complete=article_ids)
@click.option(
    "--paragraph",
    metavar="N",
    type=click.IntRange(min=1),
    help="Quote this paragraph and cite it; without it the whole article is cited.",
)
@click.option(
    "--style",
    type=click.Choice(list(STYLES)),
    help="The style; else the one chosen in the app, or set.",
)
@click.option("--plain", is_flag=True, help="Plain text, without markdown.")
@project_options
@click.pass_obj
def command(
    session: Session,
    article: str,
    paragraph: int | None,
    style: str | None,
    plain: bool,
    project: Path | None,
    coder: str | None,
) -> None:
    """Cite the article ID, or a paragraph of it.

    The styles are those of APA 7, of MLA 9 and of Chicago (the full note and the short one), keys
    for Pandoc, markdown footnotes, wikilinks, and fr-reader's own.
    """
    configured = session.settings.style
    remembered = remembered_style(data_folder(), configured)
    chosen = style or (remembered if remembered in STYLES else configured)
    with opened(session.with_(project, coder)) as store:
        found = store.article(article)
        key = keys((one.id, one.metadata) for one in store.entries())[article]
        if paragraph is None:
            click.echo(entry(found, style=chosen, key=key, plain=plain))
            return
        reading = read(found, store.speakers())
    if paragraph > len(reading.paragraphs):
        count = len(reading.paragraphs)
        raise InputError(f"{article} has {count} paragraphs: there is no ¶ {paragraph}")
    span = reading.paragraphs[paragraph - 1].span
    click.echo(cite(reading, [span], style=chosen, key=key, plain=plain))
