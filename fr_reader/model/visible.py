"""Making untrusted text safe to show: what would command a terminal becomes a visible symbol.

One code point goes in, one comes out, so offsets keep their meaning. C0 controls and DEL become
their Unicode control pictures (U+2400 block); C1 controls, line and paragraph separators and
the bidirectional embeddings, overrides and isolates (Unicode UAX #9, the characters of the
"Trojan Source" paper, Boucher and Anderson 2021) become symbols of ours; lone surrogates and
noncharacters become the replacement character.
"""

from __future__ import annotations

import re

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SURROGATES = range(0xD800, 0xE000)


def _table() -> dict[int, int]:
    table = {code: 0x2400 + code for code in range(0x20)}
    table[0x7F] = 0x2421
    table |= dict.fromkeys(range(0x80, 0xA0), ord("⍰"))
    table |= {0x2028: ord("␤"), 0x2029: ord("␤")}
    table |= dict.fromkeys(map(ord, _BIDI), ord("⍇"))
    table |= dict.fromkeys(_SURROGATES, 0xFFFD)
    table |= dict.fromkeys((0xFEFF, 0xFFFE, 0xFFFF), 0xFFFD)
    return table


_TABLE = _table()
_LINES = {code: symbol for code, symbol in _TABLE.items() if code != 0x0A}
_TEXT = {code: symbol for code, symbol in _LINES.items() if code != 0x09}
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """`text` for one line of a screen: newlines and tabs become symbols too."""
    return text.translate(_TABLE) if _UNSAFE.search(text) else text


def visible_lines(text: str) -> str:
    """`text` for several lines of a screen: newlines stay, a tab becomes a symbol."""
    return text.translate(_LINES) if _UNSAFE.search(text) else text


def visible_text(text: str) -> str:
    """`text` for the clipboard and for files: newlines and tabs stay."""
    return text.translate(_TEXT) if _UNSAFE.search(text) else text
