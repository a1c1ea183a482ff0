"""Rules for an attribution that follows the quotation: `“S,” X said`, `“S,” said X`, `“S” — X`.

Each rule answers with a finding or None, and never looks beyond the sentence.
"""

from __future__ import annotations

from dataclasses import replace

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at, cue_range, is_passive
from fr_reader.text.grammar import COORDINATORS, word_set
from fr_reader.text.inversions import so_said, utters
from fr_reader.text.mentions import whole_mention
from fr_reader.text.phrases import is_word
from fr_reader.text.place import Finding, Place, is_title
from fr_reader.text.speeches import SPEECHES, may_run, runs, speech_owner
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.subjects import subject_before, with_clause
from fr_reader.text.word_kinds import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    PAST,
    PERSONAL_PRONOUN,
    PREPOSITION,
    SUBORDINATOR,
    VERB,
    kind_of_word,
)

_NAMES = PERSONAL_PRONOUN | CAPITAL | DETERMINER
_OPENS_ADJUNCT = PREPOSITION | SUBORDINATOR | COORDINATOR
_OTHER_CLAUSES = word_set(
    "when after because if since although though while before until unless whereas that"
)
"""Behind a quotation, these begin a clause that says something else than who spoke."""


_OPENS_SOURCE = frozenset(("according", "in", "came", "comes", "come", "was", "is"))


def after_start(place: Place) -> tuple[int, bool]:
    """Where words go on after the quotation, and whether a comma or dash ties them to it."""
    stream, at = place.stream, place.at + 1
    tied = place.ending in (",", "—", "–", "-")
    if at < stream.size and stream.text[at] in (",", "–", "—", "--", "-"):
        return at + 1, True
    return at, tied


def _verb_first(place: Place, begin: int, highest: int) -> Finding | None:
    """`“S,” said X`."""
    stream = place.stream
    verb = begin
    while verb < highest and stream.kinds[verb] & ADVERB:
        verb += 1
    if verb >= highest:
        return None
    form = cue_at(stream, verb)
    if form is None:
        may_speak = may_run(stream, verb) or stream.kinds[verb] & PAST
        written = phrase_starting(stream, verb + 1, highest) if may_speak else None
        if written is None or not (runs(stream, verb, written) or utters(place, verb, written)):
            return None
        return Finding("cue-then-speaker", 0.95, (verb, verb + 1), written)
    if form.form not in ("past", "s", "participle"):
        return None
    start = verb + 1
    while start < highest and (
        stream.low[start] in ("back", "out") or stream.kinds[start] & ADVERB
    ):
        start += 1
    if start >= highest or stream.low[start] in ("that", "it") or stream.text[start] == QUOTED:
        return None
    named = phrase_starting(stream, start, highest)
    if named is None:
        return None
    return Finding("cue-then-speaker", 0.98, cue_range(stream, verb), named)


def _subject_first(place: Place, begin: int, highest: int) -> Finding | None:
    """`“S,” X said`, with appositions of X between."""
    stream = place.stream
    kinds = stream.kinds
    for verb in range(begin + 1, min(highest, begin + 45)):
        form = cue_at(stream, verb) if kinds[verb] & CUE else None
        if form is None or form.form == "ing" or is_passive(stream, verb, form):
            continue
        subject = subject_before(stream, verb, begin)
        if subject is not None and subject[0] > begin + 1:
            subject = with_clause(stream, verb, begin, subject) or subject
        if subject is not None and subject[0] > begin + 1:
            subject = whole_mention(stream, subject)
        if subject is not None and subject[0] <= begin + 1:
            return Finding("speaker-then-cue", 0.98, cue_range(stream, verb), subject)
    return None


def _name_first(place: Place, begin: int, highest: int) -> Finding | None:
    """`“S,” X smiled`: a comma inside the marks and a name after them, whatever the verb."""
    stream = place.stream
    if begin >= highest or place.ending != ",":
        return None
    kind = stream.kinds[begin]
    if not kind & _NAMES or kind & _OPENS_ADJUNCT:
        return None
    named = phrase_starting(stream, begin, highest)
    if named is None or named[1] >= highest or not is_word(stream, named[1]):
        return None
    return Finding("speaker-after-comma", 0.85, (named[1], named[1] + 1), named)


def _according(place: Place, begin: int, highest: int) -> Finding | None:
    stream = place.stream
    if begin + 2 >= highest:
        return None
    if stream.low[begin] == "in":
        return _in_view_of(stream, begin, highest)
    if stream.low[begin] in ("came", "comes", "come"):
        return _came_from(stream, begin, highest)
    if stream.low[begin] in ("was", "is"):
        return _was_answer(stream, begin, highest)
    if stream.low[begin] != "according":
        return None
    named = phrase_starting(stream, begin + 2, highest)
    return Finding("according-to", 0.93, (begin, begin + 2), named) if named else None


def _in_view_of(stream: Stream, begin: int, highest: int) -> Finding | None:
    """`“S,” in X’s view`."""
    for at in range(begin + 2, min(highest, begin + 7)):
        if stream.low[at] in ("view", "words", "opinion", "telling"):
            return Finding("words-of", 0.85, (at, at + 1), (begin + 1, at))
    return None


