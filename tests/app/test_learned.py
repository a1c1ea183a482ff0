"""What was learned of a code comes up among the suggestions once it is switched on.

All articles are made up.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.taught import Taught
from fr_reader.app.triage import Rest
from fr_reader.app.widgets.panels import Lines
from fr_reader.learning.choices import Choices
from fr_reader.model import Reading, Status, Suggestion
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from tests.app.test_journey import press, reader
from tests.learning import made_up
from tests.learning.made_up import HOUSING


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    """A project of seven articles, of which six are coded for housing."""
    store = ProjectStore.open(tmp_path / "p", "tester", create=True)
    for number in range(7):
        store.add(made_up.article(number))
    for number in range(6):
        made_up.code(store, f"made-up-{number}")
    return store


def switch_on(store: ProjectStore) -> None:
    Choices(store.folder, store.coder).switch_on(HOUSING.id)


def beside(store: ProjectStore, *found: Suggestion) -> list[Suggestion]:
    taught = Taught(store, store.folder)
    article = store.article("made-up-6")
    return list(taught.beside(article, store.annotations(article.id), found))


def test_nothing_is_suggested_before_a_code_is_switched_on(store: ProjectStore) -> None:
    assert beside(store) == []
    switch_on(store)
    spans = made_up.abouts(store.article("made-up-6"))
    assert [one.span for one in beside(store)] == spans


def test_what_a_rule_proposes_is_not_proposed_twice(store: ProjectStore) -> None:
    switch_on(store)
    one, other = beside(store)
    by_rule = Suggestion(one.segments, code=HOUSING.id, rule="made-up")
    other_code = Suggestion(other.segments, code="claim", rule="made-up")
    assert beside(store, by_rule, other_code) == [by_rule, other_code, other]


def test_a_code_that_is_gone_is_not_suggested(store: ProjectStore) -> None:
    Choices(store.folder, store.coder).switch_on("never-there")
    assert beside(store) == []


def test_what_is_decided_meanwhile_counts(store: ProjectStore) -> None:
    switch_on(store)
    taught = Taught(store, store.folder)
    article = store.article("made-up-6")
    first = taught.beside(article, store.annotations(article.id), ())
    Desk(store, Reading(article, ())).reject(first[0])
    second = taught.beside(article, store.annotations(article.id), ())
    assert first[0].span not in [one.span for one in second]


def test_what_is_left_is_told_in_words(store: ProjectStore) -> None:
    switch_on(store)
    assert str(Rest.of(beside(store))) == "2 of your own codes"


async def skip_to(pilot: Pilot[None], wanted: Suggestion) -> None:
    """Press the key that skips until this suggestion is the one under the cursor."""
    state = reader(pilot.app).state
    for _ in range(len(state.pending)):
        if state.proposed == wanted:
            return
        await press(pilot, "space")
    assert state.proposed == wanted


async def test_it_is_gone_through_like_any_other_suggestion(
    store: ProjectStore, tmp_path: Path
) -> None:
    switch_on(store)
    article = store.article("made-up-6")
    app = FrReader(store, tmp_path, article.id)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        state = reader(app).state
        mine = [one for one in state.pending if one.code == HOUSING.id]
        assert [one.span for one in mine] == made_up.abouts(article)
        await skip_to(pilot, mine[0])
        panel = str(app.screen.query_one("#here", Lines).render())
        assert "◇ housing?  learned ." in panel
        assert "12 passages you tagged" in " ".join(panel.split())
        await press(pilot, "r")
        told = [note.message for note in app._notifications]
        assert any("housing: “" in why and "machine:learned@" in why for why in told)
        await press(pilot, "a")
        await skip_to(pilot, mine[1])
        await press(pilot, "x")
    own = store.annotations(article.id).coded(HOUSING.id)
    assert [(a.span, a.coder, a.status) for a in own] == [
        (mine[0].span, "tester", Status.ACCEPTED),
        (mine[1].span, "tester", Status.REJECTED),
    ]
