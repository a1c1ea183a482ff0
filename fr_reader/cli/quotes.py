"""`fr-reader quotes [PATH…]`: the quotations found in a text, with no project needed for files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

import click

from fr_reader.cli.output import jsonl, show, table
from fr_reader.cli.paths import each
from fr_reader.cli.session import Session, encoding_option, format_option, project_options
from fr_reader.model import Article, Quotation, Span
from fr_reader.text import quotations

Found = tuple[Article, str, int, Quotation]
_EXCERPT = 160


@click.command("quotes")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@format_option
@project_options
@encoding_option
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    form: str,
    project: Path | None,
    coder: str | None,
    encoding: str | None,
) -> int:
    """List the quotations found in the files at PATH, or without any in the project.

    Offsets count the code points of the text as decoded, newlines as LF. For articles of the
    project, "path" is the name of the file they came from. A file that cannot be read is named,
    the others are listed, and the exit code is 2.
    """
    session = session.with_(project, coder, encoding)
    failed: list[Path] = []
    sources = _files(paths, session.encoding, failed) if paths else _project(session)
    found = _found(sources)
    if form == "jsonl":
        for one in found:
            jsonl(_record(*one))
    else:
        rows = (_row(article, number, quotation) for article, _, number, quotation in found)
        if not table(("article", "n", "kind", "who", "text"), rows) and not failed:
            show("no quotations found")
    return 2 if failed else 0


def _files(
    paths: Iterable[Path], encoding: str | None, failed: list[Path]
) -> Iterator[tuple[Article, str]]:
    for path, article in each(paths, encoding):
        if article is None:
            failed.append(path)
        else:
            yield article, str(path)


def _project(session: Session) -> Iterator[tuple[Article, str]]:
    from fr_reader.cli.project import project  # noqa: PLC0415 - files need no store

    with project(session) as store:
        for entry in store.entries():
            yield store.article(entry.id), entry.source


def _found(sources: Iterable[tuple[Article, str]]) -> Iterator[Found]:
    for article, path in sources:
        for number, quotation in enumerate(quotations(article), 1):
            yield article, path, number, quotation


def _record(article: Article, path: str, number: int, quotation: Quotation) -> dict[str, object]:
    return {
        "article": PurePath(path).stem or article.id,
        "path": path,
        "n": number,
        "kind": quotation.kind.value,
        "segments": [segment.as_list() for segment in quotation.segments],
        "text": list(quotation.text(article.text)),
        "cue": _mention(article, quotation.cue),
        "speaker": _mention(article, quotation.speaker),
        "who": quotation.who,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def _mention(article: Article, span: Span | None) -> dict[str, object] | None:
    return {"span": span.as_list(), "text": span.of(article.text)} if span else None


def _row(article: Article, number: int, quotation: Quotation) -> tuple[str | int, ...]:
    words = " ".join(" ".join(quotation.text(article.text)).split())
    excerpt = words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
    return article.name, number, quotation.kind.value, quotation.who or "", excerpt
