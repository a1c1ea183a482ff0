"""Where the reader is in an article: the cursor, a selection, and the ways to move them."""

from __future__ import annotations

from fr_reader.app.cursor import Focus, Moves, Selection, Unit
from fr_reader.app.objects import segments_of
from fr_reader.model import Reading, Span, hull


class CursorState:
    """The cursor (`focus`, None in an empty article) and the selection, if there is one.

    `_chosen` is the id of the tag chosen under the cursor; moving the cursor forgets it.
    """

    def __init__(self, reading: Reading) -> None:
        self.moves = Moves(reading)
        self.focus: Focus | None = self.moves.first()
        self.selection: Selection | None = None
        self._chosen = ""

    @property
    def reading(self) -> Reading:
        """The article as it is read so far; quotations may still come."""
        return self.moves.reading

    @property
    def has_chosen(self) -> bool:
        """Whether the user has chosen a tag under the cursor, or just made one."""
        return bool(self._chosen)

    @property
    def passage(self) -> Focus | None:
        """What a tag applies to: the selection, else what the cursor is on."""
        if self.selection is None:
            return self.focus
        if self.selection.exact:
            return Focus(Unit.SELECTION, self.selection.exact)
        return self.moves.selection(self.selection.span) or self.focus

    def step(self, unit: Unit, by: int) -> bool:
        """Move the cursor, or the selection's end, by one unit; False at the edge."""
        if self.focus is None:
            return False
        if self.selection is not None:
            before = self.selection
            self.selection = self.moves.extend(before, unit, by)
            return self.selection != before
        there = self.moves.step(self.focus, unit, by)
        if there is None:
            return False
        self.focus, self._chosen = there, ""
        return True

    def go_to(self, paragraph: int) -> None:
        """Put the cursor on a paragraph, counted from 0, or let a selection reach over it."""
        if self.focus is None:
            return
        there = self.moves.paragraph(paragraph)
        if self.selection is not None:
            anchor = self.selection.anchor
            ahead = there.span.end >= anchor.end
            self.selection = Selection(anchor, there.span.end if ahead else there.span.start)
        else:
            self.focus, self._chosen = there, ""

    def select(self) -> None:
        """Begin a selection under the cursor, or end it."""
        if self.selection is not None:
            self.selection = None
        elif self.focus is not None:
            self.selection = self.moves.begin(self.focus)

    def select_object(self, unit: Unit, around: bool) -> bool:
        """Select the `unit` the cursor begins in as a whole, or all that a selection touches; asked
        again, the next one as well. False where there is none."""
        if self.passage is None:
            return False
        again = self.selection is not None and bool(self.selection.exact)
        span = self.passage.span
        if self.selection is None and unit is not Unit.QUOTATION:
            span = Span(span.start, min(span.start + 1, span.end))
        segments = segments_of(self.moves, unit, span, around, again)
        if segments:
            whole = hull(segments)
            self.selection = Selection(Span(whole.start, whole.start + 1), whole.end, segments)
        return bool(segments)

    def turn_round(self) -> bool:
        """Let the other end of the selection move from now on; False where nothing is selected."""
        if self.selection is None:
            return False
        span, at_end = self.selection.span, self.selection.point >= self.selection.anchor.end
        anchor = Span(span.end - 1, span.end) if at_end else Span(span.start, span.start + 1)
        self.selection = Selection(anchor, span.start if at_end else span.end, self.selection.exact)
        return True

    def land(self, span: Span, unit: Unit = Unit.SELECTION) -> bool:
        """Put the cursor on `span`, or let a selection reach over it; False in an empty article."""
        there = self.moves.selection(span)
        if there is None or self.focus is None:
            return False
        if self.selection is not None:
            anchor = self.selection.anchor
            ahead = span.start >= anchor.start
            self.selection = Selection(anchor, span.end if ahead else span.start)
        else:
            self.focus, self._chosen = Focus(unit, there.segments), ""
        return True

    def visit(self, offset: int) -> None:
        """Put the cursor on the quotation, or else the speaker’s mention, that begins here."""
        for index, quotation in enumerate(self.reading.quotations):
            if quotation.segments[0].start == offset:
                self.focus, self._chosen = self.moves.quotation(index), ""
                return
        mentions = (q.speaker for q in self.reading.quotations if q.speaker is not None)
        mention = next((span for span in mentions if span.start == offset), None)
        if mention is not None:
            self.land(mention)

    def drag(self, start: int, end: int) -> None:
        """Select from one offset to another, as a mouse does; both characters are inside."""
        low, high = min(start, end), max(start, end)
        high = min(high + 1, len(self.reading.article.text))
        anchor, point = (low, high) if start <= end else (high - 1, low)
        self.selection = Selection(Span(anchor, min(anchor + 1, high)), point)

    def point(self, offset: int) -> None:
        """Put the cursor on what is at `offset`: its quotation, else its paragraph."""
        if self.focus is None:
            return
        self.selection, self._chosen = None, ""
        index = self.moves.quoted.holding(offset)
        if index is not None:
            self.focus = self.moves.quotation(index)
            return
        self.focus = self.moves.paragraph(self.reading.paragraph_at(offset))

    def back_out(self) -> bool:
        """End a selection, else widen the cursor to its paragraph; False when there is neither."""
        if self.selection is not None:
            self.selection = None
            return True
        if self.focus is not None and self.focus.unit is not Unit.PARAGRAPH:
            self.go_to(self.reading.paragraph_at(self.focus.span.start))
            return True
        return False
