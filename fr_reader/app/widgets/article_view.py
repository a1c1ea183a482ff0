"""The article, drawn row by row: only what is shown is wrapped and painted.

The view draws what it is told (reading, marks, the passage under the cursor) and reports where
the mouse points; it decides nothing. Heights of paragraphs are estimated until they are shown,
then corrected, so the cost does not grow with the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from fr_reader.app.layout import Heights, index_at, line_face, wrap
from fr_reader.app.marks import Bar, Mark, Marking
from fr_reader.app.widgets.row_painter import Geometry, Row, RowPainter
from fr_reader.model import Reading, Span

_STYLES = (
    *("text", "title", "heading", "caption"),
    *("margin", "cursor", "number", "quotation", "suggested"),
    *("claim", "concern", "code", "memo"),
    *("on-claim", "on-concern", "on-code", "on-focus", "on-selection"),
)


_Drawn = TypeVar("_Drawn", Mark, Bar)


class ArticleView(ScrollView, can_focus=True):
    """A line-API view of one reading."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in _STYLES}

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

    def __init__(self, reading: Reading, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reading = reading
        self._marks: dict[int, list[Mark]] = {}
        self._bars: dict[int, list[Bar]] = {}
        self._passage: dict[int, list[Mark]] = {}
        self._rows: dict[int, list[tuple[int, int]]] = {}
        self._strips: dict[int, dict[int, Strip]] = {}
        self._heights = Heights([])
        self._painter = RowPainter(self._look_up, Geometry(0, 0, 0, 2))
        self._looks: dict[str, Style] = {}
        self._pressed: int | None = None

    # what is shown

    @property
    def text(self) -> str:
        """The article's frozen text."""
        return self._reading.article.text

    def show_marking(self, marking: Marking) -> None:
        """Draw these marks and bars; only paragraphs where something changed are repainted."""
        marks, bars = self._by_paragraph(marking.marks), self._by_paragraph(marking.bars)
        changed = _differing(self._marks, marks) | _differing(self._bars, bars)
        self._marks, self._bars = marks, bars
        self._repaint(changed)

    def show_passage(self, role: str, segments: Sequence[Span]) -> None:
        """Draw the passage under the cursor; `role` is `focus` or `selection`."""
        passage = self._by_paragraph([Mark(span, role) for span in segments])
        changed = _differing(self._passage, passage)
        self._passage = passage
        self._repaint(changed)

    def _by_paragraph(self, items: Iterable[_Drawn]) -> dict[int, list[_Drawn]]:
        found: dict[int, list[_Drawn]] = {}
        for item in items:
            first = self._reading.paragraph_at(item.span.start)
            last = self._reading.paragraph_at(item.span.end - 1)
            for index in range(first, last + 1):
                found.setdefault(index, []).append(item)
        return found

    def _repaint(self, changed: Iterable[int]) -> None:
        for index in changed:
            self._strips.pop(index, None)
        self.refresh()

    # where things are

    @property
    def _shown(self) -> Size:
        """The cells there are for text, without the scrollbar's."""
        return self.scrollable_content_region.size

    def on_resize(self) -> None:
        """Wrap for the new width, keeping the text that was at the top there."""
        top = self._top_offset()
        self._lay_out(self._shown.width)
        if top is not None:
            self._scroll_to_row(self._row_of(top))

    def _lay_out(self, width: int) -> None:
        paragraphs = self._reading.paragraphs
        geometry = Geometry.for_width(width, len(paragraphs))
        self._painter = RowPainter(self._look_up, geometry)
        self._rows.clear()
        self._strips.clear()
        self._heights = Heights([len(p.span) // geometry.text + 2 for p in paragraphs])
        self._settle(0)

    def _measure(self, index: int) -> list[tuple[int, int]]:
        """The rows of a paragraph, as offsets inside it; its height is right from then on."""
        rows = self._rows.get(index)
        if rows is None:
            face = line_face(self._reading.paragraphs[index].span.of(self.text))
            rows = self._rows[index] = wrap(face, self._painter.geometry.text)
            self._heights.set(index, len(rows) + 1)
        return rows

    def _settle(self, top: int) -> None:
        """Measure what is shown when `top` is the first row, and take the height from that."""
        if not len(self._heights):
            return
        index, _ = self._heights.at(top)
        bottom = top + max(1, self._shown.height)
        while index < len(self._heights) and self._heights.top(index) < bottom:
            self._measure(index)
            index += 1
        size = Size(self._shown.width, self._heights.total)
        if size != self.virtual_size:
            self.virtual_size = size

    def _top_offset(self) -> int | None:
        if not len(self._heights):
            return None
        index, line = self._heights.at(self.scroll_offset.y)
        rows = self._measure(index)
        start = self._reading.paragraphs[index].span.start
        return start + rows[min(line, len(rows) - 1)][0]

    def _row_of(self, offset: int) -> int:
        """The row of the whole text that shows `offset`."""
        index = self._reading.paragraph_at(offset)
        rows = self._measure(index)
        inside = offset - self._reading.paragraphs[index].span.start
        line = sum(1 for start, _end in rows if start <= inside) - 1
        return self._heights.top(index) + max(0, line)

    def _scroll_to_row(self, row: int) -> None:
        self._settle(row)
        self.scroll_to(y=row, animate=False, immediate=True, force=True)

    def reveal(self, span: Span) -> None:
        """Scroll as little as is needed to show `span`, or its beginning where it is too long."""
        height = self._shown.height
        if not len(self._heights) or not height:
            return
        self._measure_before(self._reading.paragraph_at(span.start), height)
        first, last = self._row_of(span.start), self._row_of(max(span.start, span.end - 1))
        first = self._row_of(span.start)
        top, margin = self.scroll_offset.y, min(5, height // 5)
        if first - margin < top or last - first >= height:
            self._scroll_to_row(max(0, first - margin))
        elif last + margin >= top + height:
            self._scroll_to_row(min(first, last + margin + 1 - height))

    def _measure_before(self, index: int, rows: int) -> None:
        """Measure the paragraphs in the `rows` before paragraph `index`, and it."""
        while index >= 0 and rows > 0:
            self._measure(index)
            rows -= self._heights[index]
            index -= 1

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Correct heights as paragraphs come into sight; upwards, keep the text steady."""
        old, new = round(old_value), round(new_value)
        if new < old and len(self._heights):
            index, _ = self._heights.at(new)
            below, _ = self._heights.at(old)
            before = self._heights.top(below)
            for unseen in range(index, min(below, index + self._shown.height)):
                self._measure(unseen)
            shift = self._heights.top(below) - before
            if shift:
                self._scroll_to_row(max(0, new + shift))
                return
        self._settle(new)
        super().watch_scroll_y(old_value, new_value)

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the code point drawn at a cell of the view; the nearest where none is."""
        index, line = self._heights.at(self.scroll_offset.y + y)
        span = self._reading.paragraphs[index].span
        rows = self._measure(index)
        start, end = rows[min(line, len(rows) - 1)]
        geometry = self._painter.geometry
        face = line_face(span.of(self.text))
        there = index_at(face, start, end, x - geometry.left - geometry.margin)
        return span.start + min(there, max(start, end - 1))

    def paragraph_a_screen_away(self, offset: int, by: int) -> int:
        """The index of the paragraph about a screen below (`by` 1) or above (-1) `offset`."""
        here = self._reading.paragraph_at(offset)
        if by < 0:
            self._measure_before(here, self._shown.height)
        row = self._row_of(offset) + by * max(1, self._shown.height - 2)
        there, _ = self._heights.at(row)
        return there if there != here else here + by

    # drawing

    def _look_up(self, name: str) -> Style:
        if name not in self._looks:
            partial = name.startswith("on-")
            self._looks[name] = self.get_component_rich_style(f"article--{name}", partial=partial)
        return self._looks[name]

    def notify_style_update(self) -> None:
        """Paint anew when the theme or the style has changed."""
        super().notify_style_update()
        self._looks.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        row = self.scroll_offset.y + y
        if row >= self._heights.total:
            return Strip.blank(self._shown.width, self._look_up("margin"))
        index, line = self._heights.at(row)
        strips = self._strips.setdefault(index, {})
        if line not in strips:
            strips[line] = self._paint(index, line)
        return strips[line]

    def _paint(self, index: int, line: int) -> Strip:
        width, blank = self._shown.width, self._look_up("margin")
        rows = self._measure(index)
        if line >= len(rows):
            return Strip.blank(width, blank)
        paragraph = self._reading.paragraphs[index]
        start, end = (paragraph.span.start + edge for edge in rows[line])
        strip = self._painter.paint(
            Row(Span(start, end), line == 0),
            line_face(self.text[start:end]),
            (index, paragraph),
            [*self._marks.get(index, ()), *self._passage.get(index, ())],
            self._bars.get(index, ()),
        )
        return strip.crop_extend(0, width, blank)

    # the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at the text; dragging from here selects."""
        if not len(self._heights):
            return
        self._pressed = self.offset_at(event.x, event.y)
        self.capture_mouse()
        self.post_message(self.Pointed(self._pressed))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag a selection."""
        if self._pressed is not None:
            offset = self.offset_at(event.x, event.y)
            if offset != self._pressed:
                self.post_message(self.Dragged(self._pressed, offset))

    def on_mouse_up(self) -> None:
        """The selection stands as it is."""
        self._pressed = None
        self.release_mouse()


def _differing(old: dict[int, list[_Drawn]], new: dict[int, list[_Drawn]]) -> set[int]:
    return {index for index in old.keys() | new.keys() if old.get(index) != new.get(index)}
