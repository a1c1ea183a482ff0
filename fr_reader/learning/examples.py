"""Examples: sentences a coder has given a code, has refused it, or has read past.

A sentence has the code where an accepted tag holds half of it, or lies in it by half. It has not
where the coder turned the code down, and where they read past it: in an article in which they
gave or turned down any code, up to the last paragraph they did so in. What a tag merely touches
is no example, and neither is what stands further down, since nobody knows whether it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from fr_reader.learning.features import Features, features
from fr_reader.model import Annotation, Annotations, Article, ParagraphKind, Span, Status
from fr_reader.text import paragraphs, sentences

_READ = (ParagraphKind.BODY, ParagraphKind.LIST_ITEM, ParagraphKind.BLOCK_QUOTATION)
_ENOUGH = 0.5
METHOD = 1
"""Grows when sentences, features or training change, and with them what is learned."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with the number of its paragraph from 0."""

    article: str
    paragraph: int
    span: Span
    features: Features


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and whether it has the code."""

    sentence: Sentence
    belongs: bool

    @property
    def labelled(self) -> tuple[tuple[str, ...], bool]:
        """The names of its features, and whether it has the code."""
        return tuple(self.sentence.features), self.belongs


@dataclass(frozen=True, slots=True)
class Training:
    """All examples of one code, and how many accepted and turned down tags they are from."""

    code: str
    examples: tuple[Example, ...]
    accepted: int
    rejected: int

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits: the same where the same would be learned."""
        told = sha256(f"{METHOD}\t{self.code}\n".encode())
        for example in self.examples:
            one = example.sentence
            place = f"{one.article}\t{one.span.start}\t{one.span.end}\t{example.belongs}"
            told.update("\t".join((place, *one.features)).encode("utf-8", "surrogatepass"))
            told.update(b"\n")
        return told.hexdigest()[:12]


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's body, list items and block quotations, in text order.

    Sentence ends are Punkt's and stems are Snowball's, so the first call imports nltk.
    """
    text = article.text
    return tuple(
        Sentence(article.id, number, span, features(text, span))
        for number, paragraph in enumerate(paragraphs(text))
        if paragraph.kind in _READ
        for span in sentences(text, paragraph.span)
    )


class Tags:
    """What one coder says of one code in one article; `end` is what a code counts as."""

    def __init__(self, own: Annotations, code: str, end: Callable[[str], str]) -> None:
        wanted = end(code)
        coded = [a for a in own if a.code]
        of_code = [a for a in coded if end(a.code) == wanted]
        self.given = [a for a in of_code if a.status is Status.ACCEPTED]
        self.refused = [a for a in of_code if a.status is Status.REJECTED]
        self._quiet = [
            a for a in own if a.status is Status.REJECTED and not a.code and not a.speaker
        ]
        decided = (Status.ACCEPTED, Status.REJECTED)
        self.last = max((a.span.end - 1 for a in coded if a.status in decided), default=-1)

    def holds(self, span: Span) -> bool:
        """Whether the coder gave the code to a sentence."""
        return any(_is_enough(span, segment) for a in self.given for segment in a.segments)

    def touches(self, span: Span) -> bool:
        """Whether the coder gave the code to any of a sentence, or turned it down there."""
        return any(a.overlaps(span) for a in (*self.given, *self.refused))

    def settles(self, span: Span) -> bool:
        """Whether nothing is to be suggested of a sentence: the code was decided on there, or its
        words were turned down as a whole."""
        return self.touches(span) or any(a.overlaps(span) for a in self._quiet)

    def refuses(self, span: Span) -> bool:
        """Whether the coder turned the code down in a sentence."""
        return any(a.overlaps(span) for a in self.refused)


def examples_in(found: Sequence[Sentence], tags: Tags) -> Iterator[Example]:
    """The examples among the sentences of an article."""
    last = max((s.paragraph for s in found if s.span.start <= tags.last), default=-1)
    for sentence in found:
        span = sentence.span
        if tags.holds(span):
            yield Example(sentence, True)
        elif tags.refuses(span) or (sentence.paragraph <= last and not tags.touches(span)):
            yield Example(sentence, False)


def _is_enough(sentence: Span, segment: Span) -> bool:
    shared = sentence.meet(segment)
    return shared is not None and len(shared) >= _ENOUGH * min(len(sentence), len(segment))


def own(annotations: Iterable[Annotation], coder: str) -> Annotations:
    """The annotations of one coder."""
    return Annotations.of(a for a in annotations if a.coder == coder)
