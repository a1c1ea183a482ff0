"""The library: what it says of each article, and what it asks the app to do."""

from __future__ import annotations

from asyncio import sleep
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.library_rows import Columns, Line, Progress
from fr_reader.model import (
    CLAIM,
    Act,
    Anchor,
    Annotation,
    Annotations,
    Article,
    Change,
    Metadata,
    Span,
    Speaker,
    Status,
    StoreError,
    visible,
)
from fr_reader.store import MemoryStore
from fr_reader.text import read
from tests.app.stage import HOSTILE, Stage

TEXT = "A made-up vote\n\n“No,” said Ms Example.\n\n“Yes, we will,” said Mr Example.\n"
LONG = "A made-up report with a title that is longer than any terminal of these tests is wide"


def annotation(article: Article, segments: tuple[Span, ...], **more: Any) -> Annotation:
    """An annotation by somebody on a passage."""
    anchors = tuple(Anchor.at(article, segment) for segment in segments)
    status = Status(more.pop("status", "accepted"))
    name = f"{segments[0].start}-{'-'.join(more.values())}-{status}"
    time = "2024-01-01T00:00:00.000000+00:00"
    return Annotation(name, article.id, anchors, "me", time, time, status=status, **more)


def tag(store: MemoryStore, made: Annotation) -> None:
    """Put an annotation into a store."""
    store.apply(Act("tag", (Change(None, made),)))


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    store.add(Article("vote", TEXT, Metadata("A vote", (), "The Made-up Times", "2024-03-05")))
    store.add(Article("long", f"{LONG}\n", Metadata(LONG)))
    store.add(Article("untitled", "A green field.\n"))
    store.apply(Act("speaker", (Change(None, Speaker("example", "Ann Example")),)))
    return store


class Desk(Stage):
    """Keeps what the library asks for."""

    def __init__(self, store: MemoryStore) -> None:
        super().__init__()
        self.library = LibraryScreen(store)
        self.asked: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(self.library)

    def on_library_screen_opened(self, message: LibraryScreen.Opened) -> None:
        self.asked.append(message.article_id)

    def on_library_screen_export_asked(self) -> None:
        self.asked.append("export")

    async def line(self, words: str) -> str:
        """The line of the screen with these words, once all is counted."""
        await self.workers.wait_for_complete()
        await sleep(0.05)
        return next(line for line in self.shown().splitlines() if words in line)


def test_progress_counts_quotations_with_an_accepted_speaker_and_accepted_codes() -> None:
    article = Article("vote", TEXT)
    no, yes = (quotation.segments for quotation in read(article).quotations)
    part = (Span(no[0].start, no[0].start + 2),)
    made = Annotations.of(
        [
            annotation(article, no, speaker="example"),
            annotation(article, no, speaker="other"),
            annotation(article, part, speaker="example"),
            annotation(article, yes, speaker="example", status="suggested"),
            annotation(article, yes, speaker="example", status="suggested"),
            annotation(article, yes, code="claim"),
            annotation(article, part, code="claim"),
            annotation(article, part, code="concern", status="suggested"),
            annotation(article, part, memo="only a memo"),
        ]
    )
    assert Progress.of([no, yes], made) == Progress(reviewed=1, quotations=2, codes=2)
    assert Progress.of([], Annotations()) == Progress(0, 0, 0)


async def test_it_lists_what_is_known_and_counts_in_the_background(store: MemoryStore) -> None:
    article = store.article("vote")
    no = read(article).quotations[0].segments
    tag(store, annotation(article, no, speaker="example"))
    tag(store, annotation(article, no, code=CLAIM.id))
    app = Desk(store)
    async with app.run_test(size=(80, 24)):
        vote = await app.line("A vote")
        untitled = await app.line("untitled")
        shown = app.shown()
    assert vote.split() == ["▸", "A", "vote", "The", "Made-up", "T…", "2024-03-05", "1/2", "1"]
    assert untitled.split() == ["untitled", "–", "0"]
    assert "3 articles" in shown
    assert "⏎ open" in shown


