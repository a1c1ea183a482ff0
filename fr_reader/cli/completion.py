"""`fr-reader completion SHELL`: the script that makes a shell complete words."""

from __future__ import annotations

import sys
from typing import ClassVar

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

PROGRAM = "fr-reader"
VARIABLE = "_FR_READER_COMPLETE"
"""The environment variable click looks for when a shell asks, made from the program's name."""


class _Bash(BashComplete):
    """Bash, with files beside commands: click's own script has one or the other."""

    source_template: ClassVar[str] = """\
%(complete_func)s() {
    local IFS=$'\\n' response completion type value
    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
%(complete_var)s=bash_complete "$1")
    while IFS=',' read -r type value; do
        if [[ $type == 'dir' ]]; then
            compopt -o filenames
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$value")
        elif [[ $type == 'file' ]]; then
            compopt -o filenames
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$value")
        elif [[ $type == 'plain' ]]; then
            COMPREPLY+=("$value")
        fi
    done <<< "$response"
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": ZshComplete, "fish": FishComplete}


@click.command("completion")
@click.argument("shell", metavar="SHELL", type=click.Choice(list(_SHELLS)))
def command(shell: str) -> None:
    """Print the script that completes commands, options, files and ids in SHELL: bash, zsh or fish.

    \b
    bash: fr-reader completion bash > ~/.local/share/bash-completion/completions/fr-reader
    zsh:  fr-reader completion zsh > DIR/_fr-reader, with a DIR that is in your $fpath
    fish: fr-reader completion fish > ~/.config/fish/completions/fr-reader.fish

    It holds in shells started afterwards. bash has to be 4.4 or newer.
    """
    root = click.get_current_context().find_root().command
    sys.stdout.write(_SHELLS[shell](root, {}, PROGRAM, VARIABLE).source())
    sys.stdout.write("\n")
