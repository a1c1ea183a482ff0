"""A made-up newsroom: twelve articles, what three coders made of them, and what is to be counted.

The articles, the annotations and the figures, which were counted by hand, are in `data/newsroom`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from fr_reader.ingest import load
from fr_reader.model import (
    Act,
    Anchor,
    Annotation,
    Article,
    Change,
    Code,
    Record,
    Span,
    Speaker,
    Status,
)
from fr_reader.store import MemoryStore, ProjectStore, Store

FOLDER = Path(__file__).parent / "data" / "newsroom"
CODERS = ("ann", "bob", "cem")
CODES = ("claim", "cost", "concern", "wildlife", "jobs", "history")


def table(name: str) -> dict[str, Any]:
    """What one of the hand-written files says."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


EXPECTED = table("expected.toml")


@dataclass(frozen=True)
class Newsroom:
    """All that is in the project: articles, then acts of making."""

    articles: tuple[Article, ...]
    codes: tuple[Code, ...]
    speakers: tuple[Speaker, ...]
    annotations: tuple[Annotation, ...]


@cache
def newsroom() -> Newsroom:
    """The newsroom as it is written down."""
    written = table("annotations.toml")
    articles = tuple(load(path) for path in sorted(FOLDER.glob("*.txt")))
    codes = tuple(
        Code(each["name"], each["name"], parent=each.get("below", ""), order=2 + place)
        for place, each in enumerate(written["codes"])
    )
    merged = written["merged"]
    speakers = tuple(
        Speaker(_id(name), name, merged=_id(merged[name]) if name in merged else "")
        for name in written["speakers"]
    )
    made = [
        _annotation(article, number, each)
        for article in articles
        for number, each in enumerate(written["articles"][article.id])
    ]
    return Newsroom(articles, codes, speakers, tuple(made))


def _id(name: str) -> str:
    return "s-" + name.lower().replace(" ", "-")


def _annotation(article: Article, number: int, row: dict[str, Any]) -> Annotation:
    anchors, start = [], 0
    for place, words in enumerate(row["words"]):
        times = row.get("nth", 1) if place == 0 else 1
        for _ in range(times):
            start = article.text.index(words, start) + 1
        anchors.append(Anchor.at(article, Span(start - 1, start - 1 + len(words))))
    return Annotation(
        f"{article.id}-{number}",
        article.id,
        tuple(anchors),
        row["by"],
        "2031-05-01T00:00:00.000000+00:00",
        "2031-05-01T00:00:00.000000+00:00",
        code=row.get("code", ""),
        speaker=_id(row["said"]) if "said" in row else "",
        status=Status(row.get("status", "accepted")),
        stance=row.get("stance", ""),
    )


def in_memory(order: Sequence[int] | None = None) -> MemoryStore:
    """The newsroom in memory, the annotations made one by one in this order, or as written."""
    room = newsroom()
    stores = {coder: MemoryStore(coder) for coder in CODERS}
    first = stores[CODERS[0]]
    for store in stores.values():
        store._places, store._articles = first._places, first._articles
    first.add_many(room.articles)
    _make(first, [*room.codes, *room.speakers])
    for turn, place in enumerate(order if order is not None else range(len(room.annotations))):
        time = f"2031-05-01T00:00:00.{turn:06}+00:00"
        made = replace(room.annotations[place], id=f"made-{turn:03}", created=time, modified=time)
        _make(stores[made.coder], [made])
    return first


def on_disk(folder: Path) -> Path:
    """The newsroom as a project in `folder`."""
    room = newsroom()
    for coder in CODERS:
        store = ProjectStore.open(folder, coder)
        if coder == CODERS[0]:
            store.add_many(room.articles)
            _make(store, [*room.codes, *room.speakers])
        _make(store, [each for each in room.annotations if each.coder == coder])
        store.close()
    return folder


def _make(store: Store, records: Iterable[Record]) -> None:
    store.apply(Act("make", tuple(Change(None, record) for record in records)))


def words_in(text: str) -> int:
    """How many words a text has, told apart without the product."""
    return len(re.findall(r"[\w’-]+", text))
