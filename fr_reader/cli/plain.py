"""`fr-reader --plain [PATH…]`: annotated articles as plain lines on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from fr_reader.cli.paths import each
from fr_reader.cli.project import project
from fr_reader.cli.session import Session
from fr_reader.cli.standard_input import STDIN
from fr_reader.export.linear import linear
from fr_reader.model import Annotations, Article, Codebook, Speakers
from fr_reader.store import Store
from fr_reader.text import read


def print_plain(session: Session, paths: tuple[Path, ...]) -> int:
    """Print the articles at `paths`, which are stored nowhere, or without paths all articles of
    the project with what is annotated; a path that is the id of one of its articles is that one.

    Exit code 2 when one of the paths cannot be read; the others are printed.
    """
    unknown = [path for path in paths if str(path) != STDIN and not path.exists()]
    known = _ids(session) if unknown else set()
    if not paths or all(str(path) in known for path in paths):
        with project(session, quiet=True) as store:
            wanted = [str(path) for path in paths] or [entry.id for entry in store.entries()]
            for number, article_id in enumerate(wanted):
                _print(_stored(store, article_id), number)
        return 0
    code = 0
    for number, (_, article) in enumerate(each(paths, session.encoding)):
        if article is None:
            code = 2
        else:
            _print(_read(article), number)
    return code


def _ids(session: Session) -> set[str]:
    with project(session, quiet=True) as store:
        return {entry.id for entry in store.entries()}


def _stored(store: Store, article_id: str) -> str:
    speakers = store.speakers()
    reading = read(store.article(article_id), speakers)
    return linear(reading, store.annotations(article_id), store.codebook(), speakers)


def _read(article: Article) -> str:
    return linear(read(article), Annotations(), Codebook.of(), Speakers.of())


def _print(words: str, number: int) -> None:
    sys.stdout.write(("\n" if number else "") + words)
