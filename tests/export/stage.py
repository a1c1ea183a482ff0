"""Made-up projects in memory, gathered for what counts and lists them."""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.export.gathering import Gathered, gathered
from fr_reader.model import Act, Annotation, Article, Change, Code, Record, Speaker
from fr_reader.store import MemoryStore
from tests.export.made_up import ANN, BO, DOUBT, KNOWN, TEXT

TREES = Article("trees", TEXT, KNOWN, source="trees.txt")


def project(
    annotations: Iterable[Annotation] = (),
    articles: Iterable[Article] = (TREES,),
    records: Iterable[Code | Speaker] = (ANN, BO, DOUBT),
) -> MemoryStore:
    """A made-up project that holds these."""
    store = MemoryStore()
    store.add_many(articles)
    made: list[Record] = [*records, *annotations]
    if made:
        store.apply(Act("make", tuple(Change(None, record) for record in made)))
    return store


def evidence(annotations: Iterable[Annotation], *, suggested: bool = False) -> Gathered:
    """What these annotations on the article about trees say."""
    return gathered(project(annotations), suggested=suggested)
