"""`fr-reader review`: annotations whose words are not surely there since a text has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from fr_reader.cli.annotations import body_of, excerpt
from fr_reader.cli.completing import article_ids
from fr_reader.cli.output import jsonl, say, show, table
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, format_option, project_options
from fr_reader.model import Status, StoreError
from fr_reader.store import ProjectStore, Store
from fr_reader.store.lines import now
from fr_reader.store.placing import letting_go, placing
from fr_reader.store.protocol import Astray

_HEADS = ("article", "annotation", "coder", "code or speaker", "words", "may belong at")
_NOTHING = "(nothing like it is left)"


@click.command("review")
@click.argument("article", required=False, shell_complete=article_ids)
@click.option("--place", metavar="ANNOTATION", help="Put this annotation where it may belong.")
@click.option(
    "--at",
    "number",
    metavar="N",
    type=click.IntRange(min=1),
    help="With --place: at the Nth of the places listed.  [default: 1, the likeliest]",
)
@click.option("--remove", metavar="ANNOTATION", help="Remove this annotation.")
@format_option
@project_options
@click.pass_obj
def command(  # noqa: PLR0913 - click hands over each option
    session: Session,
    *,
    article: str | None,
    place: str | None,
    number: int | None,
    remove: str | None,
    form: str,
    project: Path | None,
    coder: str | None,
) -> None:
    """List the annotations, of the project or of ARTICLE (its id), that wait for somebody to say
    where they belong since the text has changed, each with the places where it may.

    Only your own can be placed or removed; undo in the app takes either back.
    """
    if place is not None and remove is not None:
        raise click.UsageError("--place keeps an annotation and --remove does not: leave one out")
    if number is not None and place is None:
        raise click.UsageError("--at says where to --place an annotation: name that too")
    wanted = place if place is not None else remove
    with opened(session.with_(project, coder), changing=wanted is not None) as store:
        if wanted is None:
            _list(store, store.astray(article), form)
            return
        astray = _found(store, article, wanted)
        if place is not None:
            _place(store, astray, number or 1)
        else:
            store.apply(letting_go(astray))
            say(f"removed {wanted}: undo in the app brings it back")


def _found(store: Store, article: str | None, annotation_id: str) -> Astray:
    """The annotation with this id, the coder's own. Raises StoreError."""
    found = [one for one in store.astray(article) if one.annotation.id == annotation_id]
    mine = [one for one in found if one.annotation.coder == store.coder]
    if mine:
        return mine[0]
    if found:
        whose = found[0].annotation.coder
        raise StoreError(
            f"{annotation_id} is {whose}'s, and {store.coder} is at work: "
            f"only {whose} can place or remove it"
        )
    where = f" in {article}" if article is not None else ""
    raise StoreError(
        f"no annotation {annotation_id} waits for review{where}: "
        "see which ones do with fr-reader review"
    )


def _place(store: Store, astray: Astray, number: int) -> None:
    """Put an annotation on the proposal with this number, from 1. Raises StoreError."""
    annotation, proposals = astray.annotation, astray.proposals
    if astray.orphan:
        raise StoreError(
            f"nothing like the words of {annotation.id} is left to place it on: "
            "--remove it, or leave it for the next revision"
        )
    if number > len(proposals):
        most = "is 1 place" if len(proposals) == 1 else f"are {len(proposals)} places"
        raise StoreError(f"there {most} where {annotation.id} may belong: no number {number}")
    article = store.article(annotation.article)
    segments = proposals[number - 1].segments
    store.apply(placing(article, astray, segments, now()))
    words = excerpt(span.of(article.text) for span in segments)
    say(f"placed {annotation.id} in {annotation.article}: {words}")


def _list(store: ProjectStore, astray: Iterable[Astray], form: str) -> None:
    texts: dict[str, str] = {}

    def words(one: Astray) -> Iterator[list[str]]:
        """The words at each of the places where it may belong, a string a segment."""
        name = one.annotation.article
        if one.proposals and name not in texts:
            texts[name] = store.article(name).text
        for proposal in one.proposals:
            yield [span.of(texts[name]) for span in proposal.segments]

    codes, speakers = store.codebook(), store.speakers()
    listed = ((one, body_of(one.annotation, codes, speakers), list(words(one))) for one in astray)
    if form == "jsonl":
        for each in listed:
            jsonl(_record(*each))
    elif not table(_HEADS, (row for each in listed for row in _rows(*each))):
        show("nothing to review")


def _record(
    one: Astray, body: tuple[str | None, str | None], words: list[list[str]]
) -> dict[str, object]:
    annotation = one.annotation
    return {
        "id": annotation.id,
        "article": annotation.article,
        "code": body[0],
        "speaker": body[1],
        "text": list(one.words),
        "proposals": [
            {
                "n": number,
                "likeness": round(proposal.likeness, 3),
                "segments": [span.as_list() for span in proposal.segments],
                "text": text,
            }
            for number, (proposal, text) in enumerate(zip(one.proposals, words, strict=True), 1)
        ],
        "memo": annotation.memo,
        "coder": annotation.coder,
        "status": annotation.status.value,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _rows(
    one: Astray, body: tuple[str | None, str | None], words: list[list[str]]
) -> Iterator[tuple[str, ...]]:
    """A row a proposal, the first one with what it is about."""
    annotation = one.annotation
    name = body[0] or body[1] or "memo"
    if annotation.status is not Status.ACCEPTED:
        name = f"{name} ({annotation.status.value})"
    head = annotation.article, annotation.id, annotation.coder
    about: tuple[str, ...] = (*head, name, excerpt(one.words))
    if one.orphan:
        yield (*about, _NOTHING)
    for number, (proposal, text) in enumerate(zip(one.proposals, words, strict=True), 1):
        yield (*about, f"{number}  {int(proposal.likeness * 100):3}%  {excerpt(text)}")
        about = ("",) * len(about)
