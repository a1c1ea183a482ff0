"""Triage: going through what the machine proposes, one suggestion after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fr_reader.app.cursor import Focus, Unit
from fr_reader.model import Annotations, Span, Status, Suggestion


def pending(
    suggestions: Iterable[Suggestion],
    annotations: Annotations,
    coder: str,
    end: Callable[[str], str] = str,
) -> tuple[Suggestion, ...]:
    """The suggestions `coder` has not decided on, in text order; `end` is what a code counts as.

    One is decided once the coder has given its passage a speaker or its code, or turned it down.
    A passage that is turned down as a quotation has no further suggestions.
    """
    own = annotations.where(lambda a: a.coder == coder and a.status is not Status.CONFLICT)
    decided: set[tuple[tuple[Span, ...], str]] = set()
    refused: set[Span] = set()
    for annotation in own:
        if annotation.code or annotation.speaker:
            decided.add((annotation.segments, end(annotation.code)))
        elif annotation.status is Status.REJECTED:
            decided.add((annotation.segments, ""))
            refused.update(annotation.segments)
    return tuple(
        s
        for s in suggestions
        if s.key not in decided
        and not (s.code and any(part.covers(span) for span in s.segments for part in refused))
    )


def focus_on(suggestion: Suggestion) -> Focus:
    """The cursor on the passage of a suggestion: a quotation for a speaker."""
    return Focus(Unit.SELECTION if suggestion.code else Unit.QUOTATION, suggestion.segments)


def under(found: Sequence[Suggestion], focus: Focus | None, code: str) -> Suggestion | None:
    """The suggestion the cursor is on: with this code if there is one, else the first of its
    passage; None unless the cursor is on exactly that passage."""
    if focus is None:
        return None
    exact = [s for s in found if s.segments == focus.segments]
    return next((s for s in exact if s.code == code), exact[0] if exact else None)


def following(found: Sequence[Suggestion], after: Suggestion | Focus | None) -> Suggestion | None:
    """The next suggestion in text order, from the beginning again after the last."""
    if not found:
        return None
    if after is None:
        return found[0]
    if isinstance(after, Suggestion):
        place = after.span.start, -after.span.end, after.code
        later = [s for s in found if (s.span.start, -s.span.end, s.code) > place]
    else:
        later = [s for s in found if s.span.start >= after.span.start]
    return later[0] if later else found[0]


@dataclass(frozen=True, slots=True)
class Rest:
    """How many suggestions are left, by what they are about."""

    speakers: int
    claims: int
    concerns: int

    @classmethod
    def of(cls, found: Sequence[Suggestion]) -> Rest:
        """Count them."""
        codes = [suggestion.code for suggestion in found]
        return cls(codes.count(""), codes.count("claim"), codes.count("concern"))

    def __str__(self) -> str:
        parts = (
            (self.speakers, "speaker"),
            (self.claims, "claim"),
            (self.concerns, "concern"),
        )
        return ", ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in parts if n)
