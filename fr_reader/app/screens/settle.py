"""What coders differ on, passage by passage: what each did side by side, and what is to stand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from fr_reader.agreement.cases import Case
from fr_reader.app.commands import keymap_of
from fr_reader.app.commands.binding import bindings
from fr_reader.app.describe import hints
from fr_reader.app.overview_state import Asked, Counts
from fr_reader.app.screens.dialog import HEIGHTS, WIDTHS
from fr_reader.app.screens.settle_asks import ask_otherwise, ask_reason
from fr_reader.app.settling_lines import Names, passage_lines, ruling_lines, side_lines
from fr_reader.app.tell import tell
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import FrReaderError, Span, visible
from fr_reader.overview.facts import Passage
from fr_reader.overview.settling import Settling

_AROUND = 240
"""Code points of the text shown before and behind the passages; less where there is little room."""
ALL_SETTLED = "everything is settled here"


class SettleScreen(Screen[None]):
    """Shows a case, rules on it by a key and goes on to the next one that is open."""

    PLACE: ClassVar[str] = "settle"
    CSS_PATH = "settle.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settle")]
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    class Opened(Message):
        """The user opens an article at a disagreement."""

        def __init__(self, article_id: str, span: Span) -> None:
            super().__init__()
            self.article_id, self.span = article_id, span

    def __init__(self, counts: Counts, asked: Asked, passage: Passage) -> None:
        """It begins where `passage` is disputed, else at the first case that is open."""
        super().__init__()
        self._counts, self._asked, self._passage = counts, asked, passage
        self._turn = asyncio.Lock()
        self.settling: Settling | None = None
        self.at, self.reason, self.said = 0, "", "looking…"
        self._done: tuple[bool, ...] = ()
        self._names: Names | None = None
        self._left = False

    def compose(self) -> ComposeResult:
        """Title, the passage, what each coder did, what was ruled, the keys."""
        yield TitleLine(id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="passage")
            yield Container(id="sides")
            yield Static(id="ruling")
        yield Lines(id="status")

    def on_mount(self) -> None:
        """Look for the cases, off the screen's thread."""
        self.show_case()
        self.run_worker(self._begin())

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual gives it
        """Use the room there is."""
        self.call_after_refresh(self.show_case)

    def on_screen_resume(self) -> None:
        """Show what was changed while something else was on top."""
        left, self._left = self._left, False
        if left and self.settling is not None:
            self.run_worker(self._begin_anew())

    def on_screen_suspend(self) -> None:
        """Remember whether an article is open meanwhile, in which something may be changed."""
        self._left = not isinstance(self.app.screen, ModalScreen)

    async def _begin_anew(self) -> None:
        case = self.case
        if case is not None:
            self._passage = case.article, (case.span,)
        await asyncio.to_thread(self._counts.forget)
        await self._begin()

    @property
    def case(self) -> Case | None:
        """The case in sight; None where there is none."""
        cases = self.settling.cases if self.settling is not None else ()
        return cases[self.at] if self.at < len(cases) else None

    async def _begin(self) -> None:
        async with self._turn:
            try:
                found = await asyncio.to_thread(self._counts.settling, self._asked)
            except FrReaderError as error:
                found = str(error)
            if isinstance(found, str):
                self.said = found
                self.show_case()
                return
            self.settling, self.said = found, ""
            self.at = found.first_at(self._passage)
            await self._look()
        self.show_case()

    async def _look(self) -> None:
        """Learn which cases are settled, and what everything is called."""
        found = self.settling
        assert found is not None
        self._done = await asyncio.to_thread(found.progress)
        self._names = Names(*await asyncio.to_thread(found.known))

    # showing

    def show_case(self) -> None:
        """Show the case whose turn it is."""
        case, names = self.case, self._names
        sides = self.query_one("#sides", Container)
        self._show_lines()
        if case is None or names is None or self.settling is None:
            self.query_one("#passage", Static).update(Content("" if self.settling else self.said))
            return
        around = _AROUND if self.size.height >= 30 else _AROUND // 4
        self.query_one("#passage", Static).update(passage_lines(case, around))
        shown = list(sides.query(Static))
        for number in range(len(case.coders)):
            words = side_lines(case, number, names)
            if number < len(shown):
                shown[number].update(words)
            else:
                sides.mount(Static(words, classes="side"))
        for extra in shown[len(case.coders) :]:
            extra.remove()
        ruling = self.query_one("#ruling", Static)
        words = ruling_lines(case, self.settling.rulings(case), names)
        ruling.update(words)
        ruling.display = bool(words)

    def _show_lines(self) -> None:
        case, many = self.case, len(self._done)
        name = visible(case.reading.article.name) if case else ""
        title = Content.assemble(("Which is to stand?  ", "bold"), (name, "$fr-muted"))
        reason = f"reason: {visible(self.reason)}   " if self.reason else ""
        progress = f"{self.at + 1}/{many} · {sum(self._done)} of {many} settled"
        said = f"{visible(self.said)}   " if self.said and case else ""
        place = Content.assemble(
            (reason, "italic"),
            (said, "bold $success"),
            (progress if many else "", "$fr-muted"),
        )
        self.query_one("#title", TitleLine).show(title, place)
        status = self.query_one("#status", Lines)
        status.show([hints(self.PLACE, max(1, self.size.width - 2), keymap_of(self.app))])

    # deeds

    async def _act(self, deed: Callable[[], object], said: str, go_on: bool = False) -> None:
        """Do a deed off the screen's thread; what it comes to is shown, on the next open case."""
        if self.settling is None:
            return
        async with self._turn:
            try:
                await asyncio.to_thread(deed)
                await self._look()
            except FrReaderError as error:
                tell(self.app, str(error), "Not saved", "error")
                return
            self.said = said
            if go_on:
                self.reason = ""
                following = await asyncio.to_thread(self.settling.next_open, self.at)
                if following is None:
                    self.said = ALL_SETTLED
                else:
                    self._go(following, said)
        self.show_case()

    async def _take(self, coders: tuple[str, ...], said: str) -> None:
        found, case, reason = self.settling, self.case, self.reason
        if found is not None and case is not None:
            await self._act(lambda: found.take(case, coders, reason), said, go_on=True)

    async def action_take(self, number: int) -> None:
        """Let what one coder did stand."""
        case = self.case
        if case is not None and number < len(case.coders):
            coder = case.coders[number]
            await self._take((coder,), f"took {coder}’s")

    async def action_take_all(self) -> None:
        if self.case is not None:
            await self._take(self.case.coders, "took all")

    async def action_take_none(self) -> None:
        await self._take((), "took none")

    def action_otherwise(self) -> None:
        """Ask what is to stand instead."""
        found, case, names = self.settling, self.case, self._names
        if found is None or case is None or names is None:
            return
        reason = self.reason
        ask_otherwise(
            self,
            case,
            names,
            lambda other: self.run_worker(
                self._act(lambda: found.say(case, other, reason), "settled otherwise", go_on=True)
            ),
        )

    def action_reason(self) -> None:
        """Ask for the reason of the next ruling."""

        def keep(reason: str | None) -> None:
            if reason is not None:
                self.reason = reason
                self._show_lines()

        if self.case is not None:
            ask_reason(self, self.reason, keep)

    async def action_undo(self) -> None:
        """Take the last ruling back, and go to it."""
        found, case = self.settling, self.case
        if found is None or case is None:
            return
        before, undone = self._done, [False]
        await self._act(lambda: undone.append(found.undo(case) is not None), "")
        opened = [
            at for at, (old, new) in enumerate(zip(before, self._done, strict=True)) if old > new
        ]
        self._go(opened[0] if opened else self.at, "undone" if undone[-1] else "nothing to undo")
        self.show_case()

    # going through

    def _go(self, at: int, said: str = "") -> None:
        if at != self.at:
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.at, self.said = at, said

    def _step(self, by: int) -> None:
        if self._done:
            self._go((self.at + by) % len(self._done))
            self.show_case()

    def action_next(self) -> None:
        self._step(1)

    def action_previous(self) -> None:
        self._step(-1)

    def action_open(self) -> None:
        """Open the article at the passage."""
        case = self.case
        if case is not None:
            self.post_message(self.Opened(case.article, case.span))

    def action_down(self) -> None:
        self.query_one("#page", VerticalScroll).scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        self.query_one("#page", VerticalScroll).scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        self.query_one("#page", VerticalScroll).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.query_one("#page", VerticalScroll).scroll_page_up(animate=False)

    def action_back(self) -> None:
        self.app.clear_notifications()
        self.dismiss(None)
