"""The line in which one types what to find."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from fr_reader.app.screens.inputs import LineInput


class FindLine(LineInput):
    """Where what is looked for is typed; Enter stays there, escape goes back.

    The two are taken before bindings are looked up, and keys that come after them are let through
    to the reader: what is typed quickly does not end up in a line that is closed already.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "screen.toggle_pattern", show=False),
        Binding("down,ctrl+n,ctrl+s", "screen.step_found(1)", show=False),
        Binding("up,ctrl+p", "screen.step_found(-1)", show=False),
    ]

    is_open = False
    _done: Callable[[bool], None] | None = None

    def open(self, asks: str, done: Callable[[bool], None]) -> None:
        """Take the keys, with what was typed last selected.

        `done` is told at once, before any further key, whether to stay or to go back.
        """
        self.is_open, self.placeholder, self._done = True, asks, done
        self.screen.set_focus(self)
        self.select_all()

    async def on_key(self, event: events.Key) -> None:
        """Close on Enter and escape; once closed, type nothing."""
        if self.is_open and event.key in ("enter", "escape", "ctrl+g"):
            self.is_open = False
            event.stop()
            event.prevent_default()
            if self._done is not None:
                self._done(event.key == "enter")
        elif not self.is_open:
            event.prevent_default()  # it is not typed, but goes on to the screen
