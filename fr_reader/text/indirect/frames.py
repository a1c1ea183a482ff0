"""Frames: a cue with its source and what it reports, as ranges of tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from fr_reader.text.phrases import Range


@dataclass(slots=True)
class Frame:
    """One attribution in a paragraph; `contents` are ranges of tokens in text order."""

    rule: str
    head: int
    cue: Range
    source: Range | None
    contents: list[Range] = field(default_factory=list)
    score: int = 0

    @property
    def confidence(self) -> float:
        """How often content and source were right, counted by rule and by score."""
        for score, sure in _SURE[self.rule]:
            if self.score >= score:
                return sure
        return 0.0


_LOWEST = -1_000
_SURE: dict[str, tuple[tuple[int, float], ...]] = {
    "source-cue-content": (
        (45, 0.95),
        (30, 0.89),
        (20, 0.81),
        (10, 0.71),
        (5, 0.61),
        (_LOWEST, 0.43),
    ),
    "passive": ((10, 0.75), (5, 0.67), (_LOWEST, 0.52)),
    "content-source-cue": ((20, 0.95), (_LOWEST, 0.82)),
    "content-cue-source": ((30, 0.78), (_LOWEST, 0.56)),
    "according-to": ((_LOWEST, 0.84),),
}
"""By rule: from which score on, how often it was right."""


@dataclass(slots=True)
class Sentence:
    """A sentence `[first, last)` without its final mark, and the scores of its possible cues."""

    first: int
    last: int
    scores: dict[int, int]
    subjects: dict[int, Range | None] = field(default_factory=dict)
