"""Words: what counts as one, and where each stands."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from fr_reader.model import Span

TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*(?:\w|-)*)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}(?:['’]s\b)?|[^\W_][\w\u0300-\u036f]*(?:['’‑.@&/-][\w\u0300-\u036f]+)*)"
    r"|(?P<mark>--+|[^\w\s])"
)
_WORD = re.compile(r"\w+(?:['’‑.,@&/-]\w+)*")


_MARKS_FROM = "\u0300"
"""The first combining mark; in a text that stays below it, letters have none."""


@cache
def _marked_word() -> Any:
    """As `_WORD`, with the marks that letters of many scripts carry, which `re` cannot name."""
    import regex  # noqa: PLC0415 - most texts have no such marks

    letter = r"[\w\p{M}\u200c\u200d]"
    return regex.compile(rf"\w{letter}*(?:['’‑.,@&/-]\w{letter}*)*")


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words of `text` inside `span`; hyphens and apostrophes inside a word stay."""
    part = span.of(text)
    plain = part.isascii() or max(part, default="") < _MARKS_FROM or not _has_marks(part)
    found = (_WORD if plain else _marked_word()).finditer(text, span.start, span.end)
    return tuple(Span(*match.span()) for match in found)


def _has_marks(part: str) -> bool:
    """Whether any character is a combining mark; typographic marks alone are none."""
    return any(char >= _MARKS_FROM and unicodedata.category(char)[0] == "M" for char in set(part))
