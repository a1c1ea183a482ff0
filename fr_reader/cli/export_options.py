"""What every export is told: which articles, where to, and whether anything may be replaced."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from fr_reader.cli.carried import tell_waiting, waiting
from fr_reader.cli.completing import article_ids
from fr_reader.cli.output import say
from fr_reader.cli.project import seen
from fr_reader.cli.session import PATH, Session, project_options, unblind_option
from fr_reader.export import write_file
from fr_reader.model import ExportError
from fr_reader.store import ProjectStore

_ARCHIVE = b"PK"


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported, of which project, and where to; no `output` is standard output."""

    session: Session
    articles: tuple[str, ...]
    output: Path | None
    force: bool

    @contextmanager
    def project(self) -> Iterator[tuple[ProjectStore, list[str]]]:
        """The project, and the ids of the articles wanted, all of them where none is named.

        In blind mode it is as its coder may see it. Tells on stderr what is left out, because it
        is hidden or waits for review. Raises StoreError, also
        for an article that is not there.
        """
        with seen(self.session) as store:
            entries = [entry.id for entry in store.entries()]
            for article_id in self.articles:
                store.entry(article_id)
            yield store, [each for each in entries if not self.articles or each in self.articles]
            tell_waiting(waiting(store), left_out=True)

    def put(self, data: bytes) -> None:
        """Write `data` to the file, or to standard output; no archive to a terminal.

        Raises ExportError.
        """
        if self.output is None or str(self.output) == "-":
            if data.startswith(_ARCHIVE) and sys.stdout.isatty():
                raise ExportError("an archive is nothing to read: name a file for it with -o")
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            say(f"wrote {write_file(self.output, data, force=self.force)}")


def export_options(function: Callable[..., None]) -> Callable[..., None]:
    """`ARTICLE…`, `--output`, `--force` and which project, given to `function` as a Request."""

    @click.argument("articles", metavar="[ARTICLE]...", nargs=-1, shell_complete=article_ids)
    @click.option("-o", "--output", metavar="FILE", type=PATH, help="Write here.")
    @click.option("--force", is_flag=True, help="Replace FILE if it is there already.")
    @unblind_option
    @project_options
    @click.pass_obj
    @functools.wraps(function)
    def with_request(session: Session, /, **given: Any) -> None:
        where = {name: given.pop(name) for name in ("project", "coder", "unblind")}
        named = (given.pop(name) for name in ("articles", "output", "force"))
        function(Request(session.with_(**where), *named), **given)

    return with_request


def all_option(function: Callable[..., None]) -> Callable[..., None]:
    """`--all`, where only what is accepted counts without it."""
    return click.option(
        "--all", "everything", is_flag=True, help="Count what nobody has accepted yet as well."
    )(function)
