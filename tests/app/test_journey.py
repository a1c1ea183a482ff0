"""The main job through the real app, from opening an article to finding everything there again."""

from __future__ import annotations

from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from fr_reader.app.clipboard import Receipt
from fr_reader.app.main import FrReader
from fr_reader.app.manner import Manner
from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.export import collect, export_file
from fr_reader.ingest import seeds
from fr_reader.model import Annotations
from fr_reader.store import ProjectStore

SIZE = (120, 40)


def open_project(folder: Path) -> ProjectStore:
    store = ProjectStore.open(folder, "me")
    for article in seeds():
        store.add(article)
    return store


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the quotations are found and everything is shown."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await settle(pilot)


async def type_out(pilot: Pilot[None], words: str) -> None:
    await press(pilot, *("space" if letter == " " else letter for letter in words))


async def press_to(pilot: Pilot[None], words: str) -> int:
    """Press `]` until the cursor is on the quotation that begins with `words`; its number."""
    for number in range(60):
        await press(pilot, "]")
        state = reader(pilot.app).state
        assert state.passage is not None
        if state.passage.span.of(state.reading.article.text).startswith(words):
            return number
    raise AssertionError(f"no quotation begins with {words}")


def reader(app: App[None]) -> ReaderScreen:
    assert isinstance(app.screen, ReaderScreen)
    return app.screen


def told(found: Annotations) -> list[tuple[str, bool, str]]:
    """Code, whether it is a speaker, memo: without ids, which are random."""
    return [(a.code, bool(a.speaker), a.memo) for a in found]


