"""Sentences, by Punkt (Kiss and Strunk 2006) with our own list of abbreviations.

NLTK is imported when the first sentence is asked for, not before, and downloads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from fr_reader.model import Span
from fr_reader.text.grammar import ABBREVIATIONS


@cache
def _tokenizer() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415

    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of `text` inside `span`, without surrounding white space.

    Together they hold all of the span that is not white space. A very long span is read in
    pieces of `_PIECE` code points cut at white space, so that its cost stays linear; a sentence
    that such a cut falls into is two.
    """
    return tuple(found for piece in _pieces(text, span) for found in _sentences(text, piece))


_PIECE = 20_000


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _PIECE:
        cuts = (text.rfind(mark, start + 1, start + _PIECE) for mark in (". ", "\n", " "))
        cut = next((at + 1 for at in cuts if at > start), start + _PIECE)
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _sentences(text: str, span: Span) -> list[Span]:
    part = span.of(text)
    found = []
    for start, end in _tokenizer().span_tokenize(part):
        sentence = part[start:end]
        head = len(sentence) - len(sentence.lstrip())
        body = sentence.strip()
        if body:
            begin = span.start + start + head
            found.append(Span(begin, begin + len(body)))
    return found
