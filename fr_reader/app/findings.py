"""What has been found in an article, made ready in a thread so that showing it costs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fr_reader.app.cursor import Moves
from fr_reader.app.here import Found
from fr_reader.app.triage import Proposals
from fr_reader.model import Description, Reading, Span, Suggestion
from fr_reader.store.speaking import NOBODY
from fr_reader.text import words


@dataclass(frozen=True, slots=True)
class Findings:
    """The quotations of a reading, what is suggested to tag, who was found to say how much."""

    moves: Moves
    proposals: Proposals
    said: Found
    described: Mapping[str, Description]

    @classmethod
    def of(
        cls,
        reading: Reading,
        suggestions: Iterable[Suggestion] = (),
        described: Mapping[str, Description] = NOBODY,
    ) -> Findings:
        """Everything there is to know of a reading."""

        def count(span: Span) -> int:
            return len(words(reading.article.text, span))

        said = Found(reading, count)
        return cls(Moves(reading), Proposals(suggestions), said, described)
