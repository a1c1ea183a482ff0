"""The characters of a PDF's pages as pdfium tells them, gathered into pieces of lines."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from fr_reader.ingest.pdf.lines import Line, Sheet
from fr_reader.ingest.reading import clean

_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What pdfium puts for a hyphen at the end of a line."""
_GAP = 0.9
"""A gap of so many sizes of print parts two pieces: columns stand further apart, words nearer."""


@dataclass(slots=True)
class _Piece:
    size: float
    base: float
    left: float
    right: float
    parts: list[str] = field(default_factory=list)
    first: float = 0.0

    def add(self, char: str, right: float) -> None:
        if char.isspace() and not self.first:
            self.first = self.right - self.left
        self.parts.append(char)
        if not char.isspace():
            self.right = max(self.right, right)

    def line(self) -> Line | None:
        text = clean("".join(self.parts))
        if not text:
            return None
        first = self.first or self.right - self.left
        return Line(text, self.left, self.right, self.base, self.size, first)


def sheet(page: Any, raw: Any) -> Sheet:
    """The pieces of lines on a page of pypdfium2; `raw` is `pypdfium2.raw`."""
    text = page.get_textpage()
    try:
        pieces = _pieces(text.raw, raw, raw.FPDFText_CountChars(text.raw))
    finally:
        text.close()
    lines = (piece.line() for piece in pieces)
    return Sheet(page.get_height(), tuple(line for line in lines if line))


def _pieces(text: Any, raw: Any, count: int) -> list[_Piece]:
    box = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    pieces: list[_Piece] = []
    now: _Piece | None = None
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        char = _HYPHENS.get(code) or (chr(code) if code < 0x110000 else "")
        if char in "\r\n":
            now = None
            continue
        if char.isspace():
            if now is not None:
                now.add(" ", now.right)
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetCharBox(text, index, *box)
        left, right = min(x.value, box[0].value), box[1].value
        size = raw.FPDFText_GetFontSize(text, index)
        if now is None or _apart(now, left, y.value, size):
            now = _Piece(size, y.value, left, right)
            pieces.append(now)
        now.add(char, right)
    return pieces


def _apart(piece: _Piece, left: float, base: float, size: float) -> bool:
    """Whether a character belongs to another piece than the one before it."""
    unit = max(piece.size, size, 1.0)
    gap = left - piece.right
    return abs(base - piece.base) > 0.45 * unit or gap > _GAP * unit or gap < -1.5 * unit
