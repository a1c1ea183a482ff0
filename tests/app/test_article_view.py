"""The view of the article: what is drawn where, and a place that stays when the width changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.events import MouseMove

from fr_reader.app.marking import Marking
from fr_reader.app.quoted import Quoted
from fr_reader.app.widgets.article_view import ArticleView
from fr_reader.model import Anchor, Annotation, Annotations, Article, Codebook, Reading, Span
from fr_reader.text import paragraphs

LONG = "\n".join(
    f"Paragraph {n} is made up. " + "words and words " * (n % 7 * 4) for n in range(3000)
)


class Viewer(App[None]):
    """Nothing but the view."""

    CSS_PATH = "../../fr_reader/app/screens/reader.tcss"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.reading = Reading(Article("made-up", text), paragraphs(text))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        from fr_reader.app.themes import variable_defaults

        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield ArticleView(self.reading)

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def rows(self) -> list[str]:
        return [self.view.render_line(y).text for y in range(self.view.size.height)]


async def test_every_row_fills_the_width_at_every_size() -> None:
    for size in ((40, 12), (80, 24), (120, 40)):
        app = Viewer("Made up “漢字 👩 e\u0301” text\twith all sorts. " * 20)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            cells = {app.view.render_line(y).cell_length for y in range(size[1])}
            assert cells == {size[0] - 1}


@pytest.mark.parametrize("target", [0, 1, 1500, 2998, 2999])
async def test_a_revealed_passage_is_on_the_screen(target: int) -> None:
    app = Viewer(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.reveal(app.reading.paragraphs[target].span)
        await pilot.pause()
        assert any(f"Paragraph {target} is made up." in row for row in app.rows())


async def test_scrolling_up_row_by_row_shows_every_row_once() -> None:
    app = Viewer(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        view = app.view
        view.reveal(app.reading.paragraphs[200].span)
        await pilot.pause()
        before = app.rows()
        for _ in range(60):
            view.scroll_to(y=view.scroll_offset.y - 1, animate=False, immediate=True)
            await pilot.pause()
            after = app.rows()
            assert after[1:] == before[:-1]
            before = after


async def test_the_top_of_the_screen_stays_when_the_width_changes() -> None:
    app = Viewer(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = app.view
        view.reveal(app.reading.paragraphs[700].span)
        await pilot.pause()
        top = view.offset_at(0, 0)
        index = app.reading.paragraph_at(top)
        for width in (50, 120, 40, 80):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            assert app.reading.paragraph_at(view.offset_at(0, 0)) == index


async def test_cells_and_offsets_agree() -> None:
    text = "Made up: 漢字 and e\u0301 and more words that run on until the row is full, " * 3
    app = Viewer(text)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        view = app.view
        rows = [[view.offset_at(x, y) for x in range(60)] for y in range(4)]
        assert all(row == sorted(row) for row in rows)
        assert all(above[-1] < below[0] for above, below in pairwise(rows))
        assert rows[0][0] == 0
        assert text.index("\u0301") not in {offset for row in rows for offset in row}


async def test_a_tag_repaints_its_paragraph_alone() -> None:
    app = Viewer(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = app.view
        quoted, book = Quoted(app.reading), Codebook.of()
        view.show_marking(Marking(quoted, Annotations(), book))
        plain = [view.render_line(y) for y in range(24)]
        anchor = Anchor.at(app.reading.article, app.reading.paragraphs[1].span)
        tag = Annotation("1", "made-up", (anchor,), "me", "", "", code="claim")
        view.show_marking(Marking(quoted, Annotations.of([tag]), book))
        marked = [view.render_line(y) for y in range(24)]
        touched = [y for y in range(24) if plain[y] is not marked[y]]
        rows = {app.reading.paragraph_at(view.offset_at(0, y)) for y in touched}
        assert rows == {1}
        assert "▲" in marked[touched[0]].text
        styles = {s.style.underline for s in marked[touched[0]] if s.style and "made" in s.text}
        assert styles == {True}


async def test_an_empty_article_is_an_empty_screen() -> None:
    app = Viewer("")
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert not "".join(app.rows()).strip()
        app.view.reveal(Span(0, 0))


class Dragging(Viewer):
    """Keeps what the view reports of a drag."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.dragged: list[tuple[int, int]] = []

    @on(ArticleView.Dragged)
    def keep(self, message: ArticleView.Dragged) -> None:
        self.dragged.append((message.start, message.end))


async def test_dragging_beyond_the_edge_scrolls_and_selects_on() -> None:
    app = Dragging(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = app.view
        await pilot.mouse_down(view, offset=(20, 20))
        for _ in range(5):
            view.on_mouse_move(MouseMove(view, 20, 24, 0, 0, 1, False, False, False))
        await pilot.pause()
        assert view.scroll_offset.y == 5
        ends = [end for _, end in app.dragged]
        assert ends == sorted(ends)
        assert len(set(ends)) > 1
        for _ in range(9):
            view.on_mouse_move(MouseMove(view, 20, -1, 0, 0, 1, False, False, False))
        await pilot.pause()
        assert view.scroll_offset.y == 0
