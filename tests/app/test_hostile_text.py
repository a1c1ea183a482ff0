"""Text that would like to be markup, an escape sequence or a reversal is only ever shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fr_reader.app.describe import passage_panel, place_line, status_line, voices_panel
from fr_reader.app.main import FrReader
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import Act, Article, Change, Code, Metadata, Span, visible
from fr_reader.store import MemoryStore
from fr_reader.store.codebook_desk import CodebookDesk
from fr_reader.store.desk import Desk
from fr_reader.store.speakers_desk import SpeakersDesk
from fr_reader.text import read

PIECES = [
    *(
        "[b]",
        "[/b]",
        "[/]",
        "[@click=app.quit]go[/]",
        "[red on blue]",
        "[link=x]",
        "\\[",
        "$fr-claim",
    ),
    *("\x1b[31m", "\x1b]52;c;aGk=\x07", "\x1bP1$r\x1b\\", "\x9b2J", "\x07", "\x08", "\x00", "\x7f"),
    *("\u202e", "\u2066", "\u2069", "\ud800", "\udfff", "\u2028", "\u0085", "\ufeff"),
    *("“made up”", " said ", "Ann", " ", "\n", "\t", "e\u0301", "漢", "👩\u200d👩", "’", '"'),
]
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)
NEVER = {
    *map(chr, [*range(0x20), *range(0x7F, 0xA0)]),
    *"\u202a\u202b\u202d\u202e\u2066\u2067\u2068",
}


def state_with(text: str, name: str, memo: str) -> ReaderState:
    store = MemoryStore("me")
    article = Article("made-up", text, Metadata(title=name))
    store.add(article)
    desk = Desk(store, read(article))
    state = ReaderState(read(article), desk)
    span = (Span(0, len(text)),)
    desk.assign(span, name)
    desk.tag(span, desk.new_code(name))
    desk.new_memo(span, memo)
    return state


@settings(max_examples=60, deadline=None)
@given(hostile, hostile, hostile)
def test_every_line_of_the_panels_is_verbatim_or_visible(text: str, name: str, memo: str) -> None:
    state = state_with(text, name, memo)
    here = state.here()
    if here is None:
        return
    desk = state.desk
    lines = [
        *passage_panel(here, desk.codebook, desk.speakers, 40, memo),
        *voices_panel(state.voices(), 40),
        status_line(here, desk.codebook, desk.speakers, width=400, about=memo),
        place_line(state.reading, here, f"{name} · saved", 3),
    ]
    shown = "".join(line.plain for line in lines)
    assert not NEVER & set(shown)
    assert visible(name) in shown
    shown.encode("utf-8")


def screen_text(app: FrReader) -> str:
    """What the terminal would show, without styles."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    assert len(lines) == height
    return "\n".join("".join(segment.text for segment in line)[:width] for line in lines)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(hostile.filter(str.strip), hostile)
