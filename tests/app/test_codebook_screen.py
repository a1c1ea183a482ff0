"""The codebook on the screen: every key does what it says, is saved, and is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.screens.codebook import CodebookScreen
from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.screens.picker import Picker
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import Article, Codebook
from fr_reader.store import ProjectStore
from fr_reader.store.codebook_desk import CodebookDesk
from fr_reader.store.desk import Desk
from fr_reader.text import read

TEXT = "A made-up vote\n\n“No,” said Ms Example.\n\n“Yes, we will,” said Mr Example.\n"


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    """A made-up article with three tags: two of `police`, one of `courts` below `law`."""
    store = ProjectStore.open(tmp_path / "project", "me")
    entry, _ = store.add(Article("vote", TEXT))
    codes = CodebookDesk(store)
    law = codes.make("law")
    courts, police = codes.make("courts", law.id), codes.make("police")
    reading = read(store.article(entry.id))
    desk = Desk(store, reading)
    for segments, code in zip(
        [q.segments for q in reading.quotations] + [(reading.paragraphs[0].span,)],
        (police, courts, police),
        strict=True,
    ):
        desk.tag(segments, code)
    return store


def names(book: Codebook) -> list[tuple[str, int]]:
    return [(code.name, depth) for code, depth in book.tree()]


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys, names with blanks between; `~some_words` pastes these words."""
    for key in keys.split():
        if key.startswith("~"):
            pilot.app.post_message(Paste(key[1:].replace("_", " ")))
        else:
            await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def shown(app: FrReader) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def told(app: FrReader) -> str:
    return " ".join(notification.message for notification in app._notifications)


def screen(app: FrReader) -> CodebookScreen:
    assert isinstance(app.screen, CodebookScreen)
    return app.screen


async def test_the_tree_with_its_counts_and_definitions(
    store: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C")
        assert screen(app).said == ""
        lines = [" ".join(line.split()) for line in shown(app).splitlines()]
        assert "Code Key Tags Articles Colour" in lines
        assert "▸ ▲ claim c 0 0" in lines
        assert "▾ 1 law 1 0 0" in lines
        assert "2 courts 2 1 1" in lines
        assert "3 police 3 2 1" in lines
        assert "What is asserted as true and could be checked." in lines
        await press(pilot, "j j space")
        assert "courts" not in shown(app)
        assert "▸ ▸ 1 law 1 0 0" in [" ".join(line.split()) for line in shown(app).splitlines()]
        await press(pilot, "space j space")
        assert screen(app).here == store.codebook().by_id[screen(app).here].id
        assert store.codebook().by_id[screen(app).here].name == "law", "folds what is above"
        await press(pilot, "q")
        assert isinstance(app.screen, ReaderScreen)


async def test_codes_are_made_and_changed_and_it_is_all_undone(
    store: ProjectStore, tmp_path: Path
) -> None:
    before = store.codebook()
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C G n ~street enter")
        assert screen(app).here == (made := store.codebook().named("street")).id  # type: ignore[union-attr]
        assert made is not None
        await press(pilot, "N ~corner enter")
        await press(pilot, "e ~Where_streets_meet. escape")
        await press(pilot, "c ~teal enter")
        await press(pilot, "# ~7 enter")
        await press(pilot, "r ~_of_a_street enter")
        corner = store.codebook().named("corner of a street")
        assert corner is not None
        assert (corner.definition, corner.colour, corner.key, corner.parent) == (
            "Where streets meet.",
            "teal",
            "7",
            made.id,
        )
        await press(pilot, "p ~law enter K")
        assert names(store.codebook()) == [
            ("claim", 0),
            ("concern", 0),
            ("law", 0),
            ("corner of a street", 1),
            ("courts", 1),
            ("police", 0),
            ("street", 0),
        ]
        done = store.codebook()
    again = FrReader(ProjectStore.open(store.folder, "me"), tmp_path, "vote")
    async with again.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C" + " u" * 8)
        assert screen(again).said == "undone: new code street"
        assert store.codebook() == before
        await press(pilot, "ctrl+r " * 8)
        assert store.codebook() == done


async def test_keys_that_clash_and_names_that_are_taken_are_named(
    store: ProjectStore, tmp_path: Path
) -> None:
    before = store.codebook()
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C G #")
        assert "tags with courts" in shown(app)
        await press(pilot, "~2 enter")
        assert "2 tags with courts already" in told(app)
        await press(pilot, "n ~LAW enter")
        assert "there is a code 'law' already" in told(app)
        await press(pilot, "g c")
        assert "claim has the colour the theme gives it" in shown(app)
        await press(pilot, "d")
        assert "'claim' comes with fr-reader and stays" in told(app)
        assert store.codebook() == before


async def test_what_is_used_is_not_removed_but_merged_and_parted_again(
    store: ProjectStore, tmp_path: Path
) -> None:
    before = store.counts()
    police = store.codebook().named("police")
    assert police is not None
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C G d")
        assert isinstance(app.screen, Confirm)
        assert "police stays: 2 annotations in 1 article have it." in shown(app)
        await press(pilot, "y")
        assert isinstance(app.screen, Picker)
        await press(pilot, "~courts enter")
        courts = store.codebook().named("courts")
        assert courts is not None
        assert store.counts().codes() == {courts.id: 3}
        assert screen(app).here == courts.id
        assert "↳ police, merged" in shown(app)
        await press(pilot, "j r")
        assert "merged: s parts it again" in shown(app), "nothing else is done to it"
        await press(pilot, "s")
        assert store.counts() == before
        assert screen(app).here == police.id
        await press(pilot, "u u")
        assert store.counts() == before
        assert store.codebook().by_id[police.id] == police
        await press(pilot, "n ~spare enter d")
        assert store.codebook().named("spare") is None
        await press(pilot, "u")
        assert store.codebook().named("spare") is not None


async def test_finding_and_backing_out(store: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "C / ~asserted")
        assert [store.codebook().by_id[key].name for key in screen(app)._keys] == ["claim"]
        await press(pilot, "escape / ~courts enter")
        assert [store.codebook().by_id[key].name for key in screen(app)._keys] == ["courts"]
        await press(pilot, "r ~room enter")
        assert store.codebook().named("courtsroom") is not None
        await press(pilot, "escape")
        assert store.codebook().by_id[screen(app).here].name == "courtsroom"
        assert len(screen(app)._keys) == 5
        await press(pilot, "/ ~qqq")
        assert "Nothing is called so." in shown(app)
        await press(pilot, "escape escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_what_another_window_does_comes_in_and_the_article_shows_what_is_merged(
    store: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(store, tmp_path, "vote")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "C")
        other = CodebookDesk(ProjectStore.open(store.folder, "another"))
        police, courts = other.codebook.named("police"), other.codebook.named("courts")
        assert police is not None
        assert courts is not None
        other.merge(police, courts)
        other.rename(courts, "tribunals")
        await screen(app).look_for_news()
        await press(pilot, "")
        assert "tribunals" in shown(app)
        assert "police, merged" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "j")
        assert "2 tribunals" in shown(app)
        assert "police" not in shown(app)
