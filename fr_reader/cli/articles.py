"""`fr-reader articles`: what is in the project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from fr_reader.cli.output import jsonl, say, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, format_option, project_options
from fr_reader.model import StoreError
from fr_reader.store import Entry, ProjectStore

_HEADS = ("id", "title", "publisher", "published")
_REVISED = ("revision", "to review")


@click.command("articles")
@click.option("--copies", is_flag=True, help="List only those that are copies of one another.")
@format_option
@project_options
@click.pass_obj
def command(
    session: Session, copies: bool, form: str, project: Path | None, coder: str | None
) -> None:
    """List the articles of the project, in the order they were added.

    With --copies, lists the reports that several papers have printed, the edited and the cut ones
    too, a group for each; alike is about how many of the words of the shorter text stand in the
    first one of its group, or in the copy of that which is most like it.
    """
    with opened(session.with_(project, coder)) as store:
        if copies:
            from fr_reader.cli.copies import list_copies  # noqa: PLC0415 - only then

            list_copies(store, form)
            return
        entries = store.entries()
        waiting = {e.id: _to_review(store, e.id) for e in entries if e.revision > 1}
    if form == "jsonl":
        for entry in entries:
            jsonl(_record(entry, waiting.get(entry.id, 0)))
    elif not table((*_HEADS, *_REVISED) if waiting else _HEADS, _rows(entries, waiting)):
        show("no articles yet")


def _to_review(store: ProjectStore, article_id: str) -> int | None:
    """How many annotations wait for review; None, and a word on stderr, where that is not to be
    found out, since a text was altered."""
    try:
        return len(store.astray(article_id))
    except StoreError as error:
        say(str(error))
        return None


def _rows(
    entries: Iterable[Entry], waiting: Mapping[str, int | None]
) -> Iterator[tuple[str | int, ...]]:
    """The rows of the table; without any revised article it has no columns for that."""
    for entry in entries:
        known, number = entry.metadata, waiting.get(entry.id, 0)
        row = entry.id, known.title, known.publisher, known.published
        revision = entry.revision if entry.revision > 1 else ""
        yield (*row, revision, "?" if number is None else number or "") if waiting else row


def _record(entry: Entry, waiting: int | None) -> dict[str, object]:
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
        "revision": entry.revision,
        "to_review": waiting,
        "added": entry.added,
    }