async def test_the_app_shows_it_and_lives(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FR_READER_DATA", str(folder))
        patch.setenv("FR_READER_CONFIG", str(folder))
        await drive(folder, text, name)


async def drive(folder: Path, text: str, name: str) -> None:
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", text, Metadata(title=name, publisher=name)))
    app = FrReader(store, folder, entry.id)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        state = app.screen.state
        state.desk.assign((Span(0, len(text)),), name.strip() or "x")
        app.screen.show_all()
        for keys in (["c"], ["s"], ["escape"], ["m", "escape"], ["v", "w", "o"], ["q"]):
            await pilot.press(*keys)
            await pilot.pause()
            shown = screen_text(app)
            assert not NEVER - {"\n"} & set(shown)
            shown.encode("utf-8")
        assert app.is_running


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(hostile.filter(str.strip), hostile, hostile)
async def test_a_review_shows_it_and_lives(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str, other: str
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FR_READER_DATA", str(folder))
        patch.setenv("FR_READER_CONFIG", str(folder))
        await review(folder, text, name, f"{other} made up {text[1:]}")


async def review(folder: Path, text: str, name: str, new: str) -> None:
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", text, Metadata(title=name)))
    desk = Desk(store, read(store.article(entry.id)))
    desk.assign((Span(0, len(text)),), name.strip() or "x")
    desk.tag((Span(0, 1),), desk.new_code(name.strip() or "x"))
    desk.new_memo((Span(0, len(text)),), name)
    store.revise(entry.id, Article("made-up", new))
    app = FrReader(store, folder, entry.id)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("R", "space", "n", "p", "a", "d", "u", "escape"):
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            shown = screen_text(app)
            assert not NEVER - {"\n"} & set(shown)
            shown.encode("utf-8")
        assert app.is_running


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # every example runs an app
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(hostile.filter(str.strip), hostile.filter(str.strip))
async def test_the_codebook_and_the_speakers_show_it_and_live(
    tmp_path_factory: pytest.TempPathFactory, name: str, other: str
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FR_READER_DATA", str(folder))
        patch.setenv("FR_READER_CONFIG", str(folder))
        await shared(folder, name, f"x {other}")


async def shared(folder: Path, name: str, other: str) -> None:
    """Go through every key of the two screens with a codebook and speakers so called."""
    store = MemoryStore("me", name)
    entry, _ = store.add(Article("made-up", f"Made up: “{name}”, said {other}.", Metadata(name)))
    desk = Desk(store, read(store.article(entry.id)))
    codes, speakers = CodebookDesk(store), SpeakersDesk(store)
    made = [codes.make(f"{words} {n}") for n, words in enumerate((name, other, name))]
    codes.put_below(made[1], made[0].id)
    codes.define(codes.codebook.by_id[made[1].id], other)
    codes.merge(codes.codebook.by_id[made[2].id], made[0])
    store.apply(Act("odd", (Change(None, Code("odd", name, name, name, name, "", 9)),)))
    desk.tag((Span(0, 4),), made[1])
    for n, words in enumerate((name, other, name)):
        desk.assign((Span(n, n + 4),), f"{words} {n}")
    people = list(store.speakers())
    speakers.describe(people[0], name, other)
    speakers.add_alias(people[0], f"alias {name}")
    speakers.merge(people[1], people[0])
    app = FrReader(store, folder, entry.id)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        codebook = (
            *("C", "G", "j", "k", "k", "e", "escape", "r", "enter", "#", "escape", "c", "escape"),
            *("p", "escape", "m", "escape", "d", "escape", "space", "n", "escape"),
            *("s", "u", "question_mark", "escape"),
        )
        speakers_too = (
            *("P", "r", "enter", "e", "escape", "a", "escape", "A", "escape", "m", "escape"),
            *("s", "space", "enter", "escape", "p", "u", "d"),
        )
        for keys in (("t", "escape", "s"), codebook, speakers_too):
            for key in keys:
                if key == "escape" and hasattr(app.screen, "PLACE"):
                    continue  # there was nothing to open
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
                shown = screen_text(app)
                assert not NEVER - {"\n"} & set(shown), key
                shown.encode("utf-8")
            for _ in range(3):
                if not isinstance(app.screen, ReaderScreen):
                    await pilot.press("escape")
                    await pilot.pause()
            assert isinstance(app.screen, ReaderScreen)


async def test_a_line_of_markup_in_the_codebook_is_shown_as_it_is(tmp_path: Path) -> None:
    words = "[b]x[/b] [@click=app.quit]q[/]"
    store = MemoryStore("me", words)
    codes = CodebookDesk(store)
    codes.define(codes.make(words), f"what {words} is")
    app = FrReader(store, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("C", "G")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        assert shown.count(words) == 4, "title, row, and what is known: its name and definition"


async def test_a_line_of_markup_astray_is_shown_as_it_is(tmp_path: Path) -> None:
    pieces = ("[He] said [/b] and", "[@click=app.quit]left[/]", "[i]Ann[/i]", "[red on blue]")
    text = f"Made up, all of it: “{pieces[0]} {pieces[1]} for ever”, said {pieces[2]}."
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", text))
    desk = Desk(store, read(store.article(entry.id)))
    desk.write_memo(desk.assign((Span(20, len(text)),), "[i]Ann[/i]"), pieces[3])
    store.revise(entry.id, Article("made-up", text.replace("for ever", "at last")))
    assert len(store.astray()) == 1
    app = FrReader(store, tmp_path, entry.id)
    async with app.run_test(size=(100, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("R")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(screen_text(app).replace("▌", " ").split())
        for piece in pieces:
            assert piece in shown
        assert shown.count(pieces[1]) == 3, "before, now and under the cursor"


async def test_a_line_of_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    text = "Made up: “[He] said [/b] and [@click=app.quit]left[/]”, said [i]Ann[/i]."
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", text))
    app = FrReader(store, tmp_path, entry.id)
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        for piece in ("[He] said [/b] and", "[@click=app.quit]left[/]", "[i]Ann[/i]"):
            assert piece in shown
