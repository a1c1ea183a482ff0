"""Annotations: a code, a speaker or a memo on a passage, and the collection of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from fr_reader.model.anchor import Anchor
from fr_reader.model.span import Span, hull


class Status(StrEnum):
    """Whether a person stands behind the annotation.

    A conflict is another version of an annotation that two windows have changed at once: it
    waits for its coder to settle which is to stay, and counts for nothing until then.
    """

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CONFLICT = "conflict"


class Stance(StrEnum):
    """How a speaker stands to a claim or to a concern.

    Of a claim: they assert it, deny it, hedge it, or report that others do. Of a concern: they are
    worried about it, or dismiss it.
    """

    ASSERTS = "asserts"
    DENIES = "denies"
    HEDGES = "hedges"
    REPORTS = "reports"
    WORRIED = "worried about"
    DISMISSES = "dismisses"


class Relation(StrEnum):
    """What one statement is to another."""

    SUPPORTS = "supports"
    REBUTS = "rebuts"
    REPEATS = "repeats"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """That an annotation supports, rebuts or repeats the one with the id `to`, in `article`."""

    relation: Relation
    article: str
    to: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one coder says of one passage.

    The body is a code (`code`, an id), a speaker (`speaker`, an id) or neither: then the
    annotation carries a memo alone. `anchors` holds one anchor a segment, in text order. `stance`
    is a `Stance`, or empty where nothing is said of it; `links` leads to other annotations.
    Times are ISO 8601 in UTC with microseconds, so that they sort as text.
    """

    id: str
    article: str
    anchors: tuple[Anchor, ...]
    coder: str
    created: str
    modified: str
    code: str = ""
    speaker: str = ""
    memo: str = ""
    status: Status = Status.ACCEPTED
    stance: str = ""
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        if not self.anchors:
            raise ValueError("an annotation needs a passage")
        if self.code and self.speaker:
            raise ValueError("an annotation has a code or a speaker, not both")
        if self.stance and self.stance not in _STANCES:
            raise ValueError(f"there is no stance {self.stance!r}")

    @property
    def segments(self) -> tuple[Span, ...]:
        """The spans it covers, in text order."""
        return tuple(anchor.span for anchor in self.anchors)

    @property
    def span(self) -> Span:
        """From the first segment's start to the last one's end."""
        return hull(self.segments)

    def overlaps(self, span: Span) -> bool:
        """Whether any segment shares a code point with `span`."""
        return any(anchor.span.overlaps(span) for anchor in self.anchors)


_STANCES = frozenset(Stance)


def _order(annotation: Annotation) -> tuple[int, int, str, str]:
    span = annotation.span
    return span.start, -span.end, annotation.created, annotation.id


@dataclass(frozen=True, slots=True)
class Annotations:
    """An immutable collection in text order, outer before inner, then by age."""

    items: tuple[Annotation, ...] = ()

    @classmethod
    def of(cls, annotations: Iterable[Annotation]) -> Annotations:
        """The collection of `annotations`, whatever order they come in."""
        return cls(tuple(sorted(annotations, key=_order)))

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def get(self, annotation_id: str) -> Annotation | None:
        """The annotation with this id, or None."""
        return next((a for a in self.items if a.id == annotation_id), None)

    def where(self, test: Callable[[Annotation], bool]) -> Annotations:
        """Those that pass `test`."""
        return Annotations(tuple(a for a in self.items if test(a)))

    def at(self, span: Span) -> Annotations:
        """Those that share a code point with `span`."""
        return self.where(lambda a: a.overlaps(span))

    def exactly(self, segments: tuple[Span, ...]) -> Annotations:
        """Those on exactly this passage."""
        return self.where(lambda a: a.segments == segments)

    def coded(self, code: str | None = None) -> Annotations:
        """Those with a code, or with this one."""
        return self.where(lambda a: a.code == code if code is not None else bool(a.code))

    def spoken(self, speaker: str | None = None) -> Annotations:
        """Those with a speaker, or with this one."""
        return self.where(
            lambda a: a.speaker == speaker if speaker is not None else bool(a.speaker)
        )

    def conflicts(self) -> Annotations:
        """The other versions of annotations changed in two windows at once."""
        return self.where(lambda a: a.status is Status.CONFLICT)

    def accepted(self) -> Annotations:
        """Those a person stands behind."""
        return self.where(lambda a: a.status is Status.ACCEPTED)

    def put(self, annotation: Annotation) -> Annotations:
        """With `annotation` added, or in the place of the one with its id."""
        return Annotations.of([*(a for a in self.items if a.id != annotation.id), annotation])

    def without(self, annotation_id: str) -> Annotations:
        """Without the one with this id."""
        return self.where(lambda a: a.id != annotation_id)
