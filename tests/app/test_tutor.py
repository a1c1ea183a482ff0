"""The tutor: every lesson can be done from the keyboard, with any keys, and says so when it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from fr_reader.app.clipboard import Receipt
from fr_reader.app.commands import COMMANDS, Keymap
from fr_reader.app.commands.choosing import choose
from fr_reader.app.commands.key_names import real_keys
from fr_reader.app.main import FrReader
from fr_reader.app.manner import Manner
from fr_reader.app.screens.tutor import TutorScreen
from fr_reader.app.tutor.course import Course
from fr_reader.app.tutor.glimpse import Around, Glimpse
from fr_reader.app.tutor.lessons import END, LESSONS, NEXT
from fr_reader.app.tutor.panel import panel_lines
from fr_reader.ingest import seeds
from fr_reader.store import MemoryStore

BY_ID = {command.id: command for command in COMMANDS}
STEPS = (
    ("reader.next-quotation",),
    ("reader.reason",),
    ("reader.skip", "reader.accept"),
    ("reader.next-quotation", "reader.speaker", "~Ann Example", "enter"),
    ("reader.next-quotation", "reader.claim"),
    ("reader.select", "reader.next-word", "reader.next-word"),
    ("reader.concern",),
    ("reader.inside", "object.sentence", "reader.back"),
    ("reader.hint", "s", "a"),
    ("reader.find", "~trial", "enter", "reader.next-found"),
    ("reader.memo", "~look this up", "escape"),
    ("reader.undo",),
    ("reader.next-quotation", "reader.copy"),
    ("app.help",),
)
"""What a learner presses in each lesson: ids of commands, keys, and words to type after `~`."""
OWN = {
    "reader.next-quotation": ("f5",),
    "reader.accept": ("Y",),
    "reader.copy-words": (),
    "reader.speaker": ("ctrl+w",),
    "reader.claim": ("!",),
    "reader.find": ("ctrl+f",),
    "object.sentence": ("x",),
    "reader.back": ("ctrl+g", "escape"),
    "tutor.skip": ("f10",),
}


def opened(folder: Path, keymap: Keymap | None = None) -> FrReader:
    store = MemoryStore("me")
    entries = [store.add(article)[0] for article in seeds()]
    app = FrReader(store, folder, entries[0].id, keymap, Manner(tutor=True))
    app.take_away = type(app.take_away)(lambda text: Receipt("test", True, "Copied."), folder)
    return app


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def do(pilot: Pilot[None], keymap: Keymap, step: str) -> None:
    if step.startswith("~"):
        await pilot.press(*("space" if letter == " " else letter for letter in step[1:]))
    elif step in BY_ID:
        await pilot.press(real_keys(keymap.keys(BY_ID[step])[0])[0])
    else:
        await pilot.press(step)
    await settle(pilot)


def tutor(app: FrReader) -> TutorScreen:
    screen = next(s for s in app.screen_stack if isinstance(s, TutorScreen))
    assert isinstance(screen, TutorScreen)
    return screen


def said(app: FrReader) -> str:
    return str(tutor(app).query_one("#tutor", Static).render())


KEYMAPS = {name: choose(name).keymap for name in ("default", "vim", "emacs")}
KEYMAPS["own"] = choose("default", OWN).keymap


@pytest.mark.parametrize("name", KEYMAPS)
async def test_every_lesson_is_done_from_the_keyboard_and_not_before(
    name: str, tmp_path: Path
) -> None:
    keymap = KEYMAPS[name]
    app = opened(tmp_path, keymap)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        course = tutor(app).course
        assert len(STEPS) == len(LESSONS)
        for number, (lesson, steps) in enumerate(zip(LESSONS, STEPS, strict=True)):
            assert course.at == number
            assert lesson.title in said(app)
            for command_id in re.findall(r"\{([^}]+)\}", lesson.do):
                assert keymap.face(command_id) in said(app)
            for step in steps:
                assert course.at == number, f"{lesson.title} was done before {step}"
                await do(pilot, keymap, step)
            assert course.at == number + 1, f"{lesson.title} is not done"
            assert f"✓ {lesson.praise}" in said(app)
        await pilot.press("escape")
        await settle(pilot)
        assert keymap.say(END) in said(app)
        assert "fr-reader FILE" in said(app)
        assert course.lesson is None


async def test_a_lesson_is_not_done_by_other_keys(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("j", "j", "w", "v", "escape", "r", "u"):
            await pilot.press(key)
            await settle(pilot)
        assert tutor(app).course.at == 0


async def test_lessons_can_be_skipped_begun_again_and_left(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "f2")
        await settle(pilot)
        assert LESSONS[2].title in said(app)
        assert "✓" not in said(app)
        await pilot.press("space", "a", "c", "v")
        await settle(pilot)
        state = tutor(app).state
        assert len(state.desk.annotations) > 1
        await pilot.press("f3")
        await settle(pilot)
        assert LESSONS[0].title in said(app)
        assert len(state.desk.annotations) == 0
        assert state.selection is None
        await pilot.press("f4")
        await settle(pilot)
        panel = tutor(app).query_one("#tutor")
        assert str(panel.styles.display) == "none"
        await pilot.press("]")
        await settle(pilot)
        assert tutor(app).course.at == 0
        await pilot.press("f3")
        await settle(pilot)
        assert str(panel.styles.display) == "block"
        await pilot.press("]")
        await settle(pilot)
        assert tutor(app).course.at == 1


async def test_without_a_key_the_lesson_names_the_way_through_the_palette(tmp_path: Path) -> None:
    app = opened(tmp_path, choose("default", {"reader.next-quotation": ()}).keymap)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Press ^p “Next quotation” to go" in said(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_the_panel_shows_all_it_says_and_leaves_room_for_the_text(
    size: tuple[int, int], tmp_path: Path
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = tutor(app)
        for number in range(len(LESSONS) + 1):
            panel = screen.query_one("#tutor", Static)
            low = "-low" in screen.classes
            width = panel.content_size.width
            lines = panel_lines(screen.course, app.keymap, width, low)
            needed = len(lines.wrap(width))
            assert needed <= panel.content_size.height, number
            assert screen.view.size.height >= 4
            await pilot.press("f2")
            await settle(pilot)


def test_a_course_that_is_over_stays_over() -> None:
    course = Course(())
    nothing = Glimpse(None, (), (), False, 0, (), Around())
    assert not course.see(nothing)
    course.skip()
    assert course.lesson is None


@pytest.mark.parametrize(
    "words", [END, NEXT, *(w for each in LESSONS for w in (each.do, each.why))]
)
def test_what_the_tutor_says_names_commands_there_are(words: str) -> None:
    assert set(re.findall(r"\{([^}]+)\}", words)) <= BY_ID.keys()
    assert "{" not in Keymap().say(words)
