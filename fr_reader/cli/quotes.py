"""`fr-reader quotes [PATH…]`: the quotations found in texts, with no project needed for files."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import click

from fr_reader.cli.bar import bar
from fr_reader.cli.exit_codes import ALL_FAILED, SOME_FAILED
from fr_reader.cli.output import say
from fr_reader.cli.quote_forms import FORMS
from fr_reader.cli.quote_output import output
from fr_reader.cli.quote_sources import Source, sources
from fr_reader.cli.quote_work import Result, Work
from fr_reader.cli.session import PATH, Session, encoding_option, project_options
from fr_reader.cli.workers import WorkerDiedError, cores, in_order
from fr_reader.model import FrReaderError

_FEW = 24
"""Up to so many sources are read sooner by one process than processes are started."""
_LARGEST_CHUNK = 16


@click.command("quotes")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="table",
    show_default=True,
    help="A table or markdown for people, JSON Lines for programs, CSV for spreadsheets.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Read in N processes.  [default: 1 for a few files, else one a core]",
)
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    form: str,
    jobs: int | None,
    project: Path | None,
    coder: str | None,
    encoding: str | None,
) -> int:
    """List the quotations found in the texts at PATH, or without any in the project.

    A PATH may be a file, a folder (the .txt and .md files in it and in its folders are read, in
    the order of their names, hidden ones left out) or - for standard input.

    Offsets count the code points of the text as decoded, newlines as LF. For articles of the
    project, "path" is the name of the file they came from, and the speakers of the project win
    over names found in the text.

    What cannot be read is named and the rest is listed; the exit code is then 1, or 2 when nothing
    could be read.
    """
    session = session.with_(project, coder, encoding)
    if paths:
        named = sources(paths)
        return _list(named, len(named), Work(form, session.encoding), jobs)
    from fr_reader.cli.project import project as opened  # noqa: PLC0415 - files need no store

    with opened(session) as store:
        entries = store.entries()
        held = (Source(entry.source, article=store.article(entry.id)) for entry in entries)
        return _list(held, len(entries), Work(form, speakers=store.speakers()), jobs)


def _list(named: Iterable[Source], total: int, work: Work, jobs: int | None) -> int:
    """Write what comes of the sources, in their order; the exit code."""
    jobs = jobs or (1 if total <= _FEW else cores())
    size = 1 if jobs == 1 else max(1, min(_LARGEST_CHUNK, total // (4 * jobs)))
    jobs = max(1, min(jobs, -(-total // size)))
    done = failed = 0
    written = output(work.form)
    with bar(total) as shown, closing(_results(named, work, jobs, size)) as results:
        for result in results:
            if result.problem or sys.stdout.isatty():
                shown.clear()
            if result.problem:
                failed += 1
                say(result.problem)
            else:
                done += 1
                written.add(result)
            shown.advance(1)
    if done or not failed:
        written.close()
    return (SOME_FAILED if done else ALL_FAILED) if failed else 0


def _results(
    named: Iterable[Source], work: Work, jobs: int, size: int
) -> Generator[Result, None, None]:
    """The results one by one. Raises FrReaderError when a worker is killed."""
    count = 0
    try:
        with closing(in_order(work, _chunks(named, size), jobs)) as chunks:
            for chunk in chunks:
                for result in chunk:
                    count += 1
                    yield result
    except WorkerDiedError:
        raise FrReaderError(
            f"a process that reads for fr-reader was ended, perhaps for want of memory, and the "
            f"list stops after {count} articles: try again with --jobs 1"
        ) from None


def _chunks(named: Iterable[Source], size: int) -> Iterator[Sequence[Source]]:
    rest = iter(named)
    while chunk := list(islice(rest, size)):
        yield chunk
