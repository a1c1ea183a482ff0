"""Speech set apart without quotation marks: turns of an interview, posts, block quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fr_reader.model import Paragraph, ParagraphKind, Span
from fr_reader.text.incises import incise
from fr_reader.text.interviews import turns
from fr_reader.text.marks import MARK
from fr_reader.text.stretches import stretches

_HANDLE = re.compile(r"(?:[^\W\d_a-z][^\n():,]{1,60} \(@\w{2,30}\)|@\w{2,30})(?=: )")
_SIGNED = re.compile(
    r"\s*[—–―-]{1,2} ?(?P<name>[^\n()—–―]{2,60} \(@\w{2,30}\))"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})?$"
)
"""`— Jane Doe (@doe) June 1, 2020`, as posts are signed."""
_LAST_LINE = re.compile(r"\n[> \t]*[—–―-]{1,2} ?(?P<name>[^\W\d_a-z][^\n]{1,80})$")
_DASHES = frozenset("—–―")
_DASHED = re.compile(r"[—–―] ?(?=[^\W\d_a-z]|…|¿|¡)")
"""What opens a line of a dialogue without marks."""
_MARKED = re.compile(r"[> \t]+")
_GAP = re.compile(r"\n[ \t]{0,8}>[ \t]{0,8}\n[ \t]{0,8}>[> \t]{0,8}")
"""The empty line between two paragraphs of one block."""
_BLOCK = ParagraphKind.BLOCK_QUOTATION
_LONGEST_POST = 600


@dataclass(frozen=True, slots=True)
class Apart:
    """Words set apart in one or more paragraphs, and who they are by, as far as these say it.

    `last` is the number of the last paragraph; `needs` that the neighbours may tell the speaker;
    `named` is where the text names them, if the mention is but a label; `surest` bounds how sure
    these make it; `begins` is the number of the first, where that is not the one it is told from.
    """

    segments: tuple[Span, ...]
    rule: str
    confidence: float
    cue: Span | None
    speaker: Span | None
    last: int
    needs: bool = False
    named: Span | None = None
    surest: float = 1.0
    begins: int | None = None


def set_apart(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Apart]:
    """What is set apart, by the number of the paragraph it begins in."""
    found: dict[int, Apart] = {}
    run: list[Apart] = []
    for number, paragraph in enumerate(paragraphs):
        each = _one(text, number, paragraph)
        if each is None and number:
            each = _signed_below(text, number, paragraphs[number - 1].span, paragraph.span)
        if each is None:
            continue
        if run and not _goes_on(run[-1], each):
            _enter(found, run)
            run = []
        run.append(each)
    _enter(found, run)
    found.update(_dialogue(text, paragraphs))
    for turn in turns(text, paragraphs):
        colon = Span(turn.label.end, turn.label.end + 1)
        found[turn.first] = Apart(
            turn.segments, "turn", 0.9, colon, turn.label, turn.last, named=turn.named
        )
    return found


def _dialogue(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Apart]:
    """`— S, said X.`: paragraphs that a dash opens, where some say inside who speaks."""
    run: dict[int, Apart] = {}
    found: dict[int, Apart] = {}
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        opened = _DASHED.match(text, start, end) if text[start] in _DASHES else None
        if opened is not None and not stretches(text, opened.end(), end):
            run[number] = _line(text, number, opened.end(), end)
        elif run:
            found.update(_told(run))
            run = {}
    found.update(_told(run))
    return found


def _told(run: dict[int, Apart]) -> dict[int, Apart]:
    return run if any(line.speaker is not None for line in run.values()) else {}


def _line(text: str, number: int, start: int, end: int) -> Apart:
    """One line of a dialogue."""
    said = incise(text, start, end)
    if said is None:
        return Apart((Span(start, end),), "incise", 0.4, None, None, number)
    rest = (Span(said.rest, end),) if said.rest is not None else ()
    return Apart((Span(start, said.end), *rest), "incise", 0.85, said.cue, said.speaker, number)


def _goes_on(before: Apart, after: Apart) -> bool:
    """Whether the paragraph of a block quotation goes on from that of another right before."""
    return before.needs and after.rule == before.rule and after.last == before.last + 1


def _enter(found: dict[int, Apart], run: list[Apart]) -> None:
    """Keep paragraphs that are one quotation as one, by the number of the first."""
    if run:
        segments = tuple(segment for each in run for segment in each.segments)
        begins = run[0].last if run[0].begins is None else run[0].begins
        found[begins] = replace(run[-1], segments=segments)


def _one(text: str, number: int, paragraph: Paragraph) -> Apart | None:
    """A post or a block quotation that is one paragraph."""
    start, end = paragraph.span.start, paragraph.span.end
    if paragraph.kind is _BLOCK:
        return _block(text, number, paragraph.span)
    if end - start > _LONGEST_POST or text.find("@", start, end) < 0:
        return None
    if MARK.match(text, start):
        return None
    handle = _HANDLE.match(text, start, end)
    if handle:
        words = Span(handle.end() + 2, end)
        if MARK.match(text, words.start) or words.start >= end:
            return None
        colon = Span(handle.end(), handle.end() + 1)
        return Apart((words,), "post", 0.9, colon, Span(*handle.span()), number)
    signed = _SIGNED.search(text, max(start, end - 140), end)
    if signed is None or signed.start() <= start + 1 or _ends_quoted(text, signed.start()):
        return None
    return Apart(
        (Span(start, signed.start()),), "post", 0.85, None, Span(*signed.span("name")), number
    )


def _signed_below(text: str, number: int, post: Span, span: Span) -> Apart | None:
    """A post whose last line, `— Jane Doe (@doe) June 1, 2020`, is a paragraph of its own."""
    if text[span.start] not in _DASHES or text.find("(@", span.start, span.end) < 0:
        return None
    signed = _SIGNED.match(text, span.start, span.end)
    plain = len(post) <= _LONGEST_POST and not MARK.match(text, post.start)
    if signed is None or not plain or _ends_quoted(text, post.end):
        return None
    named = Span(*signed.span("name"))
    return Apart((post,), "post", 0.85, None, named, number, begins=number - 1)


def _ends_quoted(text: str, end: int) -> bool:
    return text[:end].rstrip()[-1:] in tuple("”\"’'»")


def _block(text: str, number: int, span: Span) -> Apart | None:
    opened = _MARKED.match(text, span.start, span.end)
    start = opened.end() if opened else span.start
    signed = _LAST_LINE.search(text, max(start, span.end - 120), span.end)
    end = signed.start() if signed else span.end
    while end > start and text[end - 1] in "> \t\n":
        end -= 1
    if end - start < 2:
        return None
    edges = [start, *(each for gap in _GAP.finditer(text, start, end) for each in gap.span()), end]
    segments = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    speaker = Span(*signed.span("name")) if signed else None
    sure = 0.9 if signed else 0.4
    return Apart(segments, "block-quotation", sure, None, speaker, number, not signed)
