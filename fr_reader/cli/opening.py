"""`fr-reader [PATH…]`: the app, on a project, with articles added to it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fr_reader.cli.exit_codes import FAILED
from fr_reader.cli.output import say
from fr_reader.cli.project import project
from fr_reader.cli.session import (
    PLACE,
    Session,
    check_revision_options,
    encoding_option,
    project_options,
    reading_options,
    revision_options,
)
from fr_reader.cli.standard_input import check_keys, is_piped, keys_from_terminal
from fr_reader.model import Address, FrReaderError
from fr_reader.store import Store, config_folder

if TYPE_CHECKING:
    from fr_reader.intake.arrival import Arrival


@click.command("fr-reader")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=PLACE)
@revision_options
@project_options
@encoding_option
@reading_options
@click.pass_obj
def command(
    session: Session,
    /,
    paths: tuple[Path | Address, ...],
    as_new: bool = False,
    revises: str | None = None,
    **given: Any,
) -> int:
    """Open the reader and add the articles at PATH to the project; - is standard input.

    Where the text is there already, what is known about it is taken from the file anew; a changed
    text becomes the next revision of its article.

    With --plain nothing is opened and nothing is added: the articles at PATH, or without any those
    of the project, are printed with what is annotated and found in them.
    """
    check_revision_options(as_new, revises, paths)
    session = session.with_(**given)
    if session.article is not None and paths:
        raise click.UsageError("--article is for an article of the project: name it or a PATH")
    if not session.plain:
        return open_app(session, paths, as_new, revises)
    if as_new or revises is not None:
        raise click.UsageError("--plain adds nothing: leave --new and --revises out")
    from fr_reader.cli.plain import plain_files, plain_project  # noqa: PLC0415 - not for the app

    is_piped(paths)
    return plain_files(session, paths) if paths else plain_project(session)


def open_app(
    session: Session,
    paths: tuple[Path | Address, ...] = (),
    as_new: bool = False,
    revises: str | None = None,
    tutor: bool = False,
) -> int:
    """Open the app on the project of `session`, at the article it names or the first of `paths`.

    With `tutor` it opens with the lessons, at the first article there is. `as_new` and
    `revises` are as in `Intake`. When one of the paths cannot be read, or nothing in one that is a
    folder, nothing is added and nothing opens; the exit code is 2.
    """
    piped = is_piped(paths)
    if piped:
        check_terminal(keys=False)
        check_keys()
    readable = _readable(session, paths) if paths else []
    if readable is None:
        return FAILED
    if piped:
        keys_from_terminal()
    check_terminal()
    with project(session, adding=True, quiet=True) as store:
        first = _put(store, readable, as_new, revises) if readable else None
        if session.article is not None:
            first = store.entry(session.article).id
        if tutor:
            first = next((entry.id for entry in store.entries()), None)
        return _run(session, store, first, tutor)


def _run(session: Session, store: Store, first: str | None, tutor: bool) -> int:
    """Open the app at the article `first` of a project; the exit code."""
    from fr_reader.app import run  # noqa: PLC0415 - Textual, only now that it is wanted
    from fr_reader.app.commands.key_file import load_keys  # noqa: PLC0415
    from fr_reader.app.manner import Manner, Proposing  # noqa: PLC0415
    from fr_reader.store.blind import blind  # noqa: PLC0415

    settings = session.settings
    chosen = load_keys(config_folder(), settings.keys)
    manner = Manner(
        settings.theme,
        settings.width,
        Proposing() if tutor else Proposing(settings.suggestions, settings.confidence),
        (*settings.problems, *chosen.problems),
        tutor,
        settings.style,
        settings.profile,
    )
    return run(
        blind(store) if settings.blind else store,
        article_id=first,
        notes_folder=settings.notes or Path.cwd(),
        keymap=chosen.keymap,
        manner=manner,
    )


def _readable(session: Session, paths: tuple[Path | Address, ...]) -> list[Arrival] | None:
    """What is at `paths`; None when one of them cannot be read, or nothing in a folder can."""
    from fr_reader.cli.paths import each, named  # noqa: PLC0415 - not without paths

    read = list(each(named(paths), session.encoding, command_possible=True))
    if any(arrival is None and not one.inside for one, arrival in read):
        return None
    return [arrival for _, arrival in read if arrival is not None] or None


def _put(store: Store, read: list[Arrival], as_new: bool, revises: str | None) -> str | None:
    """Take what was read into the project; the id of the first."""
    from fr_reader.intake.adding import Intake  # noqa: PLC0415 - not without paths

    added = []
    puts = Intake(store, as_new=as_new, revises=revises).put(read)
    for arrival, done in zip(read, puts, strict=True):
        entry = done.entry
        added.append(entry.id)
        if arrival.guessed:
            say(f"read {entry.id} as {arrival.guessed}")
        if done.changed:
            say(f"updated {entry.id} ({', '.join(done.changed)})")
        if done.carried is not None:
            say(f"revised {entry.id} (revision {entry.revision}): {done.carried}")
    return added[0] if added else None


def check_terminal(keys: bool = True) -> None:
    """Raise FrReaderError where no app can be shown; Textual draws on the standard error.

    Without `keys`, standard input need not be a terminal yet.
    """
    drawn_on = all(stream and stream.isatty() for stream in (sys.stdout, sys.stderr))
    if os.environ.get("TERM") != "dumb" and drawn_on:
        if not keys or (sys.stdin and sys.stdin.isatty()):
            return
        raise FrReaderError(
            "standard input is not the terminal, so no keys can come from it: "
            "fr-reader - opens the article that comes from it, fr-reader --plain prints articles"
        )
    raise FrReaderError(
        "the reader needs a terminal to open in: without one, fr-reader --plain prints the "
        "articles in plain lines, and fr-reader --help lists the commands"
    )
