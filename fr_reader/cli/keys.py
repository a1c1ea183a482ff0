"""`fr-reader keys`: the commands of the app with their keys, and what is wrong in one's own."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.app.commands import COMMANDS
from fr_reader.app.commands.choosing import Chosen
from fr_reader.app.commands.key_file import FILE, load_keys, to_toml
from fr_reader.app.commands.presets import PRESETS
from fr_reader.cli.exit_codes import WRONG
from fr_reader.cli.output import jsonl, say, show, table
from fr_reader.cli.session import Session
from fr_reader.store import config_folder


@click.command("keys")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "toml"]),
    default="table",
    show_default=True,
    help="A table for people, JSON Lines for programs, or a file of keys to start from.",
)
@click.option("--check", is_flag=True, help="Only say what is wrong in the file of your keys.")
@click.option(
    "--preset", type=click.Choice([*PRESETS]), help="Show this set of keys, not the one you use."
)
@click.pass_obj
def command(session: Session, form: str, check: bool, preset: str | None) -> int:
    """List every command of the app with its keys.

    Your own keys are those of keys.toml in the configuration folder; `--format toml` prints such a
    file to start from. With --check the exit code is 1 where something is wrong in it.
    """
    folder = config_folder()
    chosen = load_keys(folder, preset or session.settings.keys)
    if check:
        return _check(folder, (*session.settings.problems, *chosen.problems))
    if form == "toml":
        print(to_toml(chosen), end="")
    elif form == "jsonl":
        for command_ in COMMANDS:
            keys = list(chosen.keymap.keys(command_))
            said = chosen.keymap.say(command_.help)
            jsonl({"id": command_.id, "keys": keys, "title": command_.title, "help": said})
    else:
        _table(chosen)
    for problem in (*session.settings.problems, *chosen.problems):
        say(problem)
    return 0


def _table(chosen: Chosen) -> None:
    keymap = chosen.keymap
    rows = [(c.id, keymap.faces(c) or "–", keymap.say(c.help)) for c in COMMANDS]
    table(("Command", "Keys", "What it does"), rows)


def _check(folder: Path, problems: tuple[str, ...]) -> int:
    for problem in problems:
        say(problem)
    if problems:
        return WRONG
    file = folder / FILE
    if file.exists():
        show(f"{file}: every command and every key in it is known, and none clashes")
    else:
        show(f"{file} is not there yet: fr-reader keys --format toml prints one to start from")
    return 0
