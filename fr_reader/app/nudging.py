"""Moving one edge of a passage by a word: what a tag covers after a nudge."""

from __future__ import annotations

from fr_reader.app.cursor import Moves, Unit
from fr_reader.model import Span


def nudged(
    moves: Moves, segments: tuple[Span, ...], by: int, beginning: bool = False
) -> tuple[Span, ...] | None:
    """The segments with their end, or their `beginning`, moved a word forward (`by` 1) or back.

    The end stops at the ends of words, the beginning at their beginnings, both at the edges of
    their paragraph. None where the edge is as far as it can go, so that a word stays.
    """
    at = 0 if beginning else -1
    old = segments[at]
    paragraph = moves.reading.paragraphs[moves.reading.paragraph_at(old.start)].span
    here = old.start if beginning else old.end
    words = moves.units(Unit.WORD, moves.reading.paragraph_at(old.start))
    edge = paragraph.start if beginning else paragraph.end
    stops = sorted({edge, *(word.start if beginning else word.end for word in words)})
    ahead = [stop for stop in stops if (stop > here if by > 0 else stop < here)]
    if not ahead:
        return None
    stop = ahead[0] if by > 0 else ahead[-1]
    if (stop >= old.end) if beginning else (stop <= old.start):
        return None
    new = Span(stop, old.end) if beginning else Span(old.start, stop)
    return (new, *segments[1:]) if beginning else (*segments[:-1], new)
