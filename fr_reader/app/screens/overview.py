"""The overview of the project: its sheets, one at a time, and what each cell was counted from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.events import ScreenResume, ScreenSuspend
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.worker import get_current_worker

from fr_reader.app.commands.binding import bindings
from fr_reader.app.filtering import FilterSuggester, known_in
from fr_reader.app.overview_state import (
    AGREEMENT,
    DIFFERENCES,
    Among,
    Asked,
    Counts,
    opened_by,
)
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.passages import PassagesScreen
from fr_reader.app.screens.query_files import save_query
from fr_reader.app.screens.rows import Rows
from fr_reader.app.screens.settle import SettleScreen
from fr_reader.app.screens.sheet_files import ask_and_write
from fr_reader.app.screens.sheet_screen import SheetScreen
from fr_reader.app.tell import tell
from fr_reader.model import FrReaderError, slug
from fr_reader.overview.asking import Known, asked
from fr_reader.overview.forms import as_csv, as_markdown
from fr_reader.overview.query import Differing, Query
from fr_reader.overview.sheet import Sheet

if TYPE_CHECKING:
    from fr_reader.app.take_away import TakeAway
    from fr_reader.store import Store


class OverviewScreen(SheetScreen):
    """One sheet of the project; its cells open the passages they were counted from."""

    CSS_PATH = "overview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("overview")]

    class Counted(Message):
        """A sheet that was asked for, or why it cannot be counted. Unless it is `sure`, it is as
        it was counted last, and another one will follow."""

        def __init__(
            self, asked: Asked, sheet: Sheet | None, problem: str = "", sure: bool = True
        ) -> None:
            super().__init__()
            self.asked, self.sheet, self.problem, self.sure = asked, sheet, problem, sure

    def __init__(self, store: Store, take_away: TakeAway) -> None:
        super().__init__(store.name)
        self._store = store
        self._counts = Counts(store)
        self._known = Known({})
        self._take_away = take_away
        self._left = False
        self._clicked: tuple[Asked, int, int] | None = None

    # counting

    @on(ScreenSuspend)
    def _on_suspend(self) -> None:
        """Remember whether something may change meanwhile; a list of passages knows itself."""
        self._left = not isinstance(self.app.screen, (ModalScreen, PassagesScreen))

    @on(ScreenResume)
    def _on_resume(self) -> None:
        """Count what may have been changed meanwhile."""
        self._ask(anew=self._left)
        self._left = False

    def count_anew(self) -> None:
        """Count what may have been changed since it was counted."""
        self._ask(anew=True)

    def _ask(self, anew: bool = False) -> None:
        self.counting = True
        self.show_lines()
        self._count(self.state.asked, anew)

    @work(thread=True, exclusive=True, group="count")
    def _count(self, asked: Asked, anew: bool) -> None:
        worker = get_current_worker()
        if anew:
            self._counts.forget()
        if worker.is_cancelled:
            return
        try:
            if (last := self._counts.last(asked)) is not None:
                self.post_message(self.Counted(asked, last, sure=False))
            counted = self.Counted(asked, self._counts.sheet(asked))
        except FrReaderError as error:
            counted = self.Counted(asked, None, str(error))
        self.post_message(counted)

    @on(Counted)
    def _on_counted(self, message: Counted) -> None:
        if message.asked != self.state.asked:
            return
        if not message.sure and (self.sheet is not None or not self.counting):
            return
        same = message.sheet is not None and message.sheet == self.sheet
        self.keep_place()
        self.sheet, self.problem = message.sheet, message.problem
        self.counting = not message.sure
        if same:
            self.show_lines()
        else:
            self.show_all()

    def _change(self, **changes: Any) -> None:
        """Ask for something else; the cell chosen there before is chosen again."""
        before = self.state.asked
        self.keep_place()
        self.state.ask(**changes)
        if self.state.asked != before:
            self.sheet, self.problem, self.counting = None, "", True
            self.show_all()
            self._ask()

    # which sheet

    def action_sheet(self, name: str) -> None:
        """Show the sheet of this name."""
        self._change(name=name, differing=Differing())

    def action_next_sheet(self) -> None:
        self.action_sheet(self.state.beside(1))

    def action_previous_sheet(self) -> None:
        self.action_sheet(self.state.beside(-1))

    def action_unit(self) -> None:
        """Compare coders over the next kind of unit."""
        if self.state.asked.compares:
            self._change(unit=self.state.next_unit())

    def action_what(self) -> None:
        """Compare who is said to speak instead of the codes, or the other way round."""
        if self.state.asked.compares:
            self._change(what=self.state.other_what(), differing=Differing())

    def action_machine(self) -> None:
        """Compare coders with the machine, or without it again."""
        if self.state.asked.compares:
            self._change(machine=not self.state.asked.machine)

    # filtering

    def action_filter(self) -> None:
        """Ask which passages count."""
        try:
            self._known = known_in(self._store)
        except FrReaderError as error:
            tell(self.app, str(error), "Not filtered", "error")
            return
        field = self.query_one("#find", LineInput)
        field.suggester = FilterSuggester(self._known)
        field.display, field.value = True, self.state.asked.line
        self.show_lines()
        field.focus()

    @on(Input.Submitted, "#find")
    def _on_filter(self, event: Input.Submitted) -> None:
        line = " ".join(event.value.split())
        try:
            query = asked(line, self._known) if line else Query()
        except FrReaderError as error:
            tell(self.app, f"{error}: change the filter, or go back with Escape", "Not filtered")
            return
        self._close_field()
        self._change(line=line, query=query)

    def action_copies(self) -> None:
        """Count every print in copies of one article, or each passage once again."""
        if not self.state.asked.compares:
            self._change(copies=not self.state.asked.copies)

    def action_save(self) -> None:
        """Save what is asked for as a query, for all who work in the project."""
        save_query(self, self._store, self.state.asked.query)

    def _close_field(self) -> None:
        self.set_focus(None)
        self.query_one("#find").display = False
        self.show_lines()

    def action_back(self) -> None:
        """Leave the field, then count all or go back to the figure, then leave the screen."""
        if self.query_one("#find").display:
            self._close_field()
        elif self.state.asked.line and not self.state.asked.compares:
            self._change(line="", query=Query())
        elif self.state.asked.differing.one:
            self.action_sheet(AGREEMENT)
        else:
            self.action_close()

    def action_close(self) -> None:
        self.app.clear_notifications()
        self.dismiss(None)

    # leading on

    @on(Rows.Chosen)
    def _on_clicked(self, event: Rows.Chosen) -> None:
        """Choose the cell clicked; clicked once more it opens."""
        before = self._clicked
        self._clicked = (self.state.asked, event.index, self.choose_at(event.cell))
        if self._clicked == before:
            self.action_open()

    def action_open(self) -> None:
        """List the passages, or the disagreements, that the chosen cell was counted from."""
        cell = self.chosen
        if cell is None:
            return
        opens = opened_by(cell)
        if opens is None:
            tell(self.app, "No passages stand behind this cell.", "Nothing to list")
            return
        here = self.state.asked
        if isinstance(opens, Differing):
            self._change(name=DIFFERENCES, differing=opens)
        elif here.compares:
            (passage,) = opens.passages
            self.app.push_screen(SettleScreen(self._counts, here, passage))
        else:
            among = Among(self._counts, here)
            self.app.push_screen(PassagesScreen(among, opens, self.cell_name()))

    async def action_copy(self) -> None:
        """Copy the sheet as a markdown table."""
        if self.sheet is not None:
            receipt = await asyncio.to_thread(self._take_away.copy, as_markdown(self.sheet))
            title = "Not copied" if receipt.route == "none" else "Copied"
            tell(self.app, receipt.message, title)

    def action_write(self) -> None:
        """Write the sheet as CSV."""
        if self.sheet is not None and self.sheet.columns:
            name = f"{slug(self.project)}-{slug(self.sheet.name)}.csv"
            ask_and_write(self, self._take_away.folder / name, as_csv(self.sheet))