def _came_from(stream: Stream, begin: int, highest: int) -> Finding | None:
    """`“S,” came the shout from X`."""
    for at in range(begin + 1, min(highest - 1, begin + 6)):
        if stream.low[at] == "from":
            named = phrase_starting(stream, at + 1, highest)
            return Finding("cue-then-speaker", 0.85, (begin, at + 1), named) if named else None
    return None


def _was_answer(stream: Stream, begin: int, highest: int) -> Finding | None:
    """`“S,” was the answer of X`, `“S,” is her advice`."""
    for at in range(begin + 1, min(highest, begin + 6)):
        if stream.low[at] in SPEECHES:
            named = speech_owner(stream, begin + 1, highest)
            return Finding("cue-later", 0.8, (at, at + 1), named) if named else None
    return None


def _following(place: Place, tied_only: bool) -> Finding | None:
    stream = place.stream
    begin, tied = after_start(place)
    if begin >= stream.size or (tied_only and not tied):
        return None
    if stream.low[begin] in COORDINATORS or stream.low[begin] in _OTHER_CLAUSES:
        return None
    if not tied and place.ending not in ("?", "!", "…", ""):
        return None
    highest = stream.next_quoted(begin, stream.last_of(begin))
    found = _according(place, begin, highest) if stream.low[begin] in _OPENS_SOURCE else None
    if found is None and stream.low[begin] in ("as", "is", "was") and begin + 1 < highest:
        begin += 1
        found = _according(place, begin, highest)
    found = found or _verb_first(place, begin, highest)
    found = found or _subject_first(place, begin, highest)
    return found or (_name_first(place, begin, highest) if tied and not is_title(place) else None)


_SHORT, _LONG = 6, 16
"""A quotation of fewer words is part of the clause around it; one that must be may be longer."""


def tied_after(place: Place) -> Finding | None:
    """`“S,” X said`, `“S”, said X`: a comma or dash ties what follows to the quotation."""
    found = _following(place, tied_only=True)
    if found is None or not _inside_clause(place):
        return found
    return replace(found, mixed=True)


def _inside_clause(place: Place) -> bool:
    """Whether words of its sentence lead up to a short quotation: `It is “S”, X said`."""
    before = place.at - 1
    return (
        before >= place.lowest
        and is_word(place.stream, before)
        and place.stream.low[before] not in COORDINATORS
        and len(place.inner.split()) < (_LONG if _is_predicate(place) else _SHORT)
    )


def _is_predicate(place: Place) -> bool:
    """Whether a quotation is what is said of the words before it: `The road “is too long”, X
    said`, `The road was “a waste of our money”, X said`."""
    if not place.inner[:1].islower() or place.ending:
        return False
    opens = kind_of_word(place.inner.split(maxsplit=1)[0]) | place.stream.kinds[place.at - 1]
    return bool(opens & (AUXILIARY | VERB))


def asked_after(place: Place) -> Finding | None:
    """`“S?” asked X`, `“S!” he said`: a small letter and a cue right after the quotation's mark."""
    stream, begin = place.stream, place.at + 1
    if place.ending not in ("?", "!") or begin >= stream.size:
        return None
    if not stream.text[begin][0].islower():
        return None
    found = _following(place, tied_only=False)
    return found if found is not None and found.cue and found.cue[0] <= begin + 1 else None


def question_after(place: Place) -> Finding | None:
    """`“S?” X asked`: the quotation's own mark stands for the comma."""
    if place.ending == "" or after_start(place)[1]:
        return None  # what is tied to the quotation has been asked for already
    return _following(place, tied_only=False)


def full_stop_after(place: Place) -> Finding | None:
    """`“S.” X said.`: a full stop for the comma, where nothing but the attribution follows."""
    stream = place.stream
    begin = place.at + 1
    if place.ending != "." or begin >= stream.size:
        return None
    highest = stream.last_of(begin)
    if highest - begin > 8:
        return None
    found = _subject_first(place, begin, highest) or _verb_first(place, begin, highest)
    if found is None or found.cue is None or found.speaker is None:
        return None
    end = max(found.cue[1], found.speaker[1])
    if end < highest and stream.text[end] not in (".", ":"):
        return None
    return found


def so_said_after(place: Place) -> Finding | None:
    """`“S.” So said X.`: the sentence right behind the quotation says no more than whose it is."""
    stream, begin = place.stream, place.at + 1
    if place.ending not in (".", "!", "?", "…") or begin >= stream.size:
        return None
    return so_said(stream, begin)


def unmarked_after(place: Place) -> Finding | None:
    """`“S” X said.`: the comma was forgotten."""
    stream, begin = place.stream, place.at + 1
    if place.ending or place.lowest != place.at or len(place.inner.split()) < 4:
        return None
    if begin >= stream.size:
        return None
    highest = stream.next_quoted(begin, stream.last_of(begin))
    found = _verb_first(place, begin, highest) or _subject_first(place, begin, highest)
    if found is None or found.cue is None or found.cue[0] > begin + 10:
        return None
    return Finding("no-comma", 0.8, found.cue, found.speaker)
