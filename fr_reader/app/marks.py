"""What is drawn on and beside the text: quotations, tags, the cursor, as intervals of offsets.

Everything the eye must tell apart differs by more than colour: codes have signs in the margin
and their own way of being written (underlined, bold, italic), a quotation has a bar, solid once
its speaker is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fr_reader.model import Annotation, Codebook, Span

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
