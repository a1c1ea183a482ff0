"""Triage: going through what the machine proposes, one suggestion after the other.

An article may have tens of thousands of suggestions and few decisions on them, so what is left is
kept as what is gone: a decision costs what the coder has decided, not what there is to decide.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from fr_reader.app.cursor import Focus, Unit
from fr_reader.model import Annotation, Annotations, Span, Status, Suggestion

_ENOUGH = 0.5
"""The share of a suggestion’s passage that an annotation of the same kind must hold to decide it:
one whose edges the coder has moved still does."""


class Proposals:
    """All suggestions of an article, in text order, and where to find them."""

    def __init__(self, suggestions: Iterable[Suggestion] = ()) -> None:
        self.all = tuple(suggestions)
        self.spans = [suggestion.span for suggestion in self.all]
        self.starts = [span.start for span in self.spans]
        self.longest = max((len(span) for span in self.spans), default=0)

    def __len__(self) -> int:
        return len(self.all)

    def near(self, span: Span) -> range:
        """The indices of those that may share a code point with `span`."""
        first = bisect_left(self.starts, span.start - self.longest)
        return range(first, bisect_left(self.starts, span.end))

    def decided(self, annotation: Annotation, code: str) -> Iterator[int]:
        """The indices of those that this annotation of the coder’s decides; `code` is what its
        code counts as."""
        refusal = annotation.status is Status.REJECTED
        says = bool(annotation.code or annotation.speaker)
        near = self.near(annotation.span) if says or refusal else ()
        for index in near:
            found = self.all[index]
            same = found.code == code and _is_same(found, annotation)
            whole = refusal and not says and found.code
            if same or (whole and _covers(annotation.segments, found)):
                yield index


def _is_same(found: Suggestion, annotation: Annotation) -> bool:
    if found.segments == annotation.segments:
        return True
    if annotation.status is Status.REJECTED:
        return False
    shared = (one.meet(other) for one in found.segments for other in annotation.segments)
    held = sum(len(part) for part in shared if part is not None)
    return held >= _ENOUGH * sum(map(len, found.segments))


def _covers(segments: Sequence[Span], found: Suggestion) -> bool:
    return any(part.covers(span) for span in found.segments for part in segments)


class Pending(Sequence[Suggestion]):
    """The suggestions still to be decided on, in text order; `gone` are the indices of the others.

    One is decided once the coder has given its passage, or most of it, a speaker or its code, or
    turned it down. A passage that is turned down as a quotation has no further suggestions.
    """

    def __init__(self, proposals: Proposals, gone: frozenset[int] = frozenset()) -> None:
        self.proposals = proposals
        self.gone = gone

    @classmethod
    def of(
        cls,
        proposals: Proposals,
        annotations: Annotations,
        coder: str,
        end: Callable[[str], str] = str,
    ) -> Pending:
        """What `coder` has not decided on yet; `end` is what a code counts as."""
        own = annotations.where(lambda a: a.coder == coder and a.status is not Status.CONFLICT)
        gone = (at for a in own for at in proposals.decided(a, end(a.code)))
        return cls(proposals, frozenset(gone))

    def __len__(self) -> int:
        return len(self.proposals) - len(self.gone)

    def __iter__(self) -> Iterator[Suggestion]:
        return self._from(0)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return tuple(self)[index]

    def _from(self, first: int) -> Iterator[Suggestion]:
        every = enumerate(islice(self.proposals.all, first, None), first)
        return (suggestion for at, suggestion in every if at not in self.gone)

    def within(self, span: Span) -> Iterator[Suggestion]:
        """Those that share a code point with `span`."""
        for at in self.proposals.near(span):
            if at not in self.gone and self.proposals.spans[at].overlaps(span):
                yield self.proposals.all[at]

    def behind(self, place: int) -> Suggestion | None:
        """The first that begins at or behind an offset; None at the end."""
        return next(self._from(bisect_left(self.proposals.starts, place)), None)

    def next_to(self, suggestion: Suggestion) -> Suggestion | None:
        """The one that follows another in text order, outer before inner; None at the end."""
        place = _place(suggestion)
        first = bisect_left(self.proposals.starts, suggestion.span.start)
        return next((s for s in self._from(first) if _place(s) > place), None)


def _place(suggestion: Suggestion) -> tuple[int, int, str]:
    span = suggestion.span
    return span.start, -span.end, suggestion.code


def focus_on(suggestion: Suggestion) -> Focus:
    """The cursor on the passage of a suggestion: a quotation for a speaker."""
    return Focus(Unit.SELECTION if suggestion.code else Unit.QUOTATION, suggestion.segments)


def under(found: Pending, focus: Focus | None, code: str) -> Suggestion | None:
    """The suggestion the cursor is on: with this code if there is one, else the first of its
    passage; None unless the cursor is on exactly that passage."""
    if focus is None:
        return None
    exact = [s for s in found.within(focus.span) if s.segments == focus.segments]
    return next((s for s in exact if s.code == code), exact[0] if exact else None)


def following(found: Pending, after: Suggestion | Focus | None) -> Suggestion | None:
    """The next suggestion in text order, from the beginning again after the last."""
    if isinstance(after, Suggestion):
        later = found.next_to(after)
    else:
        later = found.behind(after.span.start if after is not None else 0)
    return later or next(iter(found), None)


@dataclass(frozen=True, slots=True)
class Rest:
    """How many suggestions are left, by what they are about."""

    speakers: int
    claims: int
    concerns: int
    learned: int = 0

    @classmethod
    def of(cls, found: Iterable[Suggestion]) -> Rest:
        """Count them."""
        codes = [suggestion.code for suggestion in found]
        by_rules = codes.count(""), codes.count("claim"), codes.count("concern")
        return cls(*by_rules, len(codes) - sum(by_rules))

    def __str__(self) -> str:
        parts = (
            (self.speakers, "speaker"),
            (self.claims, "claim"),
            (self.concerns, "concern"),
        )
        told = [f"{n} {word}{'s' if n > 1 else ''}" for n, word in parts if n]
        told += [f"{self.learned} of your own codes"] if self.learned else []
        return ", ".join(told)
