"""Weaving: the quotations of a paragraph, each into its draft, by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.model import Span
from fr_reader.text.attribution import attribute
from fr_reader.text.blocks import said_below
from fr_reader.text.draft import Draft, span_of
from fr_reader.text.grammar import PERSONAL
from fr_reader.text.incises import incise
from fr_reader.text.marks import Style
from fr_reader.text.neighbours import (
    DASHES,
    LONGEST_SIGNATURE,
    above,
    beat_after,
    below,
    follows,
    goes_on,
    last_line,
    resumes,
    sentence_before,
)
from fr_reader.text.place import Finding, Place, place
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.stretches import Stretch

if TYPE_CHECKING:
    from fr_reader.text.drafts import Flow

_WEAK = frozenset(("comma-inside", "cue-later", "whole-sentence", "unattributed"))
"""What goes on from a quotation right before it is not attributed by one of these rules."""
_TIED = frozenset(("speaker-then-cue", "cue-then-speaker"))
_LONGEST_CROSSHEAD = 8


def _whole_sentence(here: Place) -> bool:
    """Whether a quotation is a sentence of its own, not a fragment of one."""
    stream, at = here.stream, here.at
    if not (" " in here.inner or here.ending in (".", "?", "!")):
        return False
    if stream.first_of[at] != at and not _after_abbreviation(stream, at, here.inner):
        return False
    following = at + 1
    if following >= stream.size or stream.text[following] == QUOTED:
        return True
    return stream.first_of[following] == following or stream.text[following] in (".", "…")


def _after_abbreviation(stream: Stream, at: int, inner: str) -> bool:
    """Whether the full stop of an abbreviation ends the sentence before the quotation too."""
    before = stream.text[at - 1] if at > 0 else ""
    return before.endswith(".") and len(before) > 1 and not inner[:1].islower()


def _subjectless(finding: Finding, stream: Stream) -> bool:
    """`Adding, “S”`: a participle that has no subject in its sentence."""
    cue = finding.cue
    return (
        cue is not None
        and stream.first_of[cue[0]] == cue[0]
        and stream.low[cue[1] - 1].endswith("ing")
    )


class Weaver:
    """One paragraph being read: its findings, and the draft its quotations go into."""

    def __init__(self, flow: Flow, number: int, stream: Stream) -> None:
        self.flow = flow
        self.number = number
        self.stream = stream
        self.segments = [Span(each.start, each.end) for each in stream.quoted.values()]
        self.findings = attribute(flow.text, stream)
        self.draft: Draft | None = None
        self.before: int | None = None

    def read(self) -> dict[int, Finding]:
        for (at, stretch), segment in zip(self.stream.quoted.items(), self.segments, strict=True):
            if at == 0 and self._reopens(stretch) and not self._speaks_anew():
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
        if finding is None or self.before is None or finding.rule not in _WEAK:
            return finding
        before = self.findings.get(self.before)
        if before is None:
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

    def _speaks_anew(self) -> bool:
        """Whether a mark that seems to go on with what was left open opens somebody's own words.

        Then it says by name who speaks, and that is another than in the paragraph before.
        """
        opened, finding = self.flow.open, self.findings.get(0)
        if opened is None or opened.speaker is None or finding is None or finding.mixed:
            return False
        if finding.cue is None or finding.speaker is None or finding.rule not in _TIED:
            return False
        if self.stream.low[finding.speaker[0]] in PERSONAL:
            return False
        speaker = opened.speaker.of(self.flow.text).split()
        return not set(self.stream.text[slice(*finding.speaker)]) <= set(speaker)

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
        same = same or (before is finding and finding.rule == "remark-between")
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
        if self._says_inside(at):
            return
        whole, draft, last = _whole_sentence(here), self.draft, self.before
        if whole and self._is_crosshead(here):
            return
        before = self.findings.get(last) if last is not None else None
        if before is not None and last is not None and draft is not None and not draft.mixed:
            more = follows if whole else resumes
            if more(self.stream, last, at, before):
                self.findings[at] = before
                draft.segments.append(segment)
                self._keep(draft, at)
                return
            if not whole:
                self._goes_on(here, before, draft)
        if whole:
            self._begin(self._carried(at, segment), None)

    def _says_inside(self, at: int) -> bool:
        """`« S, says X. S »`: whether the quotation itself says who speaks, as in French."""
        stretch = self.stream.quoted[at]
        if stretch.style is not Style.GUILLEMET or not stretch.closed:
            return False
        text, end = self.flow.text, stretch.end
        said = incise(text, stretch.start + stretch.opening, end - stretch.closing)
        if said is None:
            return False
        comma = said.end + (text[said.end] == ",")
        segments = [Span(stretch.start, comma)]
        if said.rest is not None:
            segments.append(Span(said.rest, end))
        self._begin(Draft(segments, "incise", 0.85, said.cue, said.speaker), None)
        return True

    def _is_crosshead(self, here: Place) -> bool:
        """Whether a few quoted words stand alone between paragraphs as a heading does.

        They are in single marks, where the article's quotations have double ones, or in capitals.
        """
        if self.stream.size > 1 or len(here.inner.split()) > _LONGEST_CROSSHEAD:
            return False
        if here.inner.isupper():
            return True
        quoted, text = self.flow.quoted, self.flow.text
        single = self.stream.quoted[here.at].style is Style.SINGLE
        return single and bool(quoted) and text.startswith(('"', "“", "''"), quoted[0].start)

    def _goes_on(self, here: Place, before: Finding, draft: Draft) -> None:
        """A sentence that is half quoted, after one that says whose words these are."""
        assert self.before is not None
        stream, words = self.stream, len(here.inner.split())
        last = goes_on(stream, self.before, here.at, before, words)
        if last is not None:
            segment = span_of(stream, (stream.first_of[here.at], last))
            assert segment is not None
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
            or self._told_after(at, segment)
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

    def _told_after(self, at: int, segment: Span) -> Draft | None:
        """The quotation, and `X shook her head.` before another."""
        finding = beat_after(self.stream, at) if self.draft is None else None
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
        if at != self.stream.size - 1 or self.number + 1 >= len(self.flow.paragraphs):
            return None
        said = said_below(self.flow, self.number + 1)
        if said is not None:
            draft = Draft([segment], "", 0.0)
            draft.attribute(*said)
            return draft
        span = self.flow.paragraphs[self.number + 1].span
        apart = at == 0 and not self.stream.quoted[at].closed
        if len(span) > LONGEST_SIGNATURE or not (apart or self.flow.text[span.start] in DASHES):
            return None
        text, stream = span.of(self.flow.text), self.flow.stream(self.number + 1)
        named = below(text, stream) or (last_line(text, stream) if apart else None)
        if named is None:
            return None
        return Draft([segment], "dash", 0.9, None, span_of(stream, named))
