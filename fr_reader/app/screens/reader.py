"""The reader screen: it composes the article and its panels, and routes keys to deeds."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from fr_reader.app.commands.binding import bindings
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
from fr_reader.app.screens.reader_find import FindLine, ReaderFind
from fr_reader.app.screens.reader_keys import LETTER_BINDINGS, Mode
from fr_reader.app.widgets.article_view import ArticleView
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import Reading, Suggestion, visible
from fr_reader.text import read, suggestions
from fr_reader.text.descriptions import Described

WIDE = 112
"""Cells from which the panels stand beside the text."""


class ReaderScreen(ReaderFind):
    """One article, its cursor and its tags."""

    PLACE = "reader"
    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("object"),
        *bindings("selection"),
        *LETTER_BINDINGS,
        *bindings("reader"),
    ]

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
        yield FindLine(id="find")

    _laid_out = False

    def on_mount(self) -> None:
        """Show what is there and go looking for the quotations."""
        self.view.focus()
        self.run_worker(self._find, thread=True, exclusive=True, group="find")
        self.watch_for_news()
        self.look_elsewhere()

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
        self.show_cursor(reveal)
        if not desk.article.text.strip():
            self.query_one("#status", Lines).show([Content("This article has no text.")])

    def show_cursor(self, reveal: bool = True, end: bool = False) -> None:
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
        known = str(self.mode)
        if self.mode is Mode.READER and self.state.proposed:
            known = "suggestion"
        status.show([hints(known, status.columns, self.state.keymap)])
