"""Reporting: what a paragraph reports without marks, and the fragments in marks that it holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable

from fr_reader.model import Span
from fr_reader.text.draft import Draft, span_of
from fr_reader.text.grammar import OBJECT_PRONOUNS, TIME_WORDS, is_adverb, word_set
from fr_reader.text.indirect.engine import frames
from fr_reader.text.indirect.frames import Frame
from fr_reader.text.phrases import Range, is_word, verb_like
from fr_reader.text.place import Finding, is_object
from fr_reader.text.stream import Stream
from fr_reader.text.word_kinds import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    PERSONAL_PRONOUN,
    PREPOSITION,
    RELATIVE_PRONOUN,
    SUBORDINATOR,
    TIME,
)

_OPENS_CLAUSE = (
    SUBORDINATOR | PERSONAL_PRONOUN | RELATIVE_PRONOUN | PREPOSITION | ADVERB | AUXILIARY
)
_ENDS_NOUN = (
    PREPOSITION
    | SUBORDINATOR
    | COORDINATOR
    | RELATIVE_PRONOUN
    | AUXILIARY
    | TIME
    | PERSONAL_PRONOUN
)
_NAMED = word_set("named identified quoted")
"""Who asks not to be this says nothing of the matter."""
_ASKS = word_set("call calls called ask asks asked answer answers answered tell tells told read")
"""Verbs that need more than an article and a noun to report something."""
_PUNISHES = word_set("sentenced jailed")
_GOES_ELSEWHERE = word_set(
    "and or but , ; – — -- - when as after while before during moments in on at five four three two"
    " twice once again three several many increased rose"
)
"""After a quoted fragment, these go on with something else than what was said."""
_DOES = word_set(
    "share shares shared sharing publish publishes published open opens opened launch launched"
    " launches hire hires hired fire fired delivered maintain maintains maintained marks marked"
    " record records recorded run runs invite invites invited press presses pressed play plays"
    " played fight fights fought began ended cast suspend suspended captured completed serve serves"
    " served sentenced jailed learned drafted performed attended hosted hosts knows"
)
"""Verbs that do a thing as readily as they say one."""
_SAID_THINGS = word_set(
    "statement statements message messages concern concerns view views opinion opinions belief"
    " beliefs sentiment sentiments fear fears hope hopes doubt doubts frustration frustrations"
    " anger support criticism apology apologies warning warnings condolences idea ideas thought"
    " thoughts claim claims threat threats promise promises pledge pledges call calls denial"
    " complaint complaints demand demands appeal appeals response reply details plans plan"
    " assessment conclusion position commitment confidence optimism scepticism skepticism outrage"
    " dismay rebuke praise endorsement declaration ultimatum advice tweet tweets"
)
"""What is said, and not done, by the verbs above: “shared his concern”."""
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
    claimed = {seg.start for draft in held if not draft.mixed for seg in draft.segments}
    fixed = {at for at in stream.where if stream.quoted[at].start in claimed}
    taken, forced = _cues(findings, mixed=False), _cues(findings, mixed=True)
    speakers = {at for found in findings if found.speaker for at in range(*found.speaker)}
    mixed = _Held(draft for draft in held if draft.mixed)
    for frame in frames(stream, taken, fixed, forced, title):
        if not frame.contents or frame.contents[0][0] in stream.names:
            continue
        contents = [_ended_by_marks(stream, frame.cue, a, b) for a, b in frame.contents]
        if _reports_nothing(stream, frame, contents[-1], speakers):
            continue
        segments = [_segment(text, stream, a, b) for a, b in contents]
        inside = mixed.taken(segments)
        draft = inside[0] if inside else Draft(segments, "", 0.0)
        if not inside:
            into.append(draft)
        draft.segments, cue = segments, span_of(stream, frame.cue)
        if draft.speaker is None or draft.cue != cue:
            draft.speaker = span_of(stream, frame.source)
        draft.cue = cue
        draft.rule, draft.confidence = frame.rule, frame.confidence
        draft.reported, draft.carried = True, None
        draft.mixed = any(_holds_quoted(stream, a, b) for a, b in contents)
        for other in inside[1:]:
            other.absorbed = True


def _cues(findings: list[Finding], *, mixed: bool) -> set[int]:
    """The tokens of the cues of quotations, or of fragments in marks."""
    return {
        at for found in findings if found.cue and found.mixed == mixed for at in range(*found.cue)
    }


def _reports_nothing(
    stream: Stream, frame: Frame, content: Range, speakers: Collection[int]
) -> bool:
    """Whether a frame only looks like one: `charge a “recovery fee”`; `said X, who wrote it`.

    `speakers` are the tokens of what names the speakers of quotations.
    """
    if frame.rule != "source-cue-content":
        return False
    first, last = content
    if stream.low[first : first + 3] == ["not", "to", "be"]:
        return first + 3 < last and stream.low[first + 3] in _NAMED
    if last <= first + 2 and stream.low[frame.head] in _ASKS and _is_short(stream, first, last):
        return True
    if stream.low[frame.head] in _DOES and _is_thing_done(stream, frame, first, last):
        return True
    if last == first + 1 and frame.head in speakers and stream.low[first] in OBJECT_PRONOUNS:
        return True
    at = next((at for at in range(first, min(last, first + 4)) if at in stream.quoted), last)
    if at == last or not is_object(stream, frame.head, at):
        return False
    return not any(verb_like(stream, after) for after in range(at + 1, last))


def _is_thing_done(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """Whether what follows the verb is a thing done, not said: `published | three novels`."""
    low = stream.low
    if low[first] == "to" and low[frame.head] in _PUNISHES:
        return True
    if first != frame.cue[1] or stream.kinds[first] & _OPENS_CLAUSE:
        return False
    if any(kind & RELATIVE_PRONOUN for kind in stream.kinds[first:last]):
        return False
    head = first
    for at in range(first, last):
        if stream.kinds[at] & _ENDS_NOUN or not is_word(stream, at):
            break
        if verb_like(stream, at) or low[at] in _SAID_THINGS or at in stream.quoted:
            return False
        head = at
    after = head + 1
    return after >= last or not (stream.kinds[after] & AUXILIARY or verb_like(stream, after))


def _is_short(stream: Stream, first: int, last: int) -> bool:
    """Whether what follows the verb is an article and a noun alone: `called his mother`."""
    noun = last - 1
    article = stream.kinds[first] & (DETERMINER | SUBORDINATOR) == DETERMINER and noun == first + 1
    return article and noun not in stream.quoted and stream.low[noun] not in _SAID_THINGS


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
    if last > first + 1 and stream.text[last - 1] == ":":
        last -= 1
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
