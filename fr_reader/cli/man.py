"""`fr-reader man`: the manual page, made from the commands themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from typing import cast

import click

from fr_reader import __version__
from fr_reader.cli.exit_codes import MEANINGS
from fr_reader.config import SETTINGS

_FILES = (
    ("config.toml", "Settings, in the configuration folder; see fr-reader config."),
    ("keys.toml", "Keys of your own, in the configuration folder; see fr-reader keys."),
    ("themes/*.toml", "Themes of your own, in the configuration folder."),
    ("last-copy.md", "What was copied last, in the data folder."),
    ("project/", "The project that opens where none is named, in the data folder."),
    ("articles/ID.txt", "In a project: the text of an article; ID.2.txt is its second revision."),
    ("articles.jsonl", "In a project: what is known about the articles."),
    ("annotations/ID/CODER.jsonl", "In a project: what a coder annotated in an article."),
    ("codebook.jsonl, speakers.jsonl", "In a project: the codes, and the speakers."),
    ("backups/, trash/", "In a project: copies of it, and articles that were removed."),
    ("NAME.toml", "Beside a text NAME.txt: what is known about the article."),
)
_VARIABLES = (
    ("FR_READER_DATA", "The data folder."),
    ("FR_READER_CONFIG", "The configuration folder."),
    ("NO_COLOR", "Where it is set, the reader shows no colours."),
    ("TERM", "Where it is dumb, the reader does not open: --plain prints articles instead."),
    ("COLORTERM", "Where it is truecolor, the reader shows 16 million colours."),
    ("COLUMNS", "How wide tables are; without it and without a terminal, 120 columns."),
    ("TMUX", "Where it is set, words are copied to the buffer of tmux too."),
    ("SSH_TTY, SSH_CONNECTION", "Where one is set, words are copied by way of the terminal."),
)


@click.command("man")
@click.pass_context
def command(context: click.Context) -> None:
    """Print the manual page, in roff.

    \b
    fr-reader man | man -l -
    fr-reader man > ~/.local/share/man/man1/fr-reader.1
    """
    click.echo("\n".join(page(context.find_root())))


def page(root: click.Context) -> Iterator[str]:
    """The lines of the page."""
    group = cast(click.Group, root.command)
    yield f'.TH FR-READER 1 "" "fr-reader {__version__}" "User commands"'
    yield ".SH NAME"
    yield "fr\\-reader \\- read articles, mark who says what, take quotations away"
    yield from (".SH SYNOPSIS", ".B fr\\-reader", "[OPTIONS] [PATH]...", ".br")
    yield from (".B fr\\-reader", "[OPTIONS] COMMAND [ARGS]...")
    yield ".SH DESCRIPTION"
    yield from _text(group.help or "")
    yield ".SH OPTIONS"
    opening = group.resolve_command(root, ["."])[1]
    assert opening is not None
    yield from _options(root, group.get_params(root))
    known = {parameter.name for parameter in group.params}
    below = click.Context(opening, info_name="fr-reader", parent=root)
    yield from _options(below, (one for one in opening.params if one.name not in known))
    yield ".SH COMMANDS"
    for name in group.list_commands(root):
        found = group.get_command(root, name)
        if found is not None:
            yield from _command(click.Context(found, info_name=name, parent=root))
    settings = [(setting.variable, setting.help) for setting in SETTINGS]
    for title, rows in (
        ("EXIT STATUS", MEANINGS.items()),
        ("FILES", _FILES),
        ("ENVIRONMENT", [*_VARIABLES[:2], *settings, *_VARIABLES[2:]]),
    ):
        yield f".SH {title}"
        for term, said in rows:
            yield from (".TP", f".B {_roff(term)}", _roff(said))


def _command(context: click.Context, above: str = "") -> Iterator[str]:
    """One command, its options, and the commands it has itself."""
    found, name = context.command, f"{above}{context.info_name}"
    usage = " ".join(found.collect_usage_pieces(context))
    yield from (f".SS {_roff(f'{name} {usage}')}", *_text(found.help or ""))
    yield from _options(context, found.params)
    if isinstance(found, click.Group):
        for sub in found.list_commands(context):
            below = found.get_command(context, sub)
            if below is not None:
                yield from _command(click.Context(below, info_name=sub, parent=context), f"{name} ")


def _options(context: click.Context, parameters: Iterable[click.Parameter]) -> Iterator[str]:
    """The options among the parameters, with what `--help` has for each."""
    for parameter in parameters:
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            yield from (".TP", f".B {_roff(record[0])}", _roff(record[1]))


def _text(words: str) -> Iterator[str]:
    """Paragraphs of a help text; one after a \\b keeps its lines."""
    for number, block in enumerate(re.split(r"\n\s*\n", inspect.cleandoc(words))):
        if number:
            yield ".PP"
        lines = block.splitlines()
        if lines and lines[0].strip() == "\b":
            yield from (".nf", *(_roff(line) for line in lines[1:]), ".fi")
        else:
            yield _roff(" ".join(line.strip() for line in lines))


def _roff(words: str) -> str:
    """Words as roff shows them: no character begins a request or an escape."""
    safe = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe
