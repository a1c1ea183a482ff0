"""Drafts: findings put together into quotations that run over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fr_reader.model import Paragraph, ParagraphKind, Span
from fr_reader.text.apart import Apart, set_apart
from fr_reader.text.blocks import attribute_apart, introduction_of
from fr_reader.text.draft import Draft, span_of
from fr_reader.text.grammar import OBJECT_PRONOUNS, TIME_WORDS, is_adverb, word_set
from fr_reader.text.indirect.engine import frames
from fr_reader.text.marks import MARK
from fr_reader.text.phrases import Range
from fr_reader.text.place import Finding
from fr_reader.text.stream import Stream
from fr_reader.text.stretches import Stretch, stretches
from fr_reader.text.unbalanced import begun_without_mark, ended_without_mark
from fr_reader.text.weaving import Weaver

__all__ = ["Draft", "drafts"]

_SILENT = frozenset((ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BYLINE))
_GOES_ELSEWHERE = word_set(
    "and or but , ; – — -- - when as after while before during moments in on at five four three two"
    " twice once again three several many increased rose"
)
"""After a quoted fragment, these go on with something else than what was said."""
_PHRASES = word_set("phrase term word words slogan expression")
_LETTER = re.compile(r"[^\W_]")
_LONGEST = 200_000
"""A paragraph of more code points than this is read in pieces, to use little memory."""


def report(
    text: str,
    stream: Stream,
    held: list[Draft],
    findings: list[Finding],
    *,
    into: list[Draft],
    title: bool = False,
) -> None:
    """Add what a paragraph reports without marks to `into`; `held` are its quotations."""
    claimed = {seg.start for draft in held if not draft.mixed for seg in draft.segments}
    fixed = {at for at in stream.where if stream.quoted[at].start in claimed}
    taken: set[int] = set()
    forced: set[int] = set()
    for found in findings:
        if found.cue:
            (forced if found.mixed else taken).update(range(*found.cue))
    mixed = _Held(draft for draft in held if draft.mixed)
    for frame in frames(stream, taken, fixed, forced, title):
        if not frame.contents or frame.contents[0][0] in stream.names:
            continue
        contents = [_ended_by_marks(stream, frame.cue, a, b) for a, b in frame.contents]
        segments = [_segment(text, stream, a, b) for a, b in contents]
        inside = mixed.taken(segments)
        held_already = bool(inside)
        if not inside:
            inside = [Draft(segments, "", 0.0)]
            into.append(inside[0])
        draft = inside[0]
        draft.segments = segments
        if not held_already or draft.speaker is None or draft.cue != span_of(stream, frame.cue):
            draft.speaker = span_of(stream, frame.source)
        draft.cue = span_of(stream, frame.cue)
        draft.rule, draft.confidence = frame.rule, frame.confidence
        draft.reported, draft.carried = True, None
        draft.mixed = any(_holds_quoted(stream, a, b) for a, b in contents)
        for other in inside[1:]:
            other.absorbed = True


class _Held:
    """Fragments in marks, by where they start; each is taken by the first clause that holds it."""

    def __init__(self, fragments: Iterable[Draft]) -> None:
        self._drafts = sorted(fragments, key=lambda draft: draft.segments[0].start)
        self._starts = [draft.segments[0].start for draft in self._drafts]

    def taken(self, clause: list[Span]) -> list[Draft]:
        """Take those that stand in one of the segments of a clause."""
        found: list[Draft] = []
        for segment in clause:
            first = bisect_left(self._starts, segment.start)
            last = bisect_left(self._starts, segment.end)
            near = self._drafts[first:last]
            outside = [draft for draft in near if not segment.covers(draft.segments[0])]
            if len(outside) < len(near):
                found += [draft for draft in near if segment.covers(draft.segments[0])]
                self._drafts[first:last] = outside
                self._starts[first:last] = [draft.segments[0].start for draft in outside]
        return found


def _holds_quoted(stream: Stream, first: int, last: int) -> bool:
    """Whether one of the tokens `[first, last)` is a quotation."""
    at = bisect_left(stream.where, first)
    return at < len(stream.where) and stream.where[at] < last


def _ended_by_marks(stream: Stream, cue: Range, first: int, last: int) -> Range:
    """`X said “S” and left`, `X called it “S”`, `X used the term “S”`: what is quoted right after
    the cue, or after these small words, begins and ends with its marks."""
    if first != cue[1]:
        return first, last
    first = _behind_small_words(stream, first, last)
    after = first + 1
    if after >= last or first not in stream.quoted:
        return first, last
    low = stream.low[after]
    ends = low in _GOES_ELSEWHERE or low[0].isdigit() or low in TIME_WORDS
    return (first, after) if ends or is_adverb(stream.text[after]) else (first, last)


def _behind_small_words(stream: Stream, first: int, last: int) -> int:
    """The quotation behind "it", "them as", "the term", or `first` where there is none."""
    low, of = stream.low, first + 1
    if of >= last or not (low[first] in OBJECT_PRONOUNS or low[of] in _PHRASES):
        return first
    if low[of] == "as" or low[of] in _PHRASES:
        of += 1
    return of if of < last and of in stream.quoted else first


def _segment(text: str, stream: Stream, first: int, last: int) -> Span:
    """Where reported words stand; a quotation with its own mark at the end is all of them."""
    stretch = stream.quoted.get(first)
    if stretch is not None and stretch.inner(text).rstrip()[-1:] in (",", ".", "?", "!"):
        return Span(stretch.start, stretch.end)
    return stream.span(first, last)


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
        if kind is ParagraphKind.BYLINE or not _LETTER.search(self.text, start, end):
            return
        found = self._stretches(start, end)
        stream = Stream(self.text, start, end, found)
        if kind in _SILENT:
            report(self.text, stream, [], [], title=True, into=self.drafts)
            return
        begun = len(self.drafts)
        held = [self.open] if self.open is not None else []
        findings = Weaver(self, number, stream).read() if found else {}
        self.quoted += [Span(each.start, each.end) for each in found]
        told = [*findings.values(), *introduction_of(self, number, stream)]
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
        found = begun_without_mark(self.text, start, end, stretches(self.text, start, end))
        reopened = MARK.match(self.text, _next_word(self.text, end)) is not None
        return found if reopened else ended_without_mark(self.text, end, found)


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
