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
        (40, 0.98),
        (35, 0.97),
        (30, 0.96),
        (25, 0.93),
        (20, 0.87),
        (15, 0.83),
        (10, 0.74),
        (5, 0.63),
        (0, 0.52),
        (_LOWEST, 0.44),
    ),
    "passive": ((20, 0.79), (10, 0.61), (5, 0.53), (_LOWEST, 0.45)),
    "content-source-cue": ((35, 0.96), (25, 0.91), (20, 0.85), (10, 0.77), (_LOWEST, 0.5)),
    "content-cue-source": ((35, 0.97), (30, 0.87), (_LOWEST, 0.3)),
    "words-of": ((_LOWEST, 0.8),),
    "according-to": ((25, 0.92), (15, 0.81), (_LOWEST, 0.6)),
}
"""By rule: from which score on, how often it was right."""


@dataclass(slots=True)
class Sentence:
    """A sentence `[first, last)` without its final mark, and the scores of its possible cues."""

    first: int
    last: int
    scores: dict[int, int]
    subjects: dict[int, Range | None] = field(default_factory=dict)
