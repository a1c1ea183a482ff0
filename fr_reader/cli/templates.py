"""`fr-reader templates`: the user's own templates for notes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fr_reader.cli.output import say, show
from fr_reader.export.profiles import NAMES
from fr_reader.export.templates.shelf import SHIPPED, new, source, templates
from fr_reader.folders import config_folder
from fr_reader.model import visible_text


def folder() -> Path:
    """Where templates are kept."""
    return config_folder() / "templates"


@click.group("templates", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """List, show, make and check templates of your own for notes."""
    if context.invoked_subcommand is None:
        context.invoke(listed)


@command.command("list")
def listed() -> None:
    """List the templates there are."""
    names = templates(folder())
    for name in names:
        show(name)
    if not names:
        say(f"there is no template in {folder()}: make one with fr-reader templates new NAME")


@command.command("show")
@click.argument("name")
def shown(name: str) -> None:
    """Print the template NAME."""
    sys.stdout.write(visible_text(source(folder(), name)))


@command.command("new")
@click.argument("name")
@click.option(
    "--from",
    "example",
    type=click.Choice(SHIPPED),
    default=SHIPPED[0],
    show_default=True,
    help="The example to begin with.",
)
def made(name: str, example: str) -> None:
    """Make the template NAME from an example."""
    say(f"made {new(folder(), name, example)}")


@command.command("check")
@click.argument("name")
@click.option("--profile", type=click.Choice(NAMES), help="Check it for notes of this program.")
def checked(name: str, profile: str | None) -> None:
    """Try the template NAME on a made-up article, and say what is wrong with it."""
    from fr_reader.export.templates.rendering import templated  # noqa: PLC0415 - for this alone
    from fr_reader.export.templates.sample import sample  # noqa: PLC0415

    for kinds in ((), ("article",), ("speaker",), ("code",)):
        templated(sample(), folder(), name, profile or NAMES[0], kinds)
    say(f"{name} is sound")
