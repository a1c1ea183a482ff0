"""What comes from the keyboard and the mouse to a view of text, before anything else sees it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView


class Pointing(ScrollView):
    """A view that reports where the mouse points, and lends its keys to who asks for them.

    While `capture` is set it is given every key; a key it answers True to goes no further.
    """

    capture: Callable[[events.Key], bool] | None = None
    _pressed: int | None = None

    class Pointed(Message):
        """The mouse was pressed on the code point at `offset`."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Dragged(Message):
        """The mouse has gone over the text from `start` to `end`, both offsets, in either order."""

        def __init__(self, start: int, end: int) -> None:
            super().__init__()
            self.start, self.end = start, end

    @property
    def is_blank(self) -> bool:
        """Whether there is no text to point at."""
        raise NotImplementedError

    def scroll_rows(self, rows: int) -> bool:
        """Scroll by so many rows, down or up; False at the edge."""
        raise NotImplementedError

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the code point drawn at a cell of the view; the nearest where none is."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Give the key to who has asked for it, before it is looked up among the bindings."""
        if self.capture is not None and self.capture(event):
            event.stop()
            event.prevent_default()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at the text; dragging from here selects."""
        if self.is_blank:
            return
        self._pressed = self.offset_at(event.x, event.y)
        self.capture_mouse()
        self.post_message(self.Pointed(self._pressed))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag a selection; beyond an edge the text moves along, a row at a time."""
        if self._pressed is not None:
            beyond = (event.y >= self.size.height) - (event.y < 0)
            if beyond:
                self.scroll_rows(beyond)
            row = max(0, min(event.y, self.size.height - 1))
            offset = self.offset_at(event.x, row)
            if offset != self._pressed:
                self.post_message(self.Dragged(self._pressed, offset))

    def on_mouse_up(self) -> None:
        """The selection stands as it is."""
        self._pressed = None
        self.release_mouse()
