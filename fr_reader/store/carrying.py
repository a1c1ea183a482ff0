"""Carrying annotations over to the text of today, each time they are read.

Nothing is written for that: an annotation stays as its coder made it, anchored in the text it was
made on, until its coder changes it. So a revision is one act on the article, no coder's file is
written by another, and nothing can be lost or moved for good by a wrong guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from fr_reader.model import Act, Anchor, Annotation, Article, Change, Record, Span
from fr_reader.store.protocol import Astray, Proposal

if TYPE_CHECKING:
    from fr_reader.anchors import Carrier, Found

_MOST = 64
"""So many pairs of texts are remembered with what they have in common."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Annotations of one article: those that stand in its text of today, and those astray."""

    placed: tuple[Annotation, ...]
    astray: tuple[Astray, ...] = ()


class Carrying:
    """Carries annotations over, and remembers what became of them.

    `text_of` gives the text an article had under a hash; None where it never had such a text, and
    then the annotation is an orphan. It may raise StoreError.
    """

    def __init__(self, text_of: Callable[[str, str], str | None]) -> None:
        self._text_of = text_of
        self._carriers: dict[tuple[str, str, str], Carrier | None] = {}
        self._known: dict[Annotation, Annotation | Astray] = {}
        self._texts: dict[str, str] = {}

    def of(
        self,
        annotations: Iterable[Annotation],
        sha256: str,
        article: Callable[[], Article],
    ) -> Carried:
        """Where annotations of one article stand in its text of today, which has this hash.

        The text itself is asked for only where an annotation was made on another one.
        """
        items = tuple(annotations)
        if all(_made_on(annotation, sha256) for annotation in items):
            return Carried(items)
        today = article()
        if self._texts.get(today.id) != sha256:
            self._texts[today.id] = sha256
            self._known = {old: to for old, to in self._known.items() if old.article != today.id}
        found = [self._carried(annotation, today) for annotation in items]
        return Carried(
            tuple(each for each in found if isinstance(each, Annotation)),
            tuple(each for each in found if isinstance(each, Astray)),
        )

    def _carried(self, annotation: Annotation, article: Article) -> Annotation | Astray:
        if _made_on(annotation, article.sha256):
            return annotation
        if annotation not in self._known:
            self._known[annotation] = self._carry(annotation, article)
        return self._known[annotation]

    def _carry(self, annotation: Annotation, article: Article) -> Annotation | Astray:
        found = [self._find(anchor, article) for anchor in annotation.anchors]
        spans = [each.span for each in found if each is not None and each.state.placed]
        if len(spans) == len(found) and _in_order(spans):
            anchors = tuple(Anchor.at(article, span) for span in spans if span is not None)
            return replace(annotation, anchors=anchors)
        return Astray(annotation, tuple(_proposals(found)))

    def _find(self, anchor: Anchor, article: Article) -> Found | None:
        carrier = self._carrier(article, anchor.sha256)
        if carrier is None:
            return None
        try:
            return carrier.find(anchor.span)
        except ValueError:  # a damaged anchor, which a check tells of
            return None

    def _carrier(self, article: Article, sha256: str) -> Carrier | None:
        key = article.id, sha256, article.sha256
        if key not in self._carriers:
            if len(self._carriers) >= _MOST:
                self._carriers.pop(next(iter(self._carriers)))
            old = self._text_of(article.id, sha256)
            from fr_reader.anchors import Carrier  # noqa: PLC0415 - only where a text was revised

            self._carriers[key] = None if old is None else Carrier(old, article.text)
        return self._carriers[key]


def _made_on(annotation: Annotation, sha256: str) -> bool:
    return all(anchor.sha256 == sha256 for anchor in annotation.anchors)


def _in_order(spans: Iterable[Span | None]) -> bool:
    """Whether the segments still follow one another."""
    there = [span for span in spans if span is not None]
    return all(before.end <= after.start for before, after in pairwise(there))


def _proposals(found: list[Found | None]) -> Iterator[Proposal]:
    """Where an annotation may belong; of one with several segments the likeliest places."""
    if len(found) == 1:
        for place in found[0].places if found[0] is not None else ():
            yield Proposal((place.span,), place.likeness)
        return
    places = [each.places[0] for each in found if each is not None and each.places]
    if places:
        segments = sorted({place.span for place in places})
        if _in_order(segments):
            yield Proposal(tuple(segments), min(place.likeness for place in places))


def resting(
    act: Act,
    raw: Callable[[Annotation], Mapping[str, Record]],
    today: Callable[[Annotation], Mapping[str, Record]],
) -> Act:
    """`act` with every change of an annotation resting on it as it stands `today`, where the act
    knows it as it was made: one that is taken back after the text was revised."""

    def now(change: Change) -> Change:
        before = change.before
        if not isinstance(before, Annotation) or raw(before).get(before.id) != before:
            return change
        there = today(before).get(before.id)
        return replace(change, before=there) if isinstance(there, Annotation) else change

    return replace(act, changes=tuple(map(now, act.changes)))
