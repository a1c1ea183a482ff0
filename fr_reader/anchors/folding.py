"""Folding: a text as its words read, whatever quotation marks, hyphens and spaces are used.

Two texts that fold to the same string have the same words. Each folded character knows which code
points of the text it stands for, so that what is found in a folded text has exact offsets.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from fr_reader.model import Span

_SINGLE = "‘’‚‛‹›ʼʹ′´`"
_DOUBLE = "“”„‟«»″"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_TRIMMED = _INVISIBLE + " \t\n\r"
_READS_AS = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_INVISIBLE, ""),
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
}
_JAMO = re.compile("[\u1161-\u1175\u11a8-\u11c2]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded `text`; its character `i` stands for the code points `[starts[i], ends[i])`."""

    text: str
    starts: array[int]
    ends: array[int]

    def inside(self, span: Span) -> tuple[int, int]:
        """The range of folded characters that `span` of the text touches."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)


def fold(text: str) -> Folded:
    """Fold `text`: canonically composed, marks straightened, white space one blank, dashes one."""
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    for piece in _pieces(text).finditer(text):
        start, end = piece.span()
        if at < start:
            parts.append(text[at:start])
            starts.extend(range(at, start))
            ends.extend(range(at + 1, start + 1))
        at = end
        start, end, reads = _reading(piece.group(), start, end)
        parts.append(reads)
        starts.extend([start] * len(reads))
        ends.extend([end] * len(reads))
    parts.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded("".join(parts), starts, ends)


def _reading(piece: str, start: int, end: int) -> tuple[int, int, str]:
    """Where a piece that does not stand for itself lies without its blanks, and how it reads."""
    bare = piece.strip()
    if not bare:
        return start, end, " "
    if bare[0] in _DASHES:
        start += len(piece) - len(piece.lstrip())
        return start, start + len(bare.rstrip(_TRIMMED)), "-"
    composed = unicodedata.normalize("NFC", bare)
    return start, end, "".join(_READS_AS.get(char, char) for char in composed)


def _pieces(text: str) -> re.Pattern[str]:
    """What finds all in `text` that does not stand for itself."""
    if text.isascii():
        return _pattern("", "")
    odd = sorted({char for char in text if char > "\x7f"})
    joining = "".join(char for char in odd if _joins(char))
    alone = (c for c in odd if c in _READS_AS or unicodedata.normalize("NFC", c) != c)
    return _pattern(joining, "".join(alone))


def _joins(char: str) -> bool:
    """Whether a character may melt into the one before it when composed."""
    return unicodedata.category(char)[0] == "M" or bool(_JAMO.match(char))


@cache
def _class(chars: str) -> str:
    return "".join(map(re.escape, chars))


def _pattern(joining: str, alone: str) -> re.Pattern[str]:
    dash = _class(_DASHES)
    kinds = [rf"\s*[{dash}][\s{dash}{_INVISIBLE}]*", r"\s{2,}", r"[^\S ]"]
    if joining:
        kinds.insert(0, rf"[^\s{dash}][{_class(joining)}]+")
    kinds.append(f"[{_class(alone + '`')}]")
    return re.compile("|".join(kinds))
