"""The overview of the project on the screen. All articles, people and papers are made up."""

from __future__ import annotations

import csv
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.screen import Screen

from fr_reader.app.clipboard import receipt
from fr_reader.app.commands.overview import SHEET_TITLES
from fr_reader.app.main import FrReader
from fr_reader.app.overview_state import NAMES
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.overview import OverviewScreen
from fr_reader.app.screens.passages import PassagesScreen
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.rows import Rows
from fr_reader.model import Act, Change
from fr_reader.overview import saved
from fr_reader.overview.forms import as_csv, as_markdown
from fr_reader.overview.project import overview
from fr_reader.overview.query import Query
from fr_reader.store import ProjectStore
from fr_reader.store.blind import blind
from tests.app.overview_project import hostile, project
from tests.app.stage import HOSTILE
from tests.app.test_codebook_screen import press, shown, told
from tests.overview.plainly import Forgetful

S = TypeVar("S", bound=Screen[Any])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectStore]:
    """A made-up project that these tests only look at."""
    store = project(tmp_path_factory.mktemp("made-up") / "project")
    yield store
    store.close()


def lines(app: FrReader) -> list[str]:
    return [" ".join(line.split()) for line in shown(app).splitlines()]


def on(app: FrReader, kind: type[S]) -> S:
    """The screen in sight, which is of this kind."""
    screen: Any = app.screen
    assert isinstance(screen, kind)
    return screen


def row(app: FrReader) -> str:
    """The row under the cursor."""
    return next((line for line in lines(app) if line.startswith("▸")), "")


def test_the_digits_name_all_sheets_in_their_order() -> None:
    assert tuple(SHEET_TITLES) == NAMES


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_every_sheet_shows_the_numbers_of_the_report(
    kept: ProjectStore, tmp_path: Path, size: tuple[int, int]
) -> None:
    app, found = FrReader(kept, tmp_path), overview(kept)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+o")
        for name in NAMES[:8]:
            screen = on(app, OverviewScreen)
            assert screen.state.asked.name == name
            assert screen.sheet == found.sheet(name)
            first = screen.sheet.words()[0]
            assert row(app).startswith(f"▸ {first[0]} {first[1]}"), name
            await press(pilot, "tab")


