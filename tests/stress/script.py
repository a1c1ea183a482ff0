"""A scripted session of made-up work, and what the project holds after each piece of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count, product

from fr_reader.model import (
    Act,
    Anchor,
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
from fr_reader.store.protocol import Astray, Entry
from tests.store.making import HOSTILE

CODER = "me"
FIRST = [
    Article(
        "one",
        "A made-up article. “Nobody said this,” said Nobody.\n"
        "It goes on in a second line, which says no more than that.\n"
        "It ends with the third of its lines, and with a word.\n",
    ),
    Article("two", f"Another made-up article.\n{HOSTILE}"),
]
"""The articles a project begins with."""

REVISED = Article("x", f"Updated, made up. {FIRST[0].text}")
"""The next text of the first of them: its first words are in doubt, all others have moved."""

THIRD = Article("three", "The third made-up article: “no,” said No One. " * 100)


@dataclass(frozen=True, slots=True)
class State:
    """All that a project holds, but for times it was not given.

    `texts` are those of today, `earlier` those an article had before; `annotations` are where
    they stand today, `astray` those that stand nowhere; `trash` has what is there by its id.
    """

    entries: tuple[Entry, ...] = ()
    texts: tuple[str, ...] = ()
    earlier: tuple[tuple[str, ...], ...] = ()
    trash: tuple[tuple[str, Entry], ...] = ()
    codes: frozenset[Code] = frozenset()
    speakers: frozenset[Speaker] = frozenset()
    annotations: frozenset[Annotation] = frozenset()
    astray: frozenset[Astray] = frozenset()

    @property
    def refers_rightly(self) -> bool:
        """Whether all that annotations name is there."""
        codes = {code.id for code in self.codes} | {""}
        speakers = {speaker.id for speaker in self.speakers} | {""}
        kept = [*self.annotations, *(each.annotation for each in self.astray)]
        return all(a.code in codes and a.speaker in speakers for a in kept)

    def mixed(self, codes: State, speakers: State, annotations: State) -> State:
        """This one with the codes, the speakers and the annotations of others."""
        return replace(
            self,
            codes=codes.codes,
            speakers=speakers.speakers,
            annotations=annotations.annotations,
            astray=annotations.astray,
        )


def state_of(store: Store) -> State:
    """What `store` holds; every text is read and verified."""
    trash = [(item.id, replace(item.entry, added="")) for item in store.trash()]
    entries = store.entries()  # once a move that was refused half-way is brought to its end
    return State(
        tuple(replace(entry, added="") for entry in entries),
        tuple(store.article(entry.id).text for entry in entries),
        tuple(tuple(store.revision(e.id, sha256) for sha256 in e.earlier) for e in entries),
        tuple(sorted(trash, key=lambda item: item[0])),
        frozenset(store.codebook()),
        frozenset(store.speakers()),
        frozenset(store.annotations()),
        frozenset(store.astray()),
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
        annotation that is not there. What is done to an article is one act on one file.
        """
        sides = (self.before, self.after)
        if self.before.entries != self.after.entries:
            return frozenset(sides)
        mixed = (self.before.mixed(*parts) for parts in product(sides, repeat=3))
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

    def revise(self, article_id: str, article: Article) -> Entry:
        done = super().revise(article_id, article)
        self._step("revise", lambda store: store.revise(article_id, article))
        return done

    def remove(self, article_id: str) -> str:
        done = super().remove(article_id)
        self._step("put in the trash", lambda store: store.remove(article_id))
        return done

    def restore(self, trash_id: str) -> Entry:
        done = super().restore(trash_id)
        self._step("take out of the trash", lambda store: store.restore(trash_id))
        return done

    def apply(self, act: Act) -> Act:
        done = super().apply(act)
        self._step(act.title, lambda store: store.apply(act))
        return done

    def _step(self, title: str, deed: Callable[[Store], object]) -> None:
        before, self._now = self._now, state_of(self)
        self.steps.append(Step(title, deed, before, self._now))


def script(*, short: bool = False) -> list[Step]:
    """The session: articles, tags, speakers, memos, suggestions, codes, metadata, undo, redo,
    revisions, the trash.

    A `short` one is on one article, with short memos alone.
    """
    recorder = _Recorder()
    ids, times = count(), count()

    def at_desk(article: Article) -> Desk:
        return Desk(
            recorder,
            Reading(article, ()),
            lambda: f"2026-01-01T00:00:00.{next(times):06}+00:00",
            lambda: f"id{next(ids)}",
        )

    desks = [at_desk(article) for article in FIRST[: 1 if short else None]]
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
    _revise(recorder, at_desk, also=() if short else (FIRST[1].id, THIRD.id))
    return recorder.steps


def _revise(recorder: _Recorder, at_desk: Callable[[Article], Desk], also: Iterable[str]) -> None:
    """The first article gets new texts, goes to the trash and comes back, as `also` others do."""
    name = FIRST[0].id
    recorder.revise(name, REVISED)
    desk = at_desk(recorder.article(name))
    _take_back(desk.undo, 2)
    _take_back(desk.redo, 2)
    waiting = recorder.astray(name)
    assert waiting, "the new text leaves nothing astray"
    assert len(desk.annotations), "nor is anything in its place"
    desk.write_memo(next(iter(desk.annotations)), "made up: carried over")
    anchors = (Anchor.at(desk.article, Span(0, 7)),)
    placed = replace(waiting[0].annotation, anchors=anchors)
    recorder.apply(Act("place", (Change(waiting[0].annotation, placed),)))
    recorder.revise(name, replace(REVISED, text=f"{REVISED.text}More.\n", sha256=""))
    for article_id in (name, *also):
        recorder.restore(recorder.remove(article_id))


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
