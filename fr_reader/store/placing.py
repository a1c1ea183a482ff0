"""Annotations astray after a revision: their coder says where they belong, or lets them go."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from fr_reader.model import Act, Anchor, Article, Change, Span
from fr_reader.store.protocol import Astray


def placing(article: Article, astray: Astray, segments: tuple[Span, ...], time: str) -> Act:
    """The act that puts an annotation on `segments` of its article's text of today, at `time`.

    Nothing but its place changes: it keeps its id, coder, time of making, code or speaker, memo
    and status. `segments` are half-open ranges of code points, in text order; `time` is as in
    annotations, ISO 8601 in UTC. Raises ValueError where there are none, one is empty or beyond
    the text, they overlap, or `article` is another one.
    """
    annotation = astray.annotation
    if annotation.article != article.id:
        raise ValueError(f"{annotation.id} is in {annotation.article}, not in {article.id}")
    if any(before.end > after.start for before, after in pairwise(segments)):
        raise ValueError("the segments of an annotation follow one another")
    anchors = tuple(Anchor.at(article, span) for span in segments)
    placed = replace(annotation, anchors=anchors, modified=time)
    return Act("place", (Change(annotation, placed),))


def letting_go(astray: Astray) -> Act:
    """The act that removes an annotation whose words are gone; taken back, it waits again."""
    return Act("remove", (Change(astray.annotation, None),))
