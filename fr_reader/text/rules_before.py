"""Rules for an attribution that comes before the quotation: `X said: “S”`, `X told Y, “S”`.

Each rule answers with a finding or None, and never looks beyond the sentence.
"""

from __future__ import annotations

from dataclasses import replace

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_at, cue_range, last_cue
from fr_reader.text.governors import (
    after_dateline,
    governing_cue,
    main_clause_subject,
    speaker_of,
)
from fr_reader.text.grammar import AUXILIARIES, COORDINATORS, is_capital, word_set
from fr_reader.text.introductions import (
    according_before,
    came_from,
    described_before,
    in_words_of,
    last_clause,
    named_before,
)
from fr_reader.text.phrases import FAR, Range, phrase_ending
from fr_reader.text.place import Finding, Place, is_object, is_shouted, is_title
from fr_reader.text.speeches import before_count, runs, speech_owner
from fr_reader.text.stream import QUOTED, Stream
from fr_reader.text.subjects import main_subject
from fr_reader.text.word_kinds import TIME

_CRIES = word_set("chant shout yell scream cry mouth holler howl roar")
"""What follows these in marks was said in these words, however short it is."""
_WHOSE = word_set("their his her its our my your")


def colon_before(place: Place) -> Finding | None:
    """`X said: “S”`, `X: “S”`, `X had a word for it: “S”`."""
    colon = place.at - 1
    if colon < 0 or colon < place.lowest or place.stream.text[colon] != ":":
        return None
    found = introduction(place.stream, colon)
    titled = found.rule == "colon" and found.cue is None and is_title(place)
    return None if titled and place.inner.count(" ") > 1 else found


def introduction(stream: Stream, colon: int) -> Finding:
    """Who the words before the colon at token `colon` say speaks next."""
    lowest = stream.first_of[colon]
    named = named_before(stream, colon, lowest)
    if named is not None:
        owner = speech_owner(stream, *named)
        return Finding("name-and-colon", 0.9, (colon, colon + 1), owner or named)
    return _cue_and_colon(stream, lowest, colon) or _subject_and_colon(stream, lowest, colon)


def _cue_and_colon(stream: Stream, lowest: int, colon: int) -> Finding | None:
    """`X said:`, `Not so, says X:`, `X said just three words:`, `to quote X:`."""
    words = in_words_of(stream, colon, lowest)
    if words is not None:
        return words
    lowest = last_clause(stream, lowest, colon)
    verb = governing_cue(stream, lowest, before_count(stream, lowest, colon))
    if verb is not None:
        behind = _behind_cue(stream, verb, lowest, colon)
        if behind is not None:
            return Finding("colon", 0.94, cue_range(stream, verb), behind)
        subject, near = speaker_of(stream, verb, lowest)
        if subject is not None:
            owner = speech_owner(stream, *subject)
            sure = 0.94 if near else 0.82
            return Finding("colon", sure, cue_range(stream, verb), owner or subject)
    return according_before(stream, lowest, colon)


def _behind_cue(stream: Stream, verb: int, lowest: int, colon: int) -> Range | None:
    """The X that is all there is between a cue behind a comma and the colon: `, says X:`."""
    form = cue_at(stream, verb)
    if form is None or form.form not in ("past", "s") or verb - 1 <= lowest:
        return None
    if stream.text[verb - 1] != ",":
        return None
    named = phrase_starting(stream, verb + 1, colon)
    if named is None and verb + 2 < colon and stream.kinds[verb + 1] & TIME:
        named = phrase_starting(stream, verb + 2, colon)  # “said night porter X”
        named = (verb + 1, named[1]) if named is not None else None
    if named is None or named[1] < colon:
        return None
    return named if any(is_capital(stream.text[at]) for at in range(*named)) else None


def _subject_and_colon(stream: Stream, lowest: int, colon: int) -> Finding:
    """`X had a word for it:`, `X’s advice:`, `Then came the news from X:`."""
    lowest = last_clause(stream, lowest, colon)
    start = max(after_dateline(stream, lowest), colon - 2 * FAR)
    subject = main_clause_subject(stream, start, colon) or main_subject(stream, start, colon + 1)
    if subject is None:
        return Finding("colon", 0.5, None, came_from(stream, start, colon))
    subject = subject[0], min(subject[1], colon)
    written = phrase_starting(stream, start, colon - 1)
    if written is not None and written[1] == colon - 1 and runs(stream, colon - 1, written):
        return Finding("colon", 0.94, (colon - 1, colon), written)
    whose = speech_owner(stream, *subject) or subject
    if subject[1] == colon and whose == subject:
        if stream.low[subject[0]] in COORDINATORS:
            return Finding("colon", 0.5, None, None)
        return Finding("name-and-colon", 0.9, (colon, colon + 1), whose)
    return Finding("colon", 0.75, None, whose)


