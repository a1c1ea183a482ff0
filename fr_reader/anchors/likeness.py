"""Likeness: how far apart two passages are, and the part of a text nearest to a passage.

Distances are Levenshtein's, by the bit-parallel method of Myers (Journal of the ACM 46, 1999)
with Python's integers as bit vectors: the work is the text's length times the passage's length
over the size of a machine word.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence


def likeness(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """From 0, nothing in common, to 1, the same: one less the distance over the longer length.

    The distance is counted in characters of texts, and in words of tuples of words.
    """
    longer = max(len(one), len(other))
    if not longer or one == other:
        return 1.0
    if not one or not other:
        return 0.0
    return 1 - list(_distances(one, other, anywhere=False))[-1] / longer


def nearest(passage: str, text: str) -> tuple[int, int, int]:
    """The part of `text` nearest to `passage`: its distance, start and end.

    Of parts equally near the first to end, and then the shortest, is taken.
    """
    if not passage or not text:
        return len(passage), 0, 0
    best, end = len(passage), 0
    for at, distance in enumerate(_distances(passage, text, anywhere=True), 1):
        if distance < best:
            best, end = distance, at
    backwards = text[max(0, end - len(passage) - best) : end][::-1]
    for length, distance in enumerate(_distances(passage[::-1], backwards, anywhere=False), 1):
        if distance == best:
            return best, end - length, end
    return best, end, end


def _distances(
    passage: Sequence[Hashable], text: Sequence[Hashable], *, anywhere: bool
) -> Iterator[int]:
    """After each character of `text`, the distance of `passage` to what ends there.

    That is all of `text` so far, or, `anywhere`, the nearest part of it.
    """
    masks: dict[Hashable, int] = {}
    for bit, char in enumerate(passage):
        masks[char] = masks.get(char, 0) | 1 << bit
    everything, top = (1 << len(passage)) - 1, 1 << (len(passage) - 1)
    first = 0 if anywhere else 1
    plus, minus, distance = everything, 0, len(passage)
    for char in text:
        same = masks.get(char, 0)
        vertical = same | minus
        across = (((same & plus) + plus) ^ plus) | same
        up = (minus | ~(across | plus)) & everything
        down = plus & across
        distance += bool(up & top) - bool(down & top)
        up = (up << 1 | first) & everything
        down = (down << 1) & everything
        plus = (down | ~(vertical | up)) & everything
        minus = up & vertical
        yield distance
