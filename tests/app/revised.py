"""A made-up article that has a new text, annotations astray in it, and the app with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from fr_reader.app.main import FrReader
from fr_reader.model import Article, Metadata, Span
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.text import read

OLD = (
    "A made-up headline about a bridge.\n\n"
    "“The made-up bridge has to be closed for a whole year,” said Ann Example on Monday.\n\n"
    "“Nobody has told us anything about that plan,” said Bo Example, a made-up trader.\n\n"
    "“It will rain all day,” said the made-up forecaster, and it did rain the whole long day.\n\n"
    "The council wants a made-up ferry.\n"
)
KEPT = "“The made-up bridge has to be closed for a whole year,”"
CHANGED = "“Nobody has told us anything about that plan,”"
GONE = "“It will rain all day,”"
TWICE = "The council wants a made-up ferry."
NEW = (
    "Updated on Tuesday.\n\n"
    + OLD.replace("told us anything about that plan", "told us much about the new plan").partition(
        "“It will"
    )[0]
    + "Asked again: The council wants a made-up ferry. Nobody else does.\n\n"
    + "Asked once more: The council wants a made-up ferry. It is all made up.\n"
)
ID = "made-up"


def segments(text: str, words: str) -> tuple[Span, ...]:
    """Where `words` stand first in `text`."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def revised(words: tuple[str, ...] = (CHANGED, GONE, TWICE), theirs: str = "") -> MemoryStore:
    """A store where `words` were tagged as claims before the text changed, the first with a memo,
    after some that are still there; `theirs` were tagged by another coder, ann."""
    store = MemoryStore("me")
    store.add(Article(ID, OLD, Metadata("Made up")))
    for coder, tagged in (("me", (KEPT, *words)), ("ann", (theirs,) if theirs else ())):
        store.coder = coder
        desk = Desk(store, read(store.article(ID)))
        for each in tagged:
            tag = desk.tag(segments(OLD, each), desk.codebook.by_id["claim"])
            if tag is not None and each == CHANGED:
                desk.write_memo(tag, "a made-up memo")
    store.coder = "me"
    store.revise(ID, Article("new", NEW))
    return store


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when what the one before has begun is done."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def shown(app: FrReader) -> str:
    """All the text on the screen."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()[:height]
    return "\n".join(strip.text[:width] for strip in strips)


def is_on(app: FrReader, kind: type[Screen[Any]]) -> bool:
    """Whether this kind of screen is shown."""
    return isinstance(app.screen, kind)


def app_with(store: MemoryStore, tmp_path: Path) -> FrReader:
    return FrReader(store, tmp_path, ID)


def words(store: MemoryStore) -> list[str]:
    """The words all annotations stand on, in text order."""
    return [a.anchors[0].exact for a in store.annotations(ID)]


def waiting(store: MemoryStore) -> list[str]:
    """The words of what waits, in the order they had in the earlier text."""
    astray = sorted(store.astray(ID), key=lambda each: each.annotation.span)
    return [each.words[0] for each in astray]