def comma_before(place: Place) -> Finding | None:
    """`X said, “S”`, `X told reporters on Monday, “S”`."""
    stream, comma = place.stream, place.at - 1
    if comma < place.lowest or comma < 1 or stream.text[comma] not in (",", "—", "–", "--", "..."):
        return None
    if stream.text[comma - 1] == QUOTED and _is_fragment(place):
        return None
    words = in_words_of(stream, comma, place.lowest)
    if words is not None:
        return words
    verb = governing_cue(stream, place.lowest, comma)
    if verb is None:
        return None
    behind = _behind_cue(stream, verb, place.lowest, comma)
    if behind is not None:
        cue = cue_range(stream, verb)[0], verb + 1
        mixed = _ends_clause(place, cue[0])
        return Finding("cue-then-comma", 0.92, cue, behind, mixed=mixed)
    found = _from_cue(place, verb, "cue-then-comma", 0.92)
    if found is not None and found.speaker is not None and found.cue is not None:
        begun = min(found.cue[0], found.speaker[0])
        if begun < comma and _ends_clause(place, begun):
            found = replace(found, mixed=True)
    if found is None and (stream.text[comma] == "," and place.inner[:1].isupper()):
        return Finding("cue-without-speaker", 0.6, cue_range(stream, verb), None)
    return found


def _ends_clause(place: Place, first: int) -> bool:
    """Whether a quotation ends the clause that an attribution from token `first` interrupts.

    `It was, X said, “S”`: the clause begins without marks.
    """
    stream, before = place.stream, first - 1
    if before <= place.lowest or stream.text[before] != ",":
        return False
    if place.ending not in ("", ",") or not place.inner[:1].islower():
        return False
    return (
        stream.low[before - 1] in AUXILIARIES and QUOTED not in stream.text[place.lowest : before]
    )


def _is_fragment(place: Place) -> bool:
    """Whether a quotation is one of a list of a few words each: `“old”, “slow” and “bad”`."""
    return place.inner[:1].islower() and len(place.inner.split()) < 4


def cue_before(place: Place) -> Finding | None:
    """`X said “S”`: the cue stands right before the quotation."""
    stream, before = place.stream, place.at - 1
    if before < place.lowest or before < 0:
        return None
    verb = before
    if stream.low[verb] in ("that", "as", "back", "out") and verb - 1 >= place.lowest:
        verb -= 1
    if cue_at(stream, verb) is None:
        return None
    found = _from_cue(place, verb, "cue-right-before", 0.82)
    if found is None:
        return None
    whole = verb == before and place.inner[:1].isupper() and len(place.inner.split()) > 3
    form = cue_at(stream, verb)
    if verb == before and form is not None and form.lemma in _CRIES:
        whole = place.ending in (".", "!", "?", ",") or place.inner[:1].isupper()
    return Finding(found.rule, found.confidence, found.cue, found.speaker, mixed=not whole)


def dash_before(place: Place) -> Finding | None:
    """`X — “S.”`: a name and a dash before a sentence in marks, and nothing else around."""
    stream, dash = place.stream, place.at - 1
    if dash < 1 or stream.text[dash] not in ("—", "–", "--", "-", "―"):
        return None
    if place.ending not in (".", "!", "?", "…") or not place.inner[:1].isupper():
        return None
    if any(at not in stream.quoted for at in range(place.at, stream.size)):
        return None
    named = named_before(stream, dash, stream.first_of[dash]) or described_before(stream, dash)
    if named is None or (named[0] > 0 and stream.text[: named[0]] != ["-"]):
        return None
    if all(token.isupper() for token in stream.text[slice(*named)] if token.isalpha()):
        return None  # the place of a dateline
    return Finding("dash", 0.85, None, named)


