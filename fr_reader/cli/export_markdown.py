"""`fr-reader export markdown`: the notes of the project, in one file or one for each thing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from fr_reader.cli.carried import tell_waiting, waiting
from fr_reader.cli.output import say
from fr_reader.cli.project import seen
from fr_reader.cli.session import PATH, Session, project_options, unblind_option
from fr_reader.export import collect, export_file, export_folder
from fr_reader.export.collection import SCOPES, Collection, Written
from fr_reader.export.profiles import NAMES
from fr_reader.verify.outgoing import passed


@click.command("markdown")
@click.option("-o", "--output", metavar="PATH", type=PATH, help="Write to this file or folder.")
@click.option(
    "--by",
    "scopes",
    multiple=True,
    type=click.Choice(SCOPES),
    help="One note for the project, or one for each article, speaker or code; may be repeated.",
)
@click.option(
    "--profile", type=click.Choice(NAMES), help="Write for this program (see the setting profile)."
)
@click.option("--template", metavar="NAME", help="Use this template of yours (see templates).")
@click.option("--force", is_flag=True, help="Replace what is there already, but for keep regions.")
@unblind_option
@project_options
@click.pass_obj
def command(
    session: Session,
    /,
    output: Path | None,
    scopes: tuple[str, ...],
    profile: str | None,
    template: str | None,
    force: bool,
    **where: Any,
) -> None:
    """Write notes on the articles of the project as markdown.

    A summary first, then for each article the quotations by speaker, the passages by code and the
    memos. Without -o they go to standard output. With --by article, speaker or code, -o names a
    folder, which gets a note for each and an index.

    In files you have regions of your own, between two lines that say keep: what you write there
    is still there after the next export. A note you changed elsewhere is replaced only with
    --force.
    """
    chosen = profile or session.settings.profile
    kinds = [scope for scope in SCOPES[1:] if scope in scopes]
    piped = output is None or str(output) == "-"
    if kinds and SCOPES[0] in scopes:
        raise click.UsageError("--by project makes one file: leave the other --by out")
    if kinds and piped:
        raise click.UsageError("--by needs a folder for its notes: name one with -o")
    with seen(session.with_(**where)) as store:
        found = collect(store)
        if template is not None:
            notes = _templated(found, template, chosen, kinds)
        else:
            notes = found.each(chosen, kinds) if kinds else [found.one(chosen, places=not piped)]
        if template is None:
            for note in notes:
                passed(note.text, (one.article for one in found.evidence))
        tell_waiting(waiting(store), left_out=True)
    if output is None or piped:
        sys.stdout.write(notes[0].text)
    elif kinds:
        _folder(output, notes, chosen, force)
    else:
        new = export_file(output, notes[0], chosen, force=force)
        say(f"wrote {output}" if new else f"{output} is as it was: nothing has changed")


def _templated(found: Collection, template: str, profile: str, kinds: list[str]) -> list[Written]:
    from fr_reader.cli.templates import folder  # noqa: PLC0415 - only with a template
    from fr_reader.export.templates.rendering import templated  # noqa: PLC0415

    return templated(found, folder(), template, profile, kinds)


def _folder(folder: Path, notes: list[Written], profile: str, force: bool) -> None:
    changed = len(export_folder(folder, notes, profile, force=force))
    rest = ", the others are as they were" if changed < len(notes) else ""
    say(f"wrote {changed} of {len(notes)} notes into {folder}{rest}")
