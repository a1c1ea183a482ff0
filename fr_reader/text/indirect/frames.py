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
        (35, 0.96),
        (30, 0.94),
        (25, 0.91),
        (20, 0.86),
        (15, 0.81),
        (10, 0.68),
        (5, 0.6),
        (0, 0.46),
        (_LOWEST, 0.35),
    ),
    "passive": ((25, 0.9), (10, 0.63), (5, 0.45), (_LOWEST, 0.35)),
    "content-source-cue": ((25, 0.96), (10, 0.75), (_LOWEST, 0.4)),
    "content-cue-source": ((35, 0.93), (25, 0.55), (_LOWEST, 0.3)),
    "according-to": ((25, 0.95), (20, 0.77), (_LOWEST, 0.55)),
}
"""By rule: from which score on, how often it was right."""


@dataclass(slots=True)
class Sentence:
    """A sentence `[first, last)` without its final mark, and the scores of its possible cues."""

    first: int
    last: int
    scores: dict[int, int]
    subjects: dict[int, Range | None] = field(default_factory=dict)
