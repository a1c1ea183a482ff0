"""Settling what coders differ on: case after case, under an adjudicator's name.

What is taken is copied, what is not taken is written down as rejected, both as annotations of the
adjudicator's own; those of the others stay as they are. So what is settled is known from the
annotations alone, also by another window and after a restart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from fr_reader.agreement.cases import Case, Said, Saying, cases, ruled, saying
from fr_reader.model import (
    Act,
    Anchor,
    Annotation,
    Annotations,
    Change,
    Codebook,
    Span,
    Speakers,
    Status,
    adjudicator_of,
    is_adjudicator,
    visible,
)
from fr_reader.overview.comparison import Comparison
from fr_reader.overview.facts import Passage
from fr_reader.store import Store
from fr_reader.store.deed import new_id
from fr_reader.store.lines import now
from fr_reader.store.speaking import NOBODY, newcomer
from fr_reader.store.under_name import under_name
from fr_reader.store.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What an adjudicator says of a passage that no coder said: a code or a speaker, by id."""

    segments: tuple[Span, ...]
    code: str = ""
    speaker: str = ""
    stance: str = ""


class _Bench(Workplace):
    """An adjudicator at work on one article."""

    def do(self, act: Act) -> None:
        """Do an act of several changes."""
        self._do(act)


class Settling:
    """The cases of a comparison, and what was ruled on each.

    `store` is the project of whoever settles; the acts are those of their adjudicator. Making one
    reads the articles compared, so it takes its time. `one` is the id of a code or a speaker: then
    only the cases in which somebody names it are gone through. May raise StoreError, as every
    method may.
    """

    def __init__(
        self,
        store: Store,
        compared: Comparison,
        one: str = "",
        clock: Callable[[], str] = now,
        ids: Callable[[], str] = new_id,
    ) -> None:
        self.coder = adjudicator_of(store.coder)
        self._store = under_name(store.whole, self.coder)
        self._clock, self._ids = clock, ids
        self.coders = compared.coders
        said = self._said
        self._all = tuple(
            case for coded in compared.coded for case in cases(coded, compared.coders, said)
        )
        self.cases = tuple(case for case in self._all if _is_about(case, one, said))
        self._acts: list[str] = []
        self._benches: dict[str, _Bench] = {}
        self._ruled: dict[str, Annotations] = {}
        self._known: dict[str, set[Said]] = {}

    @property
    def _said(self) -> Saying:
        return saying(self._store.codebook(), self._store.speakers())

    def known(self) -> tuple[Codebook, Speakers]:
        """The codes and the speakers."""
        return self._store.codebook(), self._store.speakers()

    def look(self) -> None:
        """Look anew at what was ruled, maybe in another window."""
        self._ruled.clear()
        self._known.clear()

    def rulings(self, case: Case) -> tuple[Annotation, ...]:
        """What adjudicators wrote on the passages of a case, in text order."""
        others = (one for one in self._all if one is not case and one.article == case.article)
        said = self._said
        own = {said(each) for each in case.made}
        foreign = {said(each) for other in others for each in other.made}
        return tuple(
            each
            for each in self._of(case.article)
            if said(each) in own or (said(each) not in foreign and case.touches(each.segments))
        )

    def is_settled(self, case: Case) -> bool:
        """Whether all that coders say in a case was ruled on.

        Who changes what they said afterwards opens it again.
        """
        return self._is_known(case, self._said)

    def _is_known(self, case: Case, said: Saying) -> bool:
        if case.article not in self._known:
            accepted, rejected = ruled(self._of(case.article), said)
            self._known[case.article] = accepted | rejected
        return all(said(each) in self._known[case.article] for each in case.made)

    def progress(self) -> tuple[bool, ...]:
        """Which of the cases are settled."""
        said = self._said
        return tuple(self._is_known(case, said) for case in self.cases)

    def settled(self) -> int:
        """How many cases are settled."""
        return sum(self.progress())

    def first_at(self, passage: Passage) -> int:
        """The number, from 0, of the first case in which a passage is disputed; 0 where none is."""
        article, segments = passage
        here = (case.article == article and case.touches(segments) for case in self.cases)
        return next((at for at, found in enumerate(here) if found), 0)

    def next_open(self, after: int) -> int | None:
        """The number, from 0, of the first case behind `after` that is not settled; after the last
        one the first ones are looked at. None where all are."""
        done = self.progress()
        order = [*range(after + 1, len(done)), *range(min(after + 1, len(done)))]
        return next((at for at in order if not done[at]), None)

    def take(self, case: Case, coders: Sequence[str], reason: str = "") -> None:
        """Let stand in a case what these coders said: one, several, or none at all."""
        kept = [each for each in case.made if each.coder in coders]
        whose = " and ".join(map(visible, coders)) if coders else "neither"
        self._settle(f"settle: {whose}", case, kept, reason)

    def say(self, case: Case, other: Otherwise, reason: str = "") -> None:
        """Let stand in a case what no coder said."""
        anchors = tuple(Anchor.at(case.reading.article, span) for span in other.segments)
        made = Annotation(
            "", case.article, anchors, "", "", "",
            other.code, other.speaker, stance=other.stance,
        )  # fmt: skip
        self._settle("settle: otherwise", case, [made], reason)

    def undo(self, case: Case) -> Act | None:
        """Take the last ruling back, or where none was made since this was opened, the last one in
        the article of `case`; None where there is none."""
        article = self._acts[-1] if self._acts else case.article
        found = next((each for each in self.cases if each.article == article), case)
        act = self._bench(found).undo()
        if act is not None and self._acts:
            self._acts.pop()
        self._forget(article)
        return act

    def _forget(self, article: str) -> None:
        self._ruled.pop(article, None)
        self._known.pop(article, None)

    def _of(self, article_id: str) -> Annotations:
        if article_id not in self._ruled:
            found = self._store.annotations(article_id)
            self._ruled[article_id] = found.where(lambda each: is_adjudicator(each.coder))
        return self._ruled[article_id]

    def _bench(self, case: Case) -> _Bench:
        bench = self._benches.get(case.article)
        if bench is None:
            bench = _Bench(self._store, case.reading, self._clock, self._ids)
            self._benches[case.article] = bench
        return bench

    def _settle(self, title: str, case: Case, kept: Iterable[Annotation], reason: str) -> None:
        """Rule on a case in one act; what was ruled on it before goes."""
        self._forget(case.article)
        bench, reason = self._bench(case), reason.strip()
        bench.refresh()
        changes: list[Change] = [
            Change(each, None) for each in self.rulings(case) if each.coder == self.coder
        ]
        standing = self._standing(kept, bench.speakers, changes)
        said = self._said
        there = {said(each) for each in standing}
        refused: dict[Said, Annotation] = {}
        for each in case.made:
            if said(each) not in there:
                refused.setdefault(said(each), self._refused(each, said(each)))
        for each in standing:
            memo = "\n\n".join(filter(None, (each.memo, reason)))
            changes.append(Change(None, self._own(each, memo, Status.ACCEPTED)))
        rejected = (self._own(each, reason, Status.REJECTED) for each in refused.values())
        changes += [Change(None, each) for each in rejected]
        bench.do(Act(title, tuple(changes)))
        self._acts.append(case.article)
        self._forget(case.article)

    def _standing(
        self, kept: Iterable[Annotation], speakers: Speakers, changes: list[Change]
    ) -> list[Annotation]:
        """What is to stand, of each passage a code or a speaker once; who is new joins the
        speakers by `changes`."""
        said, found = self._said, dict[object, Annotation]()
        for each in kept:
            if each.speaker.startswith("?"):
                name = each.speaker[1:]
                known = speakers.named(name)
                if known is None:
                    known = newcomer(self._ids(), name, NOBODY)
                    speakers = Speakers.of([*speakers.by_id.values(), known])
                    changes.append(Change(None, known))
                each = replace(each, speaker=known.id)  # noqa: PLW2901 - the same, known by id
            found.setdefault(said(each)[:3], each)
        return list(found.values())

    def _refused(self, each: Annotation, said: Said) -> Annotation:
        return replace(each, code=said[1], speaker=said[2], links=())

    def _own(self, each: Annotation, memo: str, status: Status) -> Annotation:
        time = self._clock()
        return replace(
            each,
            id=self._ids(),
            coder=self.coder,
            created=time,
            modified=time,
            memo=memo,
            status=status,
        )


def _is_about(case: Case, one: str, said: Saying) -> bool:
    return not one or any(one in (*said(each)[1:3], each.speaker) for each in case.made)
