"""Speech set apart without quotation marks: turns of an interview, posts, block quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fr_reader.model import Paragraph, ParagraphKind, Span
from fr_reader.text.marks import MARK

_WORD = r"[^\W\d_a-z][\w.'’-]{0,30}"
_LABEL = re.compile(
    rf"(?:Q|A|(?:{_WORD})(?: (?:(?:de|van|von|of|the) )?{_WORD}){{0,4}}(?: \([^()\n]{{1,30}}\))?)"
    r"(?=:(?:\s|$))"
)
"""`Q`, `A`, `Jane Doe`, `DOE`, `Rep. Jane Doe (Leeds)` before a colon."""
_HANDLE = re.compile(r"(?:[^\W\d_a-z][^\n():,]{1,60} \(@\w{2,30}\)|@\w{2,30})(?=: )")
_SIGNED = re.compile(
    r"\s*[—–―-]{1,2} ?(?P<name>[^\n()—–―]{2,60} \(@\w{2,30}\))"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})?$"
)
"""`— Jane Doe (@doe) June 1, 2020`, as posts are signed."""
_LAST_LINE = re.compile(r"\n[> \t]*[—–―-]{1,2} ?(?P<name>[^\W\d_a-z][^\n]{1,80})$")
_MARKED = re.compile(r"[> \t]+")
_NOTES = re.compile(
    r"[(\[*_<]|(?:This|The) (?:interview|conversation|transcript|text)\b|Follow |Read |Share "
)
_AT_LEAST = 3
_LONGEST_POST = 600
_SILENT = (ParagraphKind.BYLINE, ParagraphKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Apart:
    """Words set apart in one or more paragraphs, and who they are by, as far as these say it.

    `last` is the number of the last paragraph; `needs` that the neighbours may tell the speaker.
    """

    segments: tuple[Span, ...]
    rule: str
    confidence: float
    cue: Span | None
    speaker: Span | None
    last: int
    needs: bool = False


def set_apart(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Apart]:
    """What is set apart, by the number of the paragraph it begins in."""
    found = {
        number: each
        for number, paragraph in enumerate(paragraphs)
        if (each := _one(text, number, paragraph)) is not None
    }
    found.update(_turns(text, paragraphs))
    return found


def _one(text: str, number: int, paragraph: Paragraph) -> Apart | None:
    """A post or a block quotation that is one paragraph."""
    start, end = paragraph.span.start, paragraph.span.end
    if paragraph.kind is ParagraphKind.BLOCK_QUOTATION:
        return _block(text, number, paragraph.span)
    if end - start > _LONGEST_POST or "@" not in text[start:end]:
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
    speaker = Span(*signed.span("name")) if signed else None
    sure = 0.9 if signed else 0.4
    return Apart((Span(start, end),), "block-quotation", sure, None, speaker, number, not signed)


def _turns(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Apart]:
    """The turns of an interview: most paragraphs begin with who speaks, and somebody does twice."""
    labels = _labels(text, paragraphs)
    if not _is_interview(text, labels):
        return {}
    numbers = list(labels)
    most = 2 * len(numbers) > len(paragraphs) - 2
    stops = [*numbers[1:], len(paragraphs) if most else numbers[-1] + 1]
    return {
        number: turn
        for number, stop in zip(numbers, stops, strict=True)
        if (turn := _turn(text, paragraphs, labels[number], number, stop))
    }


def _labels(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Span]:
    """The labels paragraphs begin with, by their number; a headline has none but `Q`."""
    labels: dict[int, Span] = {}
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        if paragraph.kind in _SILENT or text.find(":", start, min(end, start + 120)) < 0:
            continue
        found = _LABEL.match(text, start, end)
        if found is None or (paragraph.kind is ParagraphKind.TITLE and found.group() != "Q"):
            continue
        labels[number] = Span(*found.span())
    seen = Counter(span.of(text) for span in labels.values())
    return {
        number: span
        for number, span in labels.items()
        if seen[span.of(text)] > 1 or span.end + 1 < paragraphs[number].span.end
    }


def _is_interview(text: str, labels: dict[int, Span]) -> bool:
    if len(labels) < 2:
        return False
    numbers = list(labels)
    if 2 * len(numbers) <= numbers[-1] - numbers[0] + 1:
        return False
    said = Counter(span.of(text).split()[-1].casefold() for span in labels.values())
    if "q" in said and "a" in said:
        return True
    return len(numbers) >= _AT_LEAST and len(said) > 1 and max(said.values()) > 1


def _turn(
    text: str, paragraphs: Sequence[Paragraph], label: Span, number: int, stop: int
) -> Apart | None:
    """The words after a label, with the paragraphs before number `stop`."""
    segments = []
    start = label.end + 1
    end = paragraphs[number].span.end
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        if MARK.match(text, start):
            return None
        segments.append(Span(start, end))
    last = number
    for after in range(number + 1, stop):
        paragraph = paragraphs[after]
        if paragraph.kind is not ParagraphKind.BODY or _NOTES.match(text, paragraph.span.start):
            break
        segments.append(paragraph.span)
        last = after
    if not segments:
        return None
    colon = Span(label.end, label.end + 1)
    return Apart(tuple(segments), "turn", 0.9, colon, label, last)
