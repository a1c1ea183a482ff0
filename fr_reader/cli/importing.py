"""`fr-reader import PATH…`: articles into the project, without a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import click

from fr_reader.cli.adding import Intake, Put
from fr_reader.cli.carried import tell_waiting
from fr_reader.cli.exchanging import taken_in
from fr_reader.cli.exit_codes import FAILED
from fr_reader.cli.output import show
from fr_reader.cli.paths import each
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import (
    PATH,
    Session,
    check_revision_options,
    encoding_option,
    project_options,
    revision_options,
)
from fr_reader.cli.standard_input import is_piped
from fr_reader.model import Article

_AT_ONCE = 50
"""So many articles are read before they are added, all in one act."""


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@revision_options
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    as_new: bool,
    revises: str | None,
    project: Path | None,
    coder: str | None,
    encoding: str | None,
) -> int:
    """Add the articles at PATH, text or markdown, to the project; - is standard input.

    A text that is in the project already is not added again; what NAME.toml beside it, or the
    head of a markdown file, says about it takes the place of what was known, and all annotations
    stay.

    A changed text becomes the next revision of its article: the one with the same url, or from a
    file of the same name, if it keeps enough of the words. Annotations are carried over to where
    their words stand now; `fr-reader review` has those that are not surely there.

    A whole project, as JSON Lines, Web Annotations or a folder of brat, is taken in with its
    articles, codes, speakers and annotations, those of every coder under their own name; what is
    there already stays as it is, and what does not fit is told.

    A file that cannot be read is named, the others are added, and the exit code is 2. A new
    project named with --project begins with these articles alone; where no file can be read, none
    is made.
    """
    check_revision_options(as_new, revises, paths)
    is_piped(paths)
    session = session.with_(project, coder, encoding)
    paths, failed = taken_in(session, paths)
    articles = _readable(each(paths, session.encoding), failed)
    first = next(articles, None)
    if first is not None:
        with opened(session, adding=True, seeded=False) as store:
            intake = Intake(store, as_new=as_new, revises=revises)
            rest, waiting = chain([first], articles), 0
            while some := list(islice(rest, _AT_ONCE)):
                for done in intake.put(some):
                    show(_told(done))
                    waiting += done.carried.waiting if done.carried is not None else 0
            tell_waiting(waiting)
    return FAILED if failed else 0


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
    entry, title = done.entry, done.entry.metadata.title
    if done.carried is not None:
        head = f"revised: {entry.id} (revision {entry.revision})  {title}".rstrip()
        return f"{head}: {done.carried}"
    if done.earlier:
        return f"there already (an earlier text of {entry.id})  {title}"
    deed = "added" if done.new else "updated" if done.changed else "there already"
    changed = f" ({', '.join(done.changed)})" if done.changed else ""
    return f"{deed}: {entry.id}  {title}{changed}"