async def test_from_opening_to_finding_everything_again(tmp_path: Path) -> None:
    project, notes_file = tmp_path / "project", tmp_path / "notes.md"
    store = open_project(project)
    (entry,) = store.entries()
    copied: list[str] = []

    def keep(text: str) -> Receipt:
        copied.append(text)
        return Receipt("test", True, "Copied.")

    app = FrReader(store, tmp_path, entry.id)
    app.take_away = type(app.take_away)(keep, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        number = await press_to(pilot, "“It’s shocking")
        state = reader(app).state
        third = state.reading.quotations[number]
        assert state.passage is not None
        assert state.passage.segments == third.segments
        assert len(third.segments) == 4

        await press(pilot, "s", "enter", "c", "o")
        speaker = store.annotations().spoken().items[0]
        named = store.speakers().get(speaker.speaker)
        assert named is not None
        assert named.name == third.who == "Zoë Garbett"
        await press(pilot, "m")
        await type_out(pilot, "see the policy page")
        await press(pilot, "escape")
        everything = [
            ("", True, ""),
            ("claim", False, ""),
            ("concern", False, "see the policy page"),
        ]
        assert told(store.annotations()) == everything

        await press(pilot, "u")
        assert told(store.annotations())[2] == ("concern", False, "")
        await press(pilot, "u", "u", "u", "u")
        assert told(store.annotations()) == []
        await press(pilot, *["ctrl+r"] * 5)
        assert told(store.annotations()) == everything

        await press(pilot, "y", "Y")
        text = state.reading.article.text
        words = "\n\n".join(third.text(text))
        assert copied[1] == words
        quoted = copied[0].splitlines()
        assert [line.removeprefix("> ") for line in quoted[:7:2]] == list(third.text(text))
        assert "Zoë Garbett" in quoted[-1]
        assert entry.metadata.title in quoted[-1]
        assert quoted[-1].endswith("¶ 12–15")

        await press(pilot, "E")
        field = app.screen.query_one("#line")
        field.value = str(notes_file)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        before = notes_file.read_bytes()
        await press(pilot, "q", "q")
    store.close()

    again = open_project(project)
    assert told(again.annotations()) == everything
    assert [s.name for s in again.speakers()] == ["Zoë Garbett"]
    found = collect(again, [again.entries()[0].id])
    assert not export_file(notes_file, found.one("commonmark"), "commonmark")
    assert notes_file.read_bytes() == before
    again.close()


async def test_an_existing_file_is_overwritten_only_on_a_yes(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    target = tmp_path / "mine.md"
    target.write_text("my own words\n")
    app = FrReader(store, tmp_path, store.entries()[0].id)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for answer, kept in (("n", True), ("enter", True), ("y", False)):
            await press(pilot, "E")
            app.screen.query_one("#line").value = str(target)  # type: ignore[attr-defined]
            await press(pilot, "enter")
            await press(pilot, answer)
            assert (target.read_text() == "my own words\n") == kept


async def test_notes_exported_again_keep_what_was_written_in_them(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    target = tmp_path / "mine.md"
    app = FrReader(store, tmp_path, store.entries()[0].id, manner=Manner(profile="obsidian"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)

        async def export() -> None:
            await press(pilot, "E")
            app.screen.query_one("#line").value = str(target)  # type: ignore[attr-defined]
            await press(pilot, "enter")

        await export()
        text = target.read_text("utf-8")
        assert "%% fr-reader:keep" in text
        target.write_text(text.replace(" here %%\n", " here %%\nmy own words\n"), "utf-8")
        await press(pilot, "]", "c")
        await export()
        text = target.read_text("utf-8")
        assert "my own words" in text
        assert "coded: 1" in text
        target.write_text(text.replace("## Summary", "## My summary"), "utf-8")
        for answer, kept in (("n", True), ("y", False)):
            await export()
            assert isinstance(app.screen, Confirm)
            await press(pilot, answer)
            assert ("## My summary" in target.read_text("utf-8")) == kept
        assert "my own words" in target.read_text("utf-8")
    store.close()


async def test_a_quotation_with_speaker_and_code_takes_three_keys(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    app = FrReader(store, tmp_path, store.entries()[0].id)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        keys = ["s", "enter", "c"]
        await press(pilot, *keys)
        assert len(keys) <= 4
        assert told(store.annotations()) == [("", True, ""), ("claim", False, "")]


async def test_a_selection_grows_and_takes_the_same_keys(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    app = FrReader(store, tmp_path, store.entries()[0].id)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press_to(pilot, "“It’s shocking")
        await press(pilot, "v", "w", "b", "w", ")", "o")
        (tag,) = store.annotations()
        assert tag.anchors[0].exact == (
            "“It’s shocking that I had to force the Mayor to disclose that they are trailing "
            "operator-initiated facial recognition technology."
        )
        await press(pilot, "c")
        assert [a.code for a in store.annotations()] == ["concern", "claim"]
        await press(pilot, "v", "j", "j")
        passage = reader(app).state.passage
        assert passage is not None
        assert len(passage.segments) == 2
        await press(pilot, "escape", "escape", "escape")
        assert not isinstance(app.screen, ReaderScreen)


async def test_a_new_code_gets_a_key_that_tags(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    app = FrReader(store, tmp_path, store.entries()[0].id)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert len(store.annotations()) == 0
        await press(pilot, "t")
        await type_out(pilot, "evidence")
        await press(pilot, "enter")
        evidence = store.codebook().named("evidence")
        assert evidence is not None
        assert evidence.key == "1"
        await press(pilot, "j", "1")
        assert [a.code for a in store.annotations()] == [evidence.id] * 2


async def test_tab_chooses_which_tag_is_removed(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    app = FrReader(store, tmp_path, store.entries()[0].id)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "]", "c", "o", "tab", "d")
        assert [a.code for a in store.annotations()] == ["concern"]
        await press(pilot, "u")
        assert len(store.annotations()) == 2


async def test_the_mouse_selects_the_words_it_goes_over(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    app = FrReader(store, tmp_path, store.entries()[0].id)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        view = reader(app).view
        title = reader(app).state.reading.article.text
        left = next(x for x in range(40) if view.offset_at(x + 1, 0) == 1)
        await pilot.mouse_down(view, offset=(left, 0))
        await pilot.hover(view, offset=(left + 9, 0))
        await pilot.mouse_up(view, offset=(left + 9, 0))
        await press(pilot, "c")
        (tag,) = store.annotations()
        assert tag.anchors[0].exact == title[:10] == "Met Police"


async def test_every_command_can_be_found_and_run_from_help(tmp_path: Path) -> None:
    store = open_project(tmp_path / "project")
    app = FrReader(store, tmp_path, store.entries()[0].id)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "?")
        await press(pilot, "/")
        await type_out(pilot, "concern")
        await press(pilot, "enter")
        assert [a.code for a in store.annotations()] == ["concern"]
