"""What is drawn over an article’s tags: what is found, the chosen tag, the passage at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fr_reader.app.marks import Mark
from fr_reader.model import Reading, Span

ORDER = ("found", "chosen", "passage")
"""The layers, the lowest first."""


class Layers:
    """Spans with a role, by layer and paragraph."""

    def __init__(self) -> None:
        self._marks: dict[str, dict[int, list[Mark]]] = {layer: {} for layer in ORDER}

    def show(self, layer: str, reading: Reading, role: str, spans: Sequence[Span]) -> set[int]:
        """Put `spans` on a layer in the place of what was there; the paragraphs this changes."""
        new: dict[int, list[Mark]] = {}
        for span in spans:
            first, last = (reading.paragraph_at(at) for at in (span.start, span.end - 1))
            for index in range(first, last + 1):
                new.setdefault(index, []).append(Mark(span, role))
        old, self._marks[layer] = self._marks[layer], new
        return {index for index in old.keys() | new.keys() if old.get(index) != new.get(index)}

    def marks(self, paragraph: int) -> Iterator[Mark]:
        """The marks on one paragraph, the lowest layer first."""
        for layer in ORDER:
            yield from self._marks[layer].get(paragraph, ())

    def spans(self, layer: str) -> list[Span]:
        """All spans of a layer, in text order."""
        return sorted({m.span for marks in self._marks[layer].values() for m in marks})
