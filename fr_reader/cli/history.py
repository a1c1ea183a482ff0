"""`fr-reader history`: who did what, and when."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from fr_reader.cli.completing import article_ids
from fr_reader.cli.output import columns, jsonl, show
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, format_option, project_options
from fr_reader.model import Act, Annotation, Change, Code, Status
from fr_reader.store.deed import Deed
from fr_reader.store.records import document_of

_EXCERPT = 60
_COLUMNS = {"when": 19, "coder": 12, "article": 24, "act": 24, "what": _EXCERPT}


@click.command("history")
@click.argument("article", required=False, shell_complete=article_ids)
@format_option
@project_options
@click.pass_obj
def command(
    session: Session, article: str | None, form: str, project: Path | None, coder: str | None
) -> None:
    """List the acts done in the project, or on ARTICLE (its id), the last one last.

    With --coder, only the acts of this coder. In the table times are local; JSON Lines have them
    in UTC, with every record as it was before and after the act.
    """
    session = session.with_(project, coder)
    told = 0
    with opened(session) as store:
        for deed in store.history(article, session.coder):
            told += 1
            if form == "jsonl":
                jsonl(_record(deed))
                continue
            if told == 1:
                show(columns(_COLUMNS, list(_COLUMNS)))
            show(columns(_COLUMNS, _row(deed)))
        if not told and article is not None:
            store.annotations(article)  # raises where there is no such article
    if not told and form == "table":
        show("no acts yet")


def _record(deed: Deed) -> dict[str, object]:
    return {
        "time": deed.time,
        "coder": deed.coder,
        "articles": list(deed.articles),
        "act": deed.act.title,
        "id": deed.act.id,
        "undoes": deed.act.undoes or None,
        "redoes": deed.act.redoes or None,
        "changes": [_change(change) for change in deed.act.changes],
    }


def _change(change: Change) -> dict[str, object]:
    before, after = change.before, change.after
    return {
        "kind": _kind(change),
        "id": change.record.id,
        "before": document_of(before) if before else None,
        "after": document_of(after) if after else None,
    }


def _kind(change: Change) -> str:
    if isinstance(change.record, Annotation):
        return "annotation"
    return "code" if isinstance(change.record, Code) else "speaker"


def _row(deed: Deed) -> tuple[str, ...]:
    return (
        _local(deed.time),
        deed.coder,
        ", ".join(deed.articles),
        _deed(deed.act),
        _words(deed.act),
    )


def _local(time: str) -> str:
    """A time as the clock on the wall has it, to the second."""
    try:
        return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return time


def _deed(act: Act) -> str:
    if act.undoes:
        return f"undo {act.title}"
    return f"redo {act.title}" if act.redoes else act.title


def _words(act: Act) -> str:
    """What the act was about: the words of its first annotation, and how many more there are."""
    records = [change.record for change in act.changes]
    passages = [r for r in records if isinstance(r, Annotation)]
    if not passages:
        return ", ".join(r.name for r in records if not isinstance(r, Annotation))
    conflicts = [r for r in passages if r.status is Status.CONFLICT]
    exact = " ".join(anchor.exact for anchor in passages[0].anchors)
    words = " ".join(exact[: _EXCERPT * 4].split())
    more = f"(+{len(passages) - 1}) " if len(passages) > 1 and not conflicts else ""
    return f"{'(conflict) ' if conflicts else ''}{more}{words}"
