"""Grapheme clusters: what a reader takes for one character, and edges that never split one.

Clusters are those of Unicode Standard Annex 29, as the `regex` library finds them. It is imported
when the first text that is not plain ASCII asks for it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from fr_reader.model import Span

_WINDOW = 200
"""How far from an edge a cluster is looked for; longer ones, which no script has, may be split."""


@cache
def _cluster() -> Any:
    import regex  # noqa: PLC0415

    return regex.compile(r"\X")


def graphemes(text: str, span: Span) -> tuple[Span, ...]:
    """The clusters of `text` inside `span`, which hold all of it."""
    if span.of(text).isascii() and "\r" not in span.of(text):
        return tuple(Span(at, at + 1) for at in range(span.start, span.end))
    found = _cluster().finditer(text, span.start, span.end)
    return tuple(Span(*match.span()) for match in found)


def whole(text: str, span: Span) -> Span:
    """`span` widened to whole clusters of `text`; an empty one stays empty."""
    start = _edge(text, span.start)[0]
    end = _edge(text, span.end)[1] if span.end > span.start else start
    return span if (start, end) == (span.start, span.end) else Span(start, end)


def _edge(text: str, at: int) -> tuple[int, int]:
    """Where the cluster that `at` would split begins and ends; `at` twice where it splits none."""
    if not 0 < at < len(text) or (text[at - 1] < "\x7f" and "\n" != text[at] < "\x7f"):
        return at, at
    low = max(0, at - _WINDOW)
    begin = max(text.rfind(" ", low, at), low)
    for match in _cluster().finditer(text, begin, min(len(text), at + _WINDOW)):
        if match.start() < at < match.end():
            return match.start(), match.end()
        if match.start() >= at:
            break
    return at, at
