"""What a shell may put in the place of a word that stands for something in the project.

Names are read off the project's folder: nothing is opened, made or locked while somebody types,
and where nothing can be read nothing is offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def article_ids(context: click.Context, _: click.Parameter, word: str) -> list[str]:
    """The ids of the project's articles that begin with `word`."""
    names = (name for name in _inside(context, "articles") if name.endswith(".txt"))
    return _beginning(word, (name.partition(".")[0] for name in names))


def trash_ids(context: click.Context, _: click.Parameter, word: str) -> list[str]:
    """The names in the trash that begin with `word`."""
    return _beginning(word, _inside(context, "trash"))


def backup_names(context: click.Context, _: click.Parameter, word: str) -> list[str]:
    """The names of the backups that begin with `word`, the last first."""
    names = (name for name in _inside(context, "backups") if name.endswith(".zip"))
    found = _beginning(word, (name.removesuffix(".zip") for name in names))
    return sorted(found, key=lambda name: name.partition("-")[2], reverse=True)


def query_names(context: click.Context, _: click.Parameter, word: str) -> list[str]:
    """The names of the saved queries that begin with `word`."""
    names = (name for name in _inside(context, "queries") if name.endswith(".json"))
    return _beginning(word, (name.removesuffix(".json") for name in names))


def folders(context: click.Context, _: click.Parameter, word: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    """Leave it to the shell to offer folders."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only where a shell asks

    return [CompletionItem(word, type="dir")]


def _beginning(word: str, names: Iterable[str]) -> list[str]:
    """The names that begin with `word`, sorted; hidden ones are ours and not for people."""
    return sorted({name for name in names if name.startswith(word) and name[:1] not in ("", ".")})


def _inside(context: click.Context, part: str) -> list[str]:
    """The names in a folder of the project that the words so far speak of."""
    from fr_reader.model import FrReaderError  # noqa: PLC0415 - only where a shell asks

    with suppress(OSError, FrReaderError, ValueError, RuntimeError):
        return [path.name for path in (_project(context) / part).iterdir()]
    return []


def _project(context: click.Context | None) -> Path:
    from fr_reader.config import load  # noqa: PLC0415 - only where a shell asks
    from fr_reader.folders import config_folder, default_project  # noqa: PLC0415

    while context is not None:
        if chosen := context.params.get("project"):
            return Path(chosen).expanduser()
        context = context.parent
    return load(config_folder()).project or default_project()
