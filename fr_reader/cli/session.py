"""What every command is told before its own arguments: which project, which coder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from fr_reader.cli.completing import article_ids, folders
from fr_reader.config import Settings
from fr_reader.model import Address, is_address

PATH = click.Path(path_type=Path, readable=False)
"""A path as it is written; whether it can be read is found out, and told, where it is read."""


class _Place(click.Path):
    """A path, or an address on the web, which stays as it is typed."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | Address:
        """What was typed, as what it is."""
        if isinstance(value, str) and is_address(value):
            return Address(value)
        path: Path = super().convert(value, param, ctx)  # type: ignore[assignment]
        return path


PLACE = _Place(path_type=Path, readable=False)
"""Where an article is: a path as in PATH, or an http or https address."""

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Session:
    """The options given before the command, None where one was not given, and the settings.

    `plain` and `article` say how and what to read where no command is named; `unblind` that others
    are to be seen although the settings say `blind`.
    """

    project: Path | None = None
    coder: str | None = None
    encoding: str | None = None
    plain: bool = False
    article: str | None = None
    unblind: bool = False
    settings: Settings = field(default_factory=Settings)

    def with_(
        self,
        project: Path | None = None,
        coder: str | None = None,
        encoding: str | None = None,
        plain: bool = False,
        article: str | None = None,
        unblind: bool = False,
    ) -> Session:
        """The session with what was given after the command, which wins."""
        return replace(
            self,
            project=project or self.project,
            coder=coder or self.coder,
            encoding=encoding or self.encoding,
            plain=plain or self.plain,
            article=article or self.article,
            unblind=unblind or self.unblind,
        )


def project_options(function: Function) -> Function:
    """`--project` and `--coder`, taken before a command's name as well as after it."""
    project = click.option(
        "--project",
        metavar="DIR",
        type=PATH,
        shell_complete=folders,
        help="Work in the project folder DIR; adding articles makes it.",
    )
    coder = click.option("--coder", metavar="NAME", help="Annotate under this name, not your own.")
    return project(coder(function))


def unblind_option(function: Function) -> Function:
    """`--unblind`, for commands that show what others annotated."""
    return click.option(
        "--unblind",
        is_flag=True,
        help="Show what others did also where blind mode hides it.",
    )(function)


def encoding_option(function: Function) -> Function:
    """`--encoding`, for files that do not say it themselves."""
    return click.option(
        "--encoding", metavar="NAME", help="Read files in this encoding, such as cp1252."
    )(function)


def reading_options(function: Function) -> Function:
    """`--plain` and `--article`, for reading on the screen or in plain lines."""
    plain = click.option(
        "--plain",
        is_flag=True,
        help="Print articles in plain lines, for screen readers and pipes, and add none.",
    )
    article = click.option(
        "--article",
        metavar="ID",
        shell_complete=article_ids,
        help="Read this article of the project (see articles).",
    )
    return plain(article(function))


def revision_options(function: Function) -> Function:
    """`--new` and `--revises`, for commands that add articles."""
    new = click.option(
        "--new", "as_new", is_flag=True, help="Add a changed text as an article of its own."
    )
    revises = click.option(
        "--revises",
        metavar="ID",
        shell_complete=article_ids,
        help="Take the one PATH for the next revision of this article.",
    )
    return new(revises(function))


def check_revision_options(
    as_new: bool, revises: str | None, paths: Sequence[Path | Address]
) -> None:
    """Raise click.UsageError where these options contradict each other or the paths."""
    if revises is not None and as_new:
        raise click.UsageError("an article is either --new or --revises another: leave one out")
    if revises is not None and len(paths) != 1:
        raise click.UsageError("--revises takes one PATH, the new text of the article")


def format_option(function: Function) -> Function:
    """`--format`, for commands that list."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "jsonl"]),
        default="table",
        show_default=True,
        help="A table for people, or one JSON object a line for programs.",
    )(function)
