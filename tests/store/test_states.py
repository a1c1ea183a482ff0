"""Whatever is done in whatever order, the project folder agrees with the memory."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fr_reader.model import Act, Change, Code, Metadata, Record, Speaker, StoreError
from fr_reader.store import MemoryStore, ProjectStore, Store, ledger, tables
from fr_reader.store.index import NAME
from tests.store.making import HOSTILE, article, note

_TEXT = st.text(st.characters(codec=None), max_size=6) | st.just(HOSTILE)
_NAMES = st.sampled_from(["a", "b", "c"])


def _told(store: Store) -> list[tuple[str, str, set[Change]]]:
    """What acts have changed, but for those on articles and the beginning."""
    told = []
    for deed in store.history():
        changes = {c for c in deed.act.changes if c.before != c.after}
        if deed.coder and changes:
            told.append((deed.act.title, deed.coder, changes))
    return told


class Agreement(RuleBasedStateMachine):
    """The same acts on a MemoryStore, a ProjectStore and a second window on its folder."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="fr-reader-test-"))
        self.memory = MemoryStore()
        self.project = ProjectStore.open(self.folder, "me")
        self.window = ProjectStore.open(self.folder, "me")
        self.done: list[Act] = []

    def teardown(self) -> None:
        assert _told(self.window) == _told(self.memory)
        shutil.rmtree(self.folder)

    def _apply(self, act: Act, *, second: bool) -> None:
        outcomes = []
        for store in (self.memory, self.window if second else self.project):
            try:
                store.apply(act)
                outcomes.append("")
            except StoreError as error:
                outcomes.append(str(error))
        assert outcomes[0] == outcomes[1]
        if not outcomes[0]:
            self.done.append(act)

    def _now(self, record: Record) -> Record | None:
        if isinstance(record, Code):
            return self.memory.codebook().get(record.id)
        if isinstance(record, Speaker):
            return self.memory.speakers().get(record.id)
        return self.memory.annotations(record.article).get(record.id)

    @rule(text=_TEXT, name=_NAMES)
    def add(self, text: str, name: str) -> None:
        mine, new = self.memory.add(article(text + "made up", name))
        theirs, also = self.project.add(article(text + "made up", name))
        assert (mine.id, mine.sha256, mine.length, new) == (
            theirs.id,
            theirs.sha256,
            theirs.length,
            also,
        )

    @precondition(lambda self: self.memory.entries())
    @rule(data=st.data(), title=_TEXT)
    def update(self, data: st.DataObject, title: str) -> None:
        entry = data.draw(st.sampled_from(self.memory.entries()))
        for store in (self.memory, self.window):
            assert store.update(entry.id, Metadata(title)).metadata.title == title

    @precondition(lambda self: self.memory.entries())
    @rule(data=st.data(), text=_TEXT, more=st.booleans(), second=st.booleans())
    def revise(self, data: st.DataObject, text: str, more: bool, second: bool) -> None:
        """The text of an article changes: wholly, or by what follows it."""
        entry = data.draw(st.sampled_from(self.memory.entries()))
        before = self.memory.article(entry.id).text if more else "made up: "
        told = []
        for store in (self.memory, self.window if second else self.project):
            try:
                revised = store.revise(entry.id, article(before + text))
                told.append((revised.sha256, revised.earlier))
            except StoreError as error:
                told.append((str(error), ()))
        assert told[0] == told[1]

    @precondition(lambda self: self.memory.entries())
    @rule(data=st.data(), names=st.lists(_NAMES, min_size=1, max_size=3), second=st.booleans())
    def act(self, data: st.DataObject, names: list[str], second: bool) -> None:
        entries = self.memory.entries()
        changes: list[Change] = []
        for name in dict.fromkeys(names):
            text = data.draw(_TEXT)
            entry = data.draw(st.sampled_from(entries))
            records: list[Record] = [
                Code(name, text),
                Speaker(name, text, aliases=(text,)),
                note(self.memory.article(entry.id), name, memo=text),
            ]
            record = data.draw(st.sampled_from(records))
            there = self._now(record)
            gone = there is not None and data.draw(st.booleans())
            changes.append(Change(there, None if gone else record))
        self._apply(Act(data.draw(_TEXT), tuple(changes)), second=second)

    @precondition(lambda self: self.done)
    @rule(data=st.data(), second=st.booleans())
    def reverse_some_act(self, data: st.DataObject, second: bool) -> None:
        """Mostly the act is no longer the last on its records: then both must refuse alike."""
        self._apply(data.draw(st.sampled_from(self.done)).reversed(), second=second)

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = ProjectStore.open(self.folder, "me", create=False)

    @rule(junk=st.binary(min_size=1, max_size=9).filter(lambda junk: b"\n" not in junk))
    def tear(self, junk: bytes) -> None:
        """An act that was never wholly written hangs at the end of a file."""
        with (self.folder / "codebook.jsonl").open("ab") as file:
            file.write(b'{"n":' + junk)
        self.reopen()
        self.project.codebook()
        assert self.project.problems
        code = self.memory.codebook().get("claim") or Code("claim", "made up")
        there = self.memory.codebook().get("claim")
        act = Act("after the tear", (Change(there, replace(code, order=code.order + 1)),))
        self._apply(act, second=False)

    @invariant()
    def they_agree(self) -> None:
        for store in (self.project, self.window):
            known = [(e.id, e.metadata) for e in self.memory.entries()]
            assert [(e.id, e.metadata) for e in store.entries()] == known
            assert store.annotations() == self.memory.annotations()
            assert set(store.astray()) == set(self.memory.astray())
            assert store.counts() == self.memory.counts()
            assert store.speakers() == self.memory.speakers()
            assert store.codebook() == self.memory.codebook()


Agreement.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestAgreement = Agreement.TestCase


class AgreementWithIndex(Agreement):
    """The same where even so small a project is looked up in its index."""

    def __init__(self) -> None:
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(tables, "AT_ONCE", 0)
        self.patch.setattr(ledger, "FEW", 0)
        self.patch.setattr(ledger, "SETTLED", 0)
        super().__init__()

    def teardown(self) -> None:
        super().teardown()
        self.patch.undo()

    @rule(end=st.integers(0, 40_000))
    def cut_the_index(self, end: int) -> None:
        """As a power cut may leave it."""
        with suppress(FileNotFoundError), (self.folder / NAME).open("r+b") as index:
            index.truncate(end)


AgreementWithIndex.TestCase.settings = settings(
    max_examples=10, stateful_step_count=20, deadline=None
)
TestAgreementWithIndex = AgreementWithIndex.TestCase
