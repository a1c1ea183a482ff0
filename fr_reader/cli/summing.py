"""`fr-reader summary`: figures and telling quotations, ready to be pasted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from fr_reader.app.preferences import remembered_style
from fr_reader.cli.carried import tell_waiting, waiting
from fr_reader.cli.completing import article_ids
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, project_options
from fr_reader.export.citations.styles import STYLES
from fr_reader.overview.summaries import Summary
from fr_reader.overview.summing import Summing
from fr_reader.store import data_folder
from fr_reader.verify.outgoing import passed


@click.command("summary")
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1, shell_complete=article_ids)
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "text"]),
    default="md",
    show_default=True,
    help="Markdown, or plain text.",
)
@click.option(
    "--style",
    type=click.Choice(list(STYLES)),
    help="The style to cite in; else the one chosen in the app, or set.",
)
@project_options
@click.pass_obj
def command(
    session: Session,
    articles: tuple[str, ...],
    form: str,
    style: str | None,
    project: Path | None,
    coder: str | None,
) -> None:
    """Sum up each ARTICLE (its id), or without one the project and then each of its articles: who
    speaks how much, which codes were given how often, and the most telling quotations, each with
    its citation.

    Figures are those of fr-reader report, and every quotation is compared with its article before
    anything is printed.
    """
    configured = session.settings.style
    remembered = remembered_style(data_folder(), configured)
    chosen = style or (remembered if remembered in STYLES else configured)
    with opened(session.with_(project, coder)) as store:
        for article_id in articles:
            store.entry(article_id)
        summing = Summing(store, chosen)
        wanted = summing.articles(articles) if articles else _everything(summing)
        written = []
        for found in wanted:
            text = passed(summing.written(found), summing.sources(found))
            written.append(summing.written(found, plain=True) if form == "text" else text)
        sys.stdout.write("\n".join(written))
        tell_waiting(waiting(store), left_out=True)


def _everything(summing: Summing) -> Iterator[Summary]:
    """The project, and then its articles."""
    yield summing.project()
    yield from summing.articles()
