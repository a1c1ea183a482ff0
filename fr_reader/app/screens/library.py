"""The articles of the project: what they are and how far the work on them is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Paste, Resize, ScreenResume, ScreenSuspend
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from fr_reader.app import screens
from fr_reader.app.commands import keymap_of
from fr_reader.app.commands.binding import bindings
from fr_reader.app.describe import hints
from fr_reader.app.screens.dialog import WIDTHS
from fr_reader.app.screens.library_counting import Counting
from fr_reader.app.screens.library_rows import Columns, Line
from fr_reader.app.screens.rows import Rows
from fr_reader.app.screens.shared_places import open_codebook, open_speakers
from fr_reader.app.tell import tell
from fr_reader.model import FrReaderError, Metadata, visible

if TYPE_CHECKING:
    from fr_reader.app.taking_in import TakenIn
    from fr_reader.store import Store

EMPTY = (
    "No articles yet.\n\n"
    "Drop files on this terminal,\n"
    "or add some from the command line:\n"
    "fr-reader import FILE…\n\n"
    "or open a file at once:\n"
    "fr-reader FILE\n\n"
    "{library.close} quits to the command line."
)

_WAITS = (
    "to place in its new text: {library.open} opens the article, {reader.review} reviews them there"
)


class LibraryScreen(Screen[None]):
    """The list of articles; opening one and exporting are asked of the app by messages."""

    PLACE: ClassVar[str] = "library"
    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]

    class Opened(Message):
        """The user opens an article."""

        def __init__(self, article_id: str) -> None:
            super().__init__()
            self.article_id = article_id

    class ExportAsked(Message):
        """The user asks for the notes of the whole project."""

    class SummaryAsked(Message):
        """The user asks for the summary of an article, or of the project where it is None."""

        def __init__(self, article_id: str | None) -> None:
            super().__init__()
            self.article_id = article_id

    class Measured(Message):
        """The progress of one article is known, or why it cannot be."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._lines: list[Line] = []
        self._places: dict[str, int] = {}
        self._columns = Columns.fit(80, ())
        self._counting = Counting(store)

    def compose(self) -> ComposeResult:
        """The header, the list, what stands there when it is empty, and the keys."""
        with Horizontal(id="header"):
            yield Static(Content(visible(f"fr-reader  {self._store.name}")), id="project")
            yield Static(id="count")
        yield Static(id="columns")
        yield Rows(self._row, id="articles")
        yield Static(Content(keymap_of(self.app).say(EMPTY)), id="empty")
        yield Static(id="status")

    @on(ScreenResume)
    def _on_resume(self) -> None:
        self.refresh_rows()

    @on(ScreenSuspend)
    def _on_suspend(self) -> None:
        self.workers.cancel_group(self, "measure")

    def on_mount(self) -> None:
        """Say with each move what the article under the cursor needs said."""
        self.watch(self.query_one(Rows), "cursor", self._say, init=False)

    def on_resize(self, event: Resize) -> None:
        """Fit the columns to the new width."""
        self._fit(event.size.width)

    def refresh_rows(self) -> None:
        """Ask the store again, keeping the cursor on its article and what was known till now."""
        known = {line.id: line for line in self._lines}
        here = self._here()
        try:
            entries = self._store.entries()
            done = self._store.done(self._store.coder)
        except FrReaderError as error:
            tell(self.app, str(error), "Not listed", "error")
            return
        lines = (
            Line.of(e.id, e.sha256, e.metadata, bool(e.earlier), e.id in done) for e in entries
        )
        self._lines = [line.known_as(known.get(line.id)) for line in lines]
        self._places = {line.id: row for row, line in enumerate(self._lines)}
        self._fit(self.size.width)
        rows = self.query_one(Rows)
        rows.show(len(self._lines), self._places.get(here.id, 0) if here else 0)
        self.set_class(not self._lines, "-empty")
        count = len(self._lines)
        words = f"{count:,} article{'' if count == 1 else 's'}"
        self.query_one("#count", Static).update(Content(words))
        self._say()
        self._measure(tuple(self._lines))

    def action_open(self) -> None:
        """Open the article under the cursor."""
        line = self._here()
        if line is not None:
            self.post_message(self.Opened(line.id))

    def action_down(self) -> None:
        """Move to the next article."""
        self.query_one(Rows).move(1)

    def action_up(self) -> None:
        """Move to the article before."""
        self.query_one(Rows).move(-1)

    def action_top(self) -> None:
        """Move to the first article."""
        self.query_one(Rows).first()

    def action_bottom(self) -> None:
        """Move to the last article."""
        self.query_one(Rows).last()

    def action_export(self) -> None:
        """Ask for the notes of the project."""
        self.post_message(self.ExportAsked())

    def action_summary(self) -> None:
        """Ask for a summary of the article under the cursor."""
        line = self._here()
        if line is not None:
            self.post_message(self.SummaryAsked(line.id))

    def action_project_summary(self) -> None:
        """Ask for a summary of the project."""
        self.post_message(self.SummaryAsked(None))

    def action_describe(self) -> None:
        """Show what is known about the article under the cursor, and let it be put right."""
        line = self._here()
        if line is None:
            return

        async def saved(known: Metadata) -> None:  # noqa: ARG001 - the list asks the store
            self.refresh_rows()

        screens.describe(self.app, self._store, line.id, saved)

    def action_done(self) -> None:
        """Mark the article under the cursor done, or not done any more where it was."""
        line = self._here()
        if line is None:
            return
        try:
            self._store.mark_done(line.id, line.id not in self._store.done(self._store.coder))
        except FrReaderError as error:
            tell(self.app, str(error), "Not saved", "error")
        self.refresh_rows()

    def action_codebook(self) -> None:
        """Show the codes of the project."""
        open_codebook(self.app, self._store)

    def action_speakers(self) -> None:
        """Show the speakers of the project."""
        open_speakers(self.app, self._store)

    def on_paste(self, event: Paste) -> None:
        """Add the files that were dropped on the terminal, which pastes their paths."""

        async def done(taken: TakenIn) -> None:
            if self.is_attached:
                self.refresh_rows()
                if taken.first in self._places:
                    self.query_one(Rows).show(len(self._lines), self._places[taken.first])

        if screens.dropped(self, self._store, event.text, done):
            event.stop()

    @on(Rows.Chosen)
    def _on_clicked(self) -> None:
        self.action_open()

    @on(Measured)
    def _on_measured(self, message: Measured) -> None:
        row = self._places.get(message.line.id)
        if row is None:
            return
        self._lines[row] = line = self._lines[row].counted_as(message.line)
        if not self._columns.holds(line):
            self._fit(self.size.width)
        self.query_one(Rows).repaint(row)
        if line.problem or line.astray:
            self._say()

    @work(thread=True, exclusive=True, group="measure")
    def _measure(self, lines: tuple[Line, ...]) -> None:
        """Count each article."""
        worker = get_current_worker()
        for line in lines:
            if worker.is_cancelled:
                return
            self.post_message(self.Measured(self._counting.counted(line)))

    def _here(self) -> Line | None:
        row = self.query_one(Rows).cursor
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _fit(self, width: int) -> None:
        """Fit the columns; the list keeps two cells for its cursor, one for its scroll bar."""
        columns = Columns.fit(max(10, width - 6), self._lines)
        if columns != self._columns:
            self._columns = columns
            self.query_one(Rows).refresh()
        self.query_one("#columns", Static).update(columns.heading())

    def _row(self, row: int, width: int) -> Content:
        return self._columns.row(self._lines[row]).truncate(width, ellipsis=True)

    def _say(self) -> None:
        """The keys, or what is to be known of the article under the cursor."""
        line = self._here()
        if line is not None and line.problem:
            words = Content.styled(visible(line.problem), "$text-error")
        elif line is not None and line.astray:
            waits = keymap_of(self.app).say(_WAITS)
            words = Content.styled(f"{line.astray} {waits}", "$text-warning")
        else:
            place = self.PLACE if self._lines else "empty"
            words = hints(place, max(1, self.size.width - 2), keymap_of(self.app))
        self.query_one("#status", Static).update(words)
