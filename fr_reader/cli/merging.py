"""`fr-reader merge`: another project into the one at work."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.output import say, show
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import PATH, Session, project_options


@click.command("merge")
@click.argument("other", metavar="OTHER", type=PATH)
@project_options
@click.pass_obj
def command(session: Session, other: Path, project: Path | None, coder: str | None) -> None:
    """Merge the project in the folder OTHER into this one, with what every coder did there.

    Of two copies of one project every act of both is kept. What was changed in one is as it is
    there; of what was changed in both, the later version counts, and of an annotation the other
    one stays as a conflict: fr-reader settle lists those. From any other project comes what is
    not here yet. This project is backed up first, and OTHER stays as it is.
    """
    from fr_reader.store.merging import merge  # noqa: PLC0415 - not for --help

    with opened(session.with_(project, coder), changing=True) as store:
        brought = merge(store, other)
    counts = (
        (brought.articles, "article", "articles"),
        (brought.codes, "code", "codes"),
        (brought.speakers, "speaker", "speakers"),
        (brought.annotations, "annotation", "annotations"),
    )
    told = [f"{number} {one if number == 1 else many}" for number, one, many in counts if number]
    if brought.changed and not told:
        told = ["changes to what was here already"]
    show(f"merged {other}: {', '.join(told) or 'nothing that was not here already'}")
    for sentence in brought.told:
        say(sentence)
    if brought.conflicts:
        noun = "annotation was" if brought.conflicts == 1 else "annotations were"
        say(
            f"{brought.conflicts} {noun} changed in both, and both versions are kept: "
            "fr-reader settle lists them"
        )
