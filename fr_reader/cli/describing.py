"""`fr-reader describe ID`: what is known about an article, shown or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import click

from fr_reader.cli.completing import article_ids
from fr_reader.cli.output import jsonl, say, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import PATH, Session, format_option, project_options
from fr_reader.ingest import own_title
from fr_reader.ingest.sidecar import KNOWN_SUFFIXES, read_sidecar
from fr_reader.model import InputError, Metadata, StoreError, visible
from fr_reader.model.describing import DESCRIBED, changed, date_doubt, filled
from fr_reader.store import Entry, ProjectStore

_BY_HAND, _OWN = "given by hand", "the text’s own"


@click.command("describe")
@click.argument("article", metavar="ID", shell_complete=article_ids)
@click.option("--title", metavar="TEXT", help="What it is called.")
@click.option(
    "--author", "authors", metavar="NAME", multiple=True, help="Who wrote it; once for each."
)
@click.option("--publisher", metavar="TEXT", help="Where it appeared.")
@click.option("--published", metavar="DATE", help="When, best as in 2026-01-02.")
@click.option("--url", metavar="URL", help="Its address on the web.")
@click.option("--language", metavar="CODE", help="Such as en or de-CH.")
@click.option(
    "--from",
    "described_in",
    metavar="FILE",
    type=PATH,
    help="Take what FILE says first: a reference in .ris, .bib or .json, or a .toml file.",
)
@format_option
@project_options
@click.pass_obj
def command(
    session: Session,
    /,
    article: str,
    described_in: Path | None,
    form: str,
    project: Path | None,
    coder: str | None,
    authors: tuple[str, ...],
    **given: str | None,
) -> None:
    """Change what is known about the article ID of the project (see articles).

    An option given empty, as in --publisher "", makes a field empty. What is changed by hand is
    not changed back when the file of the article is imported again.

    Without an option, shows what is known and where each field was found.
    """
    values: dict[str, str | Sequence[str]] = {
        name: value for name, value in given.items() if value is not None
    }
    if authors:
        values["authors"] = authors
    found = _found(described_in)
    changing = bool(values) or found is not None
    with opened(session.with_(project, coder), changing=changing) as store:
        entry = store.entry(article)
        if changing:
            _change(store, entry, found or Metadata(), values)
        elif form == "jsonl":
            for field, value, where in _known(store, entry):
                jsonl({"field": field, "value": value, "from": where})
        else:
            rows = _known(store, entry)
            table(("field", "value", "from"), [(f, _shown(v), w) for f, v, w in rows])


def _found(path: Path | None) -> Metadata | None:
    """What a file says about one article. Raises InputError."""
    if path is None:
        return None
    if path.suffix.lower() not in KNOWN_SUFFIXES:
        known = ", ".join(KNOWN_SUFFIXES)
        raise InputError(f"{visible(str(path))} is no description: --from takes {known}")
    return read_sidecar(path)


def _change(
    store: ProjectStore, entry: Entry, found: Metadata, values: dict[str, str | Sequence[str]]
) -> None:
    known = entry.metadata
    after = changed(filled(known, found), **values)
    news = [f.name for f in fields(Metadata) if getattr(known, f.name) != getattr(after, f.name)]
    names = ", ".join(name for name in news if name != "origins")
    if news:
        entry = store.update(entry.id, after)
    show(f"{'updated' if names else 'unchanged'}: {entry.id}  {after.title}" + _in(names))
    if "published" in news and (doubt := date_doubt(after.published)):
        say(f"published: {doubt}")


def _in(names: str) -> str:
    return f" ({names})" if names else ""


def _known(store: ProjectStore, entry: Entry) -> list[tuple[str, str | list[str], str]]:
    """The fields with their values and where each was found; empty where it says nothing."""
    known, origins = entry.metadata, dict(entry.metadata.origins)
    rows: list[tuple[str, str | list[str], str]] = []
    for field in DESCRIBED:
        value = getattr(known, field)
        where = origins.get(field, _BY_HAND) if value else ""
        if field == "title" and value and field not in origins and _is_own(store, entry):
            where = _OWN
        rows.append((field, list(value) if isinstance(value, tuple) else value, where))
    return rows


def _is_own(store: ProjectStore, entry: Entry) -> bool:
    """Whether the title is the one the text begins with."""
    try:
        return entry.metadata.title == own_title(store.article(entry.id).text, entry.source)
    except StoreError:  # altered, which a check tells of
        return False


def _shown(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "; ".join(value)
