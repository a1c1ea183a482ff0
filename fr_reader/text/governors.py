"""Governors: who says what a cue before a quotation introduces.

The subject may stand far from the cue: "X told Y it would do, adding", "when asked, X laughed and
said", "X emailed supporters saying". It is that of the main clause, not that of the clause which
the cue happens to follow.
"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at, is_passive, last_cue
from fr_reader.text.grammar import COORDINATORS, PERSONAL, RELATIVE, TIME_WORDS, word_set
from fr_reader.text.phrases import FAR, Range, is_word
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.subjects import subject_before, subject_of, with_clause
from fr_reader.text.word_kinds import ADVERB, CAPITAL, COORDINATOR, CUE, DETERMINER, VERBAL

_DASHES = frozenset(("–", "—", "--", "-"))
_CLAUSES = word_set("when if as while after because although though since once before until")
_ASKED = word_set("asked pressed quizzed questioned challenged told")
"""These open a clause of their own too: "asked about the vote, X had a short answer"."""
_OPENERS = _CLAUSES | _ASKED
_SCENES = word_set("when as while where which")
_PERCEIVED = word_set(
    "heard hear hears saw see sees seen shown showed shows show caught quoted quotes quoting filmed"
    " recorded pictured had has featuring features remember remembers of by from captured seeing"
    " hearing showing with"
)
"""After these, X in "X saying" is who says it: "heard X saying", "a video of X saying"."""
_DOCUMENTS = word_set(
    "statement tweet letter email e-mail message post memo release report note interview speech"
    " text ad video comment remark remarks comments tweets statements messages caption words way"
    " op-ed article facebook twitter emails posts letters press"
)
_GESTURES = word_set(
    "shook threw drew rose leant bent swung swept wept wore woke ate drank sang rang hid bit blew"
    " froze struck crept sank sprang stuck slid spun strode rode swore lit spread shut shrank"
)
"""Pasts of frequent verbs that do not end in -ed."""
_CAUSING = word_set(
    "prompted prompting led leading forced forcing caused causing pushed moved drove encouraged"
    " inspired spurred provoked compelled prompts leads forces"
)
_RECORDINGS = word_set("clip clips footage video videos film recording tape audio picture photo")
_BE = word_set("is are was were be been being gets got")
_PLACE_LIMIT = 16


def speaker_of(stream: Stream, verb: int, lowest: int) -> tuple[Range | None, bool]:
    """Who the cue at `verb` says speaks, and whether they stand right beside it."""
    lowest = after_dateline(stream, lowest)
    form = cue_at(stream, verb)
    if form is None or is_passive(stream, verb, form):
        return subject_of(stream, verb, lowest)
    if form.form in ("past", "s", "participle") and _opens(stream, verb, lowest):
        named = phrase_starting(stream, verb + 1, stream.size)
        if named is not None and stream.low[verb + 1] not in ("that", "it"):
            return named, True
    if form.form == "ing":
        return _participle(stream, verb, lowest)
    near = subject_before(stream, verb, lowest)
    whole = with_clause(stream, verb, lowest, near)
    if whole is not None:
        return whole, True
    if form.form == "base" and stream.low[verb - 1] == "to":
        near = _caused(stream, verb - 1, lowest)
    if near is not None and not _is_object(stream, near):
        return near, True
    main = _within_clause(stream, verb, lowest) or main_clause_subject(stream, lowest, verb)
    return (main, False) if main is not None else subject_of(stream, verb, lowest)


def after_dateline(stream: Stream, lowest: int) -> int:
    """Where the sentence begins behind a dateline: `LEEDS, May 3 (PA) — In response …`."""
    if lowest >= stream.size or not (
        len(stream.text[lowest]) > 2 and stream.text[lowest].isupper()
    ):
        return lowest
    for at in range(lowest + 1, min(lowest + _PLACE_LIMIT, stream.size)):
        if stream.text[at] in _DASHES:
            return at + 1
        if stream.kinds[at] & VERBAL:
            break
    return lowest


def _opens(stream: Stream, verb: int, lowest: int) -> bool:
    """Whether the cue opens its sentence and its subject follows: `Said X, “S”`."""
    at = verb - 1
    while at >= lowest and stream.kinds[at] & (ADVERB | COORDINATOR):
        at -= 1
    return at < lowest and verb + 1 < stream.size and is_word(stream, verb + 1)


def governing_cue(stream: Stream, lowest: int, before: int) -> int | None:
    """The cue nearest before token `before`, but not that of an aside like "when asked"."""
    verb = last_cue(stream, lowest, before)
    if verb is None or verb - 1 < lowest or stream.low[verb - 1] not in ("when", "if"):
        return verb
    return last_cue(stream, lowest, verb) or verb


def _is_object(stream: Stream, near: Range) -> bool:
    return stream.low[near[0]] in ("him", "her", "them", "me", "us") and near[1] - near[0] == 1


def _caused(stream: Stream, to: int, lowest: int) -> Range | None:
    """X in "this prompted X to say"."""
    named = subject_before(stream, to, lowest)
    if named is None or named[0] - 1 < lowest:
        return None
    return named if stream.low[named[0] - 1] in _CAUSING else None


def _within_clause(stream: Stream, verb: int, lowest: int) -> Range | None:
    """X in "… when X stood up and said": the cue goes on with the clause it stands in."""
    if stream.low[verb - 1] not in ("and", "by", "later", "then"):
        return None
    for at in range(verb - 2, max(lowest, verb - 30), -1):
        if stream.text[at] in (",", ";", ":", QUOTED):
            return None
        if not _is_finite(stream, at):
            continue
        subject = subject_before(stream, at, lowest)
        if subject is None:
            continue
        opener = stream.low[subject[0] - 1] if subject[0] > lowest else ""
        own = stream.low[verb - 1] == "by" and stream.low[subject[0]] in PERSONAL
        return subject if opener in _CLAUSES or own else None
    return None


def _in_clause_before(stream: Stream, comma: int, lowest: int) -> Range | None:
    """X in "… when X broke in, shouting": the clause that ends with the comma is a clause of time
    or place, and the participle tells more of it."""
    if comma <= lowest or stream.text[comma] != ",":
        return None
    for at in range(comma - 1, max(lowest, comma - 30), -1):
        if stream.text[at] in (",", ";", ":", QUOTED):
            return None
        if not _is_finite(stream, at):
            continue
        subject = subject_before(stream, at, lowest)
        if subject is None or subject[0] <= lowest:
            continue
        return subject if stream.low[subject[0] - 1] in _SCENES else None
    return None


def _participle(stream: Stream, verb: int, lowest: int) -> tuple[Range | None, bool]:
    """Who says in "…, saying", "X said, adding", "X emailed them saying", "a video of X saying"."""
    before = verb - 1
    while before > lowest and stream.kinds[before] & ADVERB:
        before -= 1
    if before >= lowest and is_word(stream, before) and stream.low[before] not in COORDINATORS:
        shown = _shown(stream, before, lowest)
        if shown is not None:
            return shown, True
        near = subject_before(stream, verb, lowest)
        if near is not None and not _is_addressed(stream, near, lowest):
            return _recorded(stream, near), True
    aside = (
        _aside(stream, before, lowest)
        or _in_clause_before(stream, before, lowest)
        or _within_clause(stream, verb, lowest)
    )
    if aside is not None:
        return aside, True
    main = main_clause_subject(stream, lowest, verb)
    return (main, False) if main is not None else subject_of(stream, verb, lowest)


def _recorded(stream: Stream, near: Range) -> Range:
    """X in "a clip of X saying"."""
    for at in range(near[0] + 1, near[1] - 1):
        if stream.low[at] == "of" and stream.low[at - 1] in _RECORDINGS:
            return at + 1, near[1]
    return near


def _shown(stream: Stream, at: int, lowest: int) -> Range | None:
    """The subject of "X is shown saying", "X was heard saying"."""
    if stream.low[at] not in _PERCEIVED or at - 1 < lowest or stream.low[at - 1] not in _BE:
        return None
    return subject_before(stream, at, lowest)


def _is_addressed(stream: Stream, near: Range, lowest: int) -> bool:
    """Whether the phrase before "saying" is whom the words are said to, or what holds them."""
    if stream.low[near[1] - 1] in _DOCUMENTS or _is_object(stream, near):
        return True
    before = near[0] - 1
    if before < lowest or stream.low[near[0]] in PERSONAL:
        return False
    low = stream.low[before]
    if low in _PERCEIVED or not is_word(stream, before):
        return False
    if any(stream.low[at] == "of" for at in range(*near)):
        return False
    return low in ("to", "on", "in", "at") or _is_finite(stream, before)


def _aside(stream: Stream, comma: int, lowest: int) -> Range | None:
    """X in `…, X said, adding`: a clause of a cue and its subject right before the comma."""
    if comma <= lowest or stream.text[comma] not in (",", QUOTED, *_DASHES):
        return None
    for at in range(comma - 1, max(lowest, comma - 8), -1):
        if stream.text[at] in (",", QUOTED):
            return None
        form = cue_at(stream, at)
        if form is None or form.form == "ing":
            continue
        subject = subject_before(stream, at, lowest)
        if subject is None or stream.low[subject[0]] in RELATIVE:
            return None
        opened = subject[0] == lowest or stream.text[subject[0] - 1] in (",", QUOTED, *_DASHES)
        return subject if opened else None
    return None


def _is_finite(stream: Stream, at: int) -> bool:
    """Whether a word is a verb that can have a subject, for all we know."""
    kind, low = stream.kinds[at], stream.low[at]
    if kind & CAPITAL or not stream.text[at][0].isalpha():
        return False
    if kind & VERBAL or low in _GESTURES:
        return True
    form = cue_at(stream, at) if kind & CUE else None
    if form is not None and form.form in ("past", "s"):
        return True
    if not low.endswith("ed") or len(low) < 5 or at == 0:
        return False
    return not stream.kinds[at - 1] & DETERMINER


def _main_clause(stream: Stream, lowest: int, before: int) -> int:
    """Where the main clause begins: behind the clause with "when" or "if" that opens it."""
    at = lowest
    before = min(before, lowest + 2 * FAR)
    while at < before and (stream.kinds[at] & (COORDINATOR | ADVERB) or not is_word(stream, at)):
        at += 1
    if at >= before or stream.low[at] not in _OPENERS:
        return at
    verb = stream.low[at] in _ASKED
    for index in range(at + 1, min(before, at + FAR)):
        if stream.text[index] == "," and verb:
            return index + 1
        verb = verb or _is_finite(stream, index)
    return at


def main_clause_subject(stream: Stream, lowest: int, before: int) -> Range | None:
    """The subject of the main clause of the words from `lowest` up to `before`."""
    found = main_clause(stream, lowest, before)
    return found[0] if found is not None else None


def main_clause(stream: Stream, lowest: int, before: int) -> tuple[Range, int] | None:
    """Subject and verb of the main clause of the words from `lowest` up to `before`."""
    start = _main_clause(stream, lowest, before)
    skipping = False
    for at in range(start + 1, min(before, start + 2 * FAR)):
        token = stream.text[at]
        if token == ",":
            skipping = False
        if skipping or not _is_finite(stream, at):
            continue
        subject = subject_before(stream, at, start)
        if subject is None or stream.low[subject[0]] in TIME_WORDS:
            continue
        opener = stream.low[subject[0] - 1] if subject[0] > start else ""
        relative = stream.low[subject[0]] in RELATIVE and subject[1] - subject[0] == 1
        if relative or opener in _CLAUSES:
            skipping = True
            continue
        return subject, at
    return None
