"""A column beside the text that stands for the whole article: where one is, and where tags are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from fr_reader.app.marks import Mark
from fr_reader.model import Span

_RANK = ("concern", "claim", "code", "memo", "suggested")
"""Where several marks fall on one row, the first of these is shown."""


class Minimap(Widget):
    """One cell a row; the article’s code points are shared out equally among the rows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"minimap--{role}" for role in ("claim", "concern", "code", "memo", "suggested")),
        *("minimap--here", "minimap--shown", "minimap--rest"),
    }

    class Pointed(Message):
        """The mouse was pressed on the row that begins at `offset`."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, length: int, id: str | None = None) -> None:
        """`length` is that of the article, in code points."""
        super().__init__(id=id)
        self._length = max(1, length)
        self._marks: tuple[tuple[int, Mark], ...] = ()
        self._rows: dict[int, Mark] = {}
        self._here = 0
        self._shown = Span(0, 0)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks where they begin; marks without a sign are not shown."""
        ranked = [(_RANK.index(_kind(m)), m) for m in marks if m.sign and _kind(m) in _RANK]
        self._marks = tuple(sorted(ranked, key=lambda pair: -pair[0]))
        self._lay_out()

    def show_place(self, here: int, shown: Span) -> None:
        """Show the cursor’s offset and the span that is on the screen."""
        if (here, shown) != (self._here, self._shown):
            self._here, self._shown = here, shown
            self.refresh()

    def _lay_out(self) -> None:
        self._rows = {self._row(mark.span.start): mark for _, mark in self._marks}
        self.refresh()

    def _row(self, offset: int) -> int:
        return min(offset, self._length - 1) * max(1, self.size.height) // self._length

    def on_resize(self) -> None:
        """Share the article out among the rows there are now."""
        self._lay_out()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Ask to go to where the mouse points."""
        self.post_message(self.Pointed(event.y * self._length // max(1, self.size.height)))

    def render_line(self, y: int) -> Strip:
        """One row: the mark on it, else whether it is on the screen; the cursor is an arrow."""
        first, last = self._row(self._shown.start), self._row(max(0, self._shown.end - 1))
        inside = first <= y <= last
        mark = self._rows.get(y)
        name = _kind(mark) if mark is not None else ("shown" if inside else "rest")
        sign = mark.sign if mark is not None else ("▐" if inside else "▕")
        style = self.get_component_rich_style(f"minimap--{name}")
        if y == self._row(self._here) and mark is None:
            sign, style = "◂", self.get_component_rich_style("minimap--here")
        return Strip([Segment(sign, style)])


def _kind(mark: Mark) -> str:
    """The role of a mark, whatever the colour of its code."""
    return "code" if mark.role.startswith("code") else mark.role
