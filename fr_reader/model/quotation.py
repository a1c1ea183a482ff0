"""Quotations: the words of somebody, as the text gives them away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fr_reader.model.article import Article, Paragraph
from fr_reader.model.span import Span, hull, setters


class QuotationKind(StrEnum):
    """How the words are given: inside marks, partly inside marks, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation.

    `segments` are in text order, at most one run inside a paragraph unless an attribution
    interrupts it; the quotation marks are inside. `cue` is the span of the word that says so
    ("said"), `speaker` the span of the mention next to it ("the assembly member"), `who` the name
    that mention resolves to. `rule` names what found it, `confidence` is between 0 and 1 and
    `reason` a sentence for people.
    """

    segments: tuple[Span, ...]
    kind: QuotationKind = QuotationKind.DIRECT
    cue: Span | None = None
    speaker: Span | None = None
    who: str | None = None
    rule: str = ""
    confidence: float = 0.0
    reason: str = ""

    def __init__(  # noqa: PLR0913, PLR0917 - as many as it has fields
        self,
        segments: tuple[Span, ...],
        kind: QuotationKind = QuotationKind.DIRECT,
        cue: Span | None = None,
        speaker: Span | None = None,
        who: str | None = None,
        rule: str = "",
        confidence: float = 0.0,
        reason: str = "",
    ) -> None:
        _set_segments(self, segments)
        _set_kind(self, kind)
        _set_cue(self, cue)
        _set_speaker(self, speaker)
        _set_who(self, who)
        _set_rule(self, rule)
        _set_confidence(self, confidence)
        _set_reason(self, reason)

    @property
    def span(self) -> Span:
        """From the first segment's start to the last one's end."""
        return hull(self.segments)

    def overlaps(self, span: Span) -> bool:
        """Whether any segment shares a code point with `span`."""
        return any(segment.overlaps(span) for segment in self.segments)

    def text(self, text: str) -> tuple[str, ...]:
        """The exact words, a string a segment."""
        return tuple(segment.of(text) for segment in self.segments)


(
    _set_segments,
    _set_kind,
    _set_cue,
    _set_speaker,
    _set_who,
    _set_rule,
    _set_confidence,
    _set_reason,
) = setters(Quotation)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as fr-reader reads it: its paragraphs and the quotations found in it."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...] = ()

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph holding `offset`, or the nearest one before it (else 0)."""
        low, high = 0, len(self.paragraphs)
        while low < high:
            middle = (low + high) // 2
            if self.paragraphs[middle].span.start <= offset:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)

    def paragraph_numbers(self, span: Span) -> tuple[int, int]:
        """The ¶ numbers, from 1, of the first and the last paragraph `span` touches."""
        return self.paragraph_at(span.start) + 1, self.paragraph_at(
            max(span.start, span.end - 1)
        ) + 1
