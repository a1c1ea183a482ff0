"""A made-up project with something in every sheet of the overview, and one with hostile names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fr_reader.model import CLAIM, CONCERN, Article, Code, Metadata, Span
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from fr_reader.text import read, suggestions
from tests.app.stage import HOSTILE

PEOPLE = ("Mary Sample", "Ann Other", "John Example")
_SAID = (
    "The made-up road is closed until the spring",
    "Nobody asked the people who live there, and nobody ever will in this made-up town",
    "It is a disgrace",
)


def made_up(number: int) -> Article:
    """A made-up article with a quotation of each of `PEOPLE`, some twice."""
    lines = [f"A made-up vote, number {number}"]
    for at, who in enumerate(PEOPLE):
        lines += [f"“{_SAID[(at + number) % 3]},” said {who}."] * (1 + (at + number) % 2)
    publisher = ("The Made-up Gazette", "Sample Daily")[number % 2]
    known = Metadata(
        title=lines[0], publisher=publisher, published=f"2026-0{1 + number}-14", language="en"
    )
    return Article(f"vote-{number}", "\n\n".join(lines) + "\n", known)


def _tag(desk: Desk, words: str, code: Code) -> None:
    text = desk.article.text
    start = text.index(words)
    desk.tag([Span(start, start + len(words))], code)


def _own(desk: Desk, name: str) -> Code:
    return desk.codebook.named(name) or desk.new_code(name)


def project(folder: Path, articles: int = 3) -> ProjectStore:
    """Made-up articles, everything suggested accepted by `me`, and some of it by `you`."""
    mine = ProjectStore.open(folder, "me")
    for number in range(articles):
        entry, _ = mine.add(made_up(number))
        reading = read(mine.article(entry.id))
        desk = Desk(mine, reading)
        desk.accept([s for s in suggestions(reading) if s.who])
        _tag(desk, _SAID[0], CLAIM)
        _tag(desk, "until the spring", CONCERN)
        _tag(desk, _SAID[1], _own(desk, "consultation"))
        _tag(desk, _SAID[2], CONCERN)
        if number:
            yours = ProjectStore.open(folder, "you")
            theirs = Desk(yours, read(yours.article(entry.id), yours.speakers()))
            _tag(theirs, _SAID[0], CLAIM)
            _tag(theirs, _SAID[2], CLAIM)
            yours.close()
    return mine


def hostile(folder: Path) -> ProjectStore:
    """A project in which title, publisher, speaker, code and passage would be markup."""
    store = ProjectStore.open(folder, "me")
    text = f"Made up\n\n“{HOSTILE},” said Mary Sample.\n"
    known = Metadata(title=HOSTILE, publisher=HOSTILE, published="2026-01-01")
    entry, _ = store.add(Article("made-up", text, known))
    desk = Desk(store, read(store.article(entry.id)))
    start, end = text.index("“"), text.index("”") + 1
    desk.assign([Span(start, end)], HOSTILE)
    _tag(desk, "x[/b]", replace(desk.new_code(HOSTILE), parent=CLAIM.id))
    _tag(desk, "x[/b]", CONCERN)
    return store
