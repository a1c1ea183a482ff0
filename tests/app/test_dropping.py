"""Files dropped on the terminal are taken in. All articles are made up."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste
from textual.pilot import Pilot

from fr_reader.app.dropped import may_be_paths, paths_in
from fr_reader.app.main import FrReader
from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.screens.dropping import MANY
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.taking_in import files_of, take_in
from fr_reader.ingest import load
from fr_reader.model import Article, StoreError
from fr_reader.store import MemoryStore
from tests.app.stage import HOSTILE
from tests.store.test_revisions import NEW, OLD
from tests.text.reports import Newsroom, printed


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two files with what terminals treat differently in their names."""
    folder = tmp_path / "my clippings"
    folder.mkdir()
    paths = [folder / "it's (made up).txt", folder / "zoo & bear.md"]
    for path in paths:
        path.write_text(f"{path.stem}\n\nA made-up article: {path.stem}.\n", encoding="utf-8")
    return paths


def escaped(path: Path) -> str:
    return "".join(f"\\{c}" if c in " '()&" else c for c in str(path))


def test_each_terminal_s_way_is_understood(files: list[Path]) -> None:
    one, two = files
    single = [
        str(one),
        f" {one}\n",
        f'"{one}"',
        f"'{two}'",
        escaped(one),
        f"'{str(one).replace(chr(39), chr(39) + chr(92) + chr(39) * 2)}' ",
        f"file://{quote(str(one))}",
        f"FILE://localhost{quote(str(one))}\r\n",
        f"'file://{quote(str(two))}'",
    ]
    for text in single:
        assert paths_in(text) in ((one,), (two,)), text
    several = [
        f"{one}\n{two}\n",
        f'"{one}" "{two}"',
        f"{escaped(one)} {escaped(two)}",
        f"{escaped(one)}\n{escaped(two)}",
        f"file://{quote(str(one))}\r\nfile://{quote(str(two))}",
        f'"{one}" {escaped(two)} ',
    ]
    for text in several:
        assert paths_in(text) == (one, two), text
    assert paths_in(str(one.parent)) == (one.parent,)


def test_other_texts_name_no_files(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = files
    monkeypatch.chdir(one.parent)
    for text in (
        *("/", "~", "~/", "file:///", str(Path.home()), str(Path.home().parent), "/tmp/../.."),
        *("", " ", "made up", one.name, f"“{one}”", f"see {one}", f"{one} and more", f"{one}.gone"),
        *(f"{one}\n{one}.gone", "'", "\\", "~nobody-of-this-name/a", "file://elsewhere/a", "/\0"),
        *("file://[", "/" * 5_000, f"http://localhost{one}", f"'{one}", str(one) * 100_000),
    ):
        assert paths_in(text) == (), text[:200]


@given(st.text(st.sampled_from("/'\"\\~ \nfile:a%\0[]")))
def test_any_paste_is_looked_at_without_a_fault(text: str) -> None:
    assert isinstance(paths_in(text), tuple)


def test_an_ordinary_paste_is_not_looked_for_on_the_disk() -> None:
    assert not may_be_paths("Ann Example said so")
    assert may_be_paths("C:\\Users\\ann\\trees.txt")


def test_of_many_the_numbers_are_told_and_of_a_few_each(tmp_path: Path) -> None:
    room, store = Newsroom(51), MemoryStore("me")
    report = room.report(20)
    for number in range(3):
        text = printed(room.edited(report, 0.1) if number == 2 else room.report(20))
        (tmp_path / f"{number}.txt").write_text(printed(report) if number == 1 else text)
    few = take_in(store, files_of([tmp_path])[0])
    assert few.said.splitlines()[0] == "added: 0"
    assert "looks like a copy of 1" in few.said.splitlines()[2]
    assert (few.first, few.problems) == ("0", ())
    for number in range(3, 8):
        (tmp_path / f"{number}.txt").write_text(f"Made up, {number}.\n")
    for number in range(8, 14):
        (tmp_path / f"{number}.txt").write_text("")
    many = take_in(store, files_of([tmp_path, tmp_path / "gone.txt"])[0])
    assert many.said == "3 there already, 5 added"
    assert len(many.problems) == 7
    assert many.trouble.endswith("\nand 3 more")
    (tmp_path / "empty").mkdir()
    assert "there is no article in" in files_of([tmp_path / "empty"])[1][0]


async def drop(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(Paste(text))
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def notes(app: FrReader) -> list[str]:
    return [note.message for note in app._notifications]


async def test_files_dropped_on_the_library_are_in_it(files: list[Path], tmp_path: Path) -> None:
    store = MemoryStore("me")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await drop(pilot, f"{escaped(files[0])} {escaped(files[1])}")
        assert [entry.id for entry in store.entries()] == ["it-s-made-up", "zoo-bear"]
        assert isinstance(app.screen, LibraryScreen)
        assert [line.id for line in app.screen._lines] == ["it-s-made-up", "zoo-bear"]
        (note,) = notes(app)
        assert note.startswith("added: it-s-made-up")
        files[1].write_bytes(b"\x7fELF\0")
        await drop(pilot, str(files[1]))
        assert any("is binary" in note for note in notes(app))
        await drop(pilot, "words from elsewhere")
        await drop(pilot, f"{files[0]} and more")
        assert len(notes(app)) == 2
        assert len(store.entries()) == 2


async def test_the_cursor_goes_to_what_was_dropped(files: list[Path], tmp_path: Path) -> None:
    store = MemoryStore("me")
    for number in range(3):
        store.add(Article(f"a{number}", f"Made up, number {number}.\n"))
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await drop(pilot, str(files[1]))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.state.reading.article.id == "zoo-bear"


async def test_a_file_dropped_on_the_reader_is_added_and_the_reading_goes_on(
    files: list[Path], tmp_path: Path
) -> None:
    bridge = tmp_path / "bridge.txt"
    bridge.write_text(OLD, encoding="utf-8")
    store = MemoryStore("me")
    store.add(load(bridge))
    app = FrReader(store, tmp_path, "bridge")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await drop(pilot, f"file://{quote(str(files[1]))}")
        assert isinstance(app.screen, ReaderScreen)
        assert len(store.entries()) == 2
        assert not app.screen.state.outdated
        bridge.write_text(NEW, encoding="utf-8")
        await drop(pilot, str(bridge))
        assert store.entry("bridge").revision == 2
        assert app.screen.state.outdated


async def test_what_cannot_be_saved_is_told(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(articles: object) -> None:
        raise StoreError("the disk is full")

    store = MemoryStore("me")
    monkeypatch.setattr(store, "add_many", full)
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await drop(pilot, str(files[0]))
        assert notes(app) == ["the disk is full"]


async def test_hostile_words_dropped_do_nothing(tmp_path: Path) -> None:
    app = FrReader(MemoryStore("me"), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for text in (HOSTILE, f"/{HOSTILE}", f"'{HOSTILE}'", "/dev/null\0"):
            await drop(pilot, text)
        assert notes(app) == []


async def test_before_many_are_added_it_is_asked(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY + 1):
        (folder / f"{number:02}.txt").write_text(f"Made up, {number}.\n")
    store = MemoryStore("me")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await drop(pilot, str(folder))
        assert isinstance(app.screen, Confirm)
        await pilot.press("n")
        assert len(store.entries()) == 0
        await drop(pilot, str(folder))
        await pilot.press("y")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(store.entries()) == MANY + 1
        assert f"{MANY + 1} added" in notes(app)
