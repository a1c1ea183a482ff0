"""Who said a passage: the speaker annotation that shares most with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.model import Annotation, Span


@dataclass(frozen=True, slots=True)
class Voices:
    """The speaker annotations of one article, by where they start, ready to be asked."""

    spoken: tuple[Annotation, ...]
    starts: tuple[int, ...]
    longest: int

    @classmethod
    def of(cls, spoken: Iterable[Annotation]) -> Voices:
        """The voices in `spoken`, annotations with a speaker."""
        items = sorted(spoken, key=lambda annotation: annotation.span.start)
        starts = tuple(annotation.span.start for annotation in items)
        longest = max((len(annotation.span) for annotation in items), default=0)
        return cls(tuple(items), starts, longest)

    def behind(self, annotation: Annotation) -> Annotation | None:
        """The voice sharing the most code points with `annotation`, or None.

        Of several that share as much: the same coder's, then the shorter, then the earlier one.
        """
        span = annotation.span
        first = bisect_left(self.starts, span.start - self.longest)
        last = bisect_left(self.starts, span.end)
        best: Annotation | None = None
        best_rank: tuple[int, bool, int, int] = (0, False, 0, 0)
        for voice in self.spoken[first:last]:
            shared = _shared(annotation.segments, voice.segments)
            length = sum(map(len, voice.segments))
            rank = (shared, voice.coder == annotation.coder, -length, -voice.span.start)
            if shared and (best is None or rank > best_rank):
                best, best_rank = voice, rank
        return best


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    meets = (a.meet(b) for a in one for b in other)
    return sum(len(span) for span in meets if span)
