"""Finding words in the article: a line to type them in, and the places they stand at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from fr_reader.app.screens.reader_keys import ReaderKeys
from fr_reader.model import Span
from fr_reader.text.finding import FindError, find

if TYPE_CHECKING:
    from textual.widgets import Input


class ReaderFind(ReaderKeys):
    """Finding as one types, and going from place to place."""

    places: tuple[Span, ...] = ()
    pattern = False
    wanted = ""
    _origin = 0

    async def action_find(self) -> None:
        """Open the line, with what was looked for last."""
        from fr_reader.app.screens.find_line import FindLine  # noqa: PLC0415 - when asked for

        if not self.query(FindLine):
            await self.mount(FindLine(id="find"))
        self._origin = self.state.passage.span.start if self.state.passage else 0
        self.add_class("-finding")
        line = self.query_one(FindLine)
        line.open(self._asks(), self._close_line)
        self._look_for(line.value)

    def _asks(self) -> str:
        kind = "a regular expression" if self.pattern else "words"
        other = "words" if self.pattern else "a regular expression"
        return f"find {kind} · ⏎ stay · esc go back · ^r {other}"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what has been typed so far."""
        if self.has_class("-finding"):
            self._look_for(event.value)

    def _close_line(self, stay: bool) -> None:
        self.remove_class("-finding")
        self.set_focus(self.view)
        if not stay:
            self.forget_found()
        elif self.places:
            self.said = self._count(self._first_from(self._origin))
            self.state.land(self.places[self._first_from(self._origin)])
        elif self.wanted.strip():
            self.said = self.state.keymap.say(_GONE)
        self.call_after_refresh(self.show_cursor)  # the status line is there again from then on

    def action_toggle_pattern(self) -> None:
        """Take what is typed for words, or for a regular expression."""
        self.pattern = not self.pattern
        from fr_reader.app.screens.find_line import FindLine  # noqa: PLC0415 - as above

        for line in self.query("#find").results(FindLine):
            line.placeholder = self._asks()
        self._look_for(self.wanted)

    def forget_found(self) -> bool:
        """Take the marks of what was found off; False where there were none."""
        had = bool(self.places)
        self.places = ()
        self.view.show_found(())
        return had

    def _look_for(self, wanted: str) -> None:
        self.wanted = wanted
        text = self.state.reading.article.text
        try:
            self.places = find(text, wanted, self.pattern)
            self.said = self._count(self._first_from(self._origin)) if wanted.strip() else ""
            if wanted.strip() and not self.places:
                self.said += ": esc goes back"
        except FindError as error:
            self.places, self.said = (), str(error)
        self.view.show_found(self.places)
        self.show_cursor(reveal=False)
        if self.places:
            self.view.reveal(self.places[self._first_from(self._origin)])

    def _first_from(self, offset: int) -> int:
        """The index of the first place at or behind an offset, the first of all after the last."""
        at = bisect_left(self.places, offset, key=_start_of)
        return at if at < len(self.places) else 0

    def _count(self, at: int) -> str:
        many = len(self.places)
        return f"{at + 1}/{many} found" if many else "not found"

    def _land(self, at: int) -> None:
        self.said = self._count(at)
        self.state.land(self.places[at])
        self.show_cursor()

    def action_step_found(self, by: int) -> None:
        """Show the next place while the line is still open."""
        if self.places:
            at = (self._first_from(self._origin) + by) % len(self.places)
            self._origin = self.places[at].start
            self.said = self._count(at)
            self.show_cursor(reveal=False)
            self.view.reveal(self.places[at])

    def action_next_found(self) -> None:
        self._go(1)

    def action_previous_found(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        """Go to the next place behind the cursor, or before it; from the other end at the last."""
        passage = self.state.passage
        if not self.places and self.wanted.strip():
            self._look_for(self.wanted)
        if not self.places or passage is None:
            self.said = self.state.keymap.say(_GONE if self.wanted.strip() else _NOTHING)
            self.show_cursor()
            return
        selection = self.state.selection
        here = passage.span.start if selection is None else selection.edge.start
        if by > 0:
            at = bisect_right(self.places, here, key=_start_of)
        else:
            at = bisect_left(self.places, here, key=_start_of) - 1
        self._land(at % len(self.places))


_NOTHING = "nothing to find yet: {reader.find} asks for it"
_GONE = "not found: {reader.find} looks for something else"


def _start_of(span: Span) -> int:
    return span.start
