"""`fr-reader completion SHELL`: completions of commands, options, paths and article ids."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "fr-reader"
VARIABLE = "_FR_READER_COMPLETE"
"""The variable by which a shell asks for completions; click answers it."""


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completions for SHELL.

    \b
    bash: eval "$(fr-reader completion bash)"  in ~/.bashrc
    zsh:  eval "$(fr-reader completion zsh)"  in ~/.zshrc
    fish: fr-reader completion fish > ~/.config/fish/completions/fr-reader.fish
    """
    found = get_completion_class(shell)
    assert found is not None, shell
    click.echo(found(context.find_root().command, {}, PROGRAM, VARIABLE).source())
