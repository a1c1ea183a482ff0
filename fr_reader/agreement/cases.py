"""Cases: passages on which coders differ, with all that each of them said there.

What all coders who saw an article say alike of one passage is no case. The rest falls into cases
where passages overlap, so that an extent that differs is one case with its code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fr_reader.agreement.labels import Coded
from fr_reader.model import (
    Annotation,
    Codebook,
    Reading,
    Span,
    Speakers,
    Status,
    is_adjudicator,
)

Said = tuple[tuple[Span, ...], str, str, str]
"""What an annotation says: its segments, the ids of its code and its speaker, its stance."""
Saying = Callable[[Annotation], Said]


@dataclass(frozen=True, slots=True)
class Case:
    """One stretch of an article on which coders differ; `made` is what they differ on, in text
    order, and `coders` are those of the compared ones who saw the article."""

    reading: Reading
    coders: tuple[str, ...]
    made: tuple[Annotation, ...]

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.reading.article.id

    @property
    def span(self) -> Span:
        """From where the first passage begins to where the last one ends."""
        return Span(self.made[0].span.start, max(each.span.end for each in self.made))

    def of(self, coder: str) -> tuple[Annotation, ...]:
        """What one coder said."""
        return tuple(each for each in self.made if each.coder == coder)

    def touches(self, segments: Iterable[Span]) -> bool:
        """Whether one of its passages shares a character with these segments."""
        spans = tuple(segments)
        return any(each.overlaps(span) for each in self.made for span in spans)


def saying(codebook: Codebook, speakers: Speakers) -> Saying:
    """What annotations say, with merged codes and speakers as what they became.

    A speaker the project does not know, as the machine proposes them, is nobody.
    """

    def said(one: Annotation) -> Said:
        code = codebook.end(one.code) if one.code else ""
        known = one.speaker and not one.speaker.startswith("?")
        return one.segments, code, speakers.end(one.speaker) if known else "", one.stance

    return said


def cases(coded: Coded, coders: Sequence[str], said: Saying) -> list[Case]:
    """The cases of an article, in text order; memos alone are no case."""
    seen = tuple(coder for coder in coders if coder in coded.seen)
    told = [each for each in coded.annotations if each.coder in seen and _says(each)]
    by: dict[object, set[str]] = {}
    for each in told:
        by.setdefault(_whole(each, said), set()).add(each.coder)
    differing = [each for each in told if len(by[_whole(each, said)]) < len(seen)]
    if len(seen) < 2:
        return []
    differing.sort(key=lambda each: (each.span.start, -each.span.end, coders.index(each.coder)))
    found: list[list[Annotation]] = []
    end = -1
    for each in differing:
        if each.span.start >= end:
            found.append([])
        found[-1].append(each)
        end = max(end, each.span.end)
    return [Case(coded.reading, seen, tuple(made)) for made in found]


def _whole(one: Annotation, said: Saying) -> tuple[Said, str]:
    """What an annotation says, and the name of a speaker only proposed."""
    return said(one), one.speaker if one.speaker.startswith("?") else ""


def _says(one: Annotation) -> bool:
    return bool(one.code or one.speaker)


def ruled(annotations: Iterable[Annotation], said: Saying) -> tuple[set[Said], set[Said]]:
    """What adjudicators accepted, and what they rejected and none of them accepted."""
    accepted, rejected = set[Said](), set[Said]()
    for each in annotations:
        if is_adjudicator(each.coder):
            if each.status is Status.ACCEPTED:
                accepted.add(said(each))
            elif each.status is Status.REJECTED:
                rejected.add(said(each))
    return accepted, rejected - accepted
