"""`fr-reader settle`: annotations that two windows have changed at once."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.output import say, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, project_options
from fr_reader.model import Annotation
from fr_reader.store import ProjectStore
from fr_reader.store.conflicts import concerns, settling

_HEADS = ("conflict", "article", "coder", "words", "stands now", "other version")


@click.command("settle")
@click.argument("conflict", required=False)
@click.option("--keep", "stays", flag_value="now", help="Keep what stands now.")
@click.option("--take", "stays", flag_value="other", help="Take the other version instead.")
@project_options
@click.pass_obj
def command(
    session: Session,
    conflict: str | None,
    stays: str | None,
    project: Path | None,
    coder: str | None,
) -> None:
    """List annotations that two windows have changed at once, or settle CONFLICT.

    Only your own can be settled; the version that goes stays in the history, and undo in the
    app brings it back.
    """
    if conflict is not None and stays is None:
        raise click.UsageError("say which version is to stay: --keep what stands now, or --take")
    with opened(session.with_(project, coder), changing=conflict is not None) as store:
        if conflict is None:
            if not table(_HEADS, (_row(store, one) for one in store.annotations().conflicts())):
                show("no conflicts")
            return
        all_of_them = store.annotations().conflicts()
        found = sorted(
            (a for a in all_of_them if a.id == conflict), key=lambda a: a.coder != store.coder
        )
        among = store.annotations(found[0].article) if found else ()
        act = settling(
            (a for a in among if a.coder == found[0].coder), conflict, take=stays == "other"
        )
        store.apply(act)
        done = "the other version stands now" if stays == "other" else "what stood was kept"
        say(f"settled {conflict}: {done}")


def _row(store: ProjectStore, conflict: Annotation) -> tuple[str, ...]:
    known = [a for a in store.annotations(conflict.article) if a.coder == conflict.coder]
    there = next((a for a in known if a.id == concerns(conflict)), None)
    words = " ".join(" ".join(anchor.exact for anchor in conflict.anchors).split())
    return (
        conflict.id,
        conflict.article,
        conflict.coder,
        words[:60],
        _body(store, there) if there else "removed",
        _body(store, conflict),
    )


def _body(store: ProjectStore, annotation: Annotation) -> str:
    """What an annotation says, in a few words."""
    code = store.codebook().get(annotation.code)
    speaker = store.speakers().get(annotation.speaker)
    name = code.name if code else speaker.name if speaker else annotation.code or annotation.speaker
    memo = " ".join(annotation.memo.split())
    return f"{name}: {memo}" if name and memo else name or memo
