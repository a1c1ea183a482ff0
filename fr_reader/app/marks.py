"""What is drawn on and beside the text: quotations, tags, the cursor, as intervals of offsets.

Everything the eye must tell apart differs by more than colour: codes have signs in the margin
and their own way of being written (underlined, bold, italic), a quotation has a bar, solid once
its speaker is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fr_reader.model import Annotation, Annotations, Codebook, Quotation, Span, Suggestion

CLAIM_SIGN, CONCERN_SIGN, CODE_SIGN, MEMO_SIGN, SPEAKER_SIGN = "▲", "●", "◆", "✎", "❝"
SUGGESTED_SIGNS = {"claim": "△", "concern": "○"}
"""What is only suggested is hollow."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One interval with a role: `claim`, `concern`, `code`, `memo`, `speaker`, `suggested`,
    `found`, `focus` or `selection`. `sign` is its character in the margin, empty where it has none.
    """

    span: Span
    role: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a quotation; `settled` once a person has accepted its speaker."""

    span: Span
    settled: bool


def role_of(annotation: Annotation) -> str:
    """The role an annotation is drawn in."""
    if annotation.speaker:
        return "speaker"
    if annotation.code in ("claim", "concern"):
        return annotation.code
    return "code" if annotation.code else "memo"


def sign_of(annotation: Annotation, codebook: Codebook) -> str:
    """The sign an annotation has in the margin: a code with a digit as its key shows that digit."""
    role = role_of(annotation)
    if role == "code":
        code = codebook.get(annotation.code)
        return code.key if code and code.key.isdigit() else CODE_SIGN
    signs = {
        "claim": CLAIM_SIGN,
        "concern": CONCERN_SIGN,
        "memo": MEMO_SIGN,
        "speaker": SPEAKER_SIGN,
    }
    return signs[role]


@dataclass(frozen=True, slots=True)
class Marking:
    """All marks and bars of an article."""

    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()

    @classmethod
    def of(
        cls,
        annotations: Annotations,
        quotations: Iterable[Quotation],
        codebook: Codebook,
        suggestions: Iterable[Suggestion] = (),
    ) -> Marking:
        """What is to be drawn for these annotations and quotations."""
        marks = []
        settled = set()
        for annotation in annotations.accepted():
            if annotation.speaker:
                settled.add(annotation.segments)
            for span in annotation.segments:
                sign = "" if annotation.speaker else sign_of(annotation, codebook)
                marks.append(Mark(span, role_of(annotation), sign))
                if annotation.memo and annotation.code:
                    marks.append(Mark(span, "memo", MEMO_SIGN))
        for suggestion in suggestions:
            if suggestion.code:
                sign = SUGGESTED_SIGNS.get(suggestion.code, "◇")
                marks += [Mark(span, "suggested", sign) for span in suggestion.segments]
        bars = [Bar(s, q.segments in settled) for q in quotations for s in q.segments]
        known = {bar.span for bar in bars}
        bars += [Bar(s, True) for segments in settled for s in segments if s not in known]
        return cls(tuple(marks), tuple(sorted(bars, key=lambda b: b.span)))


def within(span: Span, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks that touch `span`."""
    return tuple(mark for mark in marks if mark.span.overlaps(span))


def runs(span: Span, marks: Sequence[Mark]) -> list[tuple[Span, frozenset[str]]]:
    """Cut `span` where marks begin and end: adjoining pieces, each with the roles on it."""
    cuts = {span.start, span.end}
    for mark in marks:
        cuts.update(edge for edge in (mark.span.start, mark.span.end) if span.holds(edge))
    edges = sorted(cuts)
    return [
        (Span(a, b), frozenset(m.role for m in marks if m.span.start < b and a < m.span.end))
        for a, b in pairwise(edges)
    ]


def signs(marks: Iterable[Mark], room: int) -> str:
    """The signs of these marks, each once, in `room` characters; `+` says there are more."""
    different = list(dict.fromkeys(mark.sign for mark in marks if mark.sign))
    if len(different) > room:
        different = [*different[: room - 1], "+"]
    return "".join(different).ljust(room)
