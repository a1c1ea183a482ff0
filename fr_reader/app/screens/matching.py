"""Which options a few typed letters mean, the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

PREFIX, WORD, INSIDE, SCATTERED = range(4)
"""How well a label fits, best first: it begins so, a word of it does, it holds it, or it holds the
letters in this order."""


def fold(text: str) -> str:
    """`text` without case and accents, for comparing: `Zoë` is `zoe`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def fit(query: str, text: str) -> int | None:
    """How well `text` fits `query`, both folded: a rank, 0 the best, or None where it does not."""
    place = text.find(query)
    if place == 0:
        return PREFIX
    if place > 0:
        return WORD if re.search(rf"(?<!\w){re.escape(query)}", text) else INSIDE
    letters = iter(text)
    return SCATTERED if all(letter in letters for letter in query if letter != " ") else None


def best(query: str, candidates: Sequence[Sequence[str]]) -> list[int]:
    """The indices of the candidates that fit `query`, the best first, else in their own order.

    A candidate is its folded label, then further folded words it answers to; those count only as
    wholes, after a label that fits as well.
    """
    wanted = fold(query.strip())
    if not wanted:
        return list(range(len(candidates)))
    ranked: list[tuple[float, int]] = []
    for index, (label, *others) in enumerate(candidates):
        ranks = [float(rank) for rank in (fit(wanted, label),) if rank is not None]
        further = (fit(wanted, other) for other in others)
        ranks += [rank + 0.5 for rank in further if rank is not None and rank != SCATTERED]
        if ranks:
            ranked.append((min(ranks), index))
    return [index for _, index in sorted(ranked)]
