"""The table of commands, and what `fr-reader` does when none of them is named: open the app."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from fr_reader import __version__
from fr_reader.cli.exit_codes import MEANINGS
from fr_reader.cli.output import say
from fr_reader.cli.session import Session, encoding_option, project_options, reading_options
from fr_reader.cli.standard_input import STDIN
from fr_reader.config import load

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "demo": ("demo", "Open a throw-away project on the seed articles."),
    "tutor": ("tutor", "Learn the keys in a few short lessons."),
    "import": ("importing", "Add articles to the project without opening it."),
    "articles": ("articles", "List the articles of the project."),
    "describe": ("describing", "Show or change what is known about an article."),
    "remove": ("removing", "Move an article to the trash."),
    "trash": ("trash", "List removed articles, and bring them back."),
    "quotes": ("quotes", "List the quotations found in files or in the project."),
    "annotations": ("annotations", "List the annotations of the project."),
    "review": ("reviewing", "Say where annotations belong after a text has changed."),
    "history": ("history", "List the acts done in the project, by whom and when."),
    "report": ("reporting", "Tables across articles: who says what, about what, and when."),
    "queries": ("queries", "List, show and remove saved filters of these tables."),
    "agreement": ("agreeing", "Say how far coders agree, and where they do not."),
    "summary": ("summing", "Figures and telling quotations, ready to be pasted."),
    "learn": ("learning", "Suggest your own codes, learned from where you gave them."),
    "done": ("done", "Say that you are done with articles, or list who is."),
    "cite": ("citing", "Cite an article or a paragraph of it in a style."),
    "export": ("exporting", "Take notes, tables and whole projects away."),
    "templates": ("templates", "List, show, make and check templates of your own for notes."),
    "verify": ("verifying", "Compare the quotations in a text with the articles."),
    "merge": ("merging", "Merge another project, or a copy of this one, into the project."),
    "settle": ("settling", "Settle annotations that were changed twice at once."),
    "check": ("checking", "Check every line of the project, and repair what can be."),
    "backup": ("backup", "Back the project up now."),
    "restore": ("restore", "Put the project back to what it was in a backup."),
    "where": ("where", "Show the folders in use."),
    "config": ("configuring", "Show the settings in effect, and where each comes from."),
    "keys": ("keys", "List every command of the app with its keys."),
    "doctor": ("doctor", "Say what works here: terminal, clipboard, versions, folders."),
    "completion": ("completion", "Print what makes bash, zsh or fish complete words."),
    "man": ("man", "Print the manual page."),
}
"""Each command, its module in this package, and the line `--help` has for it."""

_TOLD_BY_THEMSELVES = ("", "demo", "tutor", "config", "keys")
"""Commands that say themselves what is wrong with the settings: the app, and those about them."""


_OPENING = ("opening", "demo", "tutor")
"""The modules of commands that open the app, which collects garbage after its first paint."""


class Root(click.Group):
    """A group that imports a command when it is wanted and takes any other word for a path."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order `--help` has them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command of this name, imported now; None when there is none."""
        return _command(COMMANDS[cmd_name][0]) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first, or the one that opens the app on the paths in `args`."""
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        # A word that begins with a dash can only stand here when `--` came before it, so it is a
        # path; a dash alone is standard input, and options may follow it.
        path = args[0][:1] == "-" and args[0] != STDIN
        return "", _command("opening"), ["--", *args] if path else args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Options, or else the commands without importing them, and files."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - a shell asks

        if incomplete[:1] == "-":
            return click.Command.shell_complete(self, ctx, incomplete)
        # The shell offers files itself; what it is told of them has to come first.
        files = [CompletionItem(incomplete, type="file")]
        named = [item for item in COMMANDS.items() if item[0].startswith(incomplete)]
        return files + [CompletionItem(name, help=line) for name, (_, line) in named]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])

    def format_epilog(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Say what the exit codes mean."""
        with formatter.section("Exit codes"):
            formatter.write_dl(list(MEANINGS.items()))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways to call it."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATH]...")
        formatter.write_usage(ctx.command_path, "[OPTIONS] COMMAND [ARGS]...")


def _command(module: str) -> click.Command:
    command = import_module(f"fr_reader.cli.{module}").command
    assert isinstance(command, click.Command)
    if module not in _OPENING:
        gc.enable()
    return command


@click.group(
    cls=Root,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="fr-reader")
@project_options
@encoding_option
@reading_options
@click.pass_context
def root(context: click.Context, /, **given: Any) -> None:
    """Read articles in the terminal, mark who says what, and take cited quotations away.

    Without a command, opens the reader and adds the articles at PATH (files, folders, an http
    address, or - for standard input) to the project. A command's name wins over a file of that
    name: write ./demo for the file. With --plain nothing is opened or added: the articles at PATH,
    or else all of the project, are printed with what is annotated and found in them.

    Without --project, the project is the one in your data folder (see `fr-reader where`).
    A new project begins with the seed articles. Commands that only read make no project that
    --project names.
    """
    from fr_reader.folders import config_folder  # noqa: PLC0415 - not for --help

    settings = load(config_folder())
    given["encoding"] = given["encoding"] or settings.encoding
    context.obj = session = Session(**given, settings=settings)
    if context.invoked_subcommand and (session.plain or session.article is not None):
        option = "--plain" if session.plain else "--article"
        raise click.UsageError(f"{option} is for reading articles, not for a command: leave it out")
    if (context.invoked_subcommand or "") not in _TOLD_BY_THEMSELVES:
        for problem in settings.problems:
            say(problem)
    if context.invoked_subcommand is None:
        context.invoke(_command("opening"), paths=())
