"""Spans: where something stands in an article's frozen text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of Unicode code points of one text.

    Raises ValueError when it would start before 0 or end before it starts.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if start < 0 or end < start:
            raise ValueError(f"not a span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def holds(self, offset: int) -> bool:
        """Whether the code point at `offset` is inside."""
        return self.start <= offset < self.end

    def meet(self, other: Span) -> Span | None:
        """The part both share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def as_list(self) -> list[int]:
        """`[start, end]`, as it is written in JSON."""
        return [self.start, self.end]


def setters(frozen: type) -> list[Callable[[Any, Any], None]]:
    """How the fields of a frozen dataclass with slots are set once, in their order.

    A class of which articles have thousands is made in half the time so: `object.__setattr__`,
    which dataclasses use, looks each field up by its name.
    """
    return [frozen.__dict__[each.name].__set__ for each in fields(frozen)]


_set_start, _set_end = setters(Span)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span covering all of `spans`. Raises ValueError when there are none."""
    spans = tuple(spans)
    if not spans:
        raise ValueError("no spans, no hull")
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """All that `spans` cover, in text order; those that overlap or touch are made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