async def test_a_cell_opens_its_passages_and_these_their_article(
    kept: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o 2 right right")
        assert row(app).startswith("▸ Ann Other"), "the one with most passages"
        cell = on(app, OverviewScreen).chosen
        assert cell is not None
        await press(pilot, "enter")
        assert on(app, PassagesScreen)
        assert app.screen.query_one(Rows).count == cell.value
        assert "Ann Other · concern" in lines(app)[0]
        assert f"{cell.value} passages" in lines(app)[0]
        await press(pilot, "down")
        chosen = on(app, PassagesScreen)._here()
        assert chosen is not None
        await press(pilot, "enter")
        state = on(app, ReaderScreen).state
        assert state.reading.article.id == chosen.fact.article
        assert state.passage is not None
        assert state.passage.segments == chosen.fact.segments
        await press(pilot, "escape escape")
        assert on(app, PassagesScreen)
        assert on(app, PassagesScreen)._here() == chosen, "back where one was"
        await press(pilot, "escape")
        assert row(app).startswith("▸ Ann Other")
        assert on(app, OverviewScreen).chosen == cell, "and so is the cell"
        await press(pilot, "escape")
        assert on(app, LibraryScreen)


async def test_from_an_article_and_back_to_it(kept: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(kept, tmp_path, "vote-1")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o enter enter")
        assert on(app, ReaderScreen)
        await press(pilot, "ctrl+o")
        assert on(app, OverviewScreen)
        assert len(app.screen_stack) == 3, "no second overview lies over the first"
        await press(pilot, "enter enter q")
        assert on(app, PassagesScreen), "closing leads to the list"
        await press(pilot, "q q")
        assert on(app, ReaderScreen)
        assert on(app, ReaderScreen).state.reading.article.id == "vote-1"


async def test_what_is_undone_in_an_article_is_no_longer_counted(tmp_path: Path) -> None:
    store = project(tmp_path / "project")
    app = FrReader(store, tmp_path, "vote-0")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o 3 right")
        assert row(app) == "▸ claim 5 32 3 2"
        await press(pilot, "enter enter d")
        await press(pilot, "escape escape")
        assert on(app, PassagesScreen)
        assert app.screen.query_one(Rows).count == 4
        await press(pilot, "escape")
        assert row(app).startswith("▸ claim 4 ")


async def test_a_click_chooses_a_cell_and_another_opens_it(
    kept: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o 2")
        line = next(at for at, line in enumerate(shown(app).splitlines()) if "Mary" in line)
        digit = re.search(r"\d", shown(app).splitlines()[line])
        assert digit is not None
        there = (digit.start(), line)
        await pilot.click(offset=there)
        await press(pilot, "")
        screen = on(app, OverviewScreen)
        assert screen.cell_name() == "Mary Sample · claim"
        await pilot.click(offset=there)
        await press(pilot, "")
        assert f"{digit[0]} passage" in lines(app)[0]


async def test_what_is_tagged_after_a_search_is_counted_on_the_way_back(tmp_path: Path) -> None:
    store = project(tmp_path / "project")
    app = FrReader(store, tmp_path, "vote-0")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "")
        marks = shown(app).count("▲")
        await press(pilot, "ctrl+o 3")
        await press(pilot, "ctrl+f ~Nobody_asked enter")
        assert on(app, ReaderScreen).state.reading.article.id == "vote-0"
        await press(pilot, "c ctrl+o")
        assert row(app).startswith("▸ claim 6 ")
        await press(pilot, "escape")
        assert shown(app).count("▲") > marks, "the article below shows it, too"
        assert on(app, ReaderScreen).state.reading.article.id == "vote-0"


async def test_words_narrow_what_is_counted_and_listed(kept: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o")
        assert lines(app)[7].startswith("all 13 ")
        await press(pilot, "slash ~ROAD_closed enter")
        assert "only ROAD closed" in lines(app)
        narrowed = on(app, OverviewScreen).sheet
        assert narrowed is not None
        assert narrowed.total[1].value == 5
        await press(pilot, "enter")
        assert on(app, PassagesScreen)
        assert all("road" in one.fact.text for one in on(app, PassagesScreen)._found)
        await press(pilot, "slash ~heron enter")
        assert "There is no passage here." in lines(app)
        await press(pilot, "escape escape escape")
        assert on(app, OverviewScreen)
        assert on(app, OverviewScreen).state.asked.line == "", "the first escape counts all again"
        await press(pilot, "slash ~heron enter")
        assert "No accepted passage is like that." in lines(app)
        await press(pilot, "slash escape escape escape")
        assert on(app, LibraryScreen)


async def test_fields_narrow_what_is_counted_as_the_report_does(
    kept: ProjectStore, tmp_path: Path
) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+o")
        speaker = overview(kept).sheet("speakers").rows[0][0]
        name, entry = speaker.value, kept.entries()[0]
        assert isinstance(name, str)
        assert isinstance(speaker.opens, Query)
        await press(pilot, "slash")
        field = app.screen.query_one("#find", LineInput)
        for line, query in (
            (f'speaker:"{name}"', Query(speakers=speaker.opens.speakers)),
            (f"article:{entry.id}", Query(articles=(entry.id,))),
            ("since:2026 by:me", Query(since="2026", coders=("me",))),
            ("code:claim road", Query(codes=("claim",), words="road")),
        ):
            field.value = line
            await press(pilot, "enter")
            screen = on(app, OverviewScreen)
            assert screen.state.asked.query == query
            assert screen.sheet == overview(kept, query).sheet("speakers")
            assert f"only {line}" in lines(app)
            await press(pilot, "slash")
        for line in ("speaker:nobody-here", "since:soon", "query:none"):
            field.value = line
            await press(pilot, "enter")
            assert field.display, "the line stays, to be mended"
            assert on(app, OverviewScreen).state.asked.query == query


async def test_what_is_typed_is_completed(kept: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(kept, tmp_path)
    names = [str(one.name) for one in kept.speakers().by_id.values()]
    name = next(n for n in names if " " in n and sum(o[:3] == n[:3] for o in names) == 1)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+o slash")
        field = app.screen.query_one("#find", LineInput)
        await press(pilot, "s p e")
        assert field._suggestion == 'speaker:"'
        await press(pilot, "right")
        for letter in name[:3]:
            await pilot.press(letter)
        await pilot.pause()
        await press(pilot, "right enter")
        assert on(app, OverviewScreen).state.asked.line == f'speaker:"{name}"'


async def test_copies_count_each_and_once_again(kept: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+o c")
        assert "every print of copies counts" in lines(app)
        assert on(app, OverviewScreen).sheet == overview(kept, copies=True).sheet("speakers")
        await press(pilot, "c")
        assert "every print of copies counts" not in lines(app)


@pytest.mark.parametrize("hiding", [False, True])
async def test_a_filter_is_saved_and_asked_for_again(tmp_path: Path, hiding: bool) -> None:
    store = project(tmp_path / "project")
    app = FrReader(blind(store) if hiding else store, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+o W")
        assert not isinstance(app.screen, Prompt), "nothing is filtered yet"
        await press(pilot, "slash ~code:claim enter W ~claims-only enter")
        assert saved.saved(store.folder) == ["claims-only"]
        await press(pilot, "escape slash ~query:claims-only enter")
        assert on(app, OverviewScreen).state.asked.query == Query(codes=("claim",))
    store.close()


async def test_agreement_by_unit_and_of_speakers(kept: ProjectStore, tmp_path: Path) -> None:
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+o 9")
        assert "codes, by quotation" in lines(app)
        assert row(app).startswith("▸ all together percent")
        await press(pilot, "u")
        assert "codes, by sentence" in lines(app)
        assert "Agreement by sentence" in lines(app)[0]
        await press(pilot, "s")
        assert "speakers, by sentence" in lines(app)
        await press(pilot, "s u u 0 u")
        sheet = on(app, OverviewScreen).sheet
        assert sheet is not None
        assert sheet.heads[2:4] == ("me", "you")


async def test_who_is_done_without_a_tag_is_compared(tmp_path: Path) -> None:
    store = hostile(tmp_path / "project")
    ProjectStore.open(tmp_path / "project", "you").mark_done("made-up", True)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o 0")
        sheet = on(app, OverviewScreen).sheet
        assert sheet is not None
        assert sheet.heads[2:4] == ("me", "you")
        assert sheet.rows[0][3].value == "–", "you have seen it and tagged nothing"


async def test_one_coder_alone_is_told_so(tmp_path: Path) -> None:
    store = hostile(tmp_path / "project")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ("ctrl+o 9", "0"):
            await press(pilot, keys)
            sentence = (
                "Agreement takes two coders, and me alone has tagged anything in this project."
            )
            assert sentence in " ".join(lines(app))
        await press(pilot, "enter y E")
        assert on(app, OverviewScreen), "there is nothing to open or to write"


async def test_an_empty_project_says_so_in_every_sheet(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "project", "me")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o")
        for name in NAMES:
            assert on(app, OverviewScreen)
            assert on(app, OverviewScreen).state.asked.name == name
            words = " ".join(lines(app))
            assert "Nothing accepted yet" in words or "nobody has yet" in words or "▸" in words
            await press(pilot, "l enter tab")
        assert "No passages stand behind this cell." in told(app)


async def test_the_sheet_is_copied_and_written(
    kept: ProjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    def copy(text: str, folder: Path, **_: Any) -> Any:
        copied.append(text)
        return receipt(["desktop"], folder / "last-copy.md", True)

    monkeypatch.setattr("fr_reader.app.clipboard.copy", copy)
    sheet = overview(kept).sheet("publishers")
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+o 6 y")
        assert copied == [as_markdown(sheet)]
        await press(pilot, "E enter")
        file = tmp_path / "project-publishers.csv"
        assert str(file) in told(app)
        assert file.read_bytes().decode() == as_csv(sheet)
        file.write_text("mine", "utf-8")
        await press(pilot, "w enter n")
        assert file.read_text("utf-8") == "mine", "nothing is overwritten unasked"
        await press(pilot, "w enter y")
        assert next(csv.reader(file.read_text("utf-8").splitlines())) == list(sheet.heads)


async def test_keys_work_while_it_counts(
    kept: ProjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = threading.Event()

    def slow(store: ProjectStore, query: Query, copies: bool = False) -> Any:
        assert free.wait(30)
        return overview(store, query)

    monkeypatch.setattr("fr_reader.app.overview_state.overview", slow)
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("ctrl+o", "tab", "3", "down", "right"):
            await pilot.press(key)
        await pilot.pause()
        assert "counting…" in lines(app)[0]
        assert "Codes" not in lines(app)[0]
        free.set()
        await press(pilot, "")
        assert row(app).startswith("▸ claim 5")


async def test_totals_as_counted_last_are_shown_until_it_is_known_what_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = threading.Event()

    def slow(store: ProjectStore, query: Query, copies: bool = False) -> Any:
        assert free.wait(30)
        return overview(store, query)

    monkeypatch.setattr("fr_reader.store.ledger.FEW", 0)
    kept = project(tmp_path / "project")
    before = overview(kept).sheet("codes").words()
    own = next(own for own in kept.annotations() if own.code and own.coder == kept.coder)
    kept.apply(Act("untag", (Change(own, None),)))
    after = overview(Forgetful(kept)).sheet("codes").words()
    assert before != after
    monkeypatch.setattr("fr_reader.app.overview_state.overview", slow)
    app = FrReader(kept, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        for key in ("ctrl+o", "3"):
            await pilot.press(key)
        for _ in range(100):
            await pilot.pause(0.02)
            if "as counted last" in lines(app)[0]:
                break
        assert "looking for changes" in lines(app)[0]
        screen = on(app, OverviewScreen)
        assert screen.sheet is not None
        assert screen.sheet.words() == before
        free.set()
        await press(pilot, "")
        assert "as counted last" not in lines(app)[0]
        assert screen.sheet.words() == after
    kept.close()


async def test_hostile_names_are_words(tmp_path: Path) -> None:
    store = hostile(tmp_path / "project")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(200, 30)) as pilot:
        await press(pilot, "ctrl+o")
        for _ in NAMES[:8]:
            assert "[b]x[/b] [/] [@click=app.quit]q[/]" in shown(app)
            assert not set("\x1b\x07\x9b\u202e") & set(shown(app))
            await press(pilot, "l l tab")
        await press(pilot, "1 enter")
        assert on(app, PassagesScreen)
        for size in ((200, 30), (80, 24), (40, 12)):
            await pilot.resize_terminal(*size)
            await press(pilot, "")
            assert "[b]x[/b]" in shown(app)
            assert not set("\x1b\x07\x9b\u202e") & set(shown(app))
    assert "\x1b" in HOSTILE
