"""How far the work on an article is, counted off the screen's thread for the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fr_reader.app.screens.library_rows import Line, Progress
from fr_reader.model import FrReaderError, Span

if TYPE_CHECKING:
    from fr_reader.store import Store


class Counting:
    """Counts what is done of the articles in `store`.

    What was found in a text is kept by its hash: a text does not change.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._quotations: dict[str, tuple[tuple[Span, ...], ...]] = {}

    def counted(self, line: Line) -> Line:
        """The line with its progress and what is astray, or with why they cannot be known."""
        try:
            progress = Progress.of(self._segments(line), self._store.annotations(line.id))
            return replace(line, progress=progress, problem="", astray=self._astray(line))
        except FrReaderError as error:
            return replace(line, progress=None, problem=str(error), astray=0)

    def _segments(self, line: Line) -> tuple[tuple[Span, ...], ...]:
        from fr_reader.text import read  # noqa: PLC0415 - not needed for the first paint

        if line.sha256 not in self._quotations:
            reading = read(self._store.article(line.id))
            self._quotations[line.sha256] = tuple(q.segments for q in reading.quotations)
        return self._quotations[line.sha256]

    def _astray(self, line: Line) -> int:
        """How many of the user's annotations wait to be placed in a new text."""
        waiting = self._store.astray(line.id) if line.revised else ()
        return sum(each.annotation.coder == self._store.coder for each in waiting)
