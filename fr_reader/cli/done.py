"""`fr-reader done`: what its coders are done with."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.completing import article_ids
from fr_reader.cli.output import jsonl, say, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, format_option, project_options
from fr_reader.model import visible
from fr_reader.store import ProjectStore


@click.command("done")
@click.argument("articles", metavar="[ID]...", nargs=-1, shell_complete=article_ids)
@click.option("--not", "undone", is_flag=True, help="You are not done with them after all.")
@format_option
@project_options
@click.pass_obj
def command(
    session: Session,
    /,
    articles: tuple[str, ...],
    undone: bool,
    form: str,
    project: Path | None,
    coder: str | None,
) -> None:
    """Say that you are done with the articles ID, or without any, list who is done with what.

    What a coder is done with counts as seen where coders are compared, also where they tagged
    nothing in it.
    """
    if undone and not articles:
        raise click.UsageError("--not is for articles: name them")
    with opened(session.with_(project, coder), changing=bool(articles)) as store:
        if not articles:
            _list(store, form)
            return
        for article_id in articles:
            store.entry(article_id)
        for article_id in dict.fromkeys(articles):
            store.mark_done(article_id, not undone)
            how = "not done" if undone else "done"
            say(f"{visible(store.coder)} is {how} with {article_id}")


def _list(store: ProjectStore, form: str) -> None:
    done = store.done()
    entries = [entry for entry in store.entries() if entry.id in done]
    if form == "jsonl":
        for entry in entries:
            jsonl({"id": entry.id, "done": sorted(done[entry.id])})
        return
    rows = [(each.id, each.metadata.title, ", ".join(sorted(done[each.id]))) for each in entries]
    if not table(("id", "title", "done"), rows):
        show("nobody is done with any article")
