"""Headlines: who speaks the words that stand in marks in a headline, which says it shortly.

`‘S,’ says X`, `X: ‘S’`, `‘S’: X`, `Bridge ‘S’, say X`, `Bridge ‘S’ – X`. Words in marks that nobody
is named for quote nobody.
"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import cue_range
from fr_reader.text.draft import Draft, span_of
from fr_reader.text.grammar import DETERMINERS, PREPOSITIONS, SUBORDINATORS, VERBS, word_set
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.offices import is_person_noun
from fr_reader.text.phrases import Range, is_word, verb_like
from fr_reader.text.place import Finding, place
from fr_reader.text.rules_after import tied_after
from fr_reader.text.stream import QUOTED, Stream

_DASHES = frozenset(("–", "—", "--", "-", "―"))
_LABELS = word_set(
    "watch video exclusive opinion analysis live update updates breaking poll revealed review"
    " interview comment letter letters podcast listen quiz explained photos pictures gallery"
    " editorial profile obituary recipe read news feature report investigation special new"
    " wanted today tonight world uk us sport weather fact claim verdict"
)
"""What stands before the colon of a headline and is no speaker."""
_LONGEST = 8
"""A speaker in a headline has so many tokens at most."""
_GROUPS = word_set("families family police union unions council mps rescuers crew")
_LEADS_ON = PREPOSITIONS | SUBORDINATORS
_NOBODY = DETERMINERS | _LEADS_ON
_NO_NAMES = _LABELS | _NOBODY


def headline(text: str, stream: Stream) -> Draft | None:
    """The quotation of a headline, or None where the words in marks are nobody's."""
    last = stream.size
    while last and not is_word(stream, last - 1) and last - 1 not in stream.quoted:
        last -= 1
    at = stream.where[0]
    if len(stream.where) > 1 or at >= last:
        return None
    if at == last - 1:
        return _named_before(stream, at)
    return _said_after(text, stream, at, last) or _signed(stream, at, last)


def _draft(stream: Stream, words: Range, finding: Finding) -> Draft:
    segment = span_of(stream, words)
    assert segment is not None
    draft = Draft([segment], "", 0.0)
    draft.attribute(stream, finding)
    draft.rule = "headline"
    draft.mixed = words[1] - words[0] > 1
    return draft


def _named_before(stream: Stream, at: int) -> Draft | None:
    """`X: ‘S’`, `X on the strike: ‘S’`."""
    colon = at - 1
    if not 0 < colon <= 2 * _LONGEST or stream.text[colon] != ":":
        return None
    if stream.low[0] in _NO_NAMES and stream.low[0] not in ("the", "a"):
        return None
    named = phrase_starting(stream, 0, colon)
    if named is None or any(verb_like(stream, i) for i in range(colon)):
        return None
    verbs = (i for i in range(1, named[1]) if _is_finite(stream, i))
    named = 0, next(verbs, named[1])
    finding = Finding("name-and-colon", 0.85, (colon, colon + 1), named)
    return _draft(stream, (at, at + 1), finding)


def _said_after(text: str, stream: Stream, at: int, last: int) -> Draft | None:
    """`‘S,’ says X`, `Bridge ‘S’, X says`, `Bins ‘S’ for weeks, say X`."""
    if at == 0:
        found = tied_after(place(text, stream, at))
        if found is None or found.rule not in ("cue-then-speaker", "speaker-then-cue"):
            found = _in_capitals(text, stream, last)
        return _draft(stream, (0, 1), found) if found is not None else None
    comma = next((i for i in range(last - 1, at, -1) if stream.text[i] == ","), 0)
    if not comma or last - comma - 1 > _LONGEST or not last - comma > 2:
        return None
    finding = _attribution(stream, comma + 1, last)
    return _draft(stream, (0, comma), finding) if finding is not None else None


def _in_capitals(text: str, stream: Stream, last: int) -> Finding | None:
    """`‘S,’ Says X`, where every word of the headline has a capital."""
    first = 2 if stream.text[1] == "," else 1
    tied = first == 2 or place(text, stream, 0).ending in (",", "?", "!")
    if not tied or not 2 <= last - first <= _LONGEST:
        return None
    return _attribution(stream, first, last)


def _attribution(stream: Stream, first: int, last: int) -> Finding | None:
    """`say X` or `X say`, and no more."""
    if _is_cue(stream, first) and stream.low[first + 1] not in _LEADS_ON:
        named = first + 1, last
        if not any(verb_like(stream, at) for at in range(*named)):
            return Finding("cue-then-speaker", 0.9, (first, first + 1), named)
    if _is_cue(stream, last - 1) and stream.low[first] not in _LEADS_ON:
        return Finding("speaker-then-cue", 0.9, cue_range(stream, last - 1), (first, last - 1))
    return None


def _is_cue(stream: Stream, at: int) -> bool:
    form = cue_forms().get(stream.low[at])
    return form is not None and form.form in ("base", "s", "past")


def _signed(stream: Stream, at: int, last: int) -> Draft | None:
    """`‘S’: X`, `Bridge ‘S’ – X`, `‘S’: X speaks of the flood`."""
    mark = at + 1
    if stream.text[mark] != ":" and stream.text[mark] not in _DASHES:
        return None
    first = mark + 1
    if first >= last or not is_word(stream, first) or stream.low[first] in _NO_NAMES:
        return None
    if last - first <= _LONGEST // 2 and not any(
        verb_like(stream, i)
        or stream.low[i] in PREPOSITIONS
        or (i > first and _is_finite(stream, i))
        for i in range(first, last)
    ):
        named: Range | None = (first, last)
    else:
        named = _person(stream, first, last) if at == 0 else None
    if named is None or QUOTED in stream.text[slice(*named)]:
        return None
    return _draft(stream, (0, at + 1), Finding("dash", 0.8, None, named))


def _is_finite(stream: Stream, at: int) -> bool:
    """Whether a word is a verb for all we know, in a headline where every word has a capital."""
    form = cue_forms().get(stream.low[at])
    return stream.low[at] in VERBS or (form is not None and form.form == "s")


def _person(stream: Stream, first: int, last: int) -> Range | None:
    """The words from token `first` up to the first that says what somebody is."""
    named = phrase_starting(stream, first, last)
    if named is None:
        return None
    for at in range(*named):
        word = stream.low[at]
        if is_person_noun(word) or is_person_noun(word.removesuffix("s")) or word in _GROUPS:
            return first, at + 1
    return None
