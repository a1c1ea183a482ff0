"""Drafts: findings put together into quotations that run over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fr_reader.model import Paragraph, ParagraphKind, Span
from fr_reader.text.apart import Apart, set_apart
from fr_reader.text.attribution import attribute
from fr_reader.text.grammar import TIME_WORDS, word_set
from fr_reader.text.indirect.engine import frames
from fr_reader.text.neighbours import (
    DASHES,
    LONGEST_SIGNATURE,
    above,
    below,
    goes_on,
    last_line,
    sentence_before,
)
from fr_reader.text.phrases import Range
from fr_reader.text.place import Finding, Place, place
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.stretches import Stretch, stretches

_SILENT = frozenset((ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BYLINE))
_GOES_ELSEWHERE = word_set(
    "and or but , ; – — -- - when as after while before during moments in on at five four three two"
    " twice once again three several many increased rose"
)
"""After a quoted fragment, these go on with something else than what was said."""
_LONGEST = 200_000
"""A paragraph of more code points than this is read in pieces, to use little memory."""
_WEAK = frozenset(("comma-inside", "cue-later", "whole-sentence", "unattributed"))
"""What goes on from a quotation right before it is not attributed by one of these rules."""


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
        self.cue = span_of(stream, finding.cue)
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
    taken = {at for found in findings if found.cue and not found.mixed for at in range(*found.cue)}
    forced = {at for found in findings if found.cue and found.mixed for at in range(*found.cue)}
    fixed = {at for at in stream.where if stream.start[at] in claimed}
    mixed = [draft for draft in held if draft.mixed]
    for frame in frames(stream, taken, fixed, forced, title):
        if not frame.contents or frame.contents[0][0] in stream.names:
            continue
        contents = [_ended_by_marks(stream, frame.cue, a, b) for a, b in frame.contents]
        segments = [_segment(text, stream, a, b) for a, b in contents]
        inside = [d for d in mixed if any(s.covers(d.segments[0]) for s in segments)]
        draft = inside[0] if inside else Draft(segments, "", 0.0)
        draft.segments = segments
        if not inside or draft.speaker is None or draft.cue != span_of(stream, frame.cue):
            draft.speaker = span_of(stream, frame.source)
        draft.cue = span_of(stream, frame.cue)
        draft.rule, draft.confidence = frame.rule, frame.confidence
        draft.reported, draft.carried = True, None
        draft.mixed = any(a <= at < b for at in stream.where for a, b in contents)
        for other in inside[1:]:
            other.absorbed = True
        if not inside:
            into.append(draft)
        mixed = [each for each in mixed if each not in inside]


def _ended_by_marks(stream: Stream, cue: Range, first: int, last: int) -> Range:
    """`X said “S” and left`: what is quoted right after the cue ends with its marks."""
    after = first + 1
    if first != cue[1] or after >= last or first not in stream.quoted:
        return first, last
    low = stream.low[after]
    ends = low in _GOES_ELSEWHERE or low[0].isdigit() or low in TIME_WORDS
    return (first, after) if ends else (first, last)


def _segment(text: str, stream: Stream, first: int, last: int) -> Span:
    """Where reported words stand; a quotation with its own mark at the end is all of them."""
    stretch = stream.quoted.get(first)
    if stretch is not None and stretch.inner(text).rstrip()[-1:] in (",", ".", "?", "!"):
        return Span(stretch.start, stretch.end)
    return Span(stream.start[first], stream.end[last - 1])


def span_of(stream: Stream, tokens: Range | None) -> Span | None:
    """Where a range of tokens stands in the text."""
    return Span(stream.start[tokens[0]], stream.end[tokens[1] - 1]) if tokens else None


def _whole_sentence(here: Place) -> bool:
    """Whether a quotation is a sentence of its own, not a fragment of one."""
    stream, at = here.stream, here.at
    if stream.first_of[at] != at or not (" " in here.inner or here.ending in (".", "?", "!")):
        return False
    following = at + 1
    if following >= len(stream) or stream.text[following] == QUOTED:
        return True
    return stream.first_of[following] == following or stream.text[following] in (".", "…")


def _subjectless(finding: Finding, stream: Stream) -> bool:
    """`Adding, “S”`: a participle that has no subject in its sentence."""
    cue = finding.cue
    return (
        cue is not None
        and stream.first_of[cue[0]] == cue[0]
        and stream.low[cue[1] - 1].endswith("ing")
    )


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
        start = span.start
        while span.end - start > _LONGEST:
            stop = self.text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            stop = stop if stop > 0 else start + _LONGEST
            self._read(number, Span(start, stop))
            start = stop
        self._read(number, Span(start, span.end))

    def _set_apart(self, number: int) -> bool:
        """Take a turn of an interview, a post or a block quotation as speech."""
        apart = self.apart.get(number)
        if apart is None:
            return False
        draft = Draft(list(apart.segments), apart.rule, apart.confidence, apart.cue, apart.speaker)
        if apart.needs:
            attribute_apart(self, number, draft)
        if draft.speaker is None and stretches(self.text, *apart.segments[0].as_list()):
            return False
        self.drafts.append(draft)
        self.quoted += apart.segments
        self.last, self.open, self.silent_to = draft, None, apart.last
        return True

    def _read(self, number: int, span: Span) -> None:
        kind = self.paragraphs[number].kind
        if kind is ParagraphKind.BYLINE:
            return
        found = stretches(self.text, span.start, span.end)
        stream = Stream(self.text, span.start, span.end, found)
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
        end = span.end
        unclosed = not stretch.closed and stretch.end == end
        last = self.last if unclosed else None
        self.open = last if last is not None and last.segments[-1].end == end else None
        self.open_stretch = stretch


def attribute_apart(flow: _Flow, number: int, draft: Draft) -> None:
    """Who a block quotation is by: `X wrote:` above it, or `— X` below."""
    if number > 0 and flow.text[flow.paragraphs[number - 1].span.end - 1] == ":":
        stream = flow.stream(number - 1)
        finding = above(stream)
        if finding is not None:
            draft.attribute(stream, finding)
            return
    if number + 1 < len(flow.paragraphs):
        span = flow.paragraphs[number + 1].span
        if len(span) <= LONGEST_SIGNATURE and flow.text[span.start] in DASHES:
            stream = flow.stream(number + 1)
            named = below(span.of(flow.text), stream)
            if named is not None:
                draft.speaker, draft.confidence = span_of(stream, named), 0.9


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
            elif (finding := self._finding(at)) is not None:
                self._attributed(at, segment, finding)
            elif at not in self.stream.names:
                self._unattributed(at, segment)
        return self.findings

    def _finding(self, at: int) -> Finding | None:
        """The finding of a quotation, unless it rather goes on from the one before it."""
        finding = self.findings.get(at)
        before = self.findings.get(self.before) if self.before is not None else None
        if finding is None or before is None or self.before is None or finding.rule not in _WEAK:
            return finding
        if self.draft is None or self.draft.mixed or before.cue is None:
            return finding
        first = self.stream.last_of(max(self.before, before.cue[0]))
        if self.stream.first_of[at] != first or (finding.speaker is not None and at != first):
            return finding
        del self.findings[at]
        return None

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
        earlier = self.draft or self.flow.last
        if (
            finding.rule == "cue-without-speaker"
            and earlier is not None
            and _subjectless(finding, self.stream)
        ):
            draft.rule, draft.carried = "carry-over-cue", earlier
        self._begin(draft, at)

    def _unattributed(self, at: int, segment: Span) -> None:
        here = place(self.flow.text, self.stream, at)
        before = self.findings.get(self.before) if self.before is not None else None
        if not _whole_sentence(here):
            self._goes_on(here, before)
            return
        if before is not None and self.draft is not None and not self.draft.mixed:
            assert self.before is not None
            if _follows(self.stream, self.before, at, before):
                self.draft.segments.append(segment)
                self.findings[at] = before
                self._keep(self.draft, at)
                return
        self._begin(self._carried(at, segment), None)

    def _goes_on(self, here: Place, before: Finding | None) -> None:
        """A sentence that is half quoted, after one that says whose words these are."""
        draft = self.draft
        if before is None or draft is None or draft.mixed or self.before is None:
            return
        stream, words = self.stream, len(here.inner.split())
        last = goes_on(stream, self.before, here.at, before, words)
        if last is not None:
            segment = Span(stream.start[stream.first_of[here.at]], stream.end[last - 1])
            mixed = last > here.at + 1 or stream.first_of[here.at] < here.at
            self.flow.drafts.append(Draft([segment], "carry-over", 0.6, mixed=mixed, carried=draft))
            self.findings[here.at] = before
            self.before = here.at

    def _carried(self, at: int, segment: Span) -> Draft:
        """A quotation without a cue of its own in its paragraph."""
        return (
            self._signed(at, segment)
            or self._announced(at, segment)
            or self._reported(at, segment)
            or self._from(self.draft or self.flow.last, segment)
        )

    def _reported(self, at: int, segment: Span) -> Draft | None:
        """`X agreed.` and the quotation in the next sentence."""
        finding = sentence_before(self.stream, at, alone=self.draft is None)
        if finding is None:
            return None
        draft = Draft([segment], "", 0.0)
        draft.attribute(self.stream, finding)
        return draft

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
        stream = self.flow.stream(self.number - 1)
        finding = above(stream)
        if finding is None:
            return None
        draft = Draft([segment], "", 0.0)
        draft.attribute(stream, finding)
        return draft

    def _signed(self, at: int, segment: Span) -> Draft | None:
        """The quotation, and `— X` or the last line of what is set apart in the paragraph below."""
        if at != len(self.stream) - 1 or self.number + 1 >= len(self.flow.paragraphs):
            return None
        span = self.flow.paragraphs[self.number + 1].span
        apart = at == 0 and not self.stream.quoted[at].closed
        if len(span) > LONGEST_SIGNATURE or not (apart or self.flow.text[span.start] in DASHES):
            return None
        text, stream = span.of(self.flow.text), self.flow.stream(self.number + 1)
        named = below(text, stream) or (last_line(text, stream) if apart else None)
        if named is None:
            return None
        return Draft([segment], "dash", 0.9, None, span_of(stream, named))


def drafts(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Draft], list[Span]]:
    """The quotations of a text in order, before their speakers are told apart; what is quoted."""
    flow = _Flow(text, paragraphs, apart=set_apart(text, paragraphs))
    for number in range(len(paragraphs)):
        flow.read(number)
    flow.drafts.sort(key=lambda draft: draft.segments[0])
    return flow.drafts, flow.quoted
