"""Painting one row of an article: margin, then text in runs of one style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from fr_reader.app.geometry import Geometry
from fr_reader.app.layout import cells_before
from fr_reader.app.marks import SPEAKER_SIGN, Bar, Mark, overlaps, runs, signs, within
from fr_reader.model import COLOURS, Paragraph, ParagraphKind, Span

_ROLES = (
    *("code", *(f"code-{colour}" for colour in COLOURS)),
    *("concern", "claim", "overlap", "found", "focus", "selection", "chosen"),
)
_KINDS = {
    ParagraphKind.TITLE: "title",
    ParagraphKind.HEADING: "heading",
    ParagraphKind.CAPTION: "caption",
    ParagraphKind.BYLINE: "caption",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows: its span of the article, and whether it is its paragraph's first."""

    span: Span
    first: bool


class RowPainter:
    """Paints rows with the styles of the theme; `style` looks one up by its component class."""

    def __init__(self, style: Callable[[str], Style], geometry: Geometry) -> None:
        self._style = style
        self.geometry = geometry

    def paint(
        self,
        row: Row,
        face: str,
        paragraph: tuple[int, Paragraph],
        marks: Sequence[Mark],
        bars: Sequence[Bar],
    ) -> Strip:
        """One row. `face` is what is drawn of the row's span, as many code points as it covers."""
        index, what = paragraph
        kind = _KINDS.get(what.kind, "text")
        here = within(row.span, marks)
        margin = self._margin(row, index, here, bars)
        return Strip([*margin, *self._text(row, face, kind, here)])

    def _margin(
        self, row: Row, index: int, here: Sequence[Mark], bars: Sequence[Bar]
    ) -> list[Segment]:
        geometry, style = self.geometry, self._style
        focused = any(mark.role in ("focus", "selection") for mark in here)
        plain = style("margin")
        begins = any(
            m.role in ("focus", "selection") and row.span.holds(m.span.start) for m in here
        )
        cursor = "▸ " if begins or (focused and row.first) else "  "
        segments = [Segment(" " * geometry.left, plain), Segment(cursor, style("cursor"))]
        if geometry.number:
            number = str(index + 1) if row.first else ""
            segments.append(Segment(number.rjust(geometry.number) + " ", style("number")))
        tags = [mark for mark in here if mark.sign]
        text = signs(tags, geometry.signs)
        roles = {mark.sign: mark.role for mark in tags}
        segments += [Segment(sign, style(roles.get(sign, "margin"))) for sign in text]
        segments.append(self._bar(row, focused, bars))
        return segments

    def _bar(self, row: Row, focused: bool, bars: Sequence[Bar]) -> Segment:
        met = [bar for bar in bars if bar.span.overlaps(row.span)]
        if not met:
            return Segment("  ", self._style("margin"))
        begins = any(row.span.holds(bar.span.start) for bar in met)
        settled = any(bar.settled for bar in met)
        sign = SPEAKER_SIGN if begins else ("┃" if settled else "┊")
        name = "quotation" if settled else "suggested"
        style = self._style(name)
        return Segment(sign + " ", style + Style(bold=True) if focused else style)

    def _text(self, row: Row, face: str, kind: str, here: Sequence[Mark]) -> list[Segment]:
        base = self._style(kind)
        segments, used = [], 0
        drawn = Span(row.span.start, row.span.start + len(face.rstrip(" ")))
        for span, roles in runs(drawn, [*here, *overlaps(here)]):
            style = base
            for role in _ROLES:
                if role in roles:
                    style += self._style(f"on-{role}")
            start, end = span.start - row.span.start, span.end - row.span.start
            segments.append(Segment(face[start:end], style))
            used += cells_before(face, start, end)
        if used < self.geometry.text:
            segments.append(Segment(" " * (self.geometry.text - used), base))
        return segments


def overlaid(strip: Strip, cell: int, words: str, style: Style) -> Strip:
    """A row with `words` drawn over what begins at `cell`."""
    end = cell + len(words)
    before, after = strip.crop(0, cell), strip.crop(end, max(end, strip.cell_length))
    return Strip.join([before, Strip([Segment(words, style)]), after])
