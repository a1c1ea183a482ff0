"""`fr-reader export biblatex`: the articles as references in BibLaTeX."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.reference_files import reference_options, write
from fr_reader.cli.session import Session
from fr_reader.export.references.biblatex import biblatex


@click.command("biblatex")
@reference_options
@click.pass_obj
def command(
    session: Session,
    articles: tuple[str, ...],
    output: Path | None,
    force: bool,
    project: Path | None,
    coder: str | None,
) -> None:
    """Write the articles (their IDs, or all) as references in BibLaTeX.

    For LaTeX and Pandoc. The keys are those that citations in the style pandoc name. Without -o
    the references go to standard output.
    """
    write(biblatex, session.with_(project, coder), articles, output, force)
