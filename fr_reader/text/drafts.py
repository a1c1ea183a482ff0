"""Drafts: findings put together into quotations that run over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fr_reader.model import Paragraph, ParagraphKind, Span
from fr_reader.text.attribution import attribute
from fr_reader.text.indirect.engine import frames
from fr_reader.text.indirect.extents import widened
from fr_reader.text.phrases import Range
from fr_reader.text.place import Finding, Place, place
from fr_reader.text.rules_after import signature
from fr_reader.text.rules_before import introduction
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.stretches import Stretch, stretches

_SILENT = frozenset((ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BYLINE))
_LONGEST = 200_000
"""A paragraph of more code points than this is read in pieces, to use little memory."""
_DASHES = "-–—―"


@dataclass(slots=True)
class Draft:
    """A quotation being put together; `carried` is the one whose speaker it takes over.

    `reported` tells that its segments are a reported clause; `absorbed` that the clause of another
    draft holds it.
    """

    segments: list[Span]
    rule: str
    confidence: float
    cue: Span | None = None
    speaker: Span | None = None
    mixed: bool = False
    carried: Draft | None = None
    reported: bool = False
    absorbed: bool = False

    def attribute(self, stream: Stream, finding: Finding) -> None:
        """Take cue and speaker from a finding in `stream`."""
        self.rule, self.confidence = finding.rule, finding.confidence
        cue = widened(stream, finding.cue, finding.speaker) if finding.cue else None
        self.cue = span_of(stream, cue)
        self.speaker = span_of(stream, finding.speaker)
        self.mixed = finding.mixed
        self.carried = None


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
    mixed = [draft for draft in held if draft.mixed]
    for frame in frames(stream, taken, fixed, forced, title):
        if not frame.contents or frame.contents[0][0] in stream.names:
            continue
        segments = [_segment(text, stream, a, b) for a, b in frame.contents]
        inside = [d for d in mixed if any(s.covers(d.segments[0]) for s in segments)]
        if not inside:
            inside = [Draft(segments, "", 0.0)]
            into.append(inside[0])
        else:
            mixed = [each for each in mixed if each not in inside]
        draft = inside[0]
        draft.segments = segments
        draft.cue = span_of(stream, frame.cue)
        draft.speaker = span_of(stream, frame.source)
        draft.rule, draft.confidence = frame.rule, frame.confidence
        draft.reported, draft.carried = True, None
        draft.mixed = any(a <= at < b for at in stream.where for a, b in frame.contents)
        for other in inside[1:]:
            other.absorbed = True


def _segment(text: str, stream: Stream, first: int, last: int) -> Span:
    """Where reported words stand; a quotation with its own mark at the end is all of them."""
    stretch = stream.quoted.get(first)
    if stretch is not None and stretch.inner(text).rstrip()[-1:] in (",", ".", "?", "!"):
        return Span(stretch.start, stretch.end)
    return stream.span(first, last)


def span_of(stream: Stream, tokens: Range | None) -> Span | None:
    """Where a range of tokens stands in the text."""
    return stream.span(*tokens) if tokens else None


def _whole_sentence(here: Place) -> bool:
    """Whether a quotation is a sentence of its own, not a fragment of one."""
    stream, at = here.stream, here.at
    if stream.first_of[at] != at or not (" " in here.inner or here.ending in (".", "?", "!")):
        return False
    following = at + 1
    if following >= len(stream) or stream.text[following] == QUOTED:
        return True
    return stream.first_of[following] == following or stream.text[following] in (".", "…")


def _follows(stream: Stream, before: int, at: int, finding: Finding) -> bool:
    """Whether the quotation at `at` begins the sentence right after the attribution's one."""
    if finding.cue is None:
        return before + 1 == at
    return stream.first_of[at] == at and stream.last_of(max(before, finding.cue[0])) == at


@dataclass(slots=True)
class _Flow:
    """What is carried from paragraph to paragraph while a text is read."""

    text: str
    paragraphs: Sequence[Paragraph]
    drafts: list[Draft] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)
    last: Draft | None = None
    open: Draft | None = None
    open_stretch: Stretch | None = None

    def stream(self, number: int) -> Stream:
        span = self.paragraphs[number].span
        return Stream(self.text, span.start, span.end, stretches(self.text, span.start, span.end))

    def read(self, number: int) -> None:
        """Read one paragraph, a very long one piece by piece."""
        span = self.paragraphs[number].span
        start, end = span.start, span.end
        while end - start > _LONGEST:
            stop = self.text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            stop = stop if stop > 0 else start + _LONGEST
            self._read(number, start, stop)
            start = stop
        self._read(number, start, end)

    def _read(self, number: int, start: int, end: int) -> None:
        kind = self.paragraphs[number].kind
        if kind is ParagraphKind.BYLINE:
            return
        found = stretches(self.text, start, end)
        stream = Stream(self.text, start, end, found)
        if kind in _SILENT:
            report(self.text, stream, [], [], title=True, into=self.drafts)
            return
        begun = len(self.drafts)
        held = [self.open] if self.open is not None else []
        findings = _Paragraph(self, number, stream).read() if found else {}
        self.quoted += [Span(each.start, each.end) for each in found]
        report(
            self.text, stream, held + self.drafts[begun:], list(findings.values()), into=self.drafts
        )
        if not found:
            self.open = None
            return
        stretch = found[-1]
        unclosed = not stretch.closed and stretch.end == end
        last = self.last if unclosed else None
        self.open = last if last is not None and last.segments[-1].end == end else None
        self.open_stretch = stretch


