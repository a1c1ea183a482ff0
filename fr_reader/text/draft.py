"""A draft: one quotation being put together, before it is told who its speaker is."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.model import Span
from fr_reader.text.indirect.extents import widened
from fr_reader.text.mentions import whole_mention
from fr_reader.text.phrases import Range
from fr_reader.text.place import Finding
from fr_reader.text.stream import Stream


@dataclass(slots=True)
class Draft:
    """A quotation being put together; `carried` is the one whose speaker it takes over.

    `reported` tells that its segments are a reported clause; `absorbed` that the clause of another
    draft holds it; `named` is where the text names a speaker whose mention is but a label.
    """

    segments: list[Span]
    rule: str
    confidence: float
    cue: Span | None = None
    speaker: Span | None = None
    mixed: bool = False
    carried: Draft | None = None
    reported: bool = False
    absorbed: bool = False
    named: Span | None = None

    def attribute(self, stream: Stream, finding: Finding) -> None:
        """Take cue and speaker from a finding in `stream`."""
        self.rule, self.confidence = finding.rule, finding.confidence
        cue = widened(stream, finding.cue, finding.speaker) if finding.cue else None
        self.cue = span_of(stream, cue)
        speaker = whole_mention(stream, finding.speaker) if finding.speaker else None
        self.speaker = span_of(stream, speaker)
        self.mixed = finding.mixed
        self.carried = None


def span_of(stream: Stream, tokens: Range | None) -> Span | None:
    """Where a range of tokens stands in the text."""
    return stream.span(*tokens) if tokens else None
