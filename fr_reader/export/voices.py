"""Who said a passage: whoever's accepted quotation holds all of its words, and nobody else.

A stretch without a letter or a digit, such as a quotation mark or the gap between two paragraphs,
is nobody's words: it neither gives a passage to a speaker nor takes it away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fr_reader.model import Annotation, Span, Speaker


@dataclass(frozen=True, slots=True)
class Said:
    """By whom a passage was said.

    `wholly`: every word is theirs; several are named where the coders do not agree. Otherwise
    each of `speakers` said a part of it, in text order. Without speakers, nobody is known to
    have said any of it.
    """

    speakers: tuple[Speaker, ...] = ()
    wholly: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the speakers."""
        return tuple(speaker.name for speaker in self.speakers)


@dataclass(frozen=True, slots=True)
class Voices:
    """The speaker annotations of one article, by where they start, ready to be asked.

    `speaker` gives the speaker of an annotation.
    """

    text: str
    speaker: Callable[[Annotation], Speaker]
    spoken: tuple[Annotation, ...]
    starts: tuple[int, ...]
    longest: int

    @classmethod
    def of(
        cls, text: str, spoken: Iterable[Annotation], speaker: Callable[[Annotation], Speaker]
    ) -> Voices:
        """The voices in `spoken`, annotations with a speaker, in the article's `text`."""
        items = sorted(spoken, key=lambda annotation: annotation.span.start)
        starts = tuple(annotation.span.start for annotation in items)
        longest = max((len(annotation.span) for annotation in items), default=0)
        return cls(text, speaker, tuple(items), starts, longest)

    def behind(self, segments: Sequence[Span], coder: str = "") -> Said:
        """Who said `segments`.

        Of several quotations that hold all their words `coder`'s own count, then the shortest.
        Where a speaker holds them only with several quotations together, that counts as well.
        """
        near = self._near(segments)
        around = [voice for voice in near if self._holds([voice], segments)]
        around = [voice for voice in around if voice.coder == coder] or around
        shortest = min((_length(voice) for voice in around), default=0)
        best = self._speakers(voice for voice in around if _length(voice) == shortest)
        if best:
            return Said(best, wholly=True)
        parts = self.touching(segments)
        for speaker in (several := self._speakers(parts)):
            own = [voice for voice in parts if self.speaker(voice) == speaker]
            if self._holds(own, segments):
                return Said((speaker,), wholly=True)
        return Said(several)

    def touching(self, segments: Sequence[Span]) -> list[Annotation]:
        """The voices that share words with `segments`."""
        return [voice for voice in self._near(segments) if self._shares(voice, segments)]

    def _near(self, segments: Sequence[Span]) -> list[Annotation]:
        start, end = segments[0].start, max(segment.end for segment in segments)
        first = bisect_left(self.starts, start - self.longest)
        return list(self.spoken[first : bisect_left(self.starts, end)])

    def _speakers(self, voices: Iterable[Annotation]) -> tuple[Speaker, ...]:
        return tuple(dict.fromkeys(map(self.speaker, voices)))

    def _holds(self, voices: Sequence[Annotation], segments: Sequence[Span]) -> bool:
        """Whether no word of `segments` stands outside the passages of `voices`."""
        own = sorted(segment for voice in voices for segment in voice.segments)
        return not any(self._worded(left) for span in segments for left in _without(span, own))

    def _shares(self, voice: Annotation, segments: Sequence[Span]) -> bool:
        meets = (a.meet(b) for a in segments for b in voice.segments)
        return any(self._worded(span) for span in meets if span)

    def _worded(self, span: Span) -> bool:
        return any(char.isalnum() for char in span.of(self.text))


def _length(voice: Annotation) -> int:
    return sum(map(len, voice.segments))


def _without(span: Span, others: Sequence[Span]) -> list[Span]:
    """What is left of `span` without `others`, which are sorted."""
    left, start = [], span.start
    for other in others:
        if other.end > start and other.start < span.end:
            if other.start > start:
                left.append(Span(start, other.start))
            start = max(start, other.end)
    if start < span.end:
        left.append(Span(start, span.end))
    return left