class _Paragraph:
    """One paragraph being read: its findings, and the draft its quotations go into."""

    def __init__(self, flow: _Flow, number: int, stream: Stream) -> None:
        self.flow = flow
        self.number = number
        self.stream = stream
        self.findings = attribute(flow.text, stream)
        self.draft: Draft | None = None
        self.before: int | None = None

    def read(self) -> dict[int, Finding]:
        for at in self.stream.where:
            stretch = self.stream.quoted[at]
            segment = Span(stretch.start, stretch.end)
            if at == 0 and self._reopens(stretch):
                assert self.flow.open is not None
                self._extend(self.flow.open, at, segment)
            elif (finding := self.findings.get(at)) is not None:
                self._attributed(at, segment, finding)
            elif at not in self.stream.names:
                self._unattributed(at, segment)
        return self.findings

    def _reopens(self, stretch: Stretch) -> bool:
        opened = self.flow.open_stretch
        return self.flow.open is not None and opened is not None and opened.style is stretch.style

    def _extend(self, draft: Draft, at: int, segment: Span) -> None:
        draft.segments.append(segment)
        finding = self.findings.get(at)
        if finding is not None and draft.speaker is None and not finding.mixed:
            draft.attribute(self.stream, finding)
        self._keep(draft, at)

    def _keep(self, draft: Draft, at: int | None) -> None:
        self.draft = self.flow.last = draft
        self.before = at

    def _begin(self, draft: Draft, at: int | None) -> None:
        self.flow.drafts.append(draft)
        self._keep(draft, at)

    def _attributed(self, at: int, segment: Span, finding: Finding) -> None:
        before = self.findings.get(self.before) if self.before is not None else None
        same = before is not None and finding.cue is not None and before.cue == finding.cue
        if same and self.draft is not None and not finding.mixed and not self.draft.mixed:
            self.draft.segments.append(segment)
            self._keep(self.draft, at)
            return
        draft = Draft([segment], "", 0.0)
        draft.attribute(self.stream, finding)
        self._begin(draft, at)

    def _unattributed(self, at: int, segment: Span) -> None:
        here = place(self.flow.text, self.stream, at)
        if not _whole_sentence(here):
            return
        before = self.findings.get(self.before) if self.before is not None else None
        goes_on = before is not None and self.before is not None
        if goes_on and self.draft is not None and not self.draft.mixed:
            assert before is not None and self.before is not None
            if _follows(self.stream, self.before, at, before):
                self.draft.segments.append(segment)
                self.findings[at] = before
                self._keep(self.draft, at)
                return
        self._begin(self._carried(at, segment), None)

    def _carried(self, at: int, segment: Span) -> Draft:
        """A quotation without a cue of its own in its paragraph."""
        return (
            self._signed(at, segment)
            or self._announced(at, segment)
            or self._from(self.draft or self.flow.last, segment)
        )

    def _from(self, earlier: Draft | None, segment: Span) -> Draft:
        if earlier is None:
            return Draft([segment], "unattributed", 0.3)
        return Draft([segment], "carry-over", 0.65, carried=earlier)

    def _announced(self, at: int, segment: Span) -> Draft | None:
        """`X said:` and the quotation in a paragraph below."""
        if at != 0 or self.number == 0:
            return None
        span = self.flow.paragraphs[self.number - 1].span
        if self.flow.text[span.end - 1] != ":":
            return None
        above = self.flow.stream(self.number - 1)
        if not above.text or above.text[-1] != ":":
            return None
        finding = introduction(above, len(above) - 1)
        draft = Draft([segment], "", 0.0)
        draft.attribute(above, finding)
        return draft if draft.speaker is not None else None

    def _signed(self, at: int, segment: Span) -> Draft | None:
        """The quotation, and `— X` in the paragraph below."""
        if at != len(self.stream) - 1 or self.number + 1 >= len(self.flow.paragraphs):
            return None
        span = self.flow.paragraphs[self.number + 1].span
        if self.flow.text[span.start] not in _DASHES or len(span) > 120:
            return None
        below = self.flow.stream(self.number + 1)
        named = signature(below, 1) if len(below) > 1 else None
        if named is None:
            return None
        return Draft([segment], "dash", 0.9, None, span_of(below, named))


def drafts(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Draft], list[Span]]:
    """The quotations of a text in order, before their speakers are told apart; what is quoted."""
    flow = _Flow(text, paragraphs)
    for number in range(len(paragraphs)):
        flow.read(number)
    flow.drafts.sort(key=lambda draft: (draft.segments[0].start, draft.segments[0].end))
    return flow.drafts, flow.quoted
