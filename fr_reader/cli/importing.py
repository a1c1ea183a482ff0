"""`fr-reader import PATH…`: articles into the project, without a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import click

from fr_reader.cli.adding import Put, put
from fr_reader.cli.output import show
from fr_reader.cli.paths import each
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import PATH, Session, encoding_option, project_options
from fr_reader.model import Article

_AT_ONCE = 50
"""So many articles are read before they are added, all in one act."""


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    project: Path | None,
    coder: str | None,
    encoding: str | None,
) -> int:
    """Add the articles at PATH, text or markdown, to the project.

    A text that is in the project already is not added again; what NAME.toml beside it, or the
    head of a markdown file, says about it takes the place of what was known, and all annotations
    stay. A file that cannot be read is named, the others are added, and the exit code is 2. A new
    project named with --project begins with these articles alone; where no file can be read, none
    is made.
    """
    session = session.with_(project, coder, encoding)
    failed: list[Path] = []
    articles = _readable(each(paths, session.encoding), failed)
    first = next(articles, None)
    if first is not None:
        with opened(session, adding=True, seeded=False) as store:
            rest = chain([first], articles)
            while some := list(islice(rest, _AT_ONCE)):
                for done in put(store, some):
                    show(_told(done))
    return 2 if failed else 0


def _readable(
    read: Iterable[tuple[Path, Article | None]], failed: list[Path]
) -> Iterator[tuple[Path, Article]]:
    """The files that could be read; the others go to `failed`."""
    for path, article in read:
        if article is None:
            failed.append(path)
        else:
            yield path, article


def _told(done: Put) -> str:
    deed = "added" if done.new else "updated" if done.changed else "there already"
    changed = f" ({', '.join(done.changed)})" if done.changed else ""
    return f"{deed}: {done.entry.id}  {done.entry.metadata.title}{changed}"
