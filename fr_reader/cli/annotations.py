"""`fr-reader annotations`: what was marked in the project, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from fr_reader.cli.carried import tell_waiting, waiting
from fr_reader.cli.output import jsonl, show, table
from fr_reader.cli.project import seen
from fr_reader.cli.session import Session, format_option, project_options, unblind_option
from fr_reader.model import Annotation, Article, Codebook, Speakers
from fr_reader.store import ProjectStore
from fr_reader.store.blind import shows
from fr_reader.store.past import Past, moment

_EXCERPT = 100
_HEADS = ("article", "code", "speaker", "text", "memo", "coder", "status")


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotation with its article and the names its ids stand for, None where there is none."""

    annotation: Annotation
    article: Article
    code: str | None
    speaker: str | None


@click.command("annotations")
@click.option(
    "--at",
    "time",
    metavar="TIME",
    help="As the project stood then: 2026-01-31, its end, or 2026-01-31T18:30; local time.",
)
@unblind_option
@format_option
@project_options
@click.pass_obj
def command(
    session: Session,
    /,
    *,
    time: str | None,
    unblind: bool,
    form: str,
    project: Path | None,
    coder: str | None,
) -> None:
    """List the annotations of every coder, article by article, in the order of the text.

    In blind mode, what others did in articles you are not done with is left out.
    """
    then = moment(time) if time is not None else None
    with seen(session.with_(project, coder, unblind=unblind)) as store:
        shown = store if then is None else Past(store.folder, then)
        marked = _marked(shown, shows(store))
        if form == "jsonl":
            for one in marked:
                jsonl(_record(one))
        elif not table(_HEADS, (_row(one) for one in marked)):
            show("no annotations yet")
        if then is None:
            tell_waiting(waiting(store), left_out=True)


def _marked(store: ProjectStore | Past, seen: Callable[[Annotation], bool]) -> Iterator[Marked]:
    codes, speakers = store.codebook(), store.speakers()
    for entry in store.entries():
        annotations = store.annotations(entry.id).where(seen)
        article = store.article(entry.id) if len(annotations) else None
        for annotation in annotations:
            assert article is not None
            yield Marked(annotation, article, *body_of(annotation, codes, speakers))


def body_of(
    annotation: Annotation, codes: Codebook, speakers: Speakers
) -> tuple[str | None, str | None]:
    """The names of the code and of the speaker of an annotation, None where it has none."""
    code, speaker = codes.get(annotation.code), speakers.get(annotation.speaker)
    return (
        code.name if code else annotation.code or None,
        speaker.name if speaker else annotation.speaker or None,
    )


def _record(one: Marked) -> dict[str, object]:
    annotation = one.annotation
    return {
        "id": annotation.id,
        "article": annotation.article,
        "code": one.code,
        "speaker": one.speaker,
        "span": annotation.span.as_list(),
        "segments": [segment.as_list() for segment in annotation.segments],
        "exact": annotation.span.of(one.article.text),
        "text": [anchor.exact for anchor in annotation.anchors],
        "memo": annotation.memo,
        "coder": annotation.coder,
        "status": annotation.status.value,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _row(one: Marked) -> tuple[str, ...]:
    annotation = one.annotation
    memo = " ".join(annotation.memo.split())
    return (
        one.article.name,
        one.code or "",
        one.speaker or "",
        excerpt(anchor.exact for anchor in annotation.anchors),
        memo,
        annotation.coder,
        annotation.status.value,
    )


def excerpt(segments: Iterable[str]) -> str:
    """The words of a passage, or the first of them, in one line for a table."""
    words = " ".join(" ".join(segments).split())
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
