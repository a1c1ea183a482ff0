"""The passages that a cell of the overview was counted from; Enter opens the article there."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import ScreenResume, ScreenSuspend
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from fr_reader.app.commands import keymap_of
from fr_reader.app.commands.binding import bindings
from fr_reader.app.describe import hints
from fr_reader.app.overview_rows import passage_row
from fr_reader.app.overview_state import Among, Quoted, quoted
from fr_reader.app.screens.dialog import HEIGHTS, WIDTHS
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.row_screen import RowScreen
from fr_reader.app.screens.rows import Rows
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import FrReaderError, Span, visible
from fr_reader.overview.query import Query


class PassagesScreen(RowScreen):
    """A list of passages. Opening one is asked of the app by a message; the list stays below."""

    PLACE: ClassVar[str] = "passages"
    CSS_PATH = "overview.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("passages")]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    class Opened(Message):
        """The user opens an article at a passage."""

        def __init__(self, article_id: str, span: Span) -> None:
            super().__init__()
            self.article_id, self.span = article_id, span

    class Listed(Message):
        """What a query finds, or why that cannot be said."""

        def __init__(
            self, query: Query, found: list[Quoted], titles: dict[str, str], problem: str = ""
        ) -> None:
            super().__init__()
            self.query, self.found, self.titles, self.problem = query, found, titles, problem

    def __init__(self, counts: Among, query: Query, name: str) -> None:
        """`name` says what the passages are of."""
        super().__init__()
        self._counts = counts
        self._first = self._query = query
        self._of = name
        self._found: list[Quoted] = []
        self._titles: dict[str, str] = {}
        self._left = False

    def compose(self) -> ComposeResult:
        """Title, the field to find with, the list, the words of the passage chosen, the keys."""
        yield TitleLine(id="title")
        yield LineInput(placeholder="words the passages must have", id="find")
        yield Rows(self._paint, id="rows")
        yield Static(id="nothing")
        yield Static(id="cell")
        yield Lines(id="status")

    def on_mount(self) -> None:
        """Show the words of the passage under the cursor."""
        self.query_one("#find").display = False
        self.watch(self.query_one(Rows), "cursor", self._moved, init=False)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual gives it
        """Say as many keys as fit."""
        self.call_after_refresh(self._show, "")

    @on(ScreenSuspend)
    def _on_suspend(self) -> None:
        """Remember whether an article is open meanwhile, in which something may be changed."""
        self._left = not isinstance(self.app.screen, ModalScreen)

    @on(ScreenResume)
    def _on_resume(self) -> None:
        """List what there is, counted anew if need be."""
        self._list(anew=self._left)
        self._left = False

    def _list(self, anew: bool = False) -> None:
        self._say("counting…")
        self._look(self._query, anew)

    @work(thread=True, exclusive=True, group="list")
    def _look(self, query: Query, anew: bool) -> None:
        if anew:
            self._counts.forget()
        try:
            listed = self.Listed(query, quoted(self._counts.found(query)), self._counts.titles())
        except FrReaderError as error:
            listed = self.Listed(query, [], {}, str(error))
        self.post_message(listed)

    @on(Listed)
    def _on_listed(self, message: Listed) -> None:
        if message.query == self._query:
            self._found, self._titles = message.found, message.titles
            self._show(message.problem or "There is no passage here.")

    def _show(self, nothing: str) -> None:
        rows = self.query_one(Rows)
        rows.show(len(self._found), max(0, rows.cursor))
        self.set_class(not self._found and bool(nothing), "-empty")
        self.query_one("#nothing", Static).update(Content(visible(nothing)))
        many = len(self._found)
        words = f"{many:,} passage{'' if many == 1 else 's'}"
        self._say(words if nothing or self._found else "counting…")
        self._moved()

    def _say(self, words: str) -> None:
        own = self._query.words
        name = f"{self._of} · with the words: {own}" if own else self._of
        title = Content.styled(visible(name), "bold")
        self.query_one("#title", TitleLine).show(title, Content.styled(words, "$fr-muted"))
        width = max(1, self.size.width - 2)
        self.query_one("#status", Lines).show([hints(self.PLACE, width, keymap_of(self.app))])

    def _moved(self) -> None:
        here = self._here()
        about = Content("")
        if here is not None:
            where = visible(self._titles.get(here.fact.article, here.fact.article))
            about = Content.assemble(
                (visible(", ".join(here.speakers) or "no speaker"), "bold $fr-speaker"),
                (f"  {where}, ¶ {here.fact.paragraph}\n", "$fr-muted"),
                visible(here.fact.text),
            )
        self.query_one("#cell", Static).update(about)

    def _here(self) -> Quoted | None:
        row = self.query_one(Rows).cursor
        return self._found[row] if 0 <= row < len(self._found) else None

    def _paint(self, row: int, width: int) -> Content:
        if row >= len(self._found):
            return Content("")
        one = self._found[row]
        return passage_row(one, self._titles.get(one.fact.article, one.fact.article), width)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Open the article of the passage under the cursor there."""
        here = self._here()
        if here is not None:
            self.post_message(self.Opened(here.fact.article, here.fact.segments[0]))

    def action_find(self) -> None:
        """Ask for the words that passages must have."""
        field = self.query_one("#find", LineInput)
        field.display, field.value = True, self._query.words
        field.focus()

    @on(Input.Submitted, "#find")
    def _on_find(self, event: Input.Submitted) -> None:
        self._narrow(" ".join(event.value.split()))

    def _narrow(self, words: str) -> None:
        self.set_focus(None)
        self.query_one("#find").display = False
        self._query = replace(self._first, words=words or self._first.words)
        self._list()

    def action_back(self) -> None:
        """Leave the field, then list all again, then leave the screen."""
        if self.query_one("#find").display:
            self._narrow(self._query.words)
        elif self._query != self._first:
            self._narrow("")
        else:
            self.action_close()

    def action_close(self) -> None:
        self.app.clear_notifications()
        self.dismiss(None)
