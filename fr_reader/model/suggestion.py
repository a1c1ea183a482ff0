"""Suggestions: what the machine proposes, before a person stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.model.span import Span, hull

MACHINE = "machine:rules@2"
"""The coder suggestions come from; the number grows when the rules change what they find."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal for one passage: a speaker by name (`who`), or a code by its id (`code`).

    `segments` are spans in text order. `confidence` is between 0 and 1, `reason` a sentence for
    people, `rule` the name of the rule that made it, `coder` who it comes from. `stance` is how the
    speaker stands to what the code says, where the cue tells. Raises ValueError unless there is
    exactly one of `who` and `code`.
    """

    segments: tuple[Span, ...]
    who: str = ""
    code: str = ""
    reason: str = ""
    rule: str = ""
    confidence: float = 0.0
    coder: str = MACHINE
    stance: str = ""

    def __post_init__(self) -> None:
        if bool(self.who) == bool(self.code):
            raise ValueError("a suggestion has a speaker or a code")

    @property
    def span(self) -> Span:
        """From the first segment's start to the last one's end."""
        return hull(self.segments)

    @property
    def key(self) -> tuple[tuple[Span, ...], str]:
        """What it is about: passage and code; decided once, it is not proposed again."""
        return self.segments, self.code
