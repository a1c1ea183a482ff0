"""Any acts, as many undone: what is exported is the same to the byte; and redone, the same too."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from fr_reader.export import project_notes
from fr_reader.model import Annotations, Codebook, Reading, Span, Speakers, Suggestion
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from fr_reader.store.records import document_of
from tests.stress.script import CODER, FIRST

_PLACES = st.integers(0, 8).map(lambda at: (Span(at, at + 6),))
_PEOPLE = st.sampled_from(["Nobody", "No One", "Someone", "\ud800 made up"])
_WORDS = st.text(st.characters(codec=None), max_size=6)


class _Reopening(ProjectStore):
    """A project that is opened anew when told to, under desks that go on."""

    @classmethod
    def at(cls, folder: Path) -> _Reopening:
        """The project in `folder`."""
        store = cls.open(folder, CODER, first=lambda: FIRST)
        assert isinstance(store, _Reopening)
        return store

    def reopen(self) -> None:
        """Close it, and forget all but what is on the disk."""
        self.close()
        self.__dict__.update(self.at(self.folder).__dict__)


def lines(store: ProjectStore) -> bytes:
    """All records of a project as JSON Lines, in the order it gives them."""
    kinds: list[Annotations | Codebook | Speakers] = [
        *(store.annotations(entry.id) for entry in store.entries()),
        store.speakers(),
        store.codebook(),
    ]
    return "".join(
        json.dumps(document_of(record)) + "\n" for records in kinds for record in records
    ).encode()


class Undoing(RuleBasedStateMachine):
    """One coder at two articles. `exports` holds what there was before each act not undone."""

    @initialize(seed=st.integers(0, 3))
    def begin(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fr-reader-undo-"))
        random = Random(seed)
        self.store = _Reopening.at(self.folder / "project")
        self.times = iter(range(10**6))
        self.desks = [
            Desk(
                self.store,
                Reading(article, ()),
                lambda: f"2026-01-01T00:00:00.{next(self.times):06}+00:00",
                lambda: f"{random.getrandbits(48):012x}",
            )
            for article in FIRST
        ]
        self.first_notes = project_notes(self.store)
        self.done: list[tuple[Desk, bytes]] = []
        self.undone: list[tuple[Desk, bytes]] = []

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.back_and_forth()
            shutil.rmtree(self.folder)

    def _do(self, which: bool, deed: Callable[[Desk], object]) -> None:
        desk, before = self.desks[which], lines(self.store)
        deed(desk)
        if lines(self.store) != before:
            self.done.append((desk, before))
            self.undone.clear()

    @rule(which=st.booleans(), at=_PLACES, name=_PEOPLE, alias=st.just("") | _PEOPLE)
    def assign(self, which: bool, at: tuple[Span, ...], name: str, alias: str) -> None:
        self._do(which, lambda desk: desk.assign(at, name, alias))

    @rule(which=st.booleans(), at=_PLACES, new=st.booleans(), name=_WORDS)
    def tag(self, which: bool, at: tuple[Span, ...], new: bool, name: str) -> None:
        def deed(desk: Desk) -> None:
            code = desk.codebook.by_key("c")
            assert code is not None
            desk.tag(at, desk.new_code(name) if new else code)

        self._do(which, deed)

    @rule(which=st.booleans(), at=_PLACES, memo=_WORDS)
    def new_memo(self, which: bool, at: tuple[Span, ...], memo: str) -> None:
        self._do(which, lambda desk: desk.new_memo(at, memo))

    @rule(which=st.booleans(), at=_PLACES, name=_PEOPLE, refuse=st.booleans())
    def suggest(self, which: bool, at: tuple[Span, ...], name: str, refuse: bool) -> None:
        found = Suggestion(at, who=name)
        self._do(which, lambda desk: desk.reject(found) if refuse else desk.accept([found]))

    @precondition(lambda self: any(desk.annotations for desk in self.desks))
    @rule(data=st.data(), memo=_WORDS, remove=st.booleans())
    def change(self, data: st.DataObject, memo: str, remove: bool) -> None:
        which = data.draw(st.sampled_from([bool(n) for n in (0, 1) if self.desks[n].annotations]))
        note = data.draw(st.sampled_from(self.desks[which].annotations.items))
        self._do(
            which,
            lambda desk: desk.remove(note) if remove else desk.write_memo(note, memo),
        )

    @rule()
    def reopen(self) -> None:
        before = lines(self.store)
        self.store.reopen()
        assert lines(self.store) == before

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        now = lines(self.store)
        desk, before = self.done.pop()
        assert desk.undo() is not None
        assert lines(self.store) == before
        self.undone.append((desk, now))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        before = lines(self.store)
        desk, after = self.undone.pop()
        assert desk.redo() is not None
        assert lines(self.store) == after
        self.done.append((desk, before))

    @rule()
    def back_and_forth(self) -> None:
        """All is undone, and the notes are as they were first; and redone as often."""
        count, last = len(self.done), project_notes(self.store)
        for _ in range(count):
            self.undo()
        self.reopen()
        assert project_notes(self.store) == self.first_notes
        for _ in range(count):
            self.redo()
        self.reopen()
        assert project_notes(self.store) == last
        assert not self.store.problems


Undoing.TestCase.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
TestUndoing = Undoing.TestCase
