"""How much each speaker of a project says: distinct passages, their words, and articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fr_reader.model import Annotation, Span, Speakers
from fr_reader.store import Store
from fr_reader.text import words


@dataclass(frozen=True, slots=True)
class Figures:
    """What one speaker said, as somebody has accepted it; a passage two coders gave counts once."""

    quotations: int = 0
    words: int = 0
    articles: int = 0


NOTHING = Figures()


def figures(store: Store, speakers: Speakers) -> Mapping[str, Figures]:
    """The figures of every speaker by id, those merged counted as one. Raises StoreError."""
    found: dict[str, Figures] = {}
    counts = store.counts().accepted()
    spoken = counts.where(lambda tally: bool(tally.speaker))
    for article in spoken.by_article:
        for speaker, said in _in(store.annotations(article).accepted().spoken(), speakers).items():
            before = found.get(speaker, NOTHING)
            found[speaker] = Figures(
                before.quotations + len(said),
                before.words + sum(said.values()),
                before.articles + 1,
            )
    return found


def _in(
    annotations: Iterable[Annotation], speakers: Speakers
) -> dict[str, dict[tuple[Span, ...], int]]:
    """The passages of one article by speaker, each with its number of words."""
    found: dict[str, dict[tuple[Span, ...], int]] = {}
    for annotation in annotations:
        said = found.setdefault(speakers.end(annotation.speaker), {})
        if annotation.segments not in said:
            said[annotation.segments] = sum(
                len(words(anchor.exact, Span(0, len(anchor.exact))))
                for anchor in annotation.anchors
            )
    return found