def chanted_before(place: Place) -> Finding | None:
    """`They broke into chants of “S”`, `to cries of “S” from the crowd`."""
    stream, of = place.stream, place.at - 1
    if of - 1 < place.lowest or not is_shouted(stream, place.at):
        return None
    cue = (of - 1, of + 1)
    if place.at + 1 < stream.size and stream.low[place.at + 1] == "from":
        named = phrase_starting(stream, place.at + 2, place.end)
        if named is not None:
            return Finding("chants-of", 0.9, cue, named)
    whose = of - 2
    while whose > place.lowest and stream.low[whose] in ("loud", "repeated", "constant", "own"):
        whose -= 1
    if whose >= place.lowest and stream.low[whose] in _WHOSE:
        return Finding("chants-of", 0.85, cue, (whose, whose + 1))
    if whose >= place.lowest and stream.low[whose].endswith(("’s", "'s", "s’", "s'")):
        named = phrase_ending(stream, whose, place.lowest)
        return Finding("chants-of", 0.85, cue, named)
    before = stream.low[whose] if whose >= place.lowest else ""
    subject = None
    if before in ("in", "into", "with", "up", "began", "started", "shouted", "chanted", "led"):
        subject = main_clause_subject(stream, place.lowest, whose + 1)
    return Finding("chants-of", 0.8 if subject else 0.6, cue, subject)


def clause_before(place: Place) -> Finding | None:
    """`When X shouted, “S,” Y laughed`: the quotation belongs to the clause that opens."""
    stream = place.stream
    if stream.low[place.lowest] not in ("when", "as", "after", "while", "once"):
        return None
    found = comma_before(place) or cue_before(place)
    return found if found is not None and found.confidence > 0.75 else None


def in_reported_clause(place: Place) -> Finding | None:
    """`X said it was “S” that did it`: a quoted fragment inside a reported clause."""
    stream = place.stream
    if place.at <= place.lowest:
        return None
    verb = last_cue(stream, place.lowest, place.at)
    if verb is None or is_object(stream, verb, place.at):
        return None
    behind = _between_commas(stream, verb, place.at)
    if behind is not None:
        return Finding("in-reported-clause", 0.75, cue_range(stream, verb), behind, mixed=True)
    return _from_cue(place, verb, "in-reported-clause", 0.75, mixed=True)


def _between_commas(stream: Stream, verb: int, before: int) -> Range | None:
    """X in `The bridge, said X, was “S”`."""
    form = cue_at(stream, verb)
    if form is None or form.form not in ("past", "s") or stream.text[verb - 1] != ",":
        return None
    named = phrase_starting(stream, verb + 1, before)
    return named if named is not None and stream.text[named[1]] == "," else None


def whole_sentence(place: Place) -> Finding | None:
    """`X issued a statement, “S.”`: a long sentence in marks, and no cue that says whose."""
    if place.ending not in (".", "?", "!", "…") or not place.inner[:1].isupper():
        return None
    if place.at <= place.lowest or len(place.inner.split()) < 8:
        return None
    lowest = max(place.lowest, place.at - 2 * FAR)
    subject = main_subject(place.stream, lowest, place.at)
    return Finding("whole-sentence", 0.6, None, subject)


def _from_cue(
    place: Place, verb: int, rule: str, confidence: float, *, mixed: bool = False
) -> Finding | None:
    stream = place.stream
    subject, near = speaker_of(stream, verb, place.lowest)
    if subject is None:
        return None
    sure = confidence if near else confidence - 0.1
    return Finding(rule, sure, cue_range(stream, verb), subject, mixed)


def according_around(place: Place) -> Finding | None:
    """`According to X, … “S” …`, `In the words of X, … “S” …`."""
    stream = place.stream
    first, last = max(place.lowest, place.at - 45), min(place.end, place.at + 45)
    near = stream.low[first : max(first, last - 2)]
    if "according" not in near and "words" not in near:
        return None
    for at in range(first, last - 2):
        if stream.low[at] == "according" and stream.low[at + 1] == "to":
            named = phrase_starting(stream, at + 2, stream.size)
            if named is not None:
                whole = named[1] + 1 == place.at and stream.text[named[1]] == ","
                return Finding("according-to", 0.85, (at, at + 2), named, mixed=not whole)
        if stream.low[at] == "words" and stream.low[at + 1] == "of" and at < place.at:
            comma = next((i for i in range(at + 3, place.at) if stream.text[i] == ","), None)
            if comma is not None:
                return Finding("words-of", 0.8, (at, at + 2), (at + 2, comma), mixed=True)
    return None
