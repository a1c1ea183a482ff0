"""Drafts: findings put together into quotations that run over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from fr_reader.model import Paragraph, ParagraphKind, Span
from fr_reader.text.apart import Apart, set_apart
from fr_reader.text.blocks import attribute_apart, introduction_of
from fr_reader.text.draft import Draft
from fr_reader.text.headlines import headline
from fr_reader.text.marks import MARK, may_quote
from fr_reader.text.place import Finding
from fr_reader.text.reporting import report
from fr_reader.text.stream import Stream
from fr_reader.text.stretches import Stretch, marked, stretches
from fr_reader.text.unbalanced import (
    begun_without_mark,
    continued_without_mark,
    ended_without_mark,
)
from fr_reader.text.weaving import Weaver

__all__ = ["Draft", "drafts"]

_SILENT = frozenset((ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BYLINE))
_BYLINE = ParagraphKind.BYLINE
_LETTER = re.compile(r"[^\W_]")
_LONGEST = 200_000
"""A paragraph of more code points than this is read in pieces, to use little memory."""


@dataclass(slots=True)
class Flow:
    """What is carried from paragraph to paragraph while a text is read."""

    text: str
    paragraphs: Sequence[Paragraph]
    drafts: list[Draft] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)
    last: Draft | None = None
    open: Draft | None = None
    open_stretch: Stretch | None = None
    apart: dict[int, Apart] = field(default_factory=dict)
    silent_to: int = -1

    def stream(self, number: int) -> Stream:
        span = self.paragraphs[number].span
        return Stream(self.text, span.start, span.end, stretches(self.text, span.start, span.end))

    def read(self, number: int) -> None:
        """Read one paragraph, a very long one piece by piece."""
        if number <= self.silent_to or self._set_apart(number):
            return
        span = self.paragraphs[number].span
        start, end = span.start, span.end
        while end - start > _LONGEST:
            stop = self.text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            stop = stop if stop > 0 else start + _LONGEST
            self._read(number, start, stop)
            start = stop
        self._read(number, start, end)

    def _set_apart(self, number: int) -> bool:
        """Take a turn of an interview, a post or a block quotation as speech."""
        apart = self.apart.get(number)
        if apart is None:
            return False
        draft = Draft(list(apart.segments), apart.rule, apart.confidence, apart.cue, apart.speaker)
        draft.named = apart.named
        if apart.needs:
            attribute_apart(self, number, apart.last, draft)
            draft.confidence = min(draft.confidence, apart.surest)
        if draft.speaker is None and stretches(self.text, *apart.segments[0].as_list()):
            return False
        self.drafts.append(draft)
        self.quoted += apart.segments
        self.last, self.open, self.silent_to = draft, None, apart.last
        return True

    def _read(self, number: int, start: int, end: int) -> None:
        kind = self.paragraphs[number].kind
        if kind is _BYLINE or not _is_written(self.text, start, end):
            return
        found = self._stretches(start, end)
        stream = Stream(self.text, start, end, found)
        if kind in _SILENT:
            said = headline(self.text, stream) if found else None
            if said is not None:
                self.drafts.append(said)
                return
            report(self.text, stream, [], [], title=True, into=self.drafts)
            return
        begun = len(self.drafts)
        held = [self.open] if self.open is not None else []
        told: list[Finding] = []
        if found:
            weaver = Weaver(self, number, stream)
            told += weaver.read().values()
            self.quoted += weaver.segments
        if stream.text[-1:] == [":"]:
            told += introduction_of(self, number, stream)
        report(self.text, stream, held + self.drafts[begun:], told, into=self.drafts)
        if not found:
            self.open = None
            return
        stretch = found[-1]
        unclosed = not stretch.closed and stretch.end == end
        last = self.last if unclosed else None
        self.open = last if last is not None and last.segments[-1].end == end else None
        self.open_stretch = stretch

    def _stretches(self, start: int, end: int) -> list[Stretch]:
        """The stretches of a paragraph, forgotten marks made good where it says who speaks."""
        if not may_quote(self.text, start, end):
            return []
        found = begun_without_mark(self.text, start, end, marked(self.text, start, end))
        if not found:
            return found
        found = continued_without_mark(self.text, end, found)
        if not [each for each in found if not each.closed]:
            return found
        reopened = MARK.match(self.text, _next_word(self.text, end)) is not None
        return found if reopened else ended_without_mark(self.text, found)


def _is_written(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit stands in `text[start:end]`."""
    return text[start].isalnum() or _LETTER.search(text, start, end) is not None


def _next_word(text: str, at: int) -> int:
    """Where the white space from `at` on ends."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def drafts(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Draft], list[Span]]:
    """The quotations of a text in order, before their speakers are told apart; what is quoted."""
    flow = Flow(text, paragraphs, apart=set_apart(text, paragraphs))
    for number in range(len(paragraphs)):
        flow.read(number)
    flow.drafts.sort(key=lambda draft: (draft.segments[0].start, draft.segments[0].end))
    return flow.drafts, flow.quoted
