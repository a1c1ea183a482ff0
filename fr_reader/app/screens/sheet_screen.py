"""A sheet on the screen: its rows, the chosen cell, and moving from cell to cell."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from fr_reader.app.commands import keymap_of
from fr_reader.app.describe import hints
from fr_reader.app.filtering import PLACEHOLDER
from fr_reader.app.overview_rows import Table, cell_line, sheet_names
from fr_reader.app.overview_state import OverviewState
from fr_reader.app.screens.dialog import HEIGHTS, WIDTHS
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.row_screen import RowScreen
from fr_reader.app.screens.rows import Rows
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import visible
from fr_reader.overview.sheet import Cell, Sheet

COUNTING = "counting…"
LAST = "as counted last · looking for changes…"
_EDGE = 4
"""Cells that the list keeps for its cursor, its padding and its scroll bar."""


class SheetScreen(RowScreen):
    """Shows one sheet; subclasses count it and say what its cells open."""

    PLACE: ClassVar[str] = "overview"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, project: str) -> None:
        """`project` is its name."""
        super().__init__()
        self.project = project
        self.state = OverviewState()
        self.sheet: Sheet | None = None
        self.problem = ""
        self.counting = False
        self._table: Table | None = None
        self._column = 0

    def compose(self) -> ComposeResult:
        """Title, the names of the sheets, the sheet with its heads, the chosen cell, the keys."""
        yield TitleLine(id="title")
        yield Static(id="sheets")
        yield LineInput(placeholder=PLACEHOLDER, id="find")
        yield Static(id="asked")
        yield Static(id="columns")
        yield Rows(self._paint, id="rows")
        yield Static(id="nothing")
        yield Static(id="cell")
        yield Static(id="note")
        yield Lines(id="status")

    def on_mount(self) -> None:
        """Say of each cell what it is."""
        self.query_one("#find").display = False
        self.watch(self.query_one(Rows), "cursor", self._moved, init=False)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual gives it
        """Fit the columns to the new width."""
        self.call_after_refresh(self.show_all)

    @property
    def chosen(self) -> Cell | None:
        """The cell under the cursor; None where there is none."""
        row = self.query_one(Rows).cursor
        if self._table is None or not 0 <= row < len(self._table.cells):
            return None
        return self._table.cells[row][self._column]

    # showing

    def show_all(self) -> None:
        """Show the sheet, as far as it is counted."""
        rows, width = self.query_one(Rows), max(10, self.size.width - _EDGE)
        self._table = Table(self.sheet.shown(), width) if self.sheet is not None else None
        table, (row, column) = self._table, self.state.place
        self._column = min(column, max(0, len(table.widths) - 1)) if table else 0
        count = len(table.cells) if table else 0
        rows.show(count, row)
        self.set_class(not count, "-empty")
        self.query_one("#nothing", Static).update(Content(self._nothing()))
        note = self.sheet.note if self.sheet is not None and count else ""
        self.query_one("#note", Static).update(Content(visible(note)))
        self.show_lines()
        self._moved()

    def keep_place(self) -> None:
        """Remember which cell is chosen, for when this sheet is shown again."""
        if self._table is not None:
            self.state.place = (max(0, self.query_one(Rows).cursor), self._column)

    def _nothing(self) -> str:
        """What stands in the place of a sheet without rows."""
        if self.problem:
            return visible(self.problem)
        if self.sheet is None:
            return COUNTING
        if self.state.asked.compares:
            alike = "The coders differ on nothing here." if self.sheet.columns else ""
            return visible(alike or self.sheet.note)
        if self.state.asked.line:
            return "No accepted passage is like that."
        return f"Nothing accepted yet for {visible(self.sheet.title.lower())}."

    def cell_name(self) -> str:
        """What the chosen cell is of, in words: its row, and its column where that is another."""
        row = self.query_one(Rows).cursor
        if self._table is None or not 0 <= row < len(self._table.cells):
            return ""
        name, head = self._table.words[row][0], self._table.sheet.heads[self._column]
        return f"{name} · {head}" if self._column else name

    def show_lines(self) -> None:
        """Show the title, the names of the sheets, what is asked, and the keys."""
        asked = self.state.asked
        title = self.sheet.title if self.sheet is not None else asked.name
        name = Content.assemble(
            (visible(title), "bold"), (f"  {visible(self.project)}", "$fr-muted")
        )
        counted = self._place_words()
        if self.counting:
            counted = COUNTING if self.sheet is None else LAST
        self.query_one("#title", TitleLine).show(name, Content.styled(counted, "$fr-muted"))
        self.query_one("#sheets", Static).update(sheet_names(asked.name, self.size.width - 2))
        line = self.state.filter_line()
        self.query_one("#asked", Static).update(Content(line))
        self.query_one("#asked").display = bool(line) and not self.query_one("#find").display
        status, place = self.query_one("#status", Lines), self.PLACE
        known = f"{place}-compared" if asked.compares else place
        status.show([hints(known, max(1, self.size.width - 2), keymap_of(self.app))])

    def _place_words(self) -> str:
        """Which columns are out of sight, and how many rows there are."""
        if self._table is None or self.sheet is None:
            return ""
        before, behind = self._table.hidden(self._column)
        rows = len(self.sheet.rows)
        said = [f"‹ {before}"] * bool(before) + [f"{behind} ›"] * bool(behind)
        return "   ".join((*said, f"{rows:,} row{'' if rows == 1 else 's'}"))

    def _moved(self) -> None:
        """Show the heads and say what the chosen cell is."""
        table, row = self._table, self.query_one(Rows).cursor
        about, heads = Content(""), Content("")
        if table is not None and 0 <= row < len(table.cells):
            heads = table.heading(self._column)
            cell, words = table.cells[row][self._column], table.words[row]
            column = table.sheet.columns[self._column]
            about = cell_line(column, cell, words[0], words[self._column])
        self.query_one("#columns", Static).update(heads)
        self.query_one("#cell", Static).update(about)

    def _paint(self, row: int, width: int) -> Content:  # noqa: ARG002 - the table has its own
        if self._table is None or row >= len(self._table.cells):
            return Content("")
        return self._table.row(row, self._column, row == self.query_one(Rows).cursor)

    # moving

    def action_left(self) -> None:
        self._sideways(-1)

    def action_right(self) -> None:
        self._sideways(1)

    def choose_at(self, cell: int) -> int:
        """Choose the column drawn at a cell of the row, and say which it is."""
        if self._table is not None:
            self._sideways(self._table.column_at(cell, self._column) - self._column)
        return self._column

    def _sideways(self, by: int) -> None:
        if self._table is None:
            return
        self._column = max(0, min(self._column + by, len(self._table.widths) - 1))
        self.query_one(Rows).refresh()
        self.show_lines()
        self._moved()
