"""A list with one line a row that paints only what is seen, so its length costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

Painter = Callable[[int, int], Content]
"""Makes the content of a row, given its index and the width in cells it may fill."""

_MARK = "▸ "
_BLANK = "  "


class Rows(ScrollView, can_focus=False):
    """Rows `0 … count-1` made by a painter, with a cursor on one of them.

    The rows named as headings cannot hold the cursor. The keys belong to the screen, which calls
    `move`, `page`, `first` and `last`; the mouse posts `Chosen`.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--row"}

    cursor: reactive[int] = reactive(0, repaint=False)
    """The index of the row under the cursor; -1 when no row can hold it."""

    class Chosen(Message):
        """The user clicked a row, at `cell` of what the painter made of it."""

        def __init__(self, rows: Rows, index: int, cell: int = 0) -> None:
            super().__init__()
            self.rows = rows
            self.index = index
            self.cell = cell

    def __init__(
        self, paint: Painter, *, wraps: bool = False, most: float = 1.0, id: str | None = None
    ) -> None:
        """`wraps`: whether moving up from the first row leads to the last, and back.

        `most`: where the height is automatic, the share of the screen's height it may take.
        """
        super().__init__(id=id)
        self._paint = paint
        self._wraps = wraps
        self._most = most
        self._count = 0
        self._headings: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """How many rows there are, headings included."""
        return self._count

    def show(self, count: int, cursor: int = 0, headings: frozenset[int] = frozenset()) -> None:
        """Show `count` new rows, the cursor at `cursor` or at the next row that can hold it."""
        self._count, self._headings = count, headings
        self.virtual_size = Size(0, count)
        self.refresh(layout=self.styles.auto_dimensions)
        wanted = max(0, min(cursor, count - 1))
        free = (*range(wanted, count), *range(wanted - 1, -1, -1))
        self.cursor = next((row for row in free if row not in headings), -1)
        self.call_after_refresh(self._follow)

    def move(self, by: int) -> None:
        """Move the cursor `by` rows; 1 or -1 wraps where the list wraps, more stops at an end."""
        free = self._free()
        if self.cursor not in free:
            return
        place = free.index(self.cursor) + by
        if self._wraps and abs(by) == 1:
            place %= len(free)
        self.cursor = free[max(0, min(place, len(free) - 1))]

    def page(self, by: int) -> None:
        """Move the cursor `by` screens."""
        self.move(by * max(2, self.size.height - 1))

    def first(self) -> None:
        """Move the cursor to the first row."""
        self.move(-self._count)

    def last(self) -> None:
        """Move the cursor to the last row."""
        self.move(self._count)

    def repaint(self, row: int) -> None:
        """Paint one row again, because what it says has changed."""
        self.refresh_line(row)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows concerned and keep the cursor in sight."""
        self.refresh_line(old)
        self.refresh_line(new)
        self._follow()

    def get_content_height(
        self,
        container: Size,  # noqa: ARG002 - Textual gives it
        viewport: Size,
        width: int,  # noqa: ARG002 - Textual gives it
    ) -> int:
        """As many lines as there are rows, within the share of the screen the list may take."""
        return min(self._count, max(3, int(viewport.height * self._most)))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, row = self.size.width, y + self.scroll_offset.y
        if row >= self._count or width <= 0:
            return Strip.blank(width, self.rich_style)
        heading, here = row in self._headings, row == self.cursor
        content = self._paint(row, max(0, width - (0 if heading else len(_MARK) + 1)))
        if not heading:
            content = Content.assemble(_MARK if here else _BLANK, content)
        content = content.truncate(width, ellipsis=True, pad=True)
        style = self.get_visual_style("rows--cursor" if here else "rows--row")
        strips = Visual.to_strips(self, content, width, 1, style, pad=True)
        return strips[0] if strips else Strip.blank(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row clicked, and say so."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < self._count and row not in self._headings:
            event.stop()
            self.cursor = row
            self.post_message(self.Chosen(self, row, event.x - self.gutter.left - len(_MARK)))

    def _free(self) -> list[int] | range:
        if not self._headings:
            return range(self._count)
        return [row for row in range(self._count) if row not in self._headings]

    def _follow(self) -> None:
        """Scroll as little as needed to see the cursor, and the heading above it."""
        height, top, row = self.size.height, self.scroll_offset.y, self.cursor
        if row < 0 or height <= 0:
            return
        if row < top or (row == top and row - 1 in self._headings):
            self.scroll_to(y=row - 1 if row - 1 in self._headings else row, animate=False)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False)
