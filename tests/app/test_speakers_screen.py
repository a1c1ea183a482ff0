"""The speakers on the screen: who they are, who is one and the same, and what is whose."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.main import FrReader
from fr_reader.app.sayings import Figures, figures
from fr_reader.app.screens.chooser import Chooser
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.speakers import SpeakersScreen
from fr_reader.export import project_notes
from fr_reader.model import Article, Speaker
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from fr_reader.store.speakers_desk import SpeakersDesk
from fr_reader.text import read, suggestions
from tests.app.test_codebook_screen import press, shown, told

VOTE = "A made-up vote\n\n“No,” said Mary Sample.\n\n“Yes, we will,” said Ann Other.\n"
ROAD = "A made-up road\n\n“It is long,” said Mary Sample.\n\n“And wide,” said Mary Sample.\n"


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    """Two made-up articles whose quotations are accepted."""
    store = ProjectStore.open(tmp_path / "project", "me")
    for name, text in (("vote", VOTE), ("road", ROAD)):
        entry, _ = store.add(Article(name, text))
        reading = read(store.article(entry.id))
        Desk(store, reading).accept([s for s in suggestions(reading) if s.who])
    return store


def named(store: ProjectStore, name: str) -> Speaker:
    found = store.speakers().named(name)
    assert found is not None
    return found


def lines(app: FrReader) -> list[str]:
    return [" ".join(line.split()) for line in shown(app).splitlines()]


def screen(app: FrReader) -> SpeakersScreen:
    assert isinstance(app.screen, SpeakersScreen)
    return app.screen


async def test_the_list_says_how_much_each_one_says(store: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "P")
        assert "▸ Ann Other 1 3 1" in lines(app)
        assert "Mary Sample 3 6 2" in " ".join(lines(app)), "quotations, words, articles"
        assert "1 quotation, 3 words in 1 article" in lines(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


def test_a_passage_two_coders_gave_counts_once(store: ProjectStore) -> None:
    other = ProjectStore.open(store.folder, "another")
    reading = read(other.article("road"), other.speakers())
    Desk(other, reading).accept([s for s in suggestions(reading) if s.who])
    example = named(store, "Mary Sample")
    assert store.counts().speakers()[example.id] == 5
    assert figures(store, store.speakers())[example.id] == Figures(3, 6, 2)


async def test_a_speaker_is_described_and_it_is_all_undone(
    store: ProjectStore, tmp_path: Path
) -> None:
    before = store.speakers()
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "P r ~wise enter")
        await press(pilot, "e ~spokesperson enter")
        await press(pilot, "f ~the_Made-Up_Council enter")
        await press(pilot, "a ~Councillor_Other enter")
        (ann,) = (s for s in store.speakers() if s.name == "Ann Otherwise")
        assert ann.about == "spokesperson, the Made-Up Council"
        assert ann.aliases == ("Ann Other", "Councillor Other")
        assert "Also called Ann Other, Councillor Other" in lines(app)
        await press(pilot, "A ~councillor enter")
        assert named(store, "Ann Otherwise").aliases == ("Ann Other",)
        await press(pilot, "a ~Mary_Sample enter")
        assert "merge the two if they are one" in told(app)
        await press(pilot, "d")
        assert "'Ann Otherwise' stays with 1 quotation" in told(app)
    again = FrReader(ProjectStore.open(store.folder, "me"), tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await press(pilot, "P" + " u" * 5)
        assert store.speakers() == before
        assert screen(again).said.startswith("undone: rename Ann Other")
        await press(pilot, "u")
        assert screen(again).said == "nothing to undo"


async def test_two_are_merged_counted_as_one_everywhere_and_parted_again(
    store: ProjectStore, tmp_path: Path
) -> None:
    example, ann = named(store, "Mary Sample"), named(store, "Ann Other")
    before, counted = project_notes(store), store.counts()
    assert "Ann Other" in before
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, f"P / ~ann enter m ~{example.name.replace(' ', '_')} enter")
        assert store.counts().speakers() == {example.id: 4}
        assert "| Ann Other |" not in project_notes(store)
        assert screen(app).said.startswith(f"merged into {example.name}")
        await press(pilot, "escape")
        assert screen(app).here == example.id
        assert "Merged in: Ann Other" in lines(app)
        assert f"▸ {example.name} 4 9 2" in lines(app)
        await press(pilot, "q")
        assert isinstance(app.screen, ReaderScreen)
        assert [voice.name for voice in app.screen.state.voices()] == [example.name]
        await press(pilot, "P a ~the_councillor enter p")
        assert store.counts() == counted
        assert named(store, "Ann Other") == ann
        assert named(store, "the councillor").id == screen(app)._keys[1]
        assert screen(app).here == ann.id
        await press(pilot, "u u u")
        assert project_notes(store) == before


async def test_chosen_quotations_are_split_off(store: ProjectStore, tmp_path: Path) -> None:
    example, before = named(store, "Mary Sample"), store.counts()
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "P j s")
        assert isinstance(app.screen, Chooser)
        assert "“And wide,”" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Chooser), "nothing is chosen yet"
        await press(pilot, "space j space enter")
        await press(pilot, "~Cy_Pher enter")
        assert screen(app).said == "2 quotations to Cy Pher · saved"
        cy = named(store, "Cy Pher")
        assert store.counts().speakers()[cy.id] == 2
        assert store.counts().speakers()[example.id] == 1
    again = FrReader(ProjectStore.open(store.folder, "me"), tmp_path)
    async with again.run_test(size=(40, 12)) as pilot:
        await press(pilot, "P u")
        assert screen(again).said == "undone: split off Cy Pher"
        assert store.counts() == before
        assert store.speakers().named("Cy Pher") is None


async def test_an_empty_list_says_how_speakers_come_in(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "empty", "me")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "P r e f a A m p s d u")
        assert "No speakers yet" in shown(app)
        assert screen(app).said == "nothing to undo"
        store.add(Article("vote", VOTE))
        SpeakersDesk(store)
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)
