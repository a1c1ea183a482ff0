"""Which of the status lines suits what is under the cursor."""

from __future__ import annotations

from fr_reader.app.here import Here
from fr_reader.app.reader_state import ReaderState
from fr_reader.model import Span


def context(state: ReaderState, here: Here | None, found: tuple[Span, ...] = ()) -> str:
    """The place, as `hinted` names it, whose keys are the next useful ones.

    `found` are the places where what is looked for stands. Of a mode of the reader, such as a
    selection, the screen knows itself.
    """
    if here is None or state.passage is None:
        return "blank"
    if state.passage.segments[0] in found:
        return "found"
    if state.proposed is not None:
        return "suggestion"
    if here.chosen is not None:
        return "tags" if len(here.own) > 1 else "tagged"
    if here.quotation is not None:
        return "quotation"
    if state.pending:
        return "reader"
    return "done" if len(state.proposals) else "plain"
