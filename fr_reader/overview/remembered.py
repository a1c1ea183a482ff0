"""The facts of each article, remembered by the project, and what they come to.

They hold ids, so that a new name changes nothing. Where speakers or codes were merged, parted or
taken out, the articles that name them are counted anew: two facts may be one then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

from fr_reader import __version__
from fr_reader.export.evidence import Annotated
from fr_reader.export.project import Project
from fr_reader.model import Annotations, Link, Reading, Relation, Span, digest
from fr_reader.model.json_value import decode, encode
from fr_reader.overview.copies import Once, once
from fr_reader.overview.counting import Words, counted, totals
from fr_reader.overview.facts import Fact, facts
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.store.digest import Digest
from fr_reader.store.digest_root import Made
from fr_reader.store.sums import Sums
from fr_reader.text import paragraphs
from fr_reader.text.wire import Signature, copied

FORM = f"overview 2, fr-reader {__version__}"
"""To be changed with whatever changes what is remembered, or how it is counted; another version
of fr-reader may read a text in another way, and counts anew."""

USED = "used"
"""("speaker" or "code", id in annotations, id it counts as): articles."""

LEFT_OUT = "left out"
"""(): further prints in copies of one article."""


@runtime_checkable
class Remembering(Protocol):
    """A project that remembers what is made of its articles."""

    @property
    def digest(self) -> Digest:
        """Where it does."""
        ...


class Remembered:
    """The facts that `digest` remembers of a project, made where it does not."""

    def __init__(self, digest: Digest, project: Project, names: Names, words: Words) -> None:
        self.form = FORM
        self._digest = digest
        self._project = project
        self._names = names
        self.words = words
        self._signature = lru_cache(512)(self._sign)

    def _sign(self, article_id: str) -> Signature:
        return Signature.of(self._project.article(article_id).text)

    def sums(self, *, once: bool = False) -> Sums | None:
        """What all facts come to, with `once` without further prints; None where nothing is
        remembered. Raises StoreError."""
        return self._digest.sums(self, once=once)

    def last(self, *, once: bool = False) -> Sums | None:
        """What all facts came to when they were counted last; None where that is not known."""
        return self._digest.last(self, once=once)

    def once(self, found: Sequence[Fact], query: Query) -> Once | None:
        """The facts that a query found without further prints; None as above. Raises
        StoreError."""
        if query.articles:
            groups = self._digest.groups_among(self, query.articles)
        else:
            groups = self._digest.groups(self)
        return None if groups is None else once(found, groups)

    def facts(self, ids: Iterable[str]) -> Iterator[Fact] | None:
        """The facts of articles, in their order; None as above. Raises StoreError."""
        values = self._digest.values(self, ids)
        if values is None:
            return None
        return (fact for own, value in values for fact in _facts(own, value))

    def make(self, article_id: str) -> Made:
        """What is to be remembered of an article. Raises StoreError."""
        annotations = self._project.annotations(article_id)
        found = facts_of(self._project, article_id, annotations, self._names)
        if not found:
            return Made()
        sums = {**counted(found, self.words), USED: self._used(annotations)}
        text = self._project.article(article_id).text
        return Made(_value(found), sums, digest(text)[:16], Signature.of(text).packed())

    def alike(self, one: str, other: str) -> bool:
        """Whether the texts of two articles are copies. Raises StoreError."""
        return copied(self._signature(one), self._signature(other))

    def together(self, values: Mapping[str, bytes]) -> Sums:
        """What articles that are copies come to, by their values. Raises StoreError."""
        found = [fact for own, value in values.items() for fact in _facts(own, value)]
        kept = once(found, [tuple(values)])
        sums = totals(kept.facts, self.words)
        if kept.left_out:
            sums[LEFT_OUT] = {(): (kept.left_out,)}
        return sums

    def outdated(self, sums: Sums) -> Callable[[Sums], bool] | None:
        """Which articles name somebody or something that counts as another one now."""
        changed = {key for key in sums.get(USED, {}) if self._end(key[0], key[1]) != key[2]}
        return (lambda own: not changed.isdisjoint(own.get(USED, {}))) if changed else None

    def _used(self, annotations: Annotations) -> dict[tuple[str, ...], tuple[int, ...]]:
        accepted = annotations.accepted()
        named = {("speaker", each.speaker) for each in accepted if each.speaker}
        named |= {("code", each.code) for each in accepted if each.code}
        return {(kind, own, self._end(kind, own)): (1,) for kind, own in named}

    def _end(self, kind: str, own: str) -> str:
        return self._names.speaker_id(own) if kind == "speaker" else self._names.code_id(own)


def facts_of(
    project: Project, article_id: str, annotations: Annotations, names: Names
) -> list[Fact]:
    """The facts of an article as they are counted of it. Raises what the project raises."""
    if not len(annotations):
        return []
    article = project.article(article_id)
    source = Annotated(Reading(article, paragraphs(article.text)), annotations)
    return list(facts([source], names.speakers, names.codebook))


def _value(found: list[Fact]) -> bytes:
    rows = [
        (
            [(span.start, span.end) for span in fact.segments],
            fact.code,
            fact.speakers,
            fact.coders,
            (fact.words, fact.paragraph, fact.position),
            fact.exact,
            (fact.memo, fact.stance),
            [(link.relation, link.article, link.to) for link in fact.links],
            fact.ids,
        )
        for fact in found
    ]
    return encode([found[0].publisher, found[0].published, rows])


def _facts(article: str, value: bytes) -> Iterator[Fact]:
    if value:
        publisher, published, rows = decode(value)
        for row in rows:
            yield _fact(article, row, publisher, published)


def _fact(article: str, row: list[Any], publisher: str, published: str) -> Fact:
    segments, code, speakers, coders, (words, paragraph, position), exact, *rest = row
    (memo, stance), links, ids = rest
    return Fact(
        article=article,
        segments=tuple(Span(start, end) for start, end in segments),
        code=code,
        speakers=tuple(speakers),
        coders=tuple(coders),
        words=words,
        paragraph=paragraph,
        position=position,
        exact=tuple(exact),
        publisher=publisher,
        published=published,
        memo=memo,
        stance=stance,
        links=tuple(Link(Relation(how), where, to) for how, where, to in links),
        ids=tuple(ids),
    )
