"""Words: what counts as one, and where each stands."""

from __future__ import annotations

import re

from fr_reader.model import Span

TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*(?:\w|-)*)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}(?:['’]s\b)?|[^\W_]\w*(?:['’‑.@&/-]\w+)*)"
    r"|(?P<mark>--+|[^\w\s])"
)
_WORD = re.compile(r"\w+(?:['’‑.,@&/-]\w+)*")


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words of `text` inside `span`; hyphens and apostrophes inside a word stay."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end))
