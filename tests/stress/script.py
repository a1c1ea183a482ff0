"""A scripted session of made-up work, and what the project holds after each piece of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count, product

from fr_reader.model import (
    Act,
    Annotation,
    Article,
    Change,
    Code,
    Metadata,
    Reading,
    Span,
    Speaker,
    Suggestion,
)
from fr_reader.store import MemoryStore, Store
from fr_reader.store.desk import Desk
from fr_reader.store.protocol import Entry
from tests.store.making import HOSTILE

CODER = "me"
FIRST = [
    Article("one", "A made-up article. “Nobody said this,” said Nobody.\n" * 3),
    Article("two", f"Another made-up article.\n{HOSTILE}"),
]
"""The articles a project begins with."""

THIRD = Article("three", "The third made-up article: “no,” said No One. " * 100)


@dataclass(frozen=True, slots=True)
class State:
    """All that a project holds, but for times it was not given."""

    entries: tuple[Entry, ...] = ()
    texts: tuple[str, ...] = ()
    codes: frozenset[Code] = frozenset()
    speakers: frozenset[Speaker] = frozenset()
    annotations: frozenset[Annotation] = frozenset()

    @property
    def refers_rightly(self) -> bool:
        """Whether all that annotations name is there."""
        codes = {code.id for code in self.codes} | {""}
        speakers = {speaker.id for speaker in self.speakers} | {""}
        return all(a.code in codes and a.speaker in speakers for a in self.annotations)


def state_of(store: Store) -> State:
    """What `store` holds; every text is read and verified."""
    entries = store.entries()
    return State(
        tuple(replace(entry, added="") for entry in entries),
        tuple(store.article(entry.id).text for entry in entries),
        frozenset(store.codebook()),
        frozenset(store.speakers()),
        frozenset(store.annotations()),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of work: `deed` does it to any store; `before` and `after` are as they must be."""

    title: str
    deed: Callable[[Store], object]
    before: State
    after: State

    @property
    def on_its_way(self) -> frozenset[State]:
        """What may be there while it is not acknowledged: none of it, all of it, or some files.

        Of an act that touches several files some may be done, so far that nothing is named by an
        annotation that is not there.
        """
        sides = (self.before, self.after)
        mixed = (
            replace(self.before, codes=c.codes, speakers=s.speakers, annotations=a.annotations)
            for c, s, a in product(sides, repeat=3)
        )
        return frozenset({*sides, *(state for state in mixed if state.refers_rightly)})


class _Recorder(MemoryStore):
    """A store in memory that writes down what is done to it."""

    def __init__(self) -> None:
        super().__init__(CODER)
        for article in FIRST:
            super().add(article)
        self.steps: list[Step] = []
        self._now = state_of(self)

    def add(self, article: Article) -> tuple[Entry, bool]:
        done = super().add(article)
        self._step("add", lambda store: store.add(article))
        return done

    def update(self, article_id: str, metadata: Metadata) -> Entry:
        done = super().update(article_id, metadata)
        self._step("update", lambda store: store.update(article_id, metadata))
        return done

    def apply(self, act: Act) -> Act:
        done = super().apply(act)
        self._step(act.title, lambda store: store.apply(act))
        return done

    def _step(self, title: str, deed: Callable[[Store], object]) -> None:
        before, self._now = self._now, state_of(self)
        self.steps.append(Step(title, deed, before, self._now))


def script(*, short: bool = False) -> list[Step]:
    """The session: articles, tags, speakers, memos, suggestions, codes, metadata, undo, redo.

    A `short` one is on one article, with short memos alone.
    """
    recorder = _Recorder()
    ids, times = count(), count()
    desks = [
        Desk(
            recorder,
            Reading(article, ()),
            lambda: f"2026-01-01T00:00:00.{next(times):06}+00:00",
            lambda: f"id{next(ids)}",
        )
        for article in FIRST[: 1 if short else None]
    ]
    for number, desk in enumerate(desks):
        _at_the_desk(desk, number, pages=0 if short else 2)
    recorder.add(THIRD)
    for number, entry in enumerate(recorder.entries()):
        recorder.update(entry.id, Metadata(f"Made up, {number}", authors=(HOSTILE,)))
    for desk in reversed(desks):
        _take_back(desk.undo, 3)
        _take_back(desk.redo, 2)
    for code in recorder.codebook():
        changed = replace(code, definition=f"made up {HOSTILE}", colour="#123456")
        recorder.apply(Act("describe a code", (Change(code, changed),)))
    for person in recorder.speakers():
        changed_person = replace(person, role="made up", affiliation="nowhere")
        recorder.apply(Act("describe a speaker", (Change(person, changed_person),)))
    return recorder.steps


def _at_the_desk(desk: Desk, number: int, pages: int) -> None:
    spans = [(Span(at, at + 6),) for at in range(0, 16, 2)]
    claim = desk.codebook.named("claim")
    assert claim is not None
    desk.tag(spans[0], claim)
    desk.tag(spans[1], desk.new_code(f"made up {number}"))
    desk.assign(spans[0], f"Nobody {number}")
    desk.assign(spans[1], f"Nobody {number}", alias=f"No {number}")
    desk.assign(spans[1], f"Another {number}")
    noted = desk.new_memo(spans[2], f"made up: {HOSTILE}")
    assert noted is not None
    desk.write_memo(noted, "made up " * (1 + 512 * pages))
    desk.accept(
        [_suggestion(spans[3], who=f"Someone {number}"), _suggestion(spans[4], code="claim")]
    )
    desk.reject(_suggestion(spans[5], code="claim"))
    desk.undo()
    desk.redo()
    desk.remove(desk.mine(spans[2]).items[0])


def _suggestion(segments: tuple[Span, ...], code: str = "", who: str = "") -> Suggestion:
    return Suggestion(segments, code=code, who=who)


def _take_back(deed: Callable[[], object], times: int) -> None:
    for _ in range(times):
        assert deed() is not None


def first() -> Iterable[Article]:
    """What a project is made with."""
    return FIRST
