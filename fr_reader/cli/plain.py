"""`fr-reader --plain`: articles in plain lines on standard output, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fr_reader.app.triage import Pending, Proposals
from fr_reader.cli.exit_codes import ALL_FAILED, SOME_FAILED
from fr_reader.cli.output import show
from fr_reader.cli.paths import each
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session
from fr_reader.export import Annotated
from fr_reader.export.linear import linear
from fr_reader.model import Annotations, Article, Codebook, Speakers
from fr_reader.store import ProjectStore
from fr_reader.text import read, suggestions


def plain_files(session: Session, paths: Sequence[Path]) -> int:
    """Print the articles at `paths`; nothing is stored. The exit code.

    What cannot be read is named on stderr, and the others are printed.
    """
    failed = 0
    for number, (_, article) in enumerate(each(paths, session.encoding, command_possible=True), 1):
        if article is None:
            failed += 1
            continue
        source = Annotated(read(article), Annotations())
        heading = _heading(number, len(paths))
        left = suggestions(source.reading)
        _print(linear(source, Speakers.of(), Codebook.of(), left, heading=heading), number)
    return (ALL_FAILED if failed == len(paths) else SOME_FAILED) if failed else 0


def plain_project(session: Session) -> int:
    """Print the annotated articles of the session's project, or the one it names; the exit code."""
    with opened(session) as store:
        entries = [store.entry(session.article)] if session.article else store.entries()
        if not entries:
            show("no articles yet")
        speakers, codebook = store.speakers(), store.codebook()
        for number, entry in enumerate(entries, 1):
            source = _annotated(store, store.article(entry.id), speakers)
            lines = linear(
                source,
                speakers,
                codebook,
                _undecided(store, source),
                heading=_heading(number, len(entries)),
                more=_about(store, entry.id, entry.revision),
            )
            _print(lines, number)
    return 0


def _annotated(store: ProjectStore, article: Article, speakers: Speakers) -> Annotated:
    return Annotated(read(article, speakers), store.annotations(article.id))


def _undecided(store: ProjectStore, source: Annotated) -> Pending:
    """What is suggested that the coder at work has not decided on."""
    proposals = Proposals(suggestions(source.reading))
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
