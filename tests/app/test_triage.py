"""Going through suggestions: what is proposed, decided, and left."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fr_reader.app.findings import Findings
from fr_reader.app.main import FrReader
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.triage import Pending, Proposals, Rest, following
from fr_reader.export import project_notes
from fr_reader.ingest import seeds
from fr_reader.model import Annotations, Article, Span, Status, Suggestion
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.text import read

TEXT = (
    "Made up: “We fear the flood will come again,” said Ann Rivers.\n"
    "“It was 12 metres high in 1953,” said Bo Waters.\n"
)


@pytest.fixture
def state() -> ReaderState:
    store = MemoryStore("me")
    article = Article("made-up", TEXT)
    store.add(article)
    reading = read(article)
    state = ReaderState(reading, Desk(store, reading))
    assert [q.who for q in reading.quotations] == ["Ann Rivers", "Bo Waters"]
    first, second = reading.quotations
    state.found(
        Findings.of(
            reading,
            (
                Suggestion(first.segments, who="Ann Rivers", reason="she is named", rule="made-up"),
                Suggestion(first.segments, code="concern", reason="“fear”", rule="made-up"),
                Suggestion(second.segments, who="Bo Waters", reason="he is named", rule="made-up"),
                Suggestion(second.segments, code="claim", reason="a figure", rule="made-up"),
            ),
        ),
    )
    return state


def told(annotations: Annotations) -> list[tuple[str, bool, Status]]:
    return [(a.code, bool(a.speaker), a.status) for a in annotations]


def test_a_suggestion_is_a_speaker_or_a_code() -> None:
    for who, code in (("", ""), ("Ann", "claim")):
        with pytest.raises(ValueError, match="speaker or a code"):
            Suggestion((Span(0, 1),), who, code)


def test_accepting_walks_through_all_of_them(state: ReaderState) -> None:
    assert state.proposed not in state.proposals.all
    state.accept()
    assert state.proposed == state.proposals.all[0]
    assert len(state.desk.annotations) == 0, "the first key only goes there"
    for _ in range(4):
        state.accept()
    assert told(state.desk.annotations) == [
        ("", True, Status.ACCEPTED),
        ("concern", False, Status.ACCEPTED),
        ("", True, Status.ACCEPTED),
        ("claim", False, Status.ACCEPTED),
    ]
    assert not state.pending
    assert state.accept() == "nothing left to review: E writes notes"


def test_skipping_decides_nothing_and_comes_round_again(state: ReaderState) -> None:
    seen = []
    for _ in range(5):
        state.skip()
        seen.append(state.proposed)
    assert seen == [*state.proposals.all, state.proposals.all[0]]
    assert len(state.desk.annotations) == 0


def test_a_quotation_turned_down_is_not_asked_about_again(state: ReaderState) -> None:
    state.skip()
    state.reject()
    assert tuple(state.pending) == state.proposals.all[2:]
    assert state.proposed == state.proposals.all[2]
    assert told(state.desk.annotations) == [("", False, Status.REJECTED)]
    state.undo()
    assert tuple(state.pending) == state.proposals.all


def test_a_code_turned_down_leaves_the_speaker(state: ReaderState) -> None:
    state.skip()
    state.skip()
    state.reject()
    assert tuple(state.pending) == (state.proposals.all[0], *state.proposals.all[2:])


def test_correcting_the_speaker_decides(state: ReaderState) -> None:
    state.skip()
    state.assign("Ann Rivers of Made-Up-on-Sea")
    assert state.proposals.all[0] not in state.pending


def test_the_rest_is_accepted_in_one_act(state: ReaderState) -> None:
    state.skip()
    state.reject()
    assert str(Rest.of(state.pending)) == "1 speaker, 1 claim"
    assert state.accept_rest() == "2 accepted · saved"
    state.undo()
    assert [a.status for a in state.desk.annotations] == [Status.REJECTED]
    assert [s.name for s in state.desk.speakers] == []


def test_what_another_coder_decided_is_open_for_me(state: ReaderState) -> None:
    state.accept_rest()
    left = Pending.of(state.proposals, state.desk.annotations, "somebody else")
    assert tuple(left) == state.proposals.all


def test_nothing_follows_in_nothing() -> None:
    assert following(Pending(Proposals()), None) is None


def test_suggestions_do_not_count_in_the_notes(state: ReaderState) -> None:
    assert "Ann Rivers" not in project_notes(state.desk.store)
    state.accept_rest()
    assert "Ann Rivers" in project_notes(state.desk.store)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_seed_is_reviewed_from_the_keyboard(tmp_path: Path) -> None:
    store = MemoryStore("me")
    for article in seeds():
        store.add(article)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert isinstance(app.screen, ReaderScreen)
        state = app.screen.state
        total = len(state.pending)
        assert total >= 10
        await press(pilot, "space", "a", "x", "space")
        assert len(state.pending) < total
        await press(pilot, "r")
        assert any("confidence" in note.message for note in app._notifications)
        left = len(state.pending)
        await press(pilot, "A", "n")
        assert len(state.pending) == left
        await press(pilot, "A", "y")
        assert not state.pending
        garbett = store.speakers().named("Zoë Garbett")
        assert garbett is not None
        concerns = store.annotations().coded("concern")
        assert any("threatens that" in a.anchors[0].exact for a in concerns)
