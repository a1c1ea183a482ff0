"""Reporting: what a paragraph reports without marks, and the fragments in marks that it holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set

from fr_reader.model import Span
from fr_reader.text.draft import Draft, span_of
from fr_reader.text.grammar import OBJECT_PRONOUNS, TIME_WORDS, is_adverb, word_set
from fr_reader.text.indirect.engine import frames
from fr_reader.text.indirect.frames import Frame
from fr_reader.text.not_reported import is_headline_noun, names_a_thing, reports_nothing
from fr_reader.text.phrases import Range
from fr_reader.text.place import Finding
from fr_reader.text.speeches import WRITINGS
from fr_reader.text.stream import Stream
from fr_reader.text.things import NAMING
from fr_reader.text.word_kinds import (
    ADVERBIAL,
    AUXILIARY,
    CAPITAL,
    CUE,
    DETERMINER,
    PERSONAL_PRONOUN,
    VERB,
)

_GOES_ELSEWHERE = word_set(
    "and or but , ; – — -- - when as after while before during moments in on at five four three two"
    " twice once again three several many increased rose"
)
"""After a quoted fragment, these go on with something else than what was said."""
_WHICH = frozenset(("which", "whom"))
_WHO = frozenset(("which", "who"))
_JOINS = word_set("and or , nor but")
Told = tuple[Set[int], Set[int], Set[int], Set[int]]
"""The tokens of what findings name (see `_told`)."""
_NOBODY: Told = (frozenset(),) * 4
"""What is told of a paragraph without findings."""
_LONGEST = 40
"""A clause between a cue and a colon has so many words at most."""
_NEAR = 4
"""“in a written statement” has so many words at most."""
_PHRASES = word_set("phrase term word words slogan expression")


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
    if not stream.cues:
        return
    fixed = _fixed(stream, held) if stream.where else set()
    told = _told(stream, findings) if findings else _NOBODY
    made = frames(stream, told[0], fixed, told[1], title)
    if not made:
        return
    fragments = [draft for draft in held if draft.mixed]
    mixed = _Held(fragments) if fragments else None
    for frame in made:
        contents = _contents(text, stream, frame, told, title=title)
        if not contents or reports_nothing(stream, frame, contents[-1], told[2], fixed):
            continue
        segments = [_segment(text, stream, a, b) for a, b in contents]
        inside = mixed.taken(segments) if mixed is not None else []
        draft = _reported(stream, frame, segments, inside)
        if not inside:
            into.append(draft)
        draft.mixed = bool(stream.where) and any(_holds_quoted(stream, a, b) for a, b in contents)


def _contents(
    text: str, stream: Stream, frame: Frame, told: Told, *, title: bool
) -> list[Range] | None:
    """What a frame reports, ended and begun by the marks in it; None where it reports nothing."""
    taken, _, speakers, inverted = told
    source = frame.source
    if not frame.contents or (source is not None and _is_article(stream, source)):
        return None
    if stream.names and names_a_thing(text, stream, frame):
        return None
    contents = [_ended_by_marks(stream, frame.cue, a, b) for a, b in frame.contents]
    if frame.head in inverted and contents[0][0] in speakers:
        return None
    if taken and _is_attribution(stream, taken, speakers, frame, contents[0]):
        return None
    if speakers:
        contents = [_behind_speaker(stream, speakers, a, b) for a, b in contents]
    if stream.where and source is not None and _in_relative_clause(stream, source):
        contents = [_before_comma(stream, a, b) for a, b in contents]
    return None if title and is_headline_noun(stream, frame, contents[0]) else contents


def _is_attribution(
    stream: Stream, taken: Set[int], speakers: Set[int], frame: Frame, content: Range
) -> bool:
    """Whether a frame is part of the attribution of a quotation: `said in a | statement | to the
    press`, or what it reports is one: `issued later, | X said: “S”`."""
    head, lowest = frame.head, max(0, frame.head - _NEAR)
    if stream.low[head] in WRITINGS and any(at in taken for at in range(lowest, head)):
        return "," not in stream.text[lowest:head]
    inside = range(*content)
    return any(at in taken for at in inside) and all(
        at in taken or at in speakers or stream.kinds[at] & ADVERBIAL for at in inside
    )


def _reported(stream: Stream, frame: Frame, segments: list[Span], inside: list[Draft]) -> Draft:
    """The draft of the reported clause that a frame is: the first of the fragments `inside` it
    made so, which absorbs the others, or a new one."""
    cue, sure = stream.span(*frame.cue), frame.confidence
    if not inside:
        speaker = span_of(stream, frame.source)
        return Draft(segments, frame.rule, sure, cue, speaker, reported=True)
    draft = inside[0]
    if draft.speaker is None or draft.cue != cue:
        draft.speaker = span_of(stream, frame.source)
    draft.segments, draft.rule, draft.confidence, draft.cue = segments, frame.rule, sure, cue
    draft.reported, draft.carried = True, None
    for other in inside[1:]:
        other.absorbed = True
    return draft


def _fixed(stream: Stream, held: list[Draft]) -> set[int]:
    """The tokens of a paragraph that are quotations already, not fragments."""
    claimed = {seg.start for draft in held if not draft.mixed for seg in draft.segments}
    return {at for at in stream.where if stream.quoted[at].start in claimed}


def _told(stream: Stream, findings: list[Finding]) -> Told:
    """The tokens of what findings name: the cues of quotations; those of fragments in marks; the
    speakers; the cues of fragments that have their speaker right behind: `said X, “S”`."""
    taken: set[int] = set()
    forced: set[int] = set()
    speakers: set[int] = set()
    inverted: set[int] = set()
    for found in findings:
        cue, speaker = found.cue, found.speaker
        if speaker:
            speakers.update(range(*speaker))
        if cue and not (found.rule == "colon" and _reports_too(stream, cue, speaker)):
            (forced if found.mixed else taken).update(range(*cue))
            if found.mixed and speaker and cue[1] == speaker[0]:
                inverted.update(range(*cue))
    return taken, forced, speakers, inverted


def _reports_too(stream: Stream, cue: Range, speaker: Range | None) -> bool:
    """Whether a clause stands between a cue and the colon: `X said | she had won |: “S”`."""
    first, low, kinds = cue[1], stream.low, stream.kinds
    last = min(stream.last_of(cue[0]), first + _LONGEST)
    if speaker is None or speaker[1] > cue[0] or ":" not in low[first:last]:
        return False
    colon = first + low[first:last].index(":")
    if "," in low[first:colon] or not kinds[cue[1] - 1] & CUE:
        return False
    opens = colon - first >= _NEAR and kinds[first] & (PERSONAL_PRONOUN | DETERMINER | CAPITAL)
    verbs = [at for at in range(first + 1, colon) if kinds[at] & (AUXILIARY | VERB)]
    return bool(opens or low[first] == "that") and bool(verbs)


def _behind_speaker(stream: Stream, speakers: Set[int], first: int, last: int) -> Range:
    """What is reported behind the end of an apposition: `says his sister, X, | “S”`."""
    at = first
    while at < last and at in speakers:
        at += 1
    said = first < at < last - 1 and stream.text[at] == "," and at + 1 in stream.quoted
    return (at + 1, last) if said else (first, last)


class _Held:
    """Fragments in marks, by where they start; each is taken by the first clause that holds it."""

    def __init__(self, fragments: list[Draft]) -> None:
        self._drafts = sorted(fragments, key=lambda draft: draft.segments[0].start)
        self._starts = [draft.segments[0].start for draft in self._drafts]

    def taken(self, clause: list[Span]) -> list[Draft]:
        """Take those that stand in one of the segments of a clause."""
        found: list[Draft] = []
        for segment in clause if self._drafts else ():
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
    if last > first + 1 and stream.text[last - 1] == ":":
        last -= 1
    if first != cue[1] or not stream.where:
        return first, last
    first = _behind_small_words(stream, first, last)
    after = first + 1
    if after >= last or first not in stream.quoted:
        return first, last
    while after + 1 < last and stream.low[after] in _JOINS and after + 1 in stream.quoted:
        after += 2
    if after >= last:
        return first, last
    low = stream.low[after]
    if stream.kinds[after] & AUXILIARY and stream.low[cue[1] - 1] in NAMING:
        return first, after
    ends = low in _GOES_ELSEWHERE or low[0].isdigit() or low in TIME_WORDS
    return (first, after) if ends or is_adverb(stream.text[after]) else (first, last)


def _is_article(stream: Stream, source: Range) -> bool:
    """Whether nothing but an article is left of who says it: “as the saying goes”."""
    return source[1] == source[0] + 1 and stream.low[source[0]] in ("the", "a", "an")


def _in_relative_clause(stream: Stream, source: Range) -> bool:
    """Whether a source is that of `which X called “S”` or of `, who called it “S”`."""
    first, last = source
    if last == first + 1 and stream.low[first] in _WHO:
        return first > 0 and stream.text[first - 1] == ","
    return first > 0 and stream.low[first - 1] in _WHICH


def _before_comma(stream: Stream, first: int, last: int) -> Range:
    """What a relative clause reports ends at the comma behind what is quoted there."""
    for at in range(first + 1, last):
        if stream.text[at] == "," and at - 1 in stream.quoted:
            return first, at
    return first, last


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
