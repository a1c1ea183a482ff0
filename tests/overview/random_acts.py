"""Random acts on a made-up project of several coders, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from fr_reader.model import (
    Act,
    Anchor,
    Annotation,
    Article,
    Change,
    Code,
    Link,
    Metadata,
    Relation,
    Span,
    Speaker,
    Status,
    StoreError,
)
from fr_reader.store import ProjectStore

CODERS = ("ann", "ben")
TIME = "2000-01-01T00:00:00.000000+00:00"
_WORDS = ("Made", "up", "“that", "it", "is”", "said", "Nobody", "at all.\n\nNext,", "“more”", "she")
_STANCES = {"claim": ("", "asserts", "denies"), "concern": ("", "worried about", "dismisses")}


class Acts:
    """A project in `folder`, open for each of its coders, and what may be done to it.

    What is made has a number in its name, from `start` on. With `copies` half of the articles are
    edited copies of others.
    """

    def __init__(self, folder: Path, random: Random, start: int = 0, copies: bool = False) -> None:
        self.folder = folder
        self.random = random
        self.stores = {coder: ProjectStore.open(folder, coder) for coder in CODERS}
        self._number, self._copies = start, copies
        for _ in range(3):
            self.add()

    @property
    def store(self) -> ProjectStore:
        """The project as one of the coders has it open."""
        return self.stores[self.random.choice(CODERS)]

    def one(self) -> str:
        """What was done."""
        acts: list[Callable[[], object]] = [
            *[self.tag] * 12,
            *[self.add, self.describe, self.revise, self.trash, self.restore] * 1,
            *[self.change, self.untag, self.speaker, self.code, self.part] * 2,
            *[self.merge_speakers, self.merge_codes, self.rename, self.reopen, self.take_out],
        ]
        act = self.random.choice(acts)
        try:
            act()
        except StoreError:
            return f"{act.__name__}, refused"
        return act.__name__

    def add(self) -> None:
        self.store.add(self._article())

    def _article(self) -> Article:
        self._number += 1
        text = self._text()
        publisher = self.random.choice(("", "The Example", "Nobody’s Post"))
        published = self.random.choice(("", "2026-03-01", "2026-03-09", "2025", "2025-11", "soon"))
        known = Metadata(f"Made up {self._number}", publisher=publisher, published=published)
        return Article(f"made-up-{self._number}", text, known)

    def _text(self) -> str:
        """A text of its own, or one that another article has already, a little edited."""
        if not self._copies:
            return f"{self._number} " + " ".join(self.random.choices(_WORDS, k=40))
        known = self.store.entries()
        if known and self.random.random() < 0.5:
            text = self.store.article(self.random.choice(known).id).text
            at = self.random.randrange(len(text))
            return f"{text[:at]} {self._number} {text[at + self.random.randrange(9) :]}"
        own = [f"{word}{self.random.choice('aeiou')}" for word in self.random.choices(_WORDS, k=40)]
        return f"{self._number} " + " ".join(own)

    def describe(self) -> None:
        entry = self.random.choice(self.store.entries())
        self.store.update(entry.id, self._article().metadata)

    def revise(self) -> None:
        entry = self.random.choice(self.store.entries())
        text = self.store.article(entry.id).text
        at = self.random.randrange(len(text))
        self._number += 1
        changed = f"{text[:at]} {self._number} {text[at + self.random.randrange(4) :]}"
        self.store.revise(entry.id, Article(entry.id, changed, entry.metadata))

    def trash(self) -> None:
        if len(found := self.store.entries()) > 1:
            self.store.remove(self.random.choice(found).id)

    def restore(self) -> None:
        if found := self.store.trash():
            self.store.restore(self.random.choice(found).id)

    def tag(self) -> None:
        store = self.store
        article = store.article(self.random.choice(store.entries()).id)
        self._number += 1
        made = Annotation(
            f"{self._number:06x}", article.id, self._anchors(article), store.coder, TIME, TIME
        )
        self._do(Change(None, self._said(store, made)), store)

    def _anchors(self, article: Article) -> tuple[Anchor, ...]:
        start = self.random.choice((2, 5, 9, 30, 60, 100))
        spans = [Span(start, start + self.random.choice((3, 8, 25)))]
        if self.random.random() < 0.3:
            spans.append(Span(spans[0].end + 2, spans[0].end + 12))
        return tuple(Anchor.at(article, span) for span in spans)

    def _said(self, store: ProjectStore, of: Annotation) -> Annotation:
        """An annotation with a speaker, a code or a memo, of any status."""
        status = self.random.choice((Status.ACCEPTED,) * 5 + (Status.REJECTED, Status.SUGGESTED))
        of = replace(of, status=status, code="", speaker="", memo="", stance="", links=())
        speakers = sorted(store.speakers().by_id)
        kind = self.random.random()
        if kind < 0.45 and speakers:
            return replace(of, speaker=self.random.choice(speakers))
        if kind < 0.5:
            return replace(of, memo="made up")
        code = self.random.choice(sorted(store.codebook().by_id))
        stances = _STANCES.get(code, ("", "asserts", "hedges", "worried about"))
        others = [a for a in store.annotations() if a.code and a.id != of.id]
        linked = tuple(
            Link(self.random.choice(tuple(Relation)), to.article, to.id)
            for to in self.random.sample(others, min(len(others), self.random.choice((0, 0, 1, 2))))
        )
        return replace(of, code=code, stance=self.random.choice(stances), links=linked)

    def change(self) -> None:
        store = self.store
        if own := [a for a in store.annotations() if a.coder == store.coder]:
            one = self.random.choice(own)
            self._do(Change(one, self._said(store, one)), store)

    def untag(self) -> None:
        store = self.store
        if own := [a for a in store.annotations() if a.coder == store.coder]:
            self._do(Change(self.random.choice(own), None), store)

    def speaker(self) -> None:
        self._number += 1
        name = self.random.choice(("Nobody", "No One", "A Made-up Person"))
        self._do(Change(None, Speaker(f"speaker-{self._number}", f"{name} {self._number}")))

    def code(self) -> None:
        self._number += 1
        parent = self.random.choice(("", *self.store.codebook().by_id))
        self._do(
            Change(None, Code(f"code-{self._number}", f"made up {self._number}", parent=parent))
        )

    def rename(self) -> None:
        self._number += 1
        if found := list(self.store.speakers().by_id.values()):
            one = self.random.choice(found)
            self._do(Change(one, replace(one, name=f"Renamed {self._number}")))
        code = self.random.choice(list(self.store.codebook().by_id.values()))
        parent = self.random.choice(("", "claim", "concern"))
        self._do(Change(code, replace(code, name=f"new {self._number}", parent=parent)))

    def merge_speakers(self) -> None:
        found = list(self.store.speakers().by_id.values())
        if len(found) > 1:
            one, other = self.random.sample(found, 2)
            self._do(Change(one, replace(one, merged=other.id)))

    def merge_codes(self) -> None:
        found = list(self.store.codebook().by_id.values())
        if len(found) > 1:
            one, other = self.random.sample(found, 2)
            self._do(Change(one, replace(one, merged=other.id)))

    def part(self) -> None:
        store = self.store
        both: list[Speaker | Code] = [*store.speakers().by_id.values()]
        both += store.codebook().by_id.values()
        if merged := [one for one in both if one.merged]:
            parted = self.random.choice(merged)
            self._do(Change(parted, replace(parted, merged="")))

    def take_out(self) -> None:
        """Take out a speaker or a code, which is refused where anything names it."""
        store = self.store
        both: list[Speaker | Code] = [*store.speakers().by_id.values()]
        both += [code for code in store.codebook().by_id.values() if code.id not in _STANCES]
        if both:
            self._do(Change(self.random.choice(both), None), store)

    def reopen(self) -> None:
        for coder, store in self.stores.items():
            store.close()
            self.stores[coder] = ProjectStore.open(self.folder, coder)

    def _do(self, change: Change, store: ProjectStore | None = None) -> None:
        (store or self.store).apply(Act("made up", (change,)))
