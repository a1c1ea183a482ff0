"""The rows of a sheet on the screen: which columns fit, bars and shades, and the chosen cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len
from textual.content import Content

from fr_reader.app.layout import line_face
from fr_reader.app.overview_state import NAMES, Quoted, rows_of
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet, Value, largest

_GAP = "  "
BAR = 8
"""Cells of a full bar, the one of the largest share of its column."""
_EIGHTHS = " ▏▎▍▌▋▊▉"
_SHADES = " ░▒▓█"
HEATED = ("matrix", "publishers", "timeline")
"""The sheets whose counts all are of one kind, so that shades may compare them."""
_NARROWEST = 8
_CHOSEN = "bold reverse"


def bar(value: float, most: float) -> str:
    """A bar of `BAR` cells, in eighths of a cell, full for `most`; what there is at all is seen."""
    eighths = min(8 * BAR, round(8 * BAR * value / most)) if most > 0 and value > 0 else 0
    eighths = max(1, eighths) if value > 0 else 0
    full, part = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[part] if part else "")).ljust(BAR)


def shade(value: float, most: float) -> str:
    """A shade for a count: none for 0, then darker by quarters of `most`."""
    if value <= 0 or most <= 0:
        return _SHADES[0]
    return _SHADES[min(4, 1 + int(4 * value / most - 1e-9))]


@dataclass(frozen=True)
class Table:
    """A sheet at one width, in cells. The first column stays; of the others those are shown that
    fit beside it, the chosen one among them."""

    sheet: Sheet
    width: int

    @cached_property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, the one for all together at the end."""
        return rows_of(self.sheet)

    @cached_property
    def _words(self) -> list[list[str]]:
        return [[line_face(words) for words in row] for row in self.sheet.words()]

    @cached_property
    def _most(self) -> tuple[float, ...]:
        """What each column is measured by; 0 where nothing is drawn."""
        columns = self.sheet.columns
        counts = [at for at, column in enumerate(columns) if column.kind is Kind.COUNT]
        heat = largest(self.sheet, counts) if self.sheet.name in HEATED else 0.0
        return tuple(
            largest(self.sheet, [at]) if column.kind is Kind.SHARE else heat * (at in counts)
            for at, column in enumerate(columns)
        )

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The width of each column: what it holds, and for text at most a share of the width."""
        natural = [
            max(
                cell_len(line_face(column.head)),
                self._drawn(at) + max(map(cell_len, own), default=0),
            )
            for at, (column, own) in enumerate(
                zip(self.sheet.columns, self._by_column, strict=True)
            )
        ]
        most = max(_NARROWEST, self.width // 3)
        fitted = [min(own, most) for own in natural]
        spare = self.width - sum(fitted) - len(_GAP) * (len(fitted) - 1)
        for at, own in enumerate(natural):
            more = max(0, min(own - fitted[at], spare))
            fitted[at], spare = fitted[at] + more, spare - more
        return tuple(fitted)

    @property
    def _by_column(self) -> list[list[str]]:
        rows = self._words
        return [[row[at] for row in rows] for at in range(len(self.sheet.columns))]

    def _drawn(self, at: int) -> int:
        """The cells that a bar or a shade takes behind the number."""
        if self._most[at] <= 0:
            return 0
        return 1 + (BAR if self.sheet.columns[at].kind is Kind.SHARE else 1)

    def shown(self, chosen: int) -> tuple[int, ...]:
        """The columns in sight: the first one, and behind it those up to the chosen one or on."""
        others = range(1, len(self.widths))
        room = self.width - (self.widths[0] if self.widths else 0)
        first, last = 1, max(1, chosen)
        while first < last and self._taken(range(first, last + 1)) > room:
            first += 1
        taken = 0
        found: list[int] = []
        for at in others[first - 1 :]:
            taken += self.widths[at] + len(_GAP)
            if taken > room and found:
                break
            found.append(at)
        return (0, *found) if self.widths else ()

    def _taken(self, columns: Sequence[int]) -> int:
        return sum(self.widths[at] + len(_GAP) for at in columns)

    def column_at(self, cell: int, chosen: int) -> int:
        """The column drawn at a cell of a row; beyond the last one, that one."""
        shown, end = self.shown(chosen), 0
        for at in shown:
            end += self.widths[at] + len(_GAP)
            if cell < end:
                return at
        return shown[-1]

    def hidden(self, chosen: int) -> tuple[int, int]:
        """How many columns are out of sight before and behind those shown."""
        shown = self.shown(chosen)
        if len(shown) < 2:
            return 0, max(0, len(self.widths) - len(shown))
        return shown[1] - 1, len(self.widths) - 1 - shown[-1]

    def heading(self, chosen: int) -> Content:
        """The heads of the columns in sight."""
        return Content(_GAP).join(
            Content.styled(
                self._head(at),
                "bold underline $foreground" if at == chosen else "$fr-muted",
            )
            for at in self.shown(chosen)
        )

    def _head(self, at: int) -> str:
        """A head above the numbers, or where it needs more room, above their bars as well."""
        head = line_face(self.sheet.columns[at].head)
        drawn = self._drawn(at)
        if cell_len(head) <= self.widths[at] - drawn:
            return self._placed(head, at) + " " * drawn
        cut = Content(head).truncate(self.widths[at], ellipsis=True)
        return cut.plain + " " * (self.widths[at] - cut.cell_length)

    def row(self, row: int, chosen: int, here: bool) -> Content:
        """One row; in the row under the cursor the chosen cell stands out."""
        total = bool(self.sheet.total) and row == len(self.cells) - 1
        return Content(_GAP).join(
            self._cell(row, at, total, here and at == chosen) for at in self.shown(chosen)
        )

    def _cell(self, row: int, at: int, total: bool, chosen: bool) -> Content:
        words = self._placed(self._words[row][at], at)
        base = Content.styled(words, _CHOSEN if chosen else "bold" if total else "")
        value, most = self.cells[row][at].value, self._most[at]
        if most <= 0:
            return base
        drawn = "" if total else _drawn(value, most, self.sheet.columns[at].kind)
        return Content.assemble(base, " ", (drawn.ljust(self._drawn(at) - 1), "$fr-quotation"))

    def _placed(self, words: str, at: int) -> str:
        """Words as wide as the column, numbers to the right."""
        column, width = self.sheet.columns[at], self.widths[at] - self._drawn(at)
        cut = Content(words).truncate(width, ellipsis=True).plain
        pad = " " * max(0, width - cell_len(cut))
        return cut + pad if column.kind is Kind.TEXT else pad + cut


def _drawn(value: Value, most: float, kind: Kind) -> str:
    if not isinstance(value, int | float):
        return ""
    return bar(value, most) if kind is Kind.SHARE else shade(value, most)


def sheet_names(chosen: str, width: int) -> Content:
    """The names of all sheets with their digits, the chosen one in sight and standing out."""
    parts = [
        Content.assemble(
            (f"{(at + 1) % 10} ", "bold $primary" if name != chosen else "bold reverse"),
            (name, "$fr-muted" if name != chosen else "bold reverse"),
        )
        for at, name in enumerate(NAMES)
    ]
    first, here = 0, NAMES.index(chosen)
    room = width - (len(_GAP) if here + 1 < len(parts) else 0)
    while first < here and Content(_GAP).join(parts[first : here + 1]).cell_length > room:
        first += 1
    return Content(_GAP).join(parts[first:]).truncate(width, ellipsis=True)


def cell_line(column: Column, cell: Cell, name: str, words: str) -> Content:
    """The whole of the chosen cell: of whom, what, and its value."""
    parts: list[Content | str] = [(Content.styled(line_face(name), "bold"))]
    if line_face(words) != line_face(name):
        parts += [Content.styled(f"  {line_face(column.head)} ", "$fr-muted"), line_face(words)]
    if cell.opens is None or cell.value == 0:
        parts.append(Content.styled("  opens nothing", "$fr-muted"))
    return Content.assemble(*parts)


def passage_row(one: Quoted, title: str, width: int) -> Content:
    """A passage in a list: who says it, its words, its codes, the article and its ¶."""
    fact, wide = one.fact, width >= 60
    who = min(24, max(10, width // 5))
    speaker = Content(line_face(", ".join(one.speakers) or "–")).truncate(
        who, ellipsis=True, pad=True
    )
    number = f"¶ {fact.paragraph}".rjust(6)
    tail = Content.styled(number, "$fr-muted")
    if wide:
        name = Content(line_face(title)).truncate(width // 4, ellipsis=True, pad=True)
        tail = Content.assemble(name.stylize("$fr-muted"), tail)
    codes = f"[{', '.join(one.codes)}] " if one.codes else ""
    room = max(1, width - who - tail.cell_length - 2 * len(_GAP))
    words = Content.assemble((line_face(codes), "$fr-claim"), line_face(fact.text))
    words = words.truncate(room, ellipsis=True, pad=True)
    return Content.assemble(speaker.stylize("$fr-speaker"), _GAP, words, _GAP, tail)
