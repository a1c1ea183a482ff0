"""Text objects: the quotation, sentence, clause, paragraph or word under the cursor as a whole.

“Inside” leaves out the quotation marks at the edges, “around” takes them in, and with a clause the
mark that ends it. White space around is never taken: nobody cites it.
"""

from __future__ import annotations

import re

from fr_reader.app.cursor import Moves, Selection, Unit
from fr_reader.model import Quotation, Span

_PAIRS = tuple(map(tuple, ("“”", "‘’", "«»", "‹›", "„“", "‚‘", "»«", "›‹", '""', "''")))
_INSIDE_A_WORD = re.compile(r"(?<=\w)[’'](?=\w)")
_BRACKETS = {")": "(", "]": "["}
_ENDS = ",;:—–”’»›"


def segments_of(
    moves: Moves, unit: Unit, span: Span, around: bool, again: bool = False
) -> tuple[Span, ...]:
    """The segments of the units that `span` touches; none where there is no such thing.

    `again` takes in the next one of the paragraph as well. A quotation is all its segments.
    """
    if unit is Unit.QUOTATION:
        return _quotation(moves, span, around)
    first = moves.unit_at(unit, span.start)
    last = moves.unit_at(unit, max(span.start, span.end - 1))
    if first is None or last is None:
        return ()
    if again:
        last = _next(moves, unit, last) or last
    text = moves.reading.article.text
    taken = Span(min(first.start, last.start), max(first.end, last.end))
    return (_edges(text, taken, unit, around),)


def _next(moves: Moves, unit: Unit, last: Span) -> Span | None:
    """The unit of the same paragraph that begins behind `last`."""
    later = moves.unit_at(unit, min(last.end, _paragraph_end(moves, last) - 1))
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


def closed(text: str, selection: Selection) -> Selection:
    """The selection with the bracket that closes one opened in it, if that follows its end."""
    span = selection.span
    pair = _BRACKETS.get(text[span.end : span.end + 1])
    inside = span.of(text)
    if pair is None or inside.count(pair) <= inside.count(text[span.end]):
        return selection
    if selection.point == span.end:
        return Selection(selection.anchor, span.end + 1)
    return Selection(Span(selection.anchor.start, span.end + 1), selection.point)


def before_marks(text: str, start: int) -> int:
    """Where the marks begin that touch the word at `start`: “ of “fear."""
    while start and not (text[start - 1].isspace() or text[start - 1].isalnum()):
        start -= 1
    return start


def behind_marks(text: str, end: int) -> int:
    """Where the marks end that touch the word that ends at `end`: .” of fear.”"""
    while end < len(text) and not (text[end].isspace() or text[end].isalnum()):
        end += 1
    return end


def with_marks(text: str, selection: Selection) -> Selection:
    """The selection with the marks that touch the end that moves."""
    span = selection.span
    if selection.point == span.end:
        return Selection(selection.anchor, behind_marks(text, span.end))
    return Selection(selection.anchor, before_marks(text, span.start))


def _edges(text: str, span: Span, unit: Unit, around: bool) -> Span:
    if not around:
        bare = span if unit is Unit.WORD else _bare(text, span)
        while unit is Unit.CLAUSE and len(bare) > 1 and text[bare.end - 1] in ",;:":
            bare = Span(bare.start, bare.end - 1)
        return bare
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
