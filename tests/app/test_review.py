"""After a new text: what is astray is shown, and placed only where the user has said."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.screens.help import HelpScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.review import ReviewScreen
from fr_reader.model import Act, Article, StoreError
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.text import read
from tests.app.revised import (
    CHANGED,
    GONE,
    ID,
    NEW,
    OLD,
    TWICE,
    app_with,
    is_on,
    press,
    revised,
    segments,
    shown,
    waiting,
    words,
)

NOW = "“Nobody has told us much about the new plan,”"


async def test_the_reader_says_what_waits_and_the_review_shows_it(tmp_path: Path) -> None:
    store = revised()
    app = app_with(store, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert "2 to place, 1 without its words (R)" in shown(app)
        await press(pilot, "R")
        assert is_on(app, ReviewScreen)
        text = shown(app)
        for piece in ("1 of 3", "claim", "yours", "a made-up memo", CHANGED, NOW, "¶ 3", "¶ 4"):
            assert piece in text
        assert "said Bo" in text
        assert "alike, " in text
        assert "Updated on Tuesday." in text, "what is under the cursor"
        await press(pilot, "escape")
        assert is_on(app, ReaderScreen)
        assert len(waiting(store)) == 3


async def test_what_differs_is_underlined_in_both_texts(tmp_path: Path) -> None:
    app = app_with(revised((CHANGED,)), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        lines = app.screen._compositor.render_strips()
        marked = [
            segment.text
            for line in lines
            for segment in line
            if segment.style is not None and segment.style.underline
        ]
        assert marked == ["anything", "that", "much", "the new"]


async def test_accepting_places_it_and_goes_on(tmp_path: Path) -> None:
    store = revised()
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R", "a")
        assert NOW in words(store)
        assert waiting(store) == [GONE, TWICE]
        (placed,) = [a for a in store.annotations(ID) if a.anchors[0].exact == NOW]
        assert (placed.code, placed.memo, placed.coder) == ("claim", "a made-up memo", "me")
        text = shown(app)
        assert "placed in ¶ 4 · saved" in text
        assert "1 of 2" in text
        assert GONE in text


async def test_of_several_places_the_one_shown_is_taken(tmp_path: Path) -> None:
    store = revised((TWICE,))
    (item,) = store.astray(ID)
    assert len(item.proposals) == 2
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        assert "place 1 of 2" in shown(app)
        assert "the same words" in shown(app)
        await press(pilot, "n")
        assert "place 2 of 2" in shown(app)
        await press(pilot, "tab", "tab")
        assert "place 2 of 2" in shown(app)
        await press(pilot, "a")
        assert item.proposals[1].segments in [a.segments for a in store.annotations(ID)]


async def test_it_can_be_put_on_the_passage_under_the_cursor(tmp_path: Path) -> None:
    store = revised((GONE,))
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "v", "w", "R")
        assert "Updated on" in shown(app)
        assert "None of its words are left together" in shown(app)
        await press(pilot, "a")
        assert waiting(store) == [GONE], "there is no place to accept"
        assert "no place to accept" in shown(app)
        await press(pilot, "p")
        assert is_on(app, ReaderScreen)
        assert words(store)[0] == "Updated on"
        assert "nothing left to place" in shown(app)
        assert not waiting(store)
        await press(pilot, "u")
        assert waiting(store) == [GONE]
        assert "undone: place" in shown(app)


async def test_a_speaker_is_put_on_the_quotation_under_the_cursor(tmp_path: Path) -> None:
    store = revised(())
    third = OLD + "\nOne made-up line more.\n"
    store.revise(ID, Article("third", third))
    desk = Desk(store, read(store.article(ID)))
    desk.assign(segments(third, GONE), "Made-Up Forecaster")
    store.revise(ID, Article("fourth", NEW + "\nThe made-up end.\n"))
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j", "j", "R")
        assert "Made-Up Forecaster" in shown(app)
        await press(pilot, "p")
        (spoken,) = store.annotations(ID).spoken()
        assert spoken.anchors[0].exact == NOW, "the quotation, not its whole paragraph"


async def test_removing_and_undoing(tmp_path: Path) -> None:
    store = revised()
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R", "u")
        assert "nothing placed or removed to undo" in shown(app)
        assert len(store.annotations(ID)) == 1, "the tag of before the review stays"
        await press(pilot, "space", "d")
        assert waiting(store) == [CHANGED, TWICE]
        assert "removed · u brings it back" in shown(app)
        await press(pilot, "u")
        assert waiting(store) == [CHANGED, GONE, TWICE]
        assert "undone: remove" in shown(app)
        assert "2 of 3" in shown(app)
        assert GONE in shown(app)


async def test_what_is_left_waits_and_comes_round_again(tmp_path: Path) -> None:
    store = revised()
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        seen = []
        for _ in range(4):
            seen.append(next(w for w in (CHANGED, GONE, TWICE) if f"{w}" in shown(app)))
            await press(pilot, "space")
        assert seen == [CHANGED, GONE, TWICE, CHANGED]
        assert waiting(store) == [CHANGED, GONE, TWICE]
        assert len(store.annotations(ID)) == 1


async def test_of_another_coder_it_is_shown_and_left_alone(tmp_path: Path) -> None:
    store = revised((CHANGED,), theirs=GONE)
    app = app_with(store, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot)
        assert "1 to place (R)" in shown(app), "the one of theirs is not counted"
        await press(pilot, "R", "space")
        assert "only ann can place it" in shown(app)
        for key in ("a", "p", "d"):
            await press(pilot, key)
            assert "only ann can" in shown(app)
        assert waiting(store) == [CHANGED, GONE]
        await press(pilot, "space", "a")
        assert is_on(app, ReaderScreen)
        assert waiting(store) == [GONE]
        await press(pilot, "R")
        assert is_on(app, ReviewScreen), "theirs can still be looked at"
        assert GONE in shown(app)


async def test_opened_again_it_goes_on_with_what_is_left(tmp_path: Path) -> None:
    store = revised()
    for key, left in (("a", [GONE, TWICE]), ("d", [TWICE]), ("a", [])):
        app = app_with(store, tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "R", key)
            assert waiting(store) == left
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        assert is_on(app, ReaderScreen)
        assert "every annotation is in its place" in shown(app)
        await press(pilot, "u", "u", "R", "u")
        assert waiting(store) == [CHANGED, GONE, TWICE], "undo goes on where the last one stopped"


async def test_the_same_code_is_not_put_there_twice(tmp_path: Path) -> None:
    store = revised((CHANGED,))
    desk = Desk(store, read(store.article(ID)))
    desk.tag(segments(NEW, NOW), desk.codebook.by_id["claim"])
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R", "a")
        assert "claim is there already: d removes this one" in shown(app)
        assert waiting(store) == [CHANGED]


async def test_what_is_not_saved_is_not_shown_as_placed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = revised()
    app = app_with(store, tmp_path)

    def refuse(act: Act) -> None:
        raise StoreError("the disk is full: make room and try again")

    monkeypatch.setattr(store, "apply", refuse)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R", "a")
        assert isinstance(app.screen, ReviewScreen)
        assert "disk is full" in " ".join(note.message for note in app._notifications)
        assert app.screen.said == "not saved"
        assert "1 of 3" in shown(app)


async def test_nothing_is_placed_where_nobody_has_looked(tmp_path: Path) -> None:
    long = "“Nobody has told us anything about that plan, " + "which is made up, " * 60
    store = MemoryStore("me")
    store.add(Article(ID, f"Made up.\n\n{long}so far,” said Bo Example.\n"))
    desk = Desk(store, read(store.article(ID)))
    desk.tag(segments(desk.article.text, long), desk.codebook.by_id["claim"])
    store.revise(ID, Article("x", desk.article.text.replace("anything about", "of")))
    app = app_with(store, tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "R", "a")
        assert len(waiting(store)) == 1
        assert "a again accepts" in shown(app)
        assert "NOW?" in shown(app)
        await press(pilot, "a")
        assert waiting(store) == []


async def test_a_place_taken_in_another_window_is_seen(tmp_path: Path) -> None:
    store = revised((CHANGED, GONE))
    other = Desk(store, read(store.article(ID)))
    app = app_with(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        other.let_go(other.astray[0])
        await press(pilot, "a")
        assert waiting(store) == [GONE]
        assert screen.said == "not saved"
        await screen.look_for_news()
        await press(pilot)
        assert "1 of 1" in shown(app)
        assert GONE in shown(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_size_shows_both_texts_and_the_keys(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_with(revised(), tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "R")
        text = shown(app)
        for piece in ("BEFORE", "NOW?", "CURSOR", "1 of 3", "accept", "anything", "much"):
            assert piece in text


async def test_help_and_palette_list_it(tmp_path: Path) -> None:
    app = app_with(revised(), tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "question_mark", "slash", *"astray")
        assert is_on(app, HelpScreen)
        await press(pilot, "enter")
        assert is_on(app, ReviewScreen)
        await press(pilot, "question_mark")
        assert is_on(app, HelpScreen)
        assert "Accept this place" in shown(app)
        await press(pilot, "escape", "ctrl+p")
        assert "Leave it for later" in shown(app)
