"""What the commands that export references share: their options, and the way to the file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from fr_reader.cli.completing import article_ids
from fr_reader.cli.output import say
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import PATH, Function, Session, project_options
from fr_reader.export import write_notes
from fr_reader.export.citations.work import Work
from fr_reader.export.references import works
from fr_reader.store import ProjectStore


def reference_options(function: Function) -> Function:
    """`[ID]...`, `-o`, `--force`, `--project` and `--coder`."""
    articles = click.argument("articles", metavar="[ID]...", nargs=-1, shell_complete=article_ids)
    output = click.option("-o", "--output", metavar="FILE", type=PATH, help="Write here.")
    force = click.option("--force", is_flag=True, help="Replace FILE if it is there already.")
    return articles(output(force(project_options(function))))


def write(
    writer: Callable[[Iterable[Work]], str],
    session: Session,
    articles: Sequence[str],
    output: Path | None,
    force: bool,
) -> None:
    """Write what `writer` makes of these articles, or of all, in the order of the project."""
    with opened(session) as store:
        text = writer(_chosen(store, articles))
    if output is None or str(output) == "-":
        sys.stdout.write(text)
    else:
        say(f"wrote {write_notes(output, text, force=force)}")


def _chosen(store: ProjectStore, articles: Sequence[str]) -> list[Work]:
    """Their works, with the keys they have among all. Raises StoreError for an unknown id."""
    entries = store.entries()
    known = {entry.id for entry in entries}
    for wanted in articles:
        if wanted not in known:
            store.article(wanted)
    made = works((entry.id, entry.metadata) for entry in entries)
    pairs = zip(entries, made, strict=True)
    return [work for entry, work in pairs if not articles or entry.id in articles]
