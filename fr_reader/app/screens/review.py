"""The review after a new text: where does this annotation belong now? One after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fr_reader.app.commands.binding import bindings
from fr_reader.app.describe import hints
from fr_reader.app.review import NOTHING_LEFT, Review
from fr_reader.app.review_lines import now_lines, target_lines, was_lines, what_lines
from fr_reader.app.screens.acting import OUTDATED, ActingScreen
from fr_reader.app.widgets.panels import Lines, TitleLine
from fr_reader.model import visible

_WIDTHS = [(0, "-narrow"), (60, "-medium"), (112, "-wide")]
_TALL = 18
"""Lines from which there is room for air, a whole memo, and more around the words."""
_HEIGHTS = [(0, "-low"), (_TALL, "-tall")]


class ReviewScreen(ActingScreen[str]):
    """One annotation at a time, its words of before beside the place proposed.

    Closes with what the reader is to say.
    """

    PLACE = "review"
    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    AUTO_FOCUS = ""

    def __init__(self, review: Review) -> None:
        super().__init__(review.state)
        self.review = review
        self._reading = False

    def compose(self) -> ComposeResult:
        """Title, the annotation with its two texts, the passage under the cursor, status."""
        yield TitleLine(id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="what")
            with Container(id="texts"):
                yield Static(id="was")
                yield Static(id="now")
            yield Static(id="target")
        yield Lines(id="status")

    def on_mount(self) -> None:
        """Look for news from now on."""
        self.watch_for_news()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual gives it
        """Show as much around the words as there is room for."""
        self.call_after_refresh(self.show_all, False)

    def on_screen_resume(self) -> None:
        """Show what has become of it while something else was on top."""
        self.call_after_refresh(self.show_all, False)

    # showing

    def show_all(self, reveal: bool = True) -> None:
        """Show the annotation whose turn it is; `reveal` begins at the top."""
        self.review.look()
        if self.review.done and self.is_current:
            self._close()
            return
        if self.review.unread and not self._reading:
            self._reading = True
            self.run_worker(self._read())
        review, width = self.review, self.size.width
        tall = self.size.height >= _TALL
        room = max(20, width if tall else width // 2)
        memo = max(20, 3 * (width - 8) if tall else width - 4)
        self.query_one("#what", Static).update(what_lines(review, memo))
        self.query_one("#was", Static).update(was_lines(review, room))
        self.query_one("#now", Static).update(now_lines(review, room))
        target = target_lines(review, 2 * max(20, width - 6))
        self.query_one("#target", Static).update(target)
        self.query_one("#target").display = bool(target)
        self._show_lines()
        if reveal:
            self._page.scroll_home(animate=False)

    async def _read(self) -> None:
        async with self.state.turn:
            await asyncio.to_thread(self.review.read)
        self._reading = False
        self.show_all(reveal=False)

    def _show_lines(self) -> None:
        review = self.review
        said = self.said or (OUTDATED if self.state.outdated else "")
        place = Content.assemble(
            (f"{visible(said)}   " if said else "", "bold $success"),
            (f"{review.number} of {len(review.items)}", "$fr-muted"),
        )
        name = visible(self.state.reading.article.name)
        title = Content.assemble(("Where does this belong now?  ", "bold"), (name, "$fr-muted"))
        line = self.query_one(TitleLine)
        if place.cell_length > line.content_size.width - 2:  # what is said comes before the rest
            place = Content.styled(visible(said), "bold $success")
        line.show(title, place)
        status = self.query_one("#status", Lines)
        known = "review" if review.place is not None else "orphan"
        if review.here is not None and len(review.here.proposals) > 1:
            known = "choice"
        status.show(
            [hints(known if review.is_own else "theirs", status.columns, review.state.keymap)]
        )

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    def _close(self) -> None:
        said = f"{self.said} · {NOTHING_LEFT}" if self.said else NOTHING_LEFT
        self.dismiss(said)

    def _bring(self, name: str, words: str) -> bool:
        """Whether a part of the page is in sight, its first words at least; if not, it is now,
        and `words` ask for the key again: nothing is placed where nobody has looked."""
        part: Widget = self.query_one(name)
        page = self._page.region
        seen = part.region.y >= page.y and part.region.y + 2 <= page.bottom
        if not seen and part.region.height:
            self._page.scroll_to_widget(part, top=True, animate=False)
            self.said = "here: " + self.state.keymap.say(words)
            self._show_lines()
        return seen or not part.region.height

    def _go(self, step: Callable[[], str]) -> None:
        self.said = step()
        self.show_all()

    # deeds

    async def action_accept(self) -> None:
        if self.review.place is None or self._bring("#now", "{review.accept} again accepts"):
            await self.act(self.review.accept)

    async def action_on_cursor(self) -> None:
        if self.review.target is None or self._bring("#target", "{review.on-cursor} again puts it"):
            await self.act(self.review.put_on_target)

    async def action_remove(self) -> None:
        await self.act(self.review.remove)

    async def action_undo(self) -> None:
        await self.act(self.review.undo)

    # going through

    def action_later(self) -> None:
        self._go(self.review.later)

    def action_next_place(self) -> None:
        self._go(self.review.next_place)

    def action_down(self) -> None:
        self._page.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        self._page.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        self._page.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self._page.scroll_page_up(animate=False)

    def action_back(self) -> None:
        self.app.clear_notifications()
        self.dismiss("")
