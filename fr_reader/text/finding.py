"""Finding words in an article: as they are typed, or by a regular expression with a time limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from fr_reader.model import FrReaderError, Span
from fr_reader.text.graphemes import whole

MOST = 10_000
"""Places found at the most; nobody goes through more."""
SECONDS = 0.5
"""How long a regular expression may run over one text."""

_ALIKE = {"'": "['’‘‚‛]", "’": "['’‘]", '"': '["“”„‟«»]', "-": "[-‐‑‒–—]"}


class FindError(FrReaderError):
    """What was looked for cannot be: the message says why in a sentence."""


def find(text: str, wanted: str, pattern: bool = False) -> tuple[Span, ...]:
    """Where `wanted` stands in `text`, in text order, whole characters, at most `MOST` places.

    Case counts only where `wanted` has a capital (“smart case”). Literal words are found across
    line ends, and straight quotation marks, apostrophes and hyphens find the typographic ones.
    With `pattern`, `wanted` is a regular expression of the `regex` library; FindError says what
    is wrong with it, or that it takes longer than `SECONDS`.
    """
    if not wanted.strip():
        return ()
    found = _by_pattern(text, wanted) if pattern else _literally(text, wanted)
    spans: list[Span] = []
    for span in found:
        wide = whole(text, span)
        if not spans or wide.start >= spans[-1].end:
            spans.append(wide)
        if len(spans) == MOST:
            break
    return tuple(spans)


def _is_smart(wanted: str) -> bool:
    return any(letter.isupper() for letter in wanted)


def _literally(text: str, wanted: str) -> Iterator[Span]:
    flags = 0 if _is_smart(wanted) else re.IGNORECASE
    for match in _literal(wanted, flags).finditer(text):
        yield Span(*match.span())


@lru_cache(64)
def _literal(wanted: str, flags: int) -> re.Pattern[str]:
    parts = (
        r"\s+" if part.isspace() else "".join(_ALIKE.get(c, re.escape(c)) for c in part)
        for part in re.split(r"(\s+)", wanted.strip())
    )
    return re.compile("".join(parts), flags)


def _by_pattern(text: str, wanted: str) -> list[Span]:
    import regex  # noqa: PLC0415 - only where it is asked for

    flags = regex.MULTILINE | (0 if _is_smart(wanted) else regex.IGNORECASE)
    try:
        compiled: Any = regex.compile(wanted, flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise FindError(f"not a regular expression: {error}") from error
    spans = []
    try:
        for match in compiled.finditer(text, timeout=SECONDS):
            if match.end() > match.start():
                spans.append(Span(*match.span()))
            if len(spans) == MOST:
                break
    except TimeoutError as error:
        raise FindError("this expression takes too long: make it simpler") from error
    return spans
