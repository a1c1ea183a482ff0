"""`fr-reader import PATH…`: articles into the project, without a screen."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.output import show
from fr_reader.cli.paths import each
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, encoding_option, project_options


@click.command("import")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    project: Path | None,
    coder: str | None,
    encoding: str | None,
) -> int:
    """Add the articles at PATH, text or markdown, to the project.

    A text that is in the project already is not added again. A file that cannot be read is
    named, the others are added, and the exit code is 2. A new project named with --project begins
    with these articles alone.
    """
    session = session.with_(project, coder, encoding)
    failed = False
    with opened(session, seeded=False) as store:
        for _, article in each(paths, session.encoding):
            if article is None:
                failed = True
                continue
            entry, new = store.add(article)
            show(f"{'added' if new else 'there already'}: {entry.id}  {entry.metadata.title}")
    return 2 if failed else 0
