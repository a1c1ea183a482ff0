"""`fr-reader import PATH…`: articles into the project, without a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click

from fr_reader.cli.bar import Bar, bar
from fr_reader.cli.carried import tell_waiting
from fr_reader.cli.exchanging import taken_in
from fr_reader.cli.exit_codes import FAILED
from fr_reader.cli.output import say, show
from fr_reader.cli.paths import Named, each, named
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import (
    PLACE,
    Session,
    check_revision_options,
    encoding_option,
    project_options,
    revision_options,
)
from fr_reader.cli.standard_input import is_piped
from fr_reader.intake.adding import Intake
from fr_reader.intake.arrival import Arrival
from fr_reader.intake.copies import copies_in
from fr_reader.intake.telling import told
from fr_reader.model import Address

_AT_ONCE = 50
"""So many articles are read before they are added, all in one act."""
_MANY = 20
"""Of more than these the failed are counted in the end, since their names have gone by."""


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PLACE)
@click.option("--watch", "watching", is_flag=True, help="Watch the folders at PATH until ctrl+c.")
@click.option(
    "--every",
    metavar="SECONDS",
    type=click.FloatRange(0.05, 86_400),
    default=1.0,
    show_default=True,
    help="How often --watch looks.",
)
@revision_options
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    /,
    paths: tuple[Path | Address, ...],
    as_new: bool,
    revises: str | None,
    watching: bool,
    every: float,
    **given: Any,
) -> int:
    """Add the articles at PATH to the project; - is standard input.

    Of a folder, the articles in it and below are added: text, markdown, web pages, PDF, EPUB and
    Word documents, by the endings of their names; hidden ones are left out. An http or https
    address is fetched, the only time that fr-reader uses the network.

    A text that is in the project already is not added again; what NAME.toml, NAME.ris, NAME.bib
    or NAME.json beside it, or the head of a markdown file, says about it takes the place of what
    was known, and all annotations stay.

    A changed text becomes the next revision of its article: the one with the same url, or from a
    file of the same name, if it keeps enough of the words. Annotations are carried over to where
    their words stand now; `fr-reader review` has those that are not surely there. An article that
    looks like a copy of another one is added, and said to.

    A whole project, as JSON Lines, Web Annotations or a folder of brat, is taken in with its
    articles, codes, speakers and annotations, those of every coder under their own name; what is
    there already stays as it is, and what does not fit is told.

    A file that cannot be read is named, the others are added, and the exit code is 2. A new
    project named with --project begins with these articles alone; where no file can be read, none
    is made.

    With --watch, the folders at PATH are looked at again and again: a file that is complete, since
    it has not changed from one look to the next, is added once, and again when it has changed.
    Ctrl+c ends it.
    """
    check_revision_options(as_new, revises, paths)
    is_piped(paths)
    session = session.with_(**given)
    if watching:
        if revises is not None:
            raise click.UsageError("--revises takes one article, --watch many: leave one out")
        from fr_reader.cli.watching import watch  # noqa: PLC0415 - only then

        return watch(session, paths, every, as_new=as_new)
    rest, failed = taken_in(session, paths)
    return _import(session, named(rest), failed, as_new=as_new, revises=revises)


def _import(
    session: Session,
    wanted: Sequence[Named],
    failed: list[Any],
    *,
    as_new: bool,
    revises: str | None,
) -> int:
    """Add all that is wanted and can be read; the exit code. `failed` has what was not read."""
    if revises is not None and len(wanted) > 1:
        raise click.UsageError("--revises takes one article: name the one file in the folder")
    with bar(len(wanted)) as progress:
        arrivals = _readable(wanted, session.encoding, failed, progress)
        first = next(arrivals, None)
        if first is not None:
            with opened(session, adding=True, seeded=False) as store:
                compare = partial(copies_in, store)
                intake = Intake(store, as_new=as_new, revises=revises, compare=compare)
                tell_waiting(_put(intake, chain([first], arrivals), progress))
    if failed and len(wanted) > _MANY:
        say(f"{len(failed)} of {len(wanted)} could not be read")
    return FAILED if failed else 0


def _put(intake: Intake, arrivals: Iterator[Arrival], progress: Bar) -> int:
    """Take in what arrives and tell of each; how many annotations wait for review then."""
    waiting = 0
    while some := list(islice(arrivals, _AT_ONCE)):
        for arrival, done in zip(some, intake.put(some), strict=True):
            progress.clear()
            show(told(done, arrival.guessed))
            waiting += done.carried.waiting if done.carried is not None else 0
    progress.clear()
    return waiting


def _readable(
    wanted: Iterable[Named], encoding: str | None, failed: list[Any], progress: Bar
) -> Iterator[Arrival]:
    """What could be read; the rest goes to `failed`."""
    for one in wanted:
        for _, arrival in each([one], encoding, before_saying=progress.clear):
            progress.advance(1)
            if arrival is None:
                failed.append(one)
            else:
                yield arrival
