"""Places: one quotation among the words around it, and what a rule says of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from fr_reader.text.grammar import DETERMINERS, PREPOSITIONS, word_set
from fr_reader.text.phrases import Range, verb_like
from fr_reader.text.stream import Stream

_SHOUTS = word_set(
    "chant chants shout shouts cry cries scream screams yell yells roar roars boos cheers howls"
    " calls"
)
"""Before "of", these are followed by what is shouted."""
_REPORT_CLAUSES = word_set(
    "charge charges charged charging maintain maintains maintained maintaining hold holds held"
    " holding add adds added adding find finds found finding observe observes observed observing"
    " continue continues continued continuing keep keeps kept keeping release releases released"
)
"""With an article and a noun behind them, these say what somebody does, not what somebody says."""


@dataclass(slots=True)
class Finding:
    """What a rule says of one quotation: token ranges of cue and speaker, and how sure it is.

    Nothing changes one; it is not frozen, since frozen ones take three times as long to make.
    """

    rule: str
    confidence: float
    cue: Range | None
    speaker: Range | None
    mixed: bool = False


@dataclass(slots=True)
class Place:
    """One quotation in its paragraph: the article's text, the stream, its token, how it ends.

    As findings are, it is never changed, and not frozen for speed.

    `inner` are its words, `lowest` is the first token of the sentence.
    """

    text: str
    stream: Stream
    at: int
    ending: str
    inner: str
    lowest: int

    @property
    def after(self) -> int:
        """One past the last token of the sentence the quotation's attribution would stand in."""
        return self.stream.last_of(min(self.at + 1, self.stream.size - 1))

    @property
    def end(self) -> int:
        """One past the last token of the quotation's own sentence."""
        return self.stream.last_of(self.at)


def place(text: str, stream: Stream, at: int) -> Place:
    """Look at the quotation at token `at`; `ending` is its last mark of punctuation, or empty."""
    inner = stream.quoted[at].inner(text).strip()
    ending = inner.rstrip("”’“\"'»« \xa0")[-1:]
    ending = "" if ending.isalnum() else ending
    return Place(text, stream, at, ending, inner, stream.first_of[at])


def is_title(place: Place) -> bool:
    """Whether the quotation reads like the title of a work: capitals on nearly every word."""
    return len(place.inner) <= 90 and _reads_like_title(place.inner)


@lru_cache(maxsize=1_000)
def _reads_like_title(inner: str) -> bool:
    """Whether words have capitals as a title does; several rules ask it of the same quotation."""
    words = [word for word in inner.split() if word[:1].isalpha()]
    if not words or len(words) > 8:
        return False
    long = [word for word in words if len(word) > 3 and word not in PREPOSITIONS]
    return all(word[0].isupper() for word in long) and words[0][0].isupper() and len(words) > 1


def is_shouted(stream: Stream, at: int) -> bool:
    """Whether "chants of", "cries of" stands before the quotation at token `at`."""
    return at > 1 and stream.low[at - 1] == "of" and stream.low[at - 2] in _SHOUTS


def is_object(stream: Stream, verb: int, at: int) -> bool:
    """Whether the quotation at token `at` ends the object of a verb that only reports clauses.

    `They charge a “recovery fee”` reports nothing, `They charge that it was “late”` does.
    """
    if stream.low[verb] not in _REPORT_CLAUSES or not verb + 1 < at <= verb + 4:
        return False
    if stream.low[verb + 1] not in DETERMINERS or stream.low[verb + 1] in ("that", "this"):
        return False
    return not any(verb_like(stream, between) for between in range(verb + 2, at))
