"""`fr-reader --plain`: articles in plain lines on standard output, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fr_reader.app.taught import Taught
from fr_reader.app.triage import Pending, Proposals
from fr_reader.cli.exit_codes import ALL_FAILED, SOME_FAILED
from fr_reader.cli.output import show
from fr_reader.cli.paths import each, named
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session
from fr_reader.export import Annotated
from fr_reader.export.linear import linear
from fr_reader.model import Address, Annotations, Codebook, Speakers
from fr_reader.store import Entry, ProjectStore
from fr_reader.text import read, suggestions


def plain_files(session: Session, paths: Sequence[Path | Address]) -> int:
    """Print the articles at `paths`; nothing is stored. The exit code.

    Where the session names a project, an article it has the very text of is printed as it is
    annotated there, and its speakers' names win in the others. What cannot be read is named on
    stderr, and the others are printed.
    """
    if session.project is None:
        return _files(session, paths, None)
    with opened(session) as store:
        return _files(session, paths, store)


def _files(session: Session, paths: Sequence[Path | Address], store: ProjectStore | None) -> int:
    held = {entry.sha256: entry for entry in store.entries()} if store else {}
    speakers = store.speakers() if store else Speakers.of()
    codebook = store.codebook() if store else Codebook.of()
    taught = Taught(store, store.folder, once=True) if store else None
    failed, wanted = 0, named(paths)
    for number, (_, arrival) in enumerate(each(wanted, session.encoding, command_possible=True), 1):
        if arrival is None:
            failed += 1
            continue
        article = arrival.article
        heading, entry = _heading(number, len(wanted)), held.get(article.sha256)
        if store is not None and entry is not None and taught is not None:
            lines = _held(store, entry, heading, taught)
        else:
            source = Annotated(read(article, speakers), Annotations())
            left = suggestions(source.reading)
            lines = linear(source, speakers, codebook, left, heading=heading)
        _print(lines, number)
    return (ALL_FAILED if failed == len(wanted) else SOME_FAILED) if failed else 0


def plain_project(session: Session) -> int:
    """Print the annotated articles of the session's project, or the one it names; the exit code."""
    with opened(session) as store:
        entries = [store.entry(session.article)] if session.article else store.entries()
        if not entries:
            show("no articles yet")
        taught = Taught(store, store.folder, once=True)
        for number, entry in enumerate(entries, 1):
            _print(_held(store, entry, _heading(number, len(entries)), taught), number)
    return 0


def _held(store: ProjectStore, entry: Entry, heading: str, taught: Taught) -> Iterator[str]:
    """The lines on an article of the project."""
    speakers, codebook = store.speakers(), store.codebook()
    reading = read(store.article(entry.id), speakers)
    source = Annotated(reading, store.annotations(entry.id))
    more = _about(store, entry.id, entry.revision)
    left = _undecided(store, source, taught)
    return linear(source, speakers, codebook, left, heading=heading, more=more)


def _undecided(store: ProjectStore, source: Annotated, taught: Taught) -> Pending:
    """What is suggested, by rules and by what was learned, that the coder at work has not decided
    on."""
    article, found = source.reading.article, suggestions(source.reading)
    proposals = Proposals(taught.beside(article, source.annotations, found))
    return Pending.of(proposals, source.annotations, store.coder, store.codebook().end)


def _about(store: ProjectStore, article_id: str, revision: int) -> Iterator[str]:
    """What the project knows of an article beside its metadata."""
    yield f"Identifier: {article_id}"
    if revision > 1:
        yield f"Revision: {revision}"
        if waiting := len(store.astray(article_id)):
            noun = "annotation waits" if waiting == 1 else "annotations wait"
            yield f"{waiting} {noun} for review and {'is' if waiting == 1 else 'are'} left out."


def _heading(number: int, total: int) -> str:
    return f"Article {number} of {total}" if total > 1 else "Article"


def _print(lines: Iterable[str], number: int) -> None:
    """Print the lines of one article, an empty one before them unless it is the first."""
    if number > 1:
        print()
    for line in lines:
        print(line)
