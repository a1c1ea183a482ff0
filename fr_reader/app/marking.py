"""What is drawn on each paragraph, worked out when the paragraph is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fr_reader.app.marks import MEMO_SIGN, SUGGESTED_SIGNS, Bar, Mark, role_of, sign_of
from fr_reader.app.quoted import Quoted
from fr_reader.app.triage import Pending, Proposals
from fr_reader.model import Annotation, Annotations, Codebook, Reading, Span, Status

_NONE = Pending(Proposals())


class Marking:
    """The marks and bars of an article, by paragraph.

    Making one costs what is annotated, asking for a paragraph what stands in it, so neither grows
    with the article.
    """

    def __init__(
        self,
        quoted: Quoted,
        annotations: Annotations,
        codebook: Codebook,
        pending: Pending | None = None,
    ) -> None:
        self._quoted = quoted
        self._codebook = codebook
        self._pending = _NONE if pending is None else pending
        self._settled = {a.segments for a in annotations.accepted() if a.speaker}
        self._own = _by_paragraph(quoted.reading, annotations)

    @classmethod
    def nothing(cls, reading: Reading) -> Marking:
        """No marks at all."""
        return cls(Quoted(reading), Annotations(), Codebook.of())

    def marks(self, paragraph: int, row: Span | None = None) -> list[Mark]:
        """The marks on a row of a paragraph, or on all of it."""
        span = row or self._quoted.reading.paragraphs[paragraph].span
        marks = []
        for annotation in self._own.get(paragraph, ()):
            if annotation.status is Status.ACCEPTED and annotation.overlaps(span):
                marks += _marks_of(annotation, self._codebook)
        for found in self._pending.within(span):
            if found.code:
                sign = SUGGESTED_SIGNS.get(found.code, "◇")
                marks += [Mark(part, "suggested", sign) for part in found.segments]
        return marks

    def signed(self) -> Iterator[Mark]:
        """Every mark of what is annotated that has a sign; what is suggested is left out."""
        seen = {a.id: a for found in self._own.values() for a in found}
        for annotation in seen.values():
            if annotation.status is Status.ACCEPTED:
                yield from _marks_of(annotation, self._codebook)

    def bars(self, paragraph: int, row: Span | None = None) -> list[Bar]:
        """The bars on a row of a paragraph, or on all of it, in text order."""
        span = row or self._quoted.reading.paragraphs[paragraph].span
        quotations = self._quoted.reading.quotations
        met = self._quoted.overlapping(span)
        bars = [Bar(part, quotations[at].segments in self._settled) for part, at in met]
        known = {bar.span for bar in bars}
        for annotation in self._own.get(paragraph, ()):
            if annotation.speaker and annotation.status is Status.ACCEPTED:
                parts = (s for s in annotation.segments if s not in known and s.overlaps(span))
                bars += [Bar(part, True) for part in parts]
        return sorted(bars, key=lambda bar: bar.span)

    def differs(self, other: Marking) -> set[int] | None:
        """The paragraphs that may look different in `other`; None where all of them may."""
        if (
            self._quoted is not other._quoted
            or self._pending.proposals is not other._pending.proposals
            or self._codebook != other._codebook
        ):
            return None
        mine, theirs = self._own, other._own
        return {at for at in mine.keys() | theirs.keys() if mine.get(at) != theirs.get(at)}


def _by_paragraph(
    reading: Reading, annotations: Iterable[Annotation]
) -> dict[int, list[Annotation]]:
    found: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        first = reading.paragraph_at(annotation.span.start)
        last = reading.paragraph_at(annotation.span.end - 1)
        for paragraph in range(first, last + 1):
            found.setdefault(paragraph, []).append(annotation)
    return found


def _marks_of(annotation: Annotation, codebook: Codebook) -> list[Mark]:
    marks = []
    for span in annotation.segments:
        sign = "" if annotation.speaker else sign_of(annotation, codebook)
        marks.append(Mark(span, role_of(annotation, codebook), sign))
        if annotation.memo and annotation.code:
            marks.append(Mark(span, "memo", MEMO_SIGN))
    return marks
