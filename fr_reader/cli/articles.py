"""`fr-reader articles`: what is in the project."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.output import jsonl, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, format_option, project_options
from fr_reader.store import Entry


@click.command("articles")
@format_option
@project_options
@click.pass_obj
def command(session: Session, form: str, project: Path | None, coder: str | None) -> None:
    """List the articles of the project, in the order they were added."""
    with opened(session.with_(project, coder)) as store:
        entries = store.entries()
    if form == "jsonl":
        for entry in entries:
            jsonl(_record(entry))
        return
    rows = [(e.id, e.metadata.title, e.metadata.publisher, e.metadata.published) for e in entries]
    if not table(("id", "title", "publisher", "published"), rows):
        show("no articles yet")


def _record(entry: Entry) -> dict[str, object]:
    known = entry.metadata
    return {
        "id": entry.id,
        "title": known.title,
        "authors": list(known.authors),
        "publisher": known.publisher,
        "published": known.published,
        "url": known.url,
        "language": known.language,
        "photographers": [
            {"name": one.name, "paragraph": one.paragraph} for one in known.photographers
        ],
        "source": entry.source,
        "sha256": entry.sha256,
        "length": entry.length,
        "added": entry.added,
    }
