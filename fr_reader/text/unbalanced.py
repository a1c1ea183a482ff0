"""Unbalanced marks: quotations whose opening or closing mark was forgotten, told by who speaks.

`S,” X said` begins with its paragraph, `X said: S.”` behind the colon; `“S, said X.` ends before
its attribution. Without an attribution right beside it, a lonely mark changes nothing.
"""

from __future__ import annotations

import re
from itertools import islice

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at
from fr_reader.text.grammar import PERSONAL, is_capital
from fr_reader.text.marks import Style
from fr_reader.text.place import Finding, Place, place
from fr_reader.text.rules_after import tied_after
from fr_reader.text.rules_before import colon_before, comma_before
from fr_reader.text.stream import Stream
from fr_reader.text.stretches import Stretch
from fr_reader.text.subjects import subject_before

_DOUBLE = re.compile("[“”„‟\"«»'`](?:(?<![`'])|'(?<='')|`(?<=``))")
"""A double mark, looked for by its first character alone, which is quickest."""
_CLOSERS = ("”", '"', "»")
_CLOSING = (*_CLOSERS, "’")
_SINGLE = re.compile("(?<=,)’(?= )")
_MARKS = frozenset("”’\"'“‘»«")
_BEFORE = frozenset(",.!?…")
_FEWEST = 3
"""A quotation that a mark only closes has so many words at least."""
_FINAL = frozenset(".!?…")
_COMMA = re.compile(r"(?<=[^\W\d_]), (?=[^\W\d_a-z])")
_TIED = frozenset(("speaker-then-cue", "cue-then-speaker"))
_MOST_COMMAS = 30
_MOST_TRIED = 4
"""So many commas at most are looked at as what words without an opening mark follow."""
_NEAR_COMMA = 4
_MOST_WORDS = 25


def begun_without_mark(text: str, first: int, last: int, found: list[Stretch]) -> list[Stretch]:
    """`found` with what the first mark of the paragraph `[first, last)` only closes."""
    if found and not _closes(text, first, found[0].start):
        return found
    mark = _lonely_closer(text, first, last)
    if mark is None or text[mark.start() - 1].isspace():
        return found
    end = mark.end()
    after = text[end] if end < last else " "
    if not (after.isspace() and text[mark.start() - 1] in _BEFORE) and after != ",":
        return found
    if any(each.start < end for each in found):
        return found
    for start in (*_beginnings(text, first, mark.start()), first):
        stretch = Stretch(start, end, True, Style.DOUBLE, 0, 1)
        if len(stretch.inner(text).split()) < _FEWEST:
            continue
        stream = Stream(text, first, min(last, end + 400), [stretch])
        here = place(text, stream, stream.where[0])
        finding = tied_after(here) or (_introduced(here) if start > first else None)
        if finding is not None and finding.cue is not None and finding.speaker is not None:
            return [stretch, *found]
    return found


def _closes(text: str, first: int, last: int) -> bool:
    """Whether a mark that may close stands in `text[first:last]`."""
    return first < last and any(text.find(mark, first, last) >= 0 for mark in _CLOSING)


def _beginnings(text: str, first: int, last: int) -> list[int]:
    """Where words may begin that no mark opens: behind a colon, or a comma and with a capital."""
    colon = text.rfind(": ", first, last)
    commas = islice(_COMMA.finditer(text, first, last), _MOST_TRIED)
    return [*([colon + 2] if colon > 0 else []), *(found.end() for found in commas)]


def _introduced(here: Place) -> Finding | None:
    """`X said: S.”`, `X told them, S.”`: what stands right before words that no mark opens."""
    if here.stream.text[here.at - 1] != ",":
        return colon_before(here)
    found = comma_before(here)
    if found is None or found.cue is None or found.speaker is None or found.mixed:
        return None
    behind = here.at - 1 - found.cue[1]
    return found if found.speaker[1] <= found.cue[0] and behind <= _NEAR_COMMA else None


def continued_without_mark(text: str, end: int, found: list[Stretch]) -> list[Stretch]:
    """`found` with the second half of `“S,” said X. S.”`, which no mark opens."""
    last = found[-1] if found else None
    if last is None or not last.closed or last.style is not Style.DOUBLE:
        return found
    mark = _DOUBLE.search(text, last.end, end)
    if mark is None or mark.group() not in _CLOSERS or text[mark.start() - 1] not in _FINAL:
        return found
    after = text[mark.end() : mark.end() + 1]
    if (after and not after.isspace()) or _DOUBLE.search(text, mark.end(), end):
        return found
    stream = Stream(text, last.start, min(end, mark.end()), [last])
    finding = tied_after(place(text, stream, stream.where[0])) if stream.where else None
    if finding is None or finding.cue is None or finding.rule not in _TIED:
        return found
    first = stream.last_of(finding.cue[0])
    if first >= stream.size:
        return found
    start = stream.span(first, first + 1).start
    if start >= mark.start() or not text[start].isupper():
        return found
    return [*found, Stretch(start, mark.end(), True, Style.DOUBLE, 0, 1)]


def _lonely_closer(text: str, first: int, last: int) -> re.Match[str] | None:
    """The first double mark, if it is one that closes; a single one where no double one is."""
    for closer in _CLOSERS:
        if text.find(closer, first, last) >= 0:
            mark = _DOUBLE.search(text, first, last)
            return mark if mark is not None and mark.group() in _CLOSERS else None
    if text.find(",’ ", first, last) >= 0:
        return _SINGLE.search(text, first, last)
    return None


def ended_without_mark(text: str, found: list[Stretch]) -> list[Stretch]:
    """`found` with each stretch that was left open ended before an attribution in it."""
    return [each if each.closed else _before_attribution(text, each) for each in found]


def _before_attribution(text: str, stretch: Stretch) -> Stretch:
    comma = _attributed(text, stretch)
    if comma is None:
        return stretch
    if text[comma - 2] in _MARKS:  # `‘S”, said X`: the mark is another than the one that opens
        return Stretch(stretch.start, comma - 1, True, stretch.style, stretch.opening)
    return Stretch(stretch.start, comma, False, stretch.style, stretch.opening)


def _attributed(text: str, stretch: Stretch) -> int | None:
    """One past the comma in a stretch behind which nothing but who says so ends the sentence."""
    begin = stretch.start + stretch.opening
    stream = Stream(text, begin, stretch.end, [])
    commas = [at for at, token in enumerate(stream.text) if token == ","]
    for comma in commas[:_MOST_COMMAS]:
        end = stream.last_of(comma)
        while end > comma and not stream.text[end - 1][0].isalnum():
            end -= 1
        if comma + 1 < end <= comma + _MOST_WORDS and _says(stream, comma + 1, end):
            return stream.span(comma, comma + 1).end
    return None


def _says(stream: Stream, first: int, end: int) -> bool:
    """Whether the tokens `[first, end)` are `said X` or `X said` and no more."""
    form = cue_at(stream, first)
    if form is not None and form.form in ("past", "s"):
        named = phrase_starting(stream, first + 1, end)
        return named is not None and named[1] >= end and _is_speaker(stream, *named)
    form = cue_at(stream, end - 1)
    if form is None or form.form not in ("past", "s"):
        return False
    subject = subject_before(stream, end - 1, first)
    return subject is not None and subject[0] == first and _is_speaker(stream, *subject)


def _is_speaker(stream: Stream, first: int, last: int) -> bool:
    """Whether a phrase is a name or a pronoun, or describes a person by one."""
    if stream.low[first] in PERSONAL:
        return stream.low[first] in ("he", "she", "they")
    return any(is_capital(stream.text[at]) for at in range(first, last))
