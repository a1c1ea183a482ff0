"""The reader screen: it composes the article and its panels, and routes keys to deeds."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.types import CSSPathType

from fr_reader import text
from fr_reader.app.commands.binding import bindings
from fr_reader.app.context import context
from fr_reader.app.describe import (
    hints,
    passage_panel,
    place_line,
    status_line,
    suggestion_lines,
    voices_panel,
)
from fr_reader.app.findings import Findings
from fr_reader.app.geometry import MAPPED, WIDE
from fr_reader.app.screens.acting import OUTDATED
from fr_reader.app.screens.reader_find import ReaderFind
from fr_reader.app.screens.reader_keys import LETTER_BINDINGS, Mode
from fr_reader.app.waiting import waiting
from fr_reader.app.widgets.article_view import ArticleView
from fr_reader.app.widgets.minimap import Minimap
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import Reading, Span, visible

_NO_QUOTATIONS = "no quotations found: {reader.select} selects words to tag"


class ReaderScreen(ReaderFind):
    """One article, its cursor and its tags."""

    PLACE = "reader"
    CSS_PATH: ClassVar[CSSPathType | None] = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("object"),
        *bindings("selection"),
        *LETTER_BINDINGS,
        *bindings("reader"),
    ]

    class Found(Message):
        """The quotations, and then what is suggested to tag, have been found."""

        def __init__(self, findings: Findings) -> None:
            super().__init__()
            self.findings = findings

    class TakenApart(Message):
        """All paragraphs of an article of which only the first were there are known."""

        def __init__(self, reading: Reading) -> None:
            super().__init__()
            self.reading = reading

    def compose(self) -> ComposeResult:
        """Title, text with its panels, status."""
        self._fit(self.app.size.width)  # before there is anything to style
        yield TitleLine(id="title")
        with Horizontal(id="desk"):
            yield ArticleView(self.state.reading, self.longest_line, id="article")
            yield Minimap(len(self.state.reading.article.text), id="map")
            with Vertical(id="side"):
                yield Lines(id="here")
                yield Lines(id="voices")
        yield Lines(id="about")
        yield Lines(id="status")

    def _fit(self, width: int) -> None:
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width >= MAPPED, "-mapped")

    _laid_out = False
    _place: Span | None = None

    def on_mount(self) -> None:
        """Show what is there and go looking for the quotations."""
        self.view.focus()
        self.call_after_refresh(self._look_for_quotations)
        self.watch_for_news()

    def _look_for_quotations(self) -> None:
        """Begin once the text is on the screen: what it needs is not imported before."""
        self.run_worker(self._find, thread=True, exclusive=True, group="find")
        self.look_elsewhere()

    def visit(self, span: Span) -> None:
        """Put the cursor on a passage, once the article is taken apart that far."""
        self._place = span
        self.call_after_refresh(self._go_there)

    def _go_there(self) -> None:
        place, last = self._place, self.state.reading.paragraphs[-1:]
        if place is None or not last or (place.start >= last[0].span.end and not self.state.whole):
            return
        self._place, self.state.selection = None, None
        if len(place):
            self.state.land(place)
        self.show_cursor()

    def _find(self) -> None:
        from fr_reader.text.descriptions import Described  # noqa: PLC0415 - after the first paint

        article = self.state.reading.article
        if not self.state.whole:
            whole = Reading(article, text.paragraphs(article.text))
            self.post_message(self.TakenApart(whole))
        reading = text.read(article, self.state.desk.speakers)
        described = Described(reading)
        self.post_message(self.Found(Findings.of(reading, (), described)))
        found = text.suggestions(reading)
        proposed = self.state.proposing.of(found)
        described.find()
        self.post_message(self.Found(Findings.of(reading, proposed, described)))
        if self.state.taught is None:
            return
        every = self.state.taught.beside(article, self.state.desk.annotations, found)
        if len(every) > len(found):
            proposed = self.state.proposing.of(every)
            self.post_message(self.Found(Findings.of(reading, proposed, described)))

    @on(TakenApart)
    def _on_taken_apart(self, message: TakenApart) -> None:
        self.state.taken_apart(message.reading)
        self.view.show_reading(message.reading)
        self.show_all(reveal=False)
        self._go_there()

    @on(Found)
    def _on_found(self, message: Found) -> None:
        self.state.found(message.findings)
        self.view.show_reading(self.state.reading)
        if not self.state.reading.quotations and not self.said:
            self.said = self.state.keymap.say(_NO_QUOTATIONS)
        self.show_all(reveal=False)  # the cursor has not moved, and who has read on stays there

    def on_screen_resume(self) -> None:
        """Show what was done to the article while other screens were on top."""
        if self._laid_out:
            self.show_all(reveal=False)

    def on_resize(self, event: events.Resize) -> None:
        """Put the panels where there is room for them."""
        self._fit(event.size.width)
        self.call_after_refresh(self.show_all, reveal=not self._laid_out)
        self._laid_out = True  # from now on the view itself keeps the place

    # showing

    def show_all(self, reveal: bool = True) -> None:
        """Show the marks, the cursor and all that is said of them; `reveal` scrolls to it."""
        marking = self.state.marking()
        self.view.show_marking(marking)
        self.query_one(Minimap).show_marks(marking.signed())
        panel = self.query_one("#voices", Lines)
        if self.has_class("-wide"):
            panel.show(voices_panel(self.state.voices(), panel.columns))
        self.show_cursor(reveal)
        if self.state.passage is None:
            self._show_lines(Content("this article has no text"))

    def show_cursor(self, reveal: bool = True, end: bool = False) -> None:
        state, passage = self.state, self.state.passage
        here = state.here()
        if passage is None or here is None:
            return
        role = "selection" if state.selection is not None else "focus"
        self.view.show_passage(role, passage.segments)
        chosen = here.chosen.segments if here.chosen is not None and state.has_chosen else ()
        self.view.show_chosen(() if chosen == passage.segments else chosen)
        if reveal:
            moving = state.selection
            self.view.reveal(passage.span if moving is None else moving.edge, end)
        self.query_one(Minimap).show_place(passage.span.start, self.view.span_shown())
        desk, panel = state.desk, self.query_one("#here", Lines)
        about = state.about(here)
        known, links = (here, desk.codebook, desk.speakers), state.links(here)
        lines = passage_panel(*known, panel.columns, about, links)
        panel.show([*lines, *suggestion_lines(state.proposed, desk.codebook, panel.columns)])
        line = self.query_one("#about", Lines)
        line.show([status_line(*known, state.proposed, line.columns, about)])
        review = self.state.keymap.face("reader.review")
        waits = waiting(desk.astray, desk.coder, review, short=not self.has_class("-wide"))
        said, left = self.said, len(state.pending)
        if state.outdated:
            said = said or OUTDATED
        place = place_line(state.reading, here, said, left, waits, self.size.width, state.whole)
        self._show_lines(place)

    def _show_lines(self, place: Content) -> None:
        title = Content.styled(visible(self.state.reading.article.name), "bold")
        self.query_one(TitleLine).show(title, place)
        status = self.query_one("#status", Lines)
        known = str(self.mode)
        if self.mode is Mode.READER:
            known = context(self.state, self.state.here(), self.places)
        room = self.size.width - 2  # the line itself is not there while something is looked for
        status.show([hints(known, room, self.state.keymap)])
