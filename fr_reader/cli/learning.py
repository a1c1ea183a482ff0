"""`fr-reader learn`: suggestions for codes of one's own, learned from where one gave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from fr_reader.cli.annotations import excerpt
from fr_reader.cli.output import show
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session, project_options
from fr_reader.cli.sheets import print_sheets, sheet_format_option
from fr_reader.learning.choices import Choices
from fr_reader.learning.learned import LEAST, missing
from fr_reader.learning.learner import Learner
from fr_reader.model import Code, StoreError, Suggestion, visible
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet, Value
from fr_reader.store import ProjectStore

_NOTE = (
    "Judged on sentences held out from learning: of whole articles where five or more have the "
    "code, otherwise of whole paragraphs. Precision: how often a suggestion is right. Recall: how "
    "much of what has the code is suggested. Tags of {coder} alone count."
)


@click.command("learn")
@click.argument("names", metavar="[CODE]...", nargs=-1)
@click.option("--on/--off", "on", default=None, help="Suggest these codes in the app, or no more.")
@click.option(
    "--at",
    "least",
    metavar="P",
    type=click.FloatRange(0, 1),
    help="Suggest from the probability P on.  [default: 0.5, or what --on was given]",
)
@click.option("--list", "listing", is_flag=True, help="List what is suggested, and why.")
@sheet_format_option
@project_options
@click.pass_obj
def command(  # noqa: PLR0913 - an argument for each option
    session: Session,
    /,
    *,
    names: tuple[str, ...],
    on: bool | None,
    least: float | None,
    listing: bool,
    form: str,
    project: Path | None,
    coder: str | None,
) -> None:
    """Learn each CODE from the passages you gave it and those you turned it down for, and say how
    far suggestions from that can be trusted; without a CODE, all codes.

    Nothing is suggested of a code before you switch it on. It takes eight accepted passages.
    """
    if on is not None and not names:
        raise click.UsageError("name the codes to switch on or off")
    with opened(session.with_(project, coder)) as store:
        codes = [_code(store, name) for name in names] or [c for c, _ in store.codebook().tree()]
        work = _Work(store, least)
        if on is not None:
            for code in codes:
                show(work.switch(code, on))
            return
        print_sheets([work.listed(codes) if listing else work.estimates(codes)], form)


def _code(store: ProjectStore, name: str) -> Code:
    """The code of this name or id. Raises StoreError."""
    book = store.codebook()
    found = book.get(name) or book.named(name)
    if found is None:
        raise StoreError(
            f"there is no code {visible(name)!r} in this project: "
            "see which there are with fr-reader learn"
        )
    return found


class _Work:
    """What is asked of the learner of the coder at work; `least` is the probability asked for."""

    def __init__(self, store: ProjectStore, least: float | None) -> None:
        self.store = store
        self.learner = Learner(store, store.coder)
        self.choices = Choices(store.folder, store.coder)
        self._asked = least

    def least(self, code: Code) -> float:
        """The probability from which on a code is suggested."""
        if self._asked is not None:
            return self._asked
        return self.choices.on().get(code.id, LEAST)

    def switch(self, code: Code, on: bool) -> str:
        """Suggest a code or do so no more; what to say of it. Raises StoreError."""
        if not on:
            was = self.choices.switch_off(code.id)
            return f"{code.name} is {'no longer' if was else 'not'} suggested"
        least = self.least(code)
        try:
            told = self.learner.learned(code.id).estimate(least)
        except ValueError as lacking:
            raise StoreError(
                f"{visible(code.name)} cannot be learned yet: {lacking}; go on coding"
            ) from None
        self.choices.switch_on(code.id, least)
        return (
            f"{code.name} is suggested from a probability of {least:g} on: held out by "
            f"{told.by}, {told.right} of {told.suggested} suggestions were right, and "
            f"{told.right} of the {told.having} sentences that have it were found"
        )

    def estimates(self, codes: Sequence[Code]) -> Sheet:
        """A row a code: what it is learned from, and how far it can be trusted."""
        heads = ("accepted", "turned down", "sentences", "suggested", "right")
        return Sheet(
            "learn",
            "What can be learned",
            (
                Column("code", Kind.TEXT),
                Column("suggested from", Kind.TEXT),
                *(Column(head) for head in heads),
                Column("precision", Kind.SHARE),
                Column("recall", Kind.SHARE),
                Column("held out by, or missing", Kind.TEXT),
            ),
            tuple(tuple(map(Cell, self._estimate(code))) for code in codes),
            note=_NOTE.format(coder=self.store.coder),
        )

    def _estimate(self, code: Code) -> tuple[Value, ...]:
        training = self.learner.training(code.id)
        least = self.choices.on().get(code.id)
        switch = "off" if least is None else f"{least:g}"
        counted = (training.accepted, training.rejected, len(training.examples))
        if lacking := missing(training):
            return (code.name, switch, *counted, None, None, None, None, lacking)
        told = self.learner.learned(code.id).estimate(self.least(code))
        figures = (told.suggested, told.right, told.precision, told.recall)
        return (code.name, switch, *counted, *figures, told.by)

    def listed(self, codes: Sequence[Code]) -> Sheet:
        """A row a suggestion, article by article, in the order of the text."""
        return Sheet(
            "learned",
            "Suggested by what was learned",
            (
                *(Column(head, Kind.TEXT) for head in ("article", "code")),
                Column("¶"),
                Column("probability", Kind.FIGURE),
                *(Column(head, Kind.TEXT) for head in ("text", "reason", "coder")),
            ),
            tuple(tuple(map(Cell, row)) for row in self._suggested(codes)),
            note="Switched on with --on, they are suggested in the app.",
        )

    def _suggested(self, codes: Sequence[Code]) -> Iterator[tuple[Value, ...]]:
        trained = self.learner.trained({code.id: self.least(code) for code in codes})
        book = self.store.codebook()
        for entry in self.store.entries():
            article = self.store.article(entry.id)
            annotations = self.store.annotations(entry.id)
            places = {s.span: s.paragraph + 1 for s in self.learner.sentences(article)}
            for each in self.learner.suggestions(article, annotations, trained):
                told = _told(each, article.text)
                yield (
                    entry.id,
                    book.by_id[each.code].name,
                    places[each.span],
                    each.confidence,
                    *told,
                )


def _told(each: Suggestion, text: str) -> tuple[str, str, str]:
    return excerpt([each.span.of(text)]), each.reason, each.coder