async def test_coming_back_counts_again_and_keeps_the_cursor(store: MemoryStore) -> None:
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "0/2" in await app.line("A vote")
        await pilot.press("j", "enter")
        await app.push_screen(LibraryScreen(MemoryStore()))
        article = store.article("vote")
        made = [q.segments for q in read(article).quotations]
        for segments in made:
            tag(store, annotation(article, segments, speaker="example"))
        await app.pop_screen()
        await pilot.pause()
        assert "2/2" in await app.line("A vote")
        assert "▸" in await app.line("A made-up report")
        await pilot.press("enter")
        await pilot.pause()
    assert app.asked == ["long", "long"]


CASES = {
    "enter": ["vote"],
    "g j enter": ["long"],
    "g down j j enter": ["untitled"],
    "G k enter": ["long"],
    "end enter home enter": ["untitled", "vote"],
    "G g up enter": ["vote"],
    "e": ["export"],
}


async def test_keys_lead_to(store: MemoryStore) -> None:
    app = Desk(store)
    got = {}
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in CASES:
            app.asked.clear()
            await pilot.press(*keys.split())
            await pilot.pause()
            got[keys] = [*app.asked]
    assert got == CASES


async def test_an_empty_library_says_what_to_do() -> None:
    app = Desk(MemoryStore())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("j", "enter")
        assert "fr-reader import FILE" in app.shown()
    assert app.asked == []


async def test_at_40_columns_title_and_progress_remain(store: MemoryStore) -> None:
    app = Desk(store)
    async with app.run_test(size=(40, 12)):
        vote = await app.line("A vote")
        long = await app.line("A made-up report")
    assert vote.split() == ["▸", "A", "vote", "0/2"]
    assert "…" in long
    assert cell_len(long) == 40


async def test_hostile_metadata_is_shown_verbatim() -> None:
    store = MemoryStore()
    store.add(Article("hostile", "made up", Metadata(HOSTILE, (), HOSTILE, "[/b]")))
    store.name = "[b]project[/b]\x1b"
    app = Desk(store)
    async with app.run_test(size=(200, 24)):
        line = await app.line("[b]x[/b]")
        shown = app.shown()
    assert line.count("[b]x[/b] [/] [@click=app.quit]q[/]") == 2
    assert "[/b]  " in line
    assert "[b]project[/b]␛" in shown
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


async def test_an_article_that_cannot_be_read_says_so_and_the_rest_are_counted() -> None:
    class Damaged(MemoryStore):
        def article(self, article_id: str) -> Article:
            if article_id == "bad":
                raise StoreError("[b]bad.txt[/b] was changed; restore it from backups/.")
            return super().article(article_id)

    store = Damaged()
    store.add(Article("bad", "made up"))
    store.add(Article("vote", TEXT))
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "0/2" in await app.line("vote")
        assert (await app.line("bad  ")).split() == ["▸", "bad", "!"]
        assert "[b]bad.txt[/b] was changed; restore it" in app.shown()
        await pilot.press("j")
        await pilot.pause()
        assert "⏎ open" in app.shown()


words = st.text(st.characters(), max_size=120)


@given(st.lists(st.tuples(words, words, words), max_size=4), st.integers(20, 200), st.booleans())
def test_a_row_fills_its_width_and_commands_nothing(
    known: list[tuple[str, str, str]], width: int, counted: bool
) -> None:
    progress = Progress(3, 1234, 99) if counted else None
    lines = [
        replace(Line.of(str(n), "", Metadata(title, (), publisher, date)), progress=progress)
        for n, (title, publisher, date) in enumerate(known)
    ]
    columns = Columns.fit(width, lines)
    for line in lines:
        row = columns.row(line).plain
        assert abs(cell_len(row) - width) <= 1
        assert row == visible(row)


def test_columns_go_one_by_one_as_the_terminal_narrows() -> None:
    line = Line("x", "", "A title", "The Made-up Times", "2024-03-05", Progress(1, 2, 3))
    kept = {
        width: [name for name in ("publisher", "published", "bar", "codes") if getattr(c, name)]
        for width in (40, 74, 114)
        for c in (Columns.fit(width, [line]),)
    }
    assert kept == {
        40: [],
        74: ["publisher", "published", "codes"],
        114: ["publisher", "published", "bar", "codes"],
    }
    bare = Columns.fit(114, [Line("x", "", "A title", "", "", Progress(1, 2, 3))])
    assert (bare.publisher, bare.published) == (0, 0)
