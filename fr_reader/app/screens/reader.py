"""The reader screen: it composes the article and its panels, and routes keys to deeds."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from fr_reader.app.commands import bindings
from fr_reader.app.cursor import Unit
from fr_reader.app.describe import (
    hints,
    passage_panel,
    place_line,
    status_line,
    suggestion_lines,
    voices_panel,
)
from fr_reader.app.review import waiting
from fr_reader.app.screens.acting import OUTDATED
from fr_reader.app.screens.reader_deeds import ReaderDeeds
from fr_reader.app.widgets.article_view import ArticleView
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import Reading, Suggestion, visible
from fr_reader.text import read, suggestions
from fr_reader.text.descriptions import Described

WIDE = 112
"""Cells from which the panels stand beside the text."""


class ReaderScreen(ReaderDeeds):
    """One article, its cursor and its tags."""

    PLACE = "reader"
    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]

    class Found(Message):
        """The quotations, and then what is suggested to tag, have been found."""

        def __init__(
            self, reading: Reading, suggestions: tuple[Suggestion, ...], described: Described
        ) -> None:
            super().__init__()
            self.reading = reading
            self.suggestions = suggestions
            self.described = described

    def compose(self) -> ComposeResult:
        """Title, text with its panels, status."""
        yield TitleLine(id="title")
        with Horizontal(id="desk"):
            yield ArticleView(self.state.reading, id="article")
            with Vertical(id="side"):
                yield Lines(id="here")
                yield Lines(id="voices")
        yield Lines(id="about")
        yield Lines(id="status")

    @property
    def view(self) -> ArticleView:
        """The widget that draws the text."""
        return self.query_one(ArticleView)

    _laid_out = False

    def on_mount(self) -> None:
        """Show what is there and go looking for the quotations."""
        self.view.focus()
        self.run_worker(self._find, thread=True, exclusive=True, group="find")
        self.watch_for_news()

    def _find(self) -> None:
        reading = read(self.state.reading.article, self.state.desk.speakers)
        described = Described(reading)
        self.post_message(self.Found(reading, (), described))
        proposed = suggestions(reading)
        described.find()
        self.post_message(self.Found(reading, proposed, described))

    @on(Found)
    def _on_found(self, message: Found) -> None:
        self.state.found(message.reading, message.suggestions, message.described)
        self.show_all(reveal=False)  # the cursor has not moved, and who has read on stays there

    def on_resize(self, event: events.Resize) -> None:
        """Put the panels where there is room for them."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.call_after_refresh(self.show_all, reveal=not self._laid_out)
        self._laid_out = True  # from now on the view itself keeps the place

    # showing

    def show_all(self, reveal: bool = True) -> None:
        """Show the marks, the cursor and all that is said of them; `reveal` scrolls to it."""
        self.view.show_marking(self.state.marking())
        desk, panel = self.state.desk, self.query_one("#voices", Lines)
        if self.has_class("-wide"):
            panel.show(voices_panel(self.state.voices(), panel.columns))
        self._show_cursor(reveal)
        if not desk.article.text.strip():
            self.query_one("#status", Lines).show([Content("This article has no text.")])

    def _show_cursor(self, reveal: bool = True, end: bool = False) -> None:
        state, passage = self.state, self.state.passage
        here = state.here()
        if passage is None or here is None:
            return
        role = "selection" if state.selection is not None else "focus"
        self.view.show_passage(role, passage.segments)
        if reveal:
            moving = state.selection
            self.view.reveal(passage.span if moving is None else moving.edge, end)
        desk, panel = state.desk, self.query_one("#here", Lines)
        about = state.about(here)
        lines = passage_panel(here, desk.codebook, desk.speakers, panel.columns, about)
        panel.show([*lines, *suggestion_lines(state.proposed, panel.columns)])
        line = self.query_one("#about", Lines)
        known, room = (here, desk.codebook, desk.speakers), line.columns
        line.show([status_line(*known, state.proposed, room, about)])
        waits = waiting(desk.astray, desk.coder, short=not self.has_class("-wide"))
        said, left = self.said, len(state.pending)
        if state.outdated:
            said = said or OUTDATED
        self._show_lines(place_line(state.reading, here, said, left, waits, self.size.width))

    def _show_lines(self, place: Content) -> None:
        title = Content.styled(visible(self.state.reading.article.name), "bold")
        self.query_one(TitleLine).show(title, place)
        status = self.query_one("#status", Lines)
        selecting = self.state.selection is not None
        known = "suggestion" if self.state.proposed else self.PLACE
        status.show([hints("selection" if selecting else known, status.columns)])

    # moving

    def _step(self, unit: Unit, by: int) -> None:
        self.said = ""
        if unit is Unit.PARAGRAPH and self._read_on(by):
            return
        moved = self.state.step(unit, by)
        if not moved and unit is Unit.QUOTATION:
            self.said = "no further quotation" if by > 0 else "no quotation before"
            if self.state.searching:
                self.said = "still looking for quotations"
        self._show_cursor(reveal=moved, end=unit is Unit.PARAGRAPH and by < 0)

    def _read_on(self, by: int) -> bool:
        """Scroll inside a passage taller than the screen, before leaving it; False at its edge."""
        passage = self.state.passage
        return (
            passage is not None
            and self.state.selection is None
            and self.view.scroll_within(passage.span, by)
        )

    def action_next_paragraph(self) -> None:
        self._step(Unit.PARAGRAPH, 1)

    def action_previous_paragraph(self) -> None:
        self._step(Unit.PARAGRAPH, -1)

    def action_next_quotation(self) -> None:
        self._step(Unit.QUOTATION, 1)

    def action_previous_quotation(self) -> None:
        self._step(Unit.QUOTATION, -1)

    def action_next_sentence(self) -> None:
        self._step(Unit.SENTENCE, 1)

    def action_previous_sentence(self) -> None:
        self._step(Unit.SENTENCE, -1)

    def action_next_word(self) -> None:
        self._step(Unit.WORD, 1)

    def action_previous_word(self) -> None:
        self._step(Unit.WORD, -1)

    def action_first(self) -> None:
        self._go_to(0)

    def action_last(self) -> None:
        self._go_to(len(self.state.reading.paragraphs) - 1)
        self.view.show_end()

    def _go_to(self, paragraph: int, reveal: bool = True) -> None:
        self.said = ""
        self.state.go_to(paragraph)
        self._show_cursor(reveal)

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, by: int) -> None:
        """Scroll by a screen less two rows; the cursor goes along with what is shown."""
        scrolled = self.view.page(by)
        first, last = self.view.paragraphs_shown()
        if self.state.focus is not None:
            down = by > 0
            self._go_to(first if scrolled == down else last, reveal=False)

    def action_select(self) -> None:
        self.said = ""
        self.state.select()
        self._show_cursor()

    def action_next_tag(self) -> None:
        self.said = "" if self.state.choose_next() else "no tag here"
        self._show_cursor()

    def action_back(self) -> None:
        self.said = ""
        self.app.clear_notifications()
        if self.state.back_out():
            self._show_cursor()
        else:
            self.dismiss()

    def action_close(self) -> None:
        self.dismiss()

    @on(ArticleView.Pointed)
    def _on_pointed(self, message: ArticleView.Pointed) -> None:
        self.said = ""
        self.state.point(message.offset)
        self._show_cursor(reveal=False)

    @on(ArticleView.Dragged)
    def _on_dragged(self, message: ArticleView.Dragged) -> None:
        self.state.drag(message.start, message.end)
        self._show_cursor(reveal=False)
