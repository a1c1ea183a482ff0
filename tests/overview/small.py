"""A small made-up project of two articles and two coders, with its figures counted by hand."""

from __future__ import annotations

from dataclasses import replace

from fr_reader.model import (
    Act,
    Anchor,
    Annotation,
    Article,
    Change,
    Code,
    Link,
    Metadata,
    Record,
    Relation,
    Span,
    Speaker,
    Status,
)
from fr_reader.store import MemoryStore, Store

TREES = Article(
    "trees",
    "A made-up vote on trees\n\n“We need trees, and we need them now,” said Ann Example.\n\n"
    "Bo Example disagreed: “It costs too much.”\n\nThe town was silent.\n",
    Metadata(title="A made-up vote on trees", publisher="The Example", published="2026-01-02"),
)
SHADE = Article(
    "shade",
    "Made-up shade\n\n“Nobody asked us,” said Ann Example. “It costs too much,” she added.\n",
    Metadata(title="Made-up shade", publisher="The Sample", published="2026-02"),
)
ANN, BO = Speaker("s-ann", "Ann Example"), Speaker("s-bo", "Bo Example")
COST = Code("cost", "cost", parent="concern", order=2)


def tag(article: Article, coder: str, words: str, body: str, **more: object) -> Annotation:
    """An annotation on the first place of these words; `body` is a code's or a speaker's id."""
    at = article.text.index(words)
    anchor = Anchor.at(article, Span(at, at + len(words)))
    time = "2026-03-01T00:00:00.000000+00:00"
    made = Annotation(
        f"{coder}-{article.id}-{at}-{body}",
        article.id,
        (anchor,),
        coder,
        time,
        time,
        code="" if body.startswith("s-") else body,
        speaker=body if body.startswith("s-") else "",
    )
    return replace(made, **more)  # type: ignore[arg-type]


NEED = "“We need trees, and we need them now,”"
MUCH = "“It costs too much.”"
ASKED, AGAIN = "“Nobody asked us,”", "“It costs too much,”"
MADE = (
    tag(TREES, "ann", NEED, "s-ann"),
    tag(TREES, "bob", NEED, "s-ann"),
    tag(TREES, "ann", NEED, "claim"),
    tag(TREES, "bob", "we need them now", "claim"),
    tag(TREES, "ann", MUCH, "s-bo"),
    tag(TREES, "ann", MUCH, "cost"),
    tag(TREES, "bob", MUCH, "concern"),
    tag(TREES, "ann", "The town was silent.", "claim", status=Status.REJECTED),
    tag(SHADE, "ann", ASKED, "s-ann"),
    tag(SHADE, "ann", AGAIN, "s-ann"),
    tag(
        SHADE,
        "ann",
        AGAIN,
        "cost",
        links=(Link(Relation.REPEATS, "trees", "ann-trees-105-cost"),),
    ),
    tag(SHADE, "ann", ASKED, "claim", stance="denies"),
)


def project() -> Store:
    """The project."""
    store = MemoryStore("ann", "made up")
    other = MemoryStore("bob")
    other._places, other._articles = store._places, store._articles
    for article in (TREES, SHADE):
        store.add(article)
    records: list[Record] = [ANN, BO, COST, *(each for each in MADE if each.coder == "ann")]
    store.apply(Act("make", tuple(Change(None, record) for record in records)))
    theirs = [each for each in MADE if each.coder == "bob"]
    other.apply(Act("make", tuple(Change(None, record) for record in theirs)))
    return store
