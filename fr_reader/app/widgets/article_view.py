"""The article, drawn row by row: only what is shown is wrapped and painted.

The view draws what it is told (reading, marks, the passage under the cursor) and reports where
the mouse points; it decides nothing. Heights of paragraphs are estimated until they are shown,
then corrected, so the cost does not grow with the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from fr_reader.app.geometry import Geometry
from fr_reader.app.layout import cells_before, line_face
from fr_reader.app.manner import LONGEST_LINE
from fr_reader.app.marking import Marking
from fr_reader.app.places import Places
from fr_reader.app.widgets.layers import Layers
from fr_reader.app.widgets.pointing import Pointing
from fr_reader.app.widgets.row_painter import Row, RowPainter, overlaid
from fr_reader.model import COLOURS, Reading, Span, hull

_STYLES = (
    *("text", "title", "heading", "caption"),
    *("margin", "cursor", "number", "quotation", "suggested"),
    *("claim", "concern", "code", "memo"),
    *("on-claim", "on-concern", "on-code", "on-overlap"),
    *("on-found", "on-chosen", "on-focus", "on-selection"),
    *(f"{on}code-{colour}" for colour in COLOURS for on in ("", "on-")),
    "label",
)


class ArticleView(Pointing, can_focus=True, inherit_bindings=False):
    """A line-API view of one reading; its keys are those of the screen alone."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in _STYLES}

    def __init__(
        self, reading: Reading, longest_line: int = LONGEST_LINE, id: str | None = None
    ) -> None:
        """`longest_line`: cells of text in a row at the most."""
        super().__init__(id=id)
        self._longest_line = longest_line
        self._reading = reading
        self._marking = Marking.nothing(reading)
        self._layers = Layers()
        self._labels: dict[int, str] = {}
        self._strips: dict[int, dict[int, Strip]] = {}
        self._places = Places(reading, 2)
        self._painter = RowPainter(self._look_up, Geometry(0, 0, 0, 2))
        self._looks: dict[str, Style] = {}
        self._height = 0

    # what is shown

    @property
    def text(self) -> str:
        """The article's frozen text."""
        return self._reading.article.text

    def show_reading(self, reading: Reading) -> None:
        """Draw another reading of the same text; where its paragraphs are those drawn already,
        nothing moves, else the text at the top stays there."""
        same = reading.paragraphs == self._reading.paragraphs
        self._reading = reading
        if not same:
            top = self._places.offset_of(self.scroll_offset.y) if len(self._places) else 0
            geometry = Geometry.for_reading(self._shown.width, reading, self._longest_line)
            self._painter = RowPainter(self._look_up, geometry)
            self._places = Places(reading, geometry.text)
            self._strips.clear()
            self._settle(0)
            self._scroll_to_row(self._places.row_of(top))
            self.refresh()

    def show_marking(self, marking: Marking) -> None:
        """Draw these marks and bars; only paragraphs where something changed are repainted."""
        changed = self._marking.differs(marking)
        self._marking = marking
        self._repaint([*self._strips] if changed is None else changed)

    def show_passage(self, role: str, segments: Sequence[Span]) -> None:
        """Draw the passage under the cursor; `role` is `focus` or `selection`."""
        self._repaint(self._layers.show("passage", self._reading, role, segments))

    def show_found(self, spans: Sequence[Span]) -> None:
        """Draw the places where what is looked for stands."""
        self._repaint(self._layers.show("found", self._reading, "found", spans))

    def show_chosen(self, segments: Sequence[Span]) -> None:
        """Draw the extent of the chosen tag; none takes it off."""
        self._repaint(self._layers.show("chosen", self._reading, "chosen", segments))

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Draw letters over the text at these offsets; none takes them off."""
        offsets = {*self._labels, *labels}
        self._labels = dict(labels)
        self._repaint({self._reading.paragraph_at(offset) for offset in offsets})

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
        """Wrap for the new width, keeping the text that was at the top there, and the passage
        under the cursor in sight if it was."""
        top = self._places.offset_of(self.scroll_offset.y) if len(self._places) else None
        seen = self._passage_in_sight(self._height)
        width = self._shown.width
        geometry = Geometry.for_reading(width, self._reading, self._longest_line)
        self._painter = RowPainter(self._look_up, geometry)
        self._places = Places(self._reading, geometry.text)
        self._strips.clear()
        self._settle(0)
        if top is not None:
            self._scroll_to_row(self._places.row_of(top))
        self._height = self._shown.height
        if seen is not None and self._passage_in_sight(self._height) is None:
            self.reveal(seen)

    def _passage_in_sight(self, height: int) -> Span | None:
        """The passage under the cursor, from its first code point to its last, if a row of it is
        among the `height` rows shown."""
        spans = self._layers.spans("passage")
        if not spans:
            return None
        passage = hull(spans)
        first, last = self._places.rows_of(passage)
        top = self.scroll_offset.y
        return passage if first < top + height and last >= top else None

    def _settle(self, top: int) -> None:
        """Measure what is shown when `top` is the first row, and take the height from that."""
        if len(self._places):
            self._places.measure_down(top, max(1, self._shown.height))
        size = Size(self._shown.width, self._places.total)
        if size != self.virtual_size:
            self.virtual_size = size

    def _scroll_to_row(self, row: int) -> None:
        self._settle(row)
        self.scroll_to(y=row, animate=False, immediate=True, force=True)

    def scroll_rows(self, rows: int) -> bool:
        """Scroll by so many rows, down or up; False at the edge."""
        before = self.scroll_offset.y
        top = max(0, before + rows)
        self._settle(top)
        self._scroll_to_row(min(top, max(0, self._places.total - self._shown.height)))
        return self.scroll_offset.y != before

    def reveal(self, span: Span, end: bool = False) -> None:
        """Scroll as little as is needed to show `span`, or where it is too long its beginning
        (its end, if `end`)."""
        height = self._shown.height
        if not len(self._places) or not height:
            return
        self._places.measure_up(self._reading.paragraph_at(span.start), height)
        first, last = self._places.rows_of(span)
        top, margin = self.scroll_offset.y, min(5, height // 5)
        if last - first >= height:
            self._scroll_to_row(last + 1 - height if end else max(0, first - margin))
        elif first - margin < top:
            self._scroll_to_row(max(0, first - margin, last + 1 - height))
        elif last + margin >= top + height:
            self._scroll_to_row(min(first, last + margin + 1 - height))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Correct heights as paragraphs come into sight; upwards, keep the text steady."""
        old, new = round(old_value), round(new_value)
        if new < old and len(self._places):
            shift = self._places.shift_above(new, old, self._shown.height)
            if shift:
                self._scroll_to_row(max(0, new + shift))
                return
        self._settle(new)
        super().watch_scroll_y(old_value, new_value)

    @property
    def is_blank(self) -> bool:
        """Whether the article has no paragraphs."""
        return not len(self._places)

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the code point drawn at a cell of the view; the nearest where none is."""
        geometry = self._painter.geometry
        cell = x - geometry.text_at
        return self._places.offset_at(self.scroll_offset.y + y, cell)

    def page(self, by: int) -> bool:
        """Scroll down (`by` 1) or up (-1) by a screen less two rows; False at the edge."""
        return self.scroll_rows(by * max(1, self._shown.height - 2))

    def show_end(self) -> None:
        """Scroll to the last row."""
        self._places.measure_up(len(self._places) - 1, self._shown.height)
        self.scroll_rows(self._places.total)

    def scroll_within(self, span: Span, by: int) -> bool:
        """Scroll on in a passage that is higher than the screen, down (`by` 1) or up (-1).

        False, and nothing moves, when that end of the passage is shown already or when none of
        the passage is.
        """
        top, height = self.scroll_offset.y, self._shown.height
        first, last = self._places.rows_of(span)
        if last - first < height or last < top or first >= top + height:
            return False
        hidden = last - (top + height - 1) if by > 0 else top - first
        return hidden > 0 and self.scroll_rows(by * min(hidden, max(1, height - 2)))

    def span_shown(self) -> Span:
        """From the first code point on the screen to behind the last one."""
        if not len(self._places):
            return Span(0, 0)
        top = self.scroll_offset.y
        last = min(top + self._shown.height, self._places.total) - 1
        return Span(self._places.offset_of(top), self._places.end_of(max(top, last)))

    def paragraphs_shown(self) -> tuple[int, int]:
        """The indices of the first and the last paragraph with a row on the screen."""
        places, top = self._places, self.scroll_offset.y
        if not len(places):
            return 0, 0
        first, line = places.at(top)
        if line >= len(places.rows(first)) and first + 1 < len(places):
            first += 1
        return first, max(first, places.at(top + self._shown.height - 1)[0])

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
        if row >= self._places.total:
            return Strip.blank(self._shown.width, self._look_up("margin"))
        index, line = self._places.at(row)
        strips = self._strips.setdefault(index, {})
        if line not in strips:
            strips[line] = self._paint(index, line)
        return strips[line]

    def _paint(self, index: int, line: int) -> Strip:
        width, blank = self._shown.width, self._look_up("margin")
        rows = self._places.rows(index)
        if line >= len(rows):
            return Strip.blank(width, blank)
        paragraph = self._reading.paragraphs[index]
        start, end = (paragraph.span.start + edge for edge in rows[line])
        span = Span(start, end)
        here, face = self._marking.marks(index, span), line_face(self.text[start:end])
        strip = self._painter.paint(
            Row(span, line == 0),
            face,
            (index, paragraph),
            [*here, *self._layers.marks(index)],
            self._marking.bars(index, span),
        )
        for offset, label in self._labels.items():
            if start <= offset < end:
                cell = self._painter.geometry.text_at + cells_before(face, 0, offset - start)
                strip = overlaid(strip, cell, label, self._look_up("label"))
        return strip.crop_extend(0, width, blank)
