"""What differs between two versions of a passage, word by word, to be shown side by side."""

from __future__ import annotations

from collections.abc import Iterator

from fr_reader.anchors.blocks import in_order
from fr_reader.anchors.tokens import Tokens, compared
from fr_reader.model import Span


def differing(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of `old` that are not in `new`, and of `new` that are not in `old`.

    Spans are half-open ranges of code points and begin and end with a word or a sign; quotation
    marks, hyphens and spaces that read the same do not differ.
    """
    before, after = compared(old, new)
    blocks = in_order(before.ids, after.ids)
    gone = _between(before, [(block.old, block.size) for block in blocks])
    come = _between(after, [(block.new, block.size) for block in blocks])
    return tuple(gone), tuple(come)


def _between(tokens: Tokens, same: list[tuple[int, int]]) -> Iterator[Span]:
    """Where the tokens stand that are in none of the runs `same`, each a start and a size."""
    at = 0
    for start, size in [*same, (len(tokens), 0)]:
        if start > at:
            yield tokens.span(at, start)
        at = start + size
