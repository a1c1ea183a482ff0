"""The colours codes may have, and the red, green and blue other programs have in their place."""

from __future__ import annotations

import re

from fr_reader.model import COLOURS

_RGB = {
    "blue": "#1f5fa8",
    "red": "#b3261e",
    "violet": "#6f42c1",
    "green": "#2e7d32",
    "teal": "#00796b",
    "amber": "#9a6700",
    "pink": "#ad1457",
    "brown": "#795548",
}
assert tuple(_RGB) == COLOURS
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})")
_GREY = 30
"""A colour whose parts differ by less is a grey, which no code of ours has."""


def rgb(colour: str) -> str:
    """A colour of a code as `#rrggbb`; empty where it is none."""
    return _RGB.get(colour, "")


def nearest(written: str) -> str:
    """The colour of a code that comes nearest to `#rrggbb` or `#rgb`; empty for greys and for
    what is no colour."""
    found = _HEX.fullmatch(written.strip().lower())
    if found is None:
        return ""
    parts = _parts(found[1])
    if max(parts) - min(parts) < _GREY:
        return ""
    return min(_RGB, key=lambda name: _apart(parts, _parts(_RGB[name][1:])))


def _parts(digits: str) -> tuple[int, ...]:
    size = len(digits) // 3
    pairs = (digits[at : at + size] * (2 // size) for at in range(0, len(digits), size))
    return tuple(int(pair, 16) for pair in pairs)


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
