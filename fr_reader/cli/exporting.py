"""`fr-reader export FORMAT`: what leaves the project, and in which form."""

from __future__ import annotations

from importlib import import_module

import click

EXPORTS = {
    "markdown": ("export_markdown", "Notes to read, to cite and to keep."),
    "report": ("export_report", "A page with charts and every quotation, as HTML."),
    "csv": ("export_csv", "A table of annotations or quotations, for spreadsheets."),
    "graphml": ("export_graphml", "The network of who speaks of what."),
    "json-lines": ("export_json_lines", "The whole project, one JSON object a line."),
    "web-annotation": ("export_web_annotation", "The project as W3C Web Annotations."),
    "qdpx": ("export_qdpx", "The project for NVivo, ATLAS.ti, MAXQDA, QualCoder (REFI-QDA)."),
    "qdc": ("export_qdc", "The codebook for the same programs."),
    "brat": ("export_brat", "The project as a folder for the annotation tool brat."),
    "csl-json": ("export_csl_json", "References for Zotero, Pandoc and citeproc."),
    "biblatex": ("export_biblatex", "References for LaTeX and Pandoc."),
    "ris": ("export_ris", "References for every reference manager."),
}
"""Each format, its module in this package, and the line `--help` has for it."""


class Exports(click.Group):
    """A group that imports a format when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the formats, in the order `--help` has them."""
        return list(EXPORTS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command of this format, imported now; None when there is none."""
        if cmd_name not in EXPORTS:
            return None
        command = import_module(f"fr_reader.cli.{EXPORTS[cmd_name][0]}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the formats without importing them."""
        with formatter.section("Formats"):
            formatter.write_dl([(name, EXPORTS[name][1]) for name in self.list_commands(ctx)])


@click.group(
    "export", cls=Exports, invoke_without_command=True, subcommand_metavar="FORMAT [ARGS]..."
)
@click.pass_context
def command(context: click.Context) -> None:
    """Take notes, tables and whole projects away."""
    if context.invoked_subcommand is None:
        raise click.UsageError("name a format, as in fr-reader export markdown")
