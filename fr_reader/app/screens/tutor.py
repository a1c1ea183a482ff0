"""The reader with the tutor at its head, for an article in a project that is thrown away."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.types import CSSPathType
from textual.widgets import Static

from fr_reader.app.clipboard import Receipt
from fr_reader.app.commands.binding import bindings
from fr_reader.app.manner import LONGEST_LINE
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.screens.help import HelpScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.take_away import TakeAway
from fr_reader.app.tutor.course import Course
from fr_reader.app.tutor.glimpse import Around, Glimpse
from fr_reader.app.tutor.panel import panel_lines

_LOW = 18
"""Lines below which the panel says no more than what to do."""


class TutorScreen(ReaderScreen):
    """The reader, looked at after everything that is done in it."""

    PLACE = "tutor"
    CSS_PATH: ClassVar[CSSPathType | None] = ["reader.tcss", "tutor.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tutor")]

    def __init__(
        self, state: ReaderState, take_away: TakeAway, longest_line: int = LONGEST_LINE
    ) -> None:
        super().__init__(state, replace(take_away, copy=self._keep))
        self.longest_line = longest_line
        self.course = Course()
        self._really_copy = take_away.copy
        self._around = Around()

    def compose(self) -> ComposeResult:
        """The panel above the reader: what is told in passing appears at the lower right."""
        yield Static(id="tutor")
        yield from super().compose()

    # what is seen

    def show_cursor(self, reveal: bool = True, end: bool = False) -> None:
        """Show where the cursor is, and look whether that was the lesson."""
        super().show_cursor(reveal, end)
        self._look()

    def on_screen_suspend(self) -> None:
        """Look at what is opened on top."""
        self._look()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the panel, too."""
        super().on_resize(event)
        self.set_class(event.size.height < _LOW, "-low")
        self.call_after_refresh(self._show_lesson)

    def _look(self) -> None:
        helped = isinstance(self.app.screen, HelpScreen)
        around = replace(
            self._around, found=self.places, labelled=self.labels is not None, helped=helped
        )
        if not self.has_class("-alone") and not self.has_class("-finding"):
            self.course.see(Glimpse.of(self.state, around))
        self._show_lesson()

    def _show_lesson(self) -> None:
        panel, low = self.query_one("#tutor", Static), self.size.height < _LOW
        width = panel.content_size.width
        panel.update(panel_lines(self.course, self.state.keymap, width, low))

    # deeds it takes notice of

    def _keep(self, text: str) -> Receipt:
        self._around = replace(self._around, copied=(*self._around.copied, text))
        return self._really_copy(text)

    async def action_copy(self) -> None:
        """Copy, and look."""
        await super().action_copy()
        self._look()

    def action_reason(self) -> None:
        """Say why, and look."""
        super().action_reason()
        if self.state.proposed is not None or self.state.quotation_here():
            self._around = replace(self._around, whys=self._around.whys + 1)
        self._look()

    # the tutor's own commands

    def action_skip_lesson(self) -> None:
        """Go on to the next lesson."""
        self.course.skip()
        self._look()

    async def action_restart_tutor(self) -> None:
        """Take everything back and begin with the first lesson."""
        self.leave_mode()
        self.forget_found()
        self.remove_class("-alone")
        self.state.selection = None
        await self.act(self._take_all_back)
        self.course.restart()
        self.action_first()

    def _take_all_back(self) -> str:
        while self.state.desk.undo() is not None:
            pass
        return "from the beginning"

    def action_leave_tutor(self) -> None:
        """Take the panel away."""
        self.add_class("-alone")
        self.said = self.state.keymap.say("{tutor.restart} brings the tutor back")
        self.show_cursor(reveal=False)
