"""What the screens of codes and of speakers share: a list, what is known of the row, and deeds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from fr_reader.app.commands import keymap_of
from fr_reader.app.describe import hints
from fr_reader.app.screens.acting import NEWS
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.matching import best
from fr_reader.app.screens.row_screen import RowScreen
from fr_reader.app.screens.rows import Rows
from fr_reader.app.tell import tell
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import Act, StoreError, visible
from fr_reader.store.shared_desk import SharedDesk

D = TypeVar("D", bound=SharedDesk)
WIDE = 112
"""Cells from which what is known of the row stands beside the list."""
_WIDTHS = [(0, "-narrow"), (60, "-medium"), (WIDE, "-wide")]
_HEIGHTS = [(0, "-low"), (18, "-tall")]


class SharedScreen(RowScreen, Generic[D]):
    """Rows of things the whole project shares, changed one deed at a time; news is looked for.

    Subclasses say what rows there are (`list_all`) and how they look; a row is known by its key,
    so the cursor stays on it whatever comes before it.
    """

    PLACE: ClassVar[str] = ""
    HEADING: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def __init__(self, desk: D) -> None:
        super().__init__()
        self.desk = desk
        self.said = ""
        self._turn = asyncio.Lock()
        self._keys: list[str] = []
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Title, the field to find with, the list and what is known of its row, status."""
        yield TitleLine(id="title")
        yield LineInput(placeholder="type what to find", id="find")
        with Container(id="desk"):
            with Container(id="list"):
                yield Static(id="columns")
                yield Rows(self._paint, id="rows")
                yield Static(Content(self.EMPTY), id="nothing")
            yield Static(id="about")
        yield Lines(id="status")

    def on_mount(self) -> None:
        """Show what is there, count, and look for news from now on."""
        self.query_one("#find").display = False
        self.watch(self.query_one(Rows), "cursor", self.show_row, init=False)
        self.set_interval(NEWS, self.look_for_news)
        self.count()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual gives it
        """Use the room there is."""
        self.call_after_refresh(self.show_all)

    # what differs

    def list_all(self) -> list[str]:
        """The keys of all rows."""
        raise NotImplementedError

    def words_of(self, key: str) -> tuple[str, ...]:
        """What a row is found by, folded: its name first, then further words."""
        raise NotImplementedError

    def row(self, key: str, width: int) -> Content:
        """One row."""
        raise NotImplementedError

    def columns(self, width: int) -> Content:
        """The names of the columns."""
        raise NotImplementedError

    def about(self, key: str, width: int) -> Content:
        """What is known of the row under the cursor."""
        raise NotImplementedError

    def measure(self) -> object:
        """Count, off the screen's thread; what comes back is given to `measured`."""
        return self.desk.count()

    def measured(self, found: object) -> None:
        """Take in what was counted."""

    @property
    def hinted_place(self) -> str:
        """Where the status line takes its keys from."""
        return self.PLACE

    def total(self) -> str:
        """How many there are, in words."""
        raise NotImplementedError

    # showing

    @property
    def here(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        row = self.query_one(Rows).cursor
        return self._keys[row] if 0 <= row < len(self._keys) else ""

    def show_all(self, to: str = "") -> None:
        """List everything anew; the cursor goes to the row `to`, or stays where it is."""
        to, rows = to or self.here, self.query_one(Rows)
        before, keys = max(0, rows.cursor), self.list_all()
        if self._typed:
            found = best(self._typed, [self.words_of(key) for key in keys])
            keys = [keys[index] for index in found]
        self._keys = keys
        place = keys.index(to) if to in keys else min(before, max(0, len(keys) - 1))
        rows.show(len(keys), place)
        self.set_class(not keys, "-empty")
        words = "Nothing is called so." if self._typed else self.EMPTY
        self.query_one("#nothing", Static).update(Content(words))
        width = max(10, rows.size.width - 3)
        self.query_one("#columns", Static).update(self.columns(width))
        self.show_row()

    def show_row(self) -> None:
        """Show what is known of the row under the cursor, and the keys."""
        panel = self.query_one("#about", Static)
        key, width = self.here, max(10, panel.content_size.width or self.size.width - 4)
        panel.update(self.about(key, width) if key else Content(""))
        said = self.said or self.total()
        place = Content.styled(visible(said), "bold $success" if self.said else "$fr-muted")
        name = Content.assemble(
            (self.HEADING, "bold"), (f"  {visible(self.desk.store.name)}", "$fr-muted")
        )
        self.query_one("#title", TitleLine).show(name, place)
        status, keymap = self.query_one("#status", Lines), keymap_of(self.app)
        status.show([hints(self.hinted_place, status.columns, keymap)])

    def _paint(self, row: int, width: int) -> Content:
        return self.row(self._keys[row], width)

    # deeds

    async def act(self, deed: Callable[[], Any], said: str = "", to: str = "") -> bool:
        """Do a deed off the screen's thread, then say `said` or what it gives back, if that is
        words, and go to the row `to`. False where it could not be done, which is told."""
        async with self._turn:
            self.app.clear_notifications()
            try:
                given = await asyncio.to_thread(deed)
            except StoreError as error:
                self.said = ""
                tell(self.app, str(error), "Not done", "error")
                self.show_all()
                return False
        self.said = said or (given if isinstance(given, str) else "saved")
        self.show_all(to)
        self.count()
        return True

    async def look_for_news(self) -> None:
        """Show what another window has saved; never while a deed is being saved."""
        if self._turn.locked() or not self.is_current:
            return
        async with self._turn:
            try:
                news = await asyncio.to_thread(self.desk.refresh)
            except StoreError:
                return  # what is wrong is said where something is done
        if news:
            self.said = ""
            self.show_all()
            self.count()

    def count(self) -> None:
        """Count anew beside the screen; what is known till then stays."""
        self.run_worker(self._count(), exclusive=True, group="count")

    async def _count(self) -> None:
        try:
            found = await asyncio.to_thread(self.measure)
        except StoreError as error:
            tell(self.app, str(error), "Not counted", "error")
            return
        self.measured(found)
        if self.is_mounted:
            self.show_all()

    async def action_undo(self) -> None:
        await self.act(lambda: _told(self.desk, self.desk.undo(), "undone", "nothing to undo"))

    async def action_redo(self) -> None:
        await self.act(
            lambda: _told(self.desk, self.desk.redo(), "done again", "nothing to do again")
        )

    # finding

    def action_find(self) -> None:
        field = self.query_one("#find", LineInput)
        field.display = True
        field.focus()

    @on(Input.Changed, "#find")
    def _on_typed(self, event: Input.Changed) -> None:
        self._typed = event.value.strip()
        self.show_all()

    @on(Input.Submitted, "#find")
    def _on_found(self) -> None:
        """Leave what was typed standing; the keys are the list's again."""
        self.set_focus(None)
        self.query_one("#find").display = bool(self._typed)

    def action_back(self) -> None:
        field = self.query_one("#find", LineInput)
        if field.display:
            key = self.here
            field.value, self._typed, field.display = "", "", False
            self.set_focus(None)
            self.show_all(key)
        else:
            self.action_close()

    def action_close(self) -> None:
        self.app.clear_notifications()
        self.dismiss(None)


def _told(desk: SharedDesk, act: Act | None, done: str, nothing: str) -> str:
    """What became of an undo or redo, in words."""
    if act is None:
        return nothing
    if desk.in_vain:
        return f"{act.title}: it is used or was changed since, and stays"
    return f"{done}: {act.title}"
