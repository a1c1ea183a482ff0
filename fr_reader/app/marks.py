"""What is drawn on and beside the text: quotations, tags, the cursor, as intervals of offsets.

Everything the eye must tell apart differs by more than colour: codes have signs in the margin
and their own way of being written (underlined, bold, italic), a quotation has a bar, solid once
its speaker is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fr_reader.model import COLOURS, SHIPPED, Annotation, Code, Codebook, Span

CLAIM_SIGN, CONCERN_SIGN, CODE_SIGN, MEMO_SIGN, SPEAKER_SIGN = "▲", "●", "◆", "✎", "❝"
SUGGESTED_SIGNS = {"claim": "△", "concern": "○"}
"""What is only suggested is hollow."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One interval with a role: `claim`, `concern`, `code` or `code-` with a colour, `memo`,
    `speaker`, `suggested`, `overlap`, `found`, `chosen`, `focus` or `selection`. `sign` is its
    character in the margin,
    empty where it has none.
    """

    span: Span
    role: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a quotation; `settled` once a person has accepted its speaker."""

    span: Span
    settled: bool


def role_of(annotation: Annotation, codebook: Codebook) -> str:
    """The role an annotation is drawn in; one whose code was merged in that of what it became."""
    if annotation.speaker:
        return "speaker"
    if not annotation.code:
        return "memo"
    code = codebook.get(annotation.code)
    return role_of_code(code) if code is not None else "code"


def role_of_code(code: Code) -> str:
    """The role a code is drawn in: its own, that of its colour, or that of any other code."""
    if code.id in SHIPPED:
        return code.id
    return f"code-{code.colour}" if code.colour in COLOURS else "code"


def sign_of_code(code: Code) -> str:
    """The sign of a code: one with a digit as its key shows that digit."""
    signs = {"claim": CLAIM_SIGN, "concern": CONCERN_SIGN}
    return signs.get(code.id) or (code.key if code.key.isdigit() else CODE_SIGN)


def sign_of(annotation: Annotation, codebook: Codebook) -> str:
    """The sign an annotation has in the margin."""
    if annotation.speaker or not annotation.code:
        return SPEAKER_SIGN if annotation.speaker else MEMO_SIGN
    code = codebook.get(annotation.code)
    return sign_of_code(code) if code is not None else CODE_SIGN


def within(span: Span, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks that touch `span`."""
    return tuple(mark for mark in marks if mark.span.overlaps(span))


def overlaps(marks: Sequence[Mark]) -> list[Mark]:
    """Where tags lie over one another, in text order, as marks with the role `overlap`."""
    tags = [m.span for m in marks if m.role in SHIPPED or m.role.startswith("code")]
    if len(tags) < 2:
        return []
    edges = sorted({edge for span in tags for edge in (span.start, span.end)})
    pieces = (Span(a, b) for a, b in pairwise(edges))
    return [Mark(p, "overlap") for p in pieces if sum(span.covers(p) for span in tags) > 1]


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
