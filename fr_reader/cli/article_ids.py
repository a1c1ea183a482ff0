"""The ids of the project’s articles, for the shell to complete."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from fr_reader.cli.session import Session
from fr_reader.model import FrReaderError, visible

_MOST = 200


def article_ids(
    context: click.Context,
    parameter: click.Parameter,  # noqa: ARG001 - click's signature
    incomplete: str,
) -> list[CompletionItem]:
    """The ids of the project's articles that begin so, each with its title; none where the project
    cannot be read."""
    from fr_reader.cli.project import project  # noqa: PLC0415 - only while completing

    given = context.params.get("project") or context.find_root().params.get("project")
    try:
        with project(Session(project=given), quiet=True) as store:
            entries = [e for e in store.entries() if e.id.startswith(incomplete)]
    except (FrReaderError, OSError):
        return []
    return [CompletionItem(e.id, help=visible(e.metadata.title or "")) for e in entries[:_MOST]]
