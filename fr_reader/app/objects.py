"""Text objects: the quotation, sentence, clause, paragraph or word under the cursor as a whole.

“Inside” leaves out the quotation marks at the edges, “around” takes them in, and with a clause the
mark that ends it. White space around is never taken: nobody cites it.
"""

from __future__ import annotations

import re

from fr_reader.app.cursor import Moves, Unit
from fr_reader.model import Quotation, Span

_PAIRS = tuple(map(tuple, ("“”", "‘’", "«»", "‹›", "„“", "‚‘", "»«", "›‹", '""', "''")))
_INSIDE_A_WORD = re.compile(r"(?<=\w)[’'](?=\w)")
_ENDS = ",;:—–”’»›"


def segments_of(moves: Moves, unit: Unit, span: Span, around: bool) -> tuple[Span, ...]:
    """The segments of the `unit` that `span` begins in; none where there is no such thing.

    Where `span` is that unit already, or several, the next one comes in as well: asking again
    selects more. A quotation is all its segments.
    """
    if unit is Unit.QUOTATION:
        return _quotation(moves, span, around)
    first = moves.unit_at(unit, span.start)
    if first is None:
        return ()
    text = moves.reading.article.text
    taken = _edges(text, first, unit, around)
    if not _within(span, taken):
        further = _next(moves, unit, span)
        end = _edges(text, further, unit, around).end if further else span.end
        taken = Span(min(taken.start, span.start), max(end, span.end))
    return (taken,)


def _within(span: Span, taken: Span) -> bool:
    """Whether taking `taken` selects more than `span` did, or less on purpose."""
    return taken.start <= span.start and span.end <= taken.end and span != taken


def _next(moves: Moves, unit: Unit, span: Span) -> Span | None:
    """The unit of the same paragraph that begins behind `span`."""
    last = moves.unit_at(unit, max(span.start, span.end - 1))
    if last is None:
        return None
    later = moves.unit_at(unit, min(last.end, _paragraph_end(moves, span) - 1))
    return later if later is not None and later.start >= last.end else None


def _paragraph_end(moves: Moves, span: Span) -> int:
    reading = moves.reading
    return reading.paragraphs[reading.paragraph_at(max(span.start, span.end - 1))].span.end


def _quotation(moves: Moves, span: Span, around: bool) -> tuple[Span, ...]:
    touched = [q for q in moves.reading.quotations if any(s.overlaps(span) for s in q.segments)]
    if not touched:
        return ()
    quotation: Quotation = min(touched, key=lambda q: len(q.span))
    text = moves.reading.article.text
    return tuple(s if around else _bare(text, s) for s in quotation.segments)


def _edges(text: str, span: Span, unit: Unit, around: bool) -> Span:
    if not around:
        return span if unit is Unit.WORD else _bare(text, span)
    start, end = span.start, span.end
    while end < len(text) and unit is Unit.CLAUSE and text[end] in _ENDS:
        end += 1
    return Span(start, end)


def _bare(text: str, span: Span) -> Span:
    """Without quotation marks at its edges; as it is where nothing else would be left.

    A mark goes where the pair encloses all of it, or where its partner is not inside.
    """
    words = _INSIDE_A_WORD.sub("_", span.of(text))
    for opening, closing in _PAIRS:
        opens, closes = words.startswith(opening), len(words) > 1 and words.endswith(closing)
        if closes and closing in "’'" and not opens:
            closes = not words[-2].isalnum()  # “the boys’” ends with an apostrophe
        inner = words[opens : len(words) - closes]
        within = inner.count(opening) + inner.count(closing)
        if (opens and closes and not within) or (opens != closes and within % 2 == 0):
            start, end = span.start + opens, span.end - closes
            return Span(start, end) if start < end else span
    return span
