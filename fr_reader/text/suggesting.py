"""What the machine proposes to tag: who speaks, and what is a concern or a claim.

A concern is proposed where a cue of fear or objection introduces the words, or where the words
themselves speak of fear, objection, risk, harm or warning (`data/concern_words.tsv`). A claim is
proposed where something is stated that can be checked: a figure, a date, a comparison, or that
something always, never, does or does not happen; not in a question, a wish or a demand. Where the
cue tells how the speaker stands to it, the proposal says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from fr_reader.model import CLAIM, Quotation, QuotationKind, Reading, Span, Stance, Suggestion
from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.sentences import sentences
from fr_reader.text.stances import stance_of
from fr_reader.text.words import words

_ENOUGH = 3
_FEARS = frozenset(("fears", "objects", "denies"))
_NUMBER = re.compile(r"\d")
_CERTAIN = word_set(
    "never always nobody none every all only first last most least largest smallest highest lowest"
    " more fewer less double doubled half third quarter twice million billion percent per"
)
_FACTS = word_set(
    "is are was were has have had does did do isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t"
    " doesn’t didn’t don’t isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't"
)
_NEGATIONS = frozenset(("not", "no", "never", "nobody", "nothing", "none", "cannot"))
_WISHES = word_set(
    "should must ought hope hopes wish want wants would could might may let please need needs"
    " think feel believe perhaps maybe if"
)
_FIRST_PERSON = frozenset(("i", "i’m", "i'm", "we’ll", "we'll", "i’ll", "i'll"))


@cache
def _concern_words() -> tuple[dict[str, list[tuple[str, str, int]]], list[tuple[str, str, int]]]:
    """Stems by their first two letters, and phrases of several words."""
    stems: dict[str, list[tuple[str, str, int]]] = {}
    phrases = []
    table = files("fr_reader.text").joinpath("data/concern_words.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line.startswith("#") or not line:
            continue
        stem, what, weight = line.split("\t")
        if " " in stem:
            phrases.append((stem, what, int(weight)))
        else:
            stems.setdefault(stem[:2], []).append((stem, what, int(weight)))
    return stems, phrases


def suggestions(reading: Reading) -> tuple[Suggestion, ...]:
    """All proposals for an article, in text order; a quotation's speaker before its codes.

    Sentence ends are Punkt's, so the first call imports nltk and takes a moment.
    """
    found = [s for q in reading.quotations for s in _of_quotation(reading.article.text, q)]
    return tuple(sorted(found, key=lambda s: (s.span.start, -s.span.end, s.code)))


def _of_quotation(text: str, quotation: Quotation) -> Iterator[Suggestion]:
    if quotation.who:
        yield Suggestion(
            quotation.segments,
            who=quotation.who,
            reason=quotation.reason,
            rule=quotation.rule,
            confidence=quotation.confidence,
        )
    for found in _codes(text, quotation):
        yield replace(found, stance=stance_of(text, quotation, found.code))


def _codes(text: str, quotation: Quotation) -> Iterator[Suggestion]:
    cue = _cue_concern(text, quotation)
    passages = (
        () if cue is not None and not _denies(text, quotation) else _passages(text, quotation)
    )
    said = [concern_in(text, passage) or claim_in(text, passage) for passage in passages]
    told = [found for found in said if found is not None]
    if cue is not None and not any(found.code == CLAIM.id for found in told):
        yield cue
    else:
        yield from told


def _denies(text: str, quotation: Quotation) -> bool:
    """Whether a claim is denied: what can be checked is no concern for being denied."""
    return stance_of(text, quotation, CLAIM.id) == Stance.DENIES


def _passages(text: str, quotation: Quotation) -> Iterator[Span]:
    """What is tagged: the whole of reported words, each sentence of words in marks."""
    for segment in quotation.segments:
        if quotation.kind is QuotationKind.DIRECT:
            yield from sentences(text, segment)
        else:
            yield segment


def _cue_concern(text: str, quotation: Quotation) -> Suggestion | None:
    """A concern because of the cue: "fears that", "raised concerns", "criticised"."""
    if quotation.cue is None or quotation.kind is QuotationKind.DIRECT:
        return None
    for span in words(text, quotation.cue):
        word = span.of(text).lower()
        form = cue_forms().get(word)
        fears = form is not None and form.sense in _FEARS
        stem = _weigh(word)
        if fears or (stem is not None and stem[2] >= _ENOUGH):
            reason = f"“{word}” is a cue of {stem[1] if stem else 'fear or objection'}."
            return Suggestion(quotation.segments, "", "concern", reason, "concern-cue", 0.75)
    return None


def _weigh(word: str) -> tuple[str, str, int] | None:
    """The heaviest stem a word in lower case begins with."""
    stems, _ = _concern_words()
    found = [entry for entry in stems.get(word[:2], ()) if word.startswith(entry[0])]
    return max(found, key=lambda entry: (entry[2], len(entry[0])), default=None)


def concern_in(text: str, span: Span) -> Suggestion | None:
    """A concern because of the words themselves, or None."""
    told: dict[str, tuple[str, int]] = {}
    lowered = span.of(text).lower()
    for word_span in words(text, span):
        word = word_span.of(text).lower()
        entry = _weigh(word)
        if entry is not None:
            told[word] = entry[1], entry[2]
    for phrase, what, weight in _concern_words()[1]:
        if phrase in lowered:
            told[phrase] = what, weight
    if sum(weight for _, weight in told.values()) < _ENOUGH:
        return None
    heaviest = sorted(told, key=lambda word: -told[word][1])[:3]
    said = ", ".join(f"“{word}”" for word in heaviest)
    speaks = "speak" if len(heaviest) > 1 else "speaks"
    reason = f"{said} {speaks} of {told[heaviest[0]][0]}."
    return Suggestion((span,), "", "concern", reason, "concern-words", 0.6)


def claim_in(text: str, span: Span) -> Suggestion | None:
    """A claim because what is stated can be checked, or None."""
    passage = span.of(text)
    low = [found.of(text).lower() for found in words(text, span)]
    told = frozenset(low)
    asks = "?" in passage or "!" in passage
    if len(low) < 5 or asks or told & _WISHES or told & _FIRST_PERSON:
        return None
    if _NUMBER.search(passage):
        reason = "It has a figure that can be checked."
    elif told & _FACTS and told & _CERTAIN:
        word = next(word for word in low if word in _CERTAIN)
        reason = f"It compares or generalises (“{word}”), which can be checked."
    elif told & _FACTS and told & _NEGATIONS:
        reason = "It says what is not so, which can be checked."
    else:
        return None
    return Suggestion((span,), "", "claim", reason, "claim-checkable", 0.55)
