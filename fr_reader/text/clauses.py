"""Clauses, as a reader would cut a sentence: at its marks and before what begins a new one.

It is a rule of thumb for moving and selecting, not a parse: a clause ends at a comma, semicolon,
colon or dash, before a subordinator or relative (“because”, “who”, “that” after a verb of
speech), and before “and”, “but”, “or” that a subject follows. What would be a single word stays
with what comes before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from fr_reader.model import Span
from fr_reader.text.grammar import PERSONAL, word_set
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.sentences import sentences

_MARK = re.compile(r"[,;:—–](?=[”’\"»]?\s)|(?<=\s)[—–-](?=\s)")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_OPENERS = word_set(
    "because although though while whereas when whenever where wherever if unless until who whom"
    " whose which whether lest"
)
_JOINING = word_set("and but or nor so yet")
_SUBJECTS = PERSONAL | {"there", "this", "that", "these", "those", "who"}
_FEWEST = 2
_TRAILING = " \t\n,;:—–-"


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """The clauses of `text` inside `span`, without the marks and blanks between them."""
    found = []
    for sentence in sentences(text, span):
        cuts = [sentence.start, *_cuts(text, sentence), sentence.end]
        for start, end in pairwise(cuts):
            clause = _bare(text, start, end)
            if clause is not None:
                found.append(clause)
    return tuple(found)


def _cuts(text: str, sentence: Span) -> Iterator[int]:
    """Where new clauses begin, the sentence's own beginning left out."""
    found = [*_WORD.finditer(text, sentence.start, sentence.end)]
    starts = [match.start() for match in found]
    last = 0
    for at in sorted({*_after_marks(text, sentence), *_before_words(found)}):
        here = bisect_left(starts, at)
        if here - last >= _FEWEST and len(starts) - here >= _FEWEST:
            yield at
            last = here


def _after_marks(text: str, sentence: Span) -> Iterator[int]:
    for match in _MARK.finditer(text, sentence.start, sentence.end):
        end = match.end()
        while end < sentence.end and not text[end].isspace():
            end += 1  # a closing quotation mark stays with what it closes
        yield end


def _before_words(found: list[re.Match[str]]) -> Iterator[int]:
    for at, match in enumerate(found[1:], 1):
        word = match[0].casefold()
        before = found[at - 1][0].casefold()
        after = found[at + 1][0].casefold() if at + 1 < len(found) else ""
        opens = word in _OPENERS and before not in _JOINING
        joins = word in _JOINING and (after in _SUBJECTS or after in _OPENERS)
        if opens or joins or (word == "that" and before in cue_forms()):
            yield match.start()


def _bare(text: str, start: int, end: int) -> Span | None:
    """The clause without blanks and marks at its edges; None when nothing is left."""
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end) if start < end else None
