"""Quotation marks: where they stand in a paragraph, and whether each opens, closes or is none.

A mark is judged by its neighbours (does it lean on what follows or on what comes before?), by
what is open already, and by what comes later in the paragraph. Feet and inches, minutes and
seconds, apostrophes, decades and elided words are no quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple


class Style(Enum):
    """Which family a mark is of; marks of a family close one another."""

    DOUBLE = auto()
    SINGLE = auto()
    GUILLEMET = auto()
    ANGLE = auto()
    CORNER = auto()
    WHITE_CORNER = auto()

    __hash__ = object.__hash__


STYLES = tuple(Style)


class Lean(Enum):
    """Which side a mark clings to."""

    RIGHT = auto()
    LEFT = auto()
    BOTH = auto()
    NEITHER = auto()


class Mark(NamedTuple):
    """One mark at `[start, end)`: its characters, its family and the side it leans on."""

    start: int
    end: int
    text: str
    style: Style
    lean: Lean


_SINGLE = Style.SINGLE
_new = tuple.__new__
"""How a mark is made without looking up how; articles have hundreds."""
_ROW = re.compile(r"([“”„\"‘’'`«»])\1{3,}")
"""Four and more of one mark are an ornament or a rule."""
MARK = re.compile("[“”„‟\"‘’‚‛'`«»‹›「」『』](?:`(?<=``)|'(?<='')|‘(?<=‘‘)|’(?<=’’))?")
"""A mark, or two of one that make a double mark."""
_TELLING = re.compile('[“”„‟"‘‚‛`«»‹›「」『』]')
_OUTSIDE = re.compile(r"['’](?:(?![^\W_])|(?<![^\W_]['’]))")
"""Any mark that is no apostrophe; an apostrophe that does not stand inside a word."""

_STYLES = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "``", "''", "‘‘", "’’"), Style.DOUBLE),
    **dict.fromkeys(("‘", "’", "‚", "‛", "'", "`"), Style.SINGLE),
    **dict.fromkeys("«»", Style.GUILLEMET),
    **dict.fromkeys("‹›", Style.ANGLE),
    **dict.fromkeys("「」", Style.CORNER),
    **dict.fromkeys("『』", Style.WHITE_CORNER),
}
_BEFORE = frozenset("([{<–—―-/|“„‘‚«‹\"'`*_…:=>")
"""After these, as after white space, a mark may open."""
_AFTER = frozenset(")]}>.,;:!?…–—―-/|”’“»›\"'*_<")
"""Before these, as before white space, a mark may close."""
_ELIDED = re.compile(
    r"(?:\d\ds?|em|til|tis|twas|cause|bout|round|cos|coz|n|tween|neath|gainst|nuff|ello|im|er)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=5_000)
def _lean(before: str, after: str) -> Lean:
    """Which side a mark between two characters clings to."""
    opens = (before.isspace() or before in _BEFORE) and not after.isspace()
    closes = (after.isspace() or after in _AFTER) and not before.isspace()
    if opens and closes:
        # a mark between two of the sets: other marks and brackets decide
        if before in "([{<“„‘‚«‹*_" or after.isalnum():
            return Lean.RIGHT
        if after in ")]}>.,;:!?…”’»›*_":
            return Lean.LEFT
        return Lean.BOTH
    if opens:
        return Lean.RIGHT
    if closes:
        return Lean.LEFT
    return Lean.NEITHER if before.isspace() and after.isspace() else Lean.BOTH


def _is_apostrophe(text: str, start: int, end: int, before: str, last: int) -> bool:
    """Whether a single mark stands before an elided word, or after a number."""
    if before.isdigit() and text[start] in "'`":
        return True
    leans_right = before.isspace() or before in _BEFORE
    return leans_right and bool(_ELIDED.match(text, end, min(last, end + 8)))


def _split(text: str, start: int, end: int, last: int) -> list[tuple[int, int]]:
    """A double mark, or a run like `'''` as two marks, the double one outside."""
    if text[start] not in "'’" or text[end : end + 1] != text[start]:
        return [(start, end)]
    after = text[end + 1] if end + 1 < last else " "
    if after.isspace() or after in _AFTER:
        return [(start, start + 1), (start + 1, end + 1)]
    return [(start, end), (end, end + 1)]


def _parts(text: str, begun: int, ended: int, last: int) -> tuple[Sequence[tuple[int, int]], int]:
    """The marks of a run of one character, none of an ornament; where the run is done with."""
    row = _ROW.match(text, begun, last)
    if row is not None:
        return (), row.end()
    parts = _split(text, begun, ended, last) if ended > begun + 1 else [(begun, ended)]
    return parts, parts[-1][1]


def may_quote(text: str, first: int, last: int) -> bool:
    """Whether there are other marks in `text[first:last]` than apostrophes inside words."""
    return _TELLING.search(text, first, last) is not None or (
        # to look for a character is quicker by far than to look for an expression
        (text.find("’", first, last) >= 0 or text.find("'", first, last) >= 0)
        and (text[first] in "'’" or _OUTSIDE.search(text, first, last) is not None)
    )


def marks(text: str, first: int, last: int) -> list[Mark]:
    """The marks in `text[first:last]` that can open or close a quotation, in order.

    Where all are apostrophes inside words, as `may_quote` tells sooner, there are none.
    """
    found: list[Mark] = []
    position = first
    for match in MARK.finditer(text, first, last):
        begun, ended = match.span()
        if begun < position:
            continue
        parts: Sequence[tuple[int, int]] = ((begun, ended),)
        if ended > begun + 1 or text.startswith(text[begun], ended):
            parts, position = _parts(text, begun, ended, last)
        for start, end in parts:
            characters = text[start:end]
            style = _STYLES[characters]
            before = text[start - 1] if start > first else " "
            after = text[end] if end < last else " "
            if style is _SINGLE and (
                (before.isalnum() and after.isalnum())
                or _is_apostrophe(text, start, end, before, last)
            ):
                continue
            mark = start, end, characters, style, _lean(before, after)
            found.append(_new(Mark, mark))
    return found
