"""`fr-reader verify`: whether what a text quotes is what the articles of the project say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fr_reader.cli.exit_codes import WRONG
from fr_reader.cli.output import jsonl, say, show
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import PATH, Session, project_options
from fr_reader.cli.standard_input import STDIN, is_piped, standard_input
from fr_reader.ingest.decode import decode
from fr_reader.ingest.files import read_bytes
from fr_reader.model import InputError

if TYPE_CHECKING:
    from fr_reader.verify import Verdict

_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    line: int
    column: int


@click.command("verify")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "md"]),
    default="table",
    show_default=True,
    help="A line a quotation, a JSON object a line, or a markdown list.",
)
@click.option("--strict", is_flag=True, help="Quotations no article has count as wrong too.")
@project_options
@click.pass_obj
def command(
    session: Session,
    files: tuple[Path, ...],
    form: str,
    strict: bool,
    project: Path | None,
    coder: str | None,
) -> int:
    """Compare the quotations in markdown or text FILEs (- for standard input) with the articles.

    A quotation is exact, altered, an unmarked ellipsis, of a wrong speaker, of a stale revision,
    or unknown. The exit code is 0 where all are exact, with only edits that are marked, and 1
    where one is not; unknown ones count only with --strict.
    """
    from fr_reader.verify import Finding, Library, verify  # noqa: PLC0415 - not for --help

    is_piped(files)
    documents = [(str(path), _text(path, session.encoding)) for path in files]
    with opened(session.with_(project, coder)) as store:
        library = Library.of(store)
    wrong = counted = 0
    for path, text in documents:
        verdicts = verify(text, library)
        _tell(path, text, verdicts, form)
        counted += len(verdicts)
        good = {Finding.EXACT} if strict else {Finding.EXACT, Finding.UNKNOWN}
        wrong += sum(verdict.finding not in good for verdict in verdicts)
    if not counted:
        say("no quotations found")
    return WRONG if wrong else 0


def _text(path: Path, encoding: str | None) -> str:
    """The document, decoded as articles are. Raises InputError."""
    if str(path) == STDIN:
        data = standard_input()
    elif path.is_dir():
        raise InputError(f"{path} is a folder: name the files in it")
    else:
        data = read_bytes(path)
    return decode(data, str(path), encoding)


def _tell(path: str, text: str, verdicts: Iterable[Verdict], form: str) -> None:
    """One line for each verdict."""
    lines = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    for verdict in verdicts:
        line = bisect_right(lines, verdict.cited.offset)
        place = _Place(path, line, verdict.cited.offset - lines[line - 1] + 1)
        if form == "jsonl":
            jsonl(_record(place, verdict))
        else:
            show(_line(place, verdict, "- " if form == "md" else ""))


def _line(place: _Place, verdict: Verdict, bullet: str) -> str:
    words = " ".join(verdict.cited.text.split())
    short = words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
    said = f": {verdict.sentence}" if verdict.sentence else ""
    where = f" ({verdict.article})" if verdict.article else ""
    text = f"{place.path}:{place.line}:{place.column}: {verdict.finding}{where}: “{short}”{said}"
    if not bullet:
        return text
    from fr_reader.export.markdown import field  # noqa: PLC0415 - only for markdown

    return bullet + field(text)


def _record(place: _Place, verdict: Verdict) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "finding": verdict.finding.value,
        "text": verdict.cited.text,
        "speaker": verdict.cited.speaker or None,
        "article": verdict.article or None,
        "segments": [segment.as_list() for segment in verdict.segments],
        "changes": [{"says": c.says, "article": c.article} for c in verdict.changes],
        "speakers": list(verdict.speakers),
        "sentence": verdict.sentence,
    }
